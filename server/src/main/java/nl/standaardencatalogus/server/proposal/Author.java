package nl.standaardencatalogus.server.proposal;

import nl.standaardencatalogus.catalogue.access.Principal;
import org.apache.jena.graph.Node;

/**
 * Who hands something in or answers it: a role or program of an organisation.
 *
 * @param owner what his own things are kept under
 * @param name the role or program, never a person's name
 * @param organisation the organisation that answers for it
 */
public record Author(String owner, String name, Node organisation) {
  /** Who shows a key or token. */
  public static Author of(Principal principal) {
    return new Author(
        principal.organisation().getURI() + " " + principal.name(),
        principal.name(),
        principal.organisation());
  }

  /**
   * Whether both are one: by what they logged in with, or by the name under which an organisation
   * acts, as one may come in by a page now and by a program then.
   */
  public boolean isSame(Author other) {
    return owner.equals(other.owner)
        || name.equals(other.name) && organisation.equals(other.organisation);
  }
}
