package nl.standaardencatalogus.server.statement;

import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/**
 * One statement.
 *
 * @param contact the address to write to; null when nobody has been named
 */
public record StatementPage(Frame frame, Link contact) {
  static StatementPage of(View view, String title, Link contact) {
    return new StatementPage(
        view.frame(view.t(title), "", view.crumbs(Link.text(view.t(title))), true), contact);
  }
}
