package nl.standaardencatalogus.server.page;

import java.util.List;
import nl.standaardencatalogus.server.dump.Release;

/**
 * All dumps, the newest first, and how to make sure of one.
 *
 * @param first the day of which the first one will be, when there is none yet; else null
 * @param latest the newest one; null when there is none
 */
public record DumpsPage(Frame frame, List<Line> lines, String first, DumpPage latest) {

  /** One release in the list. */
  public record Line(Link day, long commit, long triples, long records, String canonical) {}

  static DumpsPage of(View view, List<Release> releases) {
    return new DumpsPage(
        view.frame(
            view.t("dumps"),
            "hergebruik",
            view.crumbs(view.section("reuse.title", "/hergebruik"), Link.text(view.t("dumps"))),
            true,
            List.<Link>of()),
        releases.stream().map(release -> line(view, release)).toList(),
        releases.isEmpty() ? view.date(view.frame("", "", List.of(), false).recorded()) : null,
        releases.isEmpty() ? null : DumpPage.of(view, releases.get(0)));
  }

  private static Line line(View view, Release release) {
    return new Line(
        new Link(view.date(release.day().toString()), view.href("/dumps/" + release.day() + "/")),
        release.said().sequence(),
        release.said().triples(),
        release.said().records(),
        release.said().canonical());
  }
}
