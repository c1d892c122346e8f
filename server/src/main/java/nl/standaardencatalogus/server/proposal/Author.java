package nl.standaardencatalogus.server.proposal;

import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.server.account.Identity;
import nl.standaardencatalogus.server.account.Session;
import org.apache.jena.graph.Node;

/**
 * Who hands something in or answers it: a role or program of an organisation, or anybody.
 *
 * @param owner what his own things are kept under
 * @param name the role or program, never a person's name
 * @param organisation the organisation that answers for it; null for anybody
 */
public record Author(String owner, String name, Node organisation) {
  /** Somebody who is not known here. */
  public static final Author PUBLIC = new Author("", "bezoeker", null);

  /** Who is logged in. */
  public static Author of(Session session) {
    return new Author(
        session.owner(), session.principal().name(), session.principal().organisation());
  }

  /** Who shows a key or token. */
  public static Author of(Principal principal) {
    return new Author(
        principal.organisation().getURI() + " " + principal.name(),
        principal.name(),
        principal.organisation());
  }

  /** Whether it is anybody, of whom nothing is known. */
  public boolean isPublic() {
    return organisation == null;
  }

  /**
   * Whether both are one: by what they logged in with, or by the name under which an organisation
   * acts, as one may come in by a page now and by a program then.
   */
  public boolean isSame(Author other) {
    return !isPublic()
        && !other.isPublic()
        && (owner.equals(other.owner)
            || !(isPerson() && other.isPerson())
                && name.equals(other.name)
                && organisation.equals(other.organisation));
  }

  /** Who logs in elsewhere has no name here but that of his role, which his colleagues share. */
  private boolean isPerson() {
    return owner.startsWith(Identity.ELSEWHERE);
  }
}
