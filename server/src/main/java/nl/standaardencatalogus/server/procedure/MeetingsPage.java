package nl.standaardencatalogus.server.procedure;

import java.util.List;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/** The meetings of bodies that advise or decide, the newest first. */
public record MeetingsPage(Frame frame, List<Line> meetings) {

  /** A meeting in a list. */
  public record Line(Link meeting, String day, Link body) {}

  static MeetingsPage of(View view) {
    String title = view.t("meetings.title");
    return new MeetingsPage(
        view.frame(
            title,
            "besluiten",
            view.crumbs(view.section("decisions", "/besluiten"), Link.text(title)),
            true),
        view.questions().select("meeting/list", view.snapshot().graph()).stream()
            .map(
                row ->
                    new Line(
                        view.link(row.get("meeting")),
                        view.date(row.text("day")),
                        view.link(row.get("body"))))
            .toList());
  }
}
