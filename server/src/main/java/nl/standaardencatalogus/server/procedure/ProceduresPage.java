package nl.standaardencatalogus.server.procedure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.page.Badge;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Procedure;
import nl.standaardencatalogus.server.page.ProcedureStep;
import nl.standaardencatalogus.server.page.View;

/**
 * The procedures: those that run with the step that they are in, those that are over with what they
 * came to. What moved last comes first.
 */
public record ProceduresPage(Frame frame, List<Line> running, List<Line> finished) {

  /**
   * A procedure in a list.
   *
   * @param step the one that it is in, or that it ended with
   * @param since the day on which that began
   * @param outcome what it came to, in words; null where that is not recorded
   */
  public record Line(
      Link procedure,
      String kind,
      String track,
      List<Link> subjects,
      String step,
      String since,
      List<Badge> forces,
      String outcome) {}

  static ProceduresPage of(View view) {
    List<Procedure> all =
        Procedure.all(view).stream()
            .sorted(Comparator.comparing((Procedure it) -> begin(view, it)).reversed())
            .toList();
    String title = view.t("procedures.title");
    return new ProceduresPage(
        view.frame(
            title,
            "besluiten",
            view.crumbs(view.section("decisions", "/besluiten"), Link.text(title)),
            true),
        all.stream().filter(it -> it.runs(view.day())).map(it -> line(view, it)).toList(),
        all.stream().filter(it -> !it.runs(view.day())).map(it -> line(view, it)).toList());
  }

  private static String begin(View view, Procedure procedure) {
    return procedure.current(view.day()).map(ProcedureStep::begin).orElse("");
  }

  private static Line line(View view, Procedure procedure) {
    Optional<ProcedureStep> step = procedure.current(view.day());
    return new Line(
        view.link(procedure.node()),
        view.concept(procedure.kind()),
        view.concept(procedure.track()),
        procedure.subjects().stream().map(view::link).toList(),
        procedure
            .between(view.day())
            .map(it -> view.t("procedure.step.over", procedure.name(view, it), view.date(it.end())))
            .or(() -> step.map(it -> procedure.name(view, it)))
            .orElse(view.t("procedure.notbegun")),
        step.map(it -> view.date(it.begin())).orElse(""),
        procedure.forces().stream().map(view::badge).toList(),
        procedure.outcome(view.day()));
  }
}
