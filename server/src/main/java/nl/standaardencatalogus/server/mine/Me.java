package nl.standaardencatalogus.server.mine;

import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.View;

/**
 * Who is logged in, as his pages show it.
 *
 * @param token what every form of his has in it
 * @param corrects whether he changes what others declared, and has to say why
 * @param edits whether he works on the register itself
 */
public record Me(String name, String organisation, String token, boolean corrects, boolean edits) {
  /** Who a session is of. */
  public static Me of(View view, Session session) {
    return new Me(
        session.principal().name(),
        view.name(session.principal().organisation()),
        session.formToken(),
        session.principal().is(Role.EDITOR),
        session.principal().edits());
  }
}
