package nl.standaardencatalogus.server.mine;

import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/** That who is logged in does not act for a municipality, and what to do about it. */
public record DeniedPage(Frame frame, Me me, String municipality) {
  static DeniedPage of(View view, Session session, Node municipality) {
    String title = view.t("mine.denied.title");
    return new DeniedPage(
        view.frame(
            title,
            "mijn",
            view.crumbs(view.section("mine.title", "/mijn"), new Link(title, null)),
            false),
        Me.of(view, session),
        view.name(municipality));
  }
}
