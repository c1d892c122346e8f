package nl.standaardencatalogus.catalogue.revision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Revisions that were taken together, as the log holds them: a value that says everything needed to
 * apply it, so that the same log gives the same state everywhere.
 *
 * @param number the place in the log, from 1
 * @param recorded when the catalogue took it (recorded time), in whole milliseconds, never before
 *     the commit before it
 * @param actor the role or program that acted
 * @param onBehalfOf the organisation that answers for it
 * @param proposer who put the changes forward; empty when that is who acted
 * @param reason why
 * @param revisions in the order of their numbers
 * @param previousHash the hash of the commit before this one; 64 zeros on the first
 * @param hash SHA-256 over everything above
 */
public record Commit(
    long number,
    Instant recorded,
    String actor,
    Node onBehalfOf,
    Optional<Proposer> proposer,
    String reason,
    List<Revision> revisions,
    String previousHash,
    String hash) {
  public Commit {
    revisions = List.copyOf(revisions);
  }

  /** A commit of changes that who acted put forward himself. */
  public Commit(
      long number,
      Instant recorded,
      String actor,
      Node onBehalfOf,
      String reason,
      List<Revision> revisions,
      String previousHash,
      String hash) {
    this(
        number,
        recorded,
        actor,
        onBehalfOf,
        Optional.empty(),
        reason,
        revisions,
        previousHash,
        hash);
  }
}
