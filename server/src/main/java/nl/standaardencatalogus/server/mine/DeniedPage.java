package nl.standaardencatalogus.server.mine;

import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * That who is logged in does not act for a municipality, and what to do about it.
 *
 * @param elsewhere whether he acts for it, but not in this
 * @param own whether it is his own organisation, so that it is his role that may not
 */
public record DeniedPage(Frame frame, Me me, String municipality, boolean elsewhere, boolean own) {
  static DeniedPage of(View view, Session session, Node municipality, boolean elsewhere) {
    boolean own = session.principal().organisation().equals(municipality);
    String title =
        view.t(
            own
                ? "mine.denied.role.title"
                : elsewhere ? "mine.denied.beyond.title" : "mine.denied.title");
    return new DeniedPage(
        view.frame(
            title,
            "mijn",
            view.crumbs(view.section("mine.title", "/mijn"), new Link(title, null)),
            false),
        Me.of(view, session),
        view.name(municipality),
        elsewhere,
        own);
  }
}
