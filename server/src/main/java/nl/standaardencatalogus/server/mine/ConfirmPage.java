package nl.standaardencatalogus.server.mine;

import java.util.List;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/**
 * A look at all declarations that wait to be confirmed, before they are confirmed together.
 *
 * @param path which what is ticked is sent to
 */
public record ConfirmPage(
    Frame frame, Me me, String municipality, String path, List<MinePage.Due> due) {
  static ConfirmPage of(View view, Session session, MinePage page) {
    String heading = view.t("mine.confirm.look");
    return new ConfirmPage(
        view.frame(
            heading,
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"),
                new Link(page.name(), page.self()),
                new Link(heading, null)),
            false),
        Me.of(view, session),
        page.name(),
        page.self(),
        page.boxes());
  }
}
