package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What the rules find, rule by rule, and where sources contradict each other. */
public record QualityPage(
    Frame frame,
    boolean busy,
    boolean older,
    int total,
    List<Rule> rules,
    Rule only,
    Pager pager,
    List<Line> contradictions) {
  private static final Pattern IDENTIFIER = Pattern.compile(" ?<(https?://[^<> ]+)>");
  private static final Set<String> CONTRADICTIONS =
      Set.of("Standard-sourcesDisagree", "Standard-statusOverlap", "Record-disagreement");
  private static final int FIRST = 5;
  private static final int SIZE = 100;

  /** A rule with what it finds; on the page of all rules only the first few. */
  public record Rule(
      String id,
      String name,
      Severity severity,
      String tone,
      int count,
      String href,
      List<Line> lines) {
    public Rule {
      lines = List.copyOf(lines);
    }
  }

  /** One finding. */
  public record Line(Link record, String message, Link value) {}

  static QualityPage of(View view, Checks checks, Asked asked) {
    Optional<Checks.Checked> current = checks.of(view.snapshot());
    Optional<Checks.Checked> shown =
        current.isPresent() || view.op() != null ? current : checks.newest();
    List<Finding> findings = shown.map(Checks.Checked::findings).orElse(List.of());
    Map<String, List<Finding>> byRule = byRule(findings);
    String chosen = asked.one("regel");
    if (!chosen.isEmpty() && shown.isPresent()) {
      asked.check("regel", chosen, byRule.keySet());
    }
    List<Finding> own = byRule.getOrDefault(chosen, List.of());
    Pager pager = Pager.of(view, asked, own.size(), SIZE);
    boolean all = chosen.isEmpty() || own.isEmpty();
    return new QualityPage(
        frame(view, chosen, all),
        shown.isEmpty(),
        current.isEmpty() && shown.isPresent(),
        findings.size(),
        rules(view, byRule),
        all ? null : rule(view, chosen, own, own.subList(pager.from(), pager.to())),
        pager,
        all ? contradictions(view, findings) : List.of());
  }

  private static Frame frame(View view, String chosen, boolean all) {
    List<Link> crumbs =
        all
            ? view.crumbs(Link.text(view.t("quality")))
            : view.crumbs(view.section("quality", "/kwaliteit"), Link.text(chosen));
    return view.frame(
        all ? view.t("quality") : view.t("quality.rule.title", chosen), "kwaliteit", crumbs, all);
  }

  private static Map<String, List<Finding>> byRule(List<Finding> findings) {
    Map<String, List<Finding>> byRule = new LinkedHashMap<>();
    findings.stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing(QualityPage::slug)
                .thenComparing(f -> f.focus().toString()))
        .forEach(f -> byRule.computeIfAbsent(slug(f), r -> new ArrayList<>()).add(f));
    return byRule;
  }

  /** How a rule is called in an address: its IRI without what all rules share. */
  private static String slug(Finding finding) {
    Node rule = finding.shape() == null ? finding.component() : finding.shape();
    return rule == null || !rule.isURI() ? Slugs.UNKNOWN : Iris.lastSegment(rule);
  }

  private static List<Rule> rules(View view, Map<String, List<Finding>> byRule) {
    List<Rule> rules = new ArrayList<>();
    byRule.forEach(
        (slug, own) ->
            rules.add(rule(view, slug, own, own.subList(0, Math.min(FIRST, own.size())))));
    return rules;
  }

  private static Rule rule(View view, String slug, List<Finding> all, List<Finding> shown) {
    Severity severity = all.get(0).severity();
    Node shape = all.get(0).shape();
    return new Rule(
        "regel-" + slug,
        shape != null && view.overview().names().containsKey(shape) ? view.name(shape) : slug,
        severity,
        severity == Severity.VIOLATION ? "neg" : severity == Severity.WARNING ? "war" : "inf",
        all.size(),
        view.href("/kwaliteit?regel=" + Asked.encode(slug)),
        shown.stream().map(f -> line(view, f)).toList());
  }

  private static Line line(View view, Finding finding) {
    String message = readable(view, finding.message(view.language().tag()));
    Node focus = finding.focus();
    Node record = focus.isURI() ? Iris.recordOf(focus) : focus;
    return new Line(view.link(record), message, value(view, finding.value()));
  }

  /** A message without the identifiers in it: the name stands before each, or is put there. */
  private static String readable(View view, String message) {
    return IDENTIFIER
        .matcher(message)
        .replaceAll(
            found -> {
              String before = message.substring(0, found.start());
              String name = view.name(NodeFactory.createURI(found.group(1)));
              return Matcher.quoteReplacement(before.endsWith(name) ? "" : " " + name);
            });
  }

  private static Link value(View view, Node value) {
    if (value == null) {
      return null;
    }
    Link link = view.link(value);
    return link.label().length() > 160
        ? new Link(link.label().substring(0, 160) + "…", link.href())
        : link;
  }

  private static List<Line> contradictions(View view, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> CONTRADICTIONS.contains(slug(finding)))
        .map(finding -> line(view, finding))
        .sorted(Comparator.comparing(line -> line.record().label()))
        .toList();
  }
}
