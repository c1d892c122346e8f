package nl.standaardencatalogus.server.mine;

import java.net.URI;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/** That somebody goes on to a provider of identities, to log in or out there too. */
public record LeavePage(Frame frame, String title, String text, Link onwards) {
  static LeavePage of(View view, String title, String text, String provider, URI address) {
    return new LeavePage(
        view.frame(title, "mijn", view.crumbs(new Link(title, null)), false),
        title,
        text,
        new Link(view.t("leave.link", provider), address.toString()));
  }
}
