package nl.standaardencatalogus.catalogue.access;

import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Who acts, however that was established.
 *
 * @param name a role or program, never a person's name; it becomes the actor of commits
 * @param organisation the IRI of the organisation that answers for it
 */
public record Principal(String name, Node organisation, Set<Role> roles) {
  public Principal {
    roles = Set.copyOf(roles);
  }

  /** Whether it has a role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether it works on the register itself: makes records or answers who proposes them. */
  public boolean edits() {
    return is(Role.EDITOR) || is(Role.SECRETARIAT) || is(Role.MAINTAINER);
  }
}
