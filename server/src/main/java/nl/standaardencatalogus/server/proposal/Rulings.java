package nl.standaardencatalogus.server.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.server.form.FormView;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Node;

/**
 * What the rules say of a proposal, rule by rule, with what keeps it from being recorded first.
 *
 * @param blocking what must be mended before it can be
 * @param own remarks on what the proposal changes
 * @param others remarks on what refers to that, which are not of this proposal
 */
public record Rulings(List<Ruled> blocking, List<Ruled> own, List<Ruled> others) {
  /** Nothing to say. */
  static final Rulings NONE = new Rulings(List.of(), List.of(), List.of());

  private static final int SHOWN = 5;

  /**
   * What one rule says.
   *
   * @param address where the rule can be read
   * @param count how often it says something
   * @param first the first of that, in words
   */
  public record Ruled(String rule, String address, int count, List<String> first) {
    /** How much more it says. */
    public int rest() {
      return count - first.size();
    }
  }

  /** What the rules said when changes to records were tried. */
  static Rulings of(View view, Outcome outcome, List<Node> records) {
    Predicate<Finding> blocks = it -> it.severity() == Severity.VIOLATION;
    Predicate<Finding> own = it -> records.contains(Iris.recordOf(it.focus()));
    if (outcome instanceof Outcome.Recorded recorded) {
      List<Finding> all = recorded.report().findings();
      return new Rulings(List.of(), ruled(view, all, own), List.of());
    }
    if (outcome instanceof Outcome.Rejected rejected) {
      List<Finding> all = rejected.report().findings();
      return new Rulings(
          ruled(view, all, blocks),
          ruled(view, all, blocks.negate().and(own)),
          ruled(view, all, blocks.negate().and(own.negate())));
    }
    return NONE;
  }

  private static List<Ruled> ruled(View view, List<Finding> all, Predicate<Finding> which) {
    Map<Node, List<Finding>> byRule =
        all.stream()
            .filter(which)
            .collect(
                Collectors.groupingBy(Finding::shape, LinkedHashMap::new, Collectors.toList()));
    return byRule.values().stream().map(it -> ruled(view, it)).toList();
  }

  private static Ruled ruled(View view, List<Finding> same) {
    Finding one = same.get(0);
    return new Ruled(
        one.rule(),
        FormView.rule(view, one),
        same.size(),
        same.stream().limit(SHOWN).map(it -> FormView.plain(it, view)).toList());
  }

  /** How many remarks there are on what the proposal does not change. */
  public int elsewhere() {
    return others.stream().mapToInt(Ruled::count).sum();
  }

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return blocking.isEmpty() && own.isEmpty() && others.isEmpty();
  }
}
