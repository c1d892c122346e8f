package nl.standaardencatalogus.server.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Node;

/**
 * Of all findings those that a reader asks for: of one rule, of one weight, or for one to mend.
 *
 * @param chosen by what they are chosen, in words, with the key that does so
 */
record Selection(List<Finding> findings, List<Chosen> chosen) {
  static final String RULE = "regel";
  static final String OWNER = "bij";
  static final String WEIGHT = "gewicht";

  /** Whose the findings are that no municipality, maintainer or body can mend. */
  static final String EDITORS = "redactie";

  /** One thing that is asked for. */
  record Chosen(String key, String value, String label) {}

  /** The findings that an address asks for; throws when it asks for what there is not. */
  static Selection of(View view, Texts texts, Owners owners, Collection<Finding> all, Asked asked) {
    List<Chosen> chosen = new ArrayList<>();
    List<Finding> left = new ArrayList<>(all);
    String rule = asked.one(RULE);
    if (!rule.isEmpty()) {
      asked.check(RULE, rule, left.stream().map(Selection::slug).collect(Collectors.toSet()));
      left.removeIf(it -> !slug(it).equals(rule));
      chosen.add(new Chosen(RULE, rule, texts.title(left.get(0))));
    }
    String weight = asked.one(WEIGHT);
    if (!weight.isEmpty()) {
      Set<String> weights = new TreeSet<>();
      for (Severity severity : Severity.values()) {
        weights.add(slug(severity));
      }
      asked.check(WEIGHT, weight, weights);
      left.removeIf(it -> !slug(it.severity()).equals(weight));
      chosen.add(new Chosen(WEIGHT, weight, view.t("quality.weight." + weight)));
    }
    String owner = asked.one(OWNER);
    if (!owner.isEmpty()) {
      asked.check(
          OWNER,
          owner,
          all.stream().map(it -> slug(owners, it)).collect(Collectors.toCollection(TreeSet::new)));
      String label =
          all.stream()
              .filter(it -> slug(owners, it).equals(owner))
              .findFirst()
              .flatMap(owners::of)
              .map(view::name)
              .orElse(view.t("quality.editors"));
      left.removeIf(it -> !slug(owners, it).equals(owner));
      chosen.add(new Chosen(OWNER, owner, label));
    }
    return new Selection(left, chosen);
  }

  /** How a rule is called in an address: its IRI without what all rules share. */
  static String slug(Finding finding) {
    Node rule = finding.shape() == null ? finding.component() : finding.shape();
    if (rule == null || !rule.isURI()) {
      return Slugs.UNKNOWN;
    }
    return rule.getURI()
        .substring(1 + Math.max(rule.getURI().indexOf('#'), rule.getURI().lastIndexOf('/')));
  }

  static String slug(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  static String slug(Owners owners, Finding finding) {
    return owners.of(finding).map(Slugs::of).orElse(EDITORS);
  }

  boolean isAll() {
    return chosen.isEmpty();
  }
}
