package nl.standaardencatalogus.server.proposal;

import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.mine.Me;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/**
 * That who is logged in changes no records, and where he asks for a change.
 *
 * @param propose the form for that
 */
public record NoEditorPage(Frame frame, Me me, Link propose) {
  static NoEditorPage of(View view, Session session, String over) {
    String title = view.t("edit.noeditor");
    String query = over.isEmpty() ? "" : "?" + RemarkPage.OVER + "=" + over;
    return new NoEditorPage(
        view.frame(title, "mijn", view.crumbs(Link.text(title)), false),
        Me.of(view, session),
        new Link(view.t("remark.heading"), view.href(Remarks.PATH + query)));
  }
}
