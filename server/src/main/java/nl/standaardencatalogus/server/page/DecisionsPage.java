package nl.standaardencatalogus.server.page;

import java.util.List;
import nl.standaardencatalogus.catalogue.question.Row;

/** Every decision, the newest first. */
public record DecisionsPage(Frame frame, List<Line> decisions) {
  /** A decision in a list. */
  public record Line(
      Link decision, String date, Link body, String kind, Badge force, String weakness) {}

  static DecisionsPage of(View view) {
    return new DecisionsPage(
        view.frame(
            view.t("decisions"), "besluiten", view.crumbs(Link.text(view.t("decisions"))), true),
        lines(view));
  }

  static List<Line> lines(View view) {
    return view.questions().select("decision/list", view.snapshot().graph()).stream()
        .map(row -> line(view, row))
        .toList();
  }

  private static Line line(View view, Row row) {
    return new Line(
        new Link(row.text("title"), view.link(row.get("decision")).href()),
        view.date(row.has("from") ? row.text("from") : row.text("decided")),
        row.has("body") ? view.link(row.get("body")) : Link.text(view.t("unknown")),
        view.concept(row.get("kind")),
        row.has("force") ? view.badge(row.get("force")) : null,
        view.weakness(row.get("confidence")));
  }
}
