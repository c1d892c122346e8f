package nl.standaardencatalogus.server.mine;

import java.util.Arrays;
import java.util.List;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.sheet.Limits;
import nl.standaardencatalogus.server.sheet.SheetFile;
import org.apache.jena.graph.Node;

/**
 * Where somebody gets the declarations of a municipality as a sheet, and sends one.
 *
 * @param path which sheets are sent to
 * @param trouble why what was sent cannot be read; null when nothing was, or it can
 */
public record SheetPage(
    Frame frame,
    Me me,
    String municipality,
    String mine,
    String path,
    List<Link> files,
    int kilobytes,
    int rows,
    String trouble) {
  static SheetPage of(View view, Session session, Node municipality, String trouble) {
    String heading = view.t("sheet.title");
    String name = view.name(municipality);
    String mine = "/mijn/" + Mine.code(municipality);
    return new SheetPage(
        view.frame(
            trouble == null ? heading : view.t("form.wrong", heading),
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"),
                new Link(name, view.href(mine)),
                new Link(heading, null)),
            false),
        Me.of(view, session),
        name,
        view.href(mine),
        view.href(mine + Sheets.PATH),
        Arrays.stream(SheetFile.values())
            .map(
                file ->
                    new Link(
                        view.t("sheet.file." + file.suffix()),
                        view.href(mine + Sheets.FILE + file.suffix())))
            .toList(),
        Limits.MOST_BYTES >> 10,
        Limits.MOST_ROWS,
        trouble);
  }
}
