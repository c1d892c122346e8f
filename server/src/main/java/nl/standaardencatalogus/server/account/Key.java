package nl.standaardencatalogus.server.account;

import java.time.Instant;
import java.util.Set;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.access.Role;
import org.apache.jena.graph.NodeFactory;

/**
 * A key that an organisation was given, as it is kept: without its secret. That is random for a
 * program, and a password for people, who log in with it.
 *
 * @param id what it is called in lists, and at the start of a program's key; what people log in as
 * @param name the role or program that uses it, never a person's name
 * @param organisation the IRI of the organisation that answers for it
 * @param expires from then on it opens nothing
 * @param revoked when it was taken back; null when it was not
 */
public record Key(
    String id,
    String name,
    String organisation,
    Set<Role> roles,
    Hash hash,
    Instant created,
    Instant expires,
    Instant revoked) {
  public Key {
    roles = Set.copyOf(roles);
  }

  /** Whether it still opens something. */
  public boolean isGood(Instant now) {
    return revoked == null && now.isBefore(expires);
  }

  /** Who uses it. */
  public Principal principal() {
    return new Principal(name, NodeFactory.createURI(organisation), roles);
  }

  /** Whether people log in with it. */
  public boolean isForPeople() {
    return hash.isOfPassword();
  }

  Key revoked(Instant moment) {
    return new Key(id, name, organisation, roles, hash, created, expires, moment);
  }
}
