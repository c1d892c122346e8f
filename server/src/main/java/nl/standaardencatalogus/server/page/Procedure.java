package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/**
 * A procedure in which a standard or a set is proposed, advised and decided on.
 *
 * @param kind what is proposed; null where that is not recorded
 * @param track which bodies advise and decide; null where that is not recorded
 * @param steps in the order in which they began; of those on one day in the order of their kinds
 */
public record Procedure(
    Node node, Node kind, Node track, List<Node> subjects, List<ProcedureStep> steps) {

  /** All procedures, by their identifiers. */
  public static List<Procedure> all(View view) {
    Map<Node, Procedure> all = new LinkedHashMap<>();
    Map<Node, ProcedureStep> steps = new LinkedHashMap<>();
    for (Row row : view.questions().select("procedure/list", view.snapshot().graph())) {
      Procedure procedure = all.computeIfAbsent(row.get("procedure"), none -> of(row));
      ProcedureStep.put(procedure.subjects(), row.get("subject"));
      ProcedureStep step = steps.computeIfAbsent(row.get("step"), none -> ProcedureStep.of(row));
      if (!procedure.steps().contains(step)) {
        procedure.place(step);
      }
      step.add(view, row);
    }
    return List.copyOf(all.values());
  }

  /** Puts a step, of a kind that comes no earlier, before the first that began surely later. */
  private void place(ProcedureStep step) {
    int later = 0;
    while (later < steps.size() && !steps.get(later).follows(step)) {
      later++;
    }
    steps.add(later, step);
  }

  /** What a step is called: when it is held again, with which round it is. */
  public String name(View view, ProcedureStep step) {
    long round = 1 + steps.subList(0, steps.indexOf(step)).stream().filter(step::isAgain).count();
    String name = view.concept(step.kind());
    return round > 1 ? view.t("procedure.round", name, round) : name;
  }

  /** The procedures on a standard, a family of it or a version of it. */
  static List<Procedure> on(View view, Node standard) {
    Set<Node> own =
        view.ask("procedure/of-standard", "standard", standard).stream()
            .map(row -> row.get("procedure"))
            .collect(Collectors.toSet());
    return own.isEmpty()
        ? List.of()
        : all(view).stream().filter(it -> own.contains(it.node())).toList();
  }

  private static Procedure of(Row row) {
    return new Procedure(
        row.get("procedure"),
        row.get("kind"),
        row.get("track"),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** The step that it is in on a day, or ended with: the last that has begun by then. */
  public Optional<ProcedureStep> current(String day) {
    return steps.stream().filter(it -> it.begun(day)).reduce((earlier, later) -> later);
  }

  /**
   * Whether it still goes on: until it was withdrawn or the decision was made known, and while it
   * is evaluated.
   */
  public boolean runs(String day) {
    return current(day)
        .map(
            it ->
                it.is("evaluatie")
                    ? it.outcome() == null && !it.over(day)
                    : !it.is("publicatie") && !it.is("intrekking"))
        .orElse(true);
  }

  /** The step that is over while no other has begun, of what still goes on. */
  public Optional<ProcedureStep> between(String day) {
    return runs(day) ? current(day).filter(it -> it.over(day)) : Optional.empty();
  }

  /** What its decisions give, that of the last one last. */
  public List<Node> forces() {
    return steps.stream()
        .filter(it -> it.is("besluit"))
        .flatMap(it -> it.forces().stream())
        .toList();
  }

  /** What its last step that says so came to, by a day; null where none does. */
  public String outcome(String day) {
    return steps.stream()
        .filter(it -> it.begun(day) && it.outcome() != null)
        .map(ProcedureStep::outcome)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** In a sentence: that it runs and in which step since when, or that it ran. */
  static Link line(View view, Procedure procedure) {
    String name = view.name(procedure.node());
    String href = view.link(procedure.node()).href();
    Optional<ProcedureStep> between = procedure.between(view.day());
    if (between.isPresent()) {
      ProcedureStep step = between.get();
      return new Link(
          view.t("procedure.line.between", name, view.concept(step.kind()), view.date(step.end())),
          href);
    }
    return procedure
        .current(view.day())
        .map(
            step ->
                new Link(
                    view.t(
                        procedure.runs(view.day()) ? "procedure.line.runs" : "procedure.line.ran",
                        name,
                        procedure.name(view, step),
                        view.date(step.begin())),
                    href))
        .orElse(new Link(view.t("procedure.line.coming", name), href));
  }
}
