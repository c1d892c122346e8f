package nl.standaardencatalogus.catalogue.revision;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A commit that somebody wants: all of its changes, or none.
 *
 * @param actor the role or program that acts, never a person's name
 * @param onBehalfOf the organisation that answers for it
 * @param reason why, in one sentence
 * @param changes at most one for each record
 * @param proposer who put the changes forward; empty when that is who acts
 */
public record Proposal(
    String actor,
    Node onBehalfOf,
    String reason,
    List<Change> changes,
    Optional<Proposer> proposer) {
  public Proposal {
    changes = List.copyOf(changes);
  }

  /** Changes that who acts puts forward himself. */
  public Proposal(String actor, Node onBehalfOf, String reason, List<Change> changes) {
    this(actor, onBehalfOf, reason, changes, Optional.empty());
  }
}
