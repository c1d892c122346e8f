package nl.standaardencatalogus.server.mine;

import java.util.List;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.sheet.Grid;
import org.apache.jena.graph.Node;

/**
 * Many declarations at once, on a page: a row for each standard.
 *
 * @param path which it is sent to
 * @param headings above what can be filled in
 * @param nothing whether it was sent with nothing filled in
 */
public record GridPage(
    Frame frame,
    Me me,
    String municipality,
    String mine,
    String path,
    List<String> headings,
    List<Grid.Shown> lines,
    boolean nothing) {
  static GridPage of(
      View view,
      Session session,
      Node municipality,
      List<String> headings,
      List<Grid.Shown> lines) {
    String heading = view.t("grid.title");
    String name = view.name(municipality);
    String mine = "/mijn/" + Mine.code(municipality);
    return new GridPage(
        view.frame(
            heading,
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"),
                new Link(name, view.href(mine)),
                new Link(heading, null)),
            false),
        Me.of(view, session),
        name,
        view.href(mine),
        view.href(mine + "/tabel"),
        headings,
        lines,
        false);
  }

  /** The same, for who sent it with nothing filled in. */
  GridPage withNothing() {
    return new GridPage(frame, me, municipality, mine, path, headings, lines, true);
  }
}
