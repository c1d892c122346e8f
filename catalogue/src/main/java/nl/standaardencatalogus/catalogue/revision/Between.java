package nl.standaardencatalogus.catalogue.revision;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.apache.jena.graph.Node;

/**
 * What differs between two states of one log: the records in the commits between them. What was
 * derived from the one can be kept for the other as far as it does not follow from these.
 */
public final class Between {
  /** With more commits between them it is quicker to compare all that there is. */
  private static final int MOST = 500;

  private Between() {}

  /**
   * The records that the commits after the earlier state up to and with the later one changed,
   * whichever of the two comes first; empty when those are too many to look at or not all there.
   *
   * @param commits a commit by its number
   */
  public static Optional<Set<Node>> records(
      LongFunction<Optional<Commit>> commits, long one, long other) {
    long from = Math.min(one, other);
    long to = Math.max(one, other);
    if (from < 1 || to - from > MOST) {
      return Optional.empty();
    }
    Set<Node> records = new HashSet<>();
    for (long number = from + 1; number <= to; number++) {
      Optional<Commit> commit = commits.apply(number);
      if (commit.isEmpty()) {
        return Optional.empty();
      }
      commit.get().revisions().forEach(revision -> records.add(revision.record()));
    }
    return Optional.of(records);
  }
}
