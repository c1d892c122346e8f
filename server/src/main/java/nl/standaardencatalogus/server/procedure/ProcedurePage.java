package nl.standaardencatalogus.server.procedure;

import static java.util.Comparator.naturalOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.Procedure;
import nl.standaardencatalogus.server.page.ProcedureStep;
import nl.standaardencatalogus.server.page.RecordPage;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * One procedure: its steps in their order with what each came to, and what comes next.
 *
 * @param record all that is recorded of it
 * @param next the step that follows, with what happens in it; null where it is over
 */
public record ProcedurePage(
    RecordPage record,
    String kind,
    String track,
    String trackMeaning,
    List<Link> subjects,
    List<Stop> stops,
    List<Assessment> assessments,
    Next next,
    String status) {

  /** Where a step stands on the day. */
  public enum State {
    DONE,
    NOW,
    COMING
  }

  /**
   * A step, as it is shown.
   *
   * @param id null for one that is not recorded yet
   * @param when from when until when; null for one that is not recorded yet
   * @param outcome what it came to, in Dutch; null where that is not recorded
   * @param apart what was decided on the same meanwhile, without being a step of the procedure
   */
  public record Stop(
      String id,
      String name,
      State state,
      String when,
      String outcome,
      List<Link> documents,
      List<Taken> taken,
      List<Link> apart,
      List<Reaction> reactions) {
    /** How many of the reactions were answered. */
    public long answered() {
      return reactions.stream().filter(it -> it.answer() != null).count();
    }
  }

  /**
   * What an organisation brought in.
   *
   * @param day on which it came in; null when not known
   * @param answer what was done with it, in Dutch; null where nobody answered
   * @param answered on which day; null when not known
   */
  public record Reaction(Link who, String day, String text, String answer, String answered) {}

  /** What follows, and what happens then; the meaning is null where the code list has none. */
  public record Next(String name, String meaning) {}

  static Optional<ProcedurePage> of(View view, Node node) {
    return Procedure.all(view).stream()
        .filter(it -> it.node().equals(node))
        .findFirst()
        .map(it -> of(view, it));
  }

  private static ProcedurePage of(View view, Procedure procedure) {
    Node node = procedure.node();
    boolean runs = procedure.runs(view.day());
    Optional<ProcedureStep> current = procedure.current(view.day());
    List<ProcedureStep> planned =
        procedure.steps().stream().filter(it -> !it.begun(view.day())).toList();
    List<Node> ahead = runs ? ahead(view, current, planned) : List.of();
    List<Row> reactions = view.ask("procedure/reactions", "procedure", node);
    List<Stop> stops = new ArrayList<>();
    for (ProcedureStep step : procedure.steps()) {
      State state =
          planned.contains(step)
              ? State.COMING
              : runs && step.equals(current.orElse(null)) && !step.over(view.day())
                  ? State.NOW
                  : State.DONE;
      stops.add(stop(view, procedure, step, state, reactions));
    }
    ahead.stream()
        .filter(kind -> planned.stream().noneMatch(it -> it.kind().equals(kind)))
        .forEach(kind -> stops.add(coming(view, kind, apart(view, procedure, kind))));
    return new ProcedurePage(
        RecordPage.of(view, node, view.section("procedures.title", Procedures.PROCEDURES)),
        view.concept(procedure.kind()),
        view.concept(procedure.track()),
        procedure.track() == null ? null : view.meaning(procedure.track()),
        procedure.subjects().stream().map(view::link).toList(),
        stops,
        Assessment.of(view, node),
        ahead.stream()
            .filter(it -> apart(view, procedure, it).isEmpty())
            .findFirst()
            .map(it -> new Next(view.name(it), view.meaning(it)))
            .orElse(null),
        procedure
            .between(view.day())
            .map(it -> view.t("procedure.between", procedure.name(view, it), view.date(it.end())))
            .or(
                () ->
                    current.map(
                        it ->
                            view.t(
                                runs ? "procedure.runs" : "procedure.ran",
                                procedure.name(view, it),
                                view.date(it.begin()))))
            .orElse(view.t("procedure.notbegun")));
  }

  /**
   * The kinds of steps after the one that it is in, or from one on that will be held again; a
   * withdrawal is no plan.
   */
  private static List<Node> ahead(
      View view, Optional<ProcedureStep> current, List<ProcedureStep> planned) {
    List<Node> kinds =
        view.questions().select("procedure/kinds", view.snapshot().graph()).stream()
            .map(row -> row.get("kind"))
            .filter(it -> !Iris.lastSegment(it).equals("intrekking"))
            .toList();
    int next = 1 + current.map(it -> kinds.indexOf(it.kind())).orElse(-1);
    int again =
        planned.stream()
            .mapToInt(it -> kinds.indexOf(it.kind()))
            .filter(it -> it >= 0)
            .min()
            .orElse(next);
    return kinds.subList(Math.min(next, again), kinds.size());
  }

  /** The advice or the decisions on the same since it began that no procedure has as a step. */
  private static List<Link> apart(View view, Procedure procedure, Node kind) {
    String step = Iris.lastSegment(kind);
    String begin = procedure.steps().stream().map(ProcedureStep::begin).min(naturalOrder()).get();
    if (!List.of("advies", "besluit").contains(step)) {
      return List.of();
    }
    Set<Node> linked =
        Procedure.all(view).stream()
            .flatMap(it -> it.steps().stream())
            .flatMap(it -> it.decisions().stream())
            .collect(Collectors.toSet());
    Set<Node> same =
        procedure.subjects().stream()
            .flatMap(it -> view.ask("decision/of-standard", "standard", it).stream())
            .map(row -> row.get("decision"))
            .filter(it -> !linked.contains(it))
            .collect(Collectors.toSet());
    return view.questions().select("decision/list", view.snapshot().graph()).stream()
        .filter(row -> same.contains(row.get("decision")))
        .filter(row -> step.equals("advies") == isAdvice(row))
        .filter(row -> since(row, PartialDate.start(begin).toString()))
        .map(row -> view.link(row.get("decision")))
        .distinct()
        .toList();
  }

  private static boolean isAdvice(Row row) {
    return row.has("kind") && Iris.lastSegment(row.get("kind")).contains("advies");
  }

  private static boolean since(Row row, String day) {
    String date = row.has("decided") ? row.text("decided") : row.text("from");
    return date != null && !PartialDate.isOver(date, day);
  }

  private static Stop stop(
      View view, Procedure procedure, ProcedureStep step, State state, List<Row> reactions) {
    String begin = view.date(step.begin());
    return new Stop(
        Iris.lastSegment(step.node()),
        procedure.name(view, step),
        state,
        step.end() == null ? begin : view.t("procedure.period", begin, view.date(step.end())),
        step.outcome(),
        step.documents(),
        step.decisions().stream().map(it -> Taken.of(view, it)).toList(),
        List.of(),
        reactions.stream()
            .filter(row -> row.get("step").equals(step.node()))
            .map(row -> reaction(view, row))
            .toList());
  }

  private static Stop coming(View view, Node kind, List<Link> apart) {
    return new Stop(
        null, view.name(kind), State.COMING, null, null, List.of(), List.of(), apart, List.of());
  }

  private static Reaction reaction(View view, Row row) {
    return new Reaction(
        view.link(row.get("who")),
        row.has("day") ? view.date(row.text("day")) : null,
        row.text("text"),
        row.text("answer"),
        row.has("answered") ? view.date(row.text("answered")) : null);
  }
}
