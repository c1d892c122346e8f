package nl.standaardencatalogus.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Revision;
import org.apache.jena.graph.Node;

/**
 * Where in the log a revision, a record or a moment is found. Kept in memory, made from the log at
 * each start. Safe for use by several threads.
 */
final class RevisionIndex {
  private final List<Long> lastRevisionOfCommit = new ArrayList<>();
  private final List<Instant> recorded = new ArrayList<>();
  private final Map<Node, long[]> revisionsOfRecord = new HashMap<>();

  synchronized void add(Commit commit) {
    for (Revision revision : commit.revisions()) {
      revisionsOfRecord.merge(
          revision.record(), new long[] {revision.number()}, RevisionIndex::joined);
    }
    lastRevisionOfCommit.add(lastRevision() + commit.revisions().size());
    recorded.add(commit.recorded());
  }

  private static long[] joined(long[] before, long[] added) {
    long[] joined = Arrays.copyOf(before, before.length + added.length);
    System.arraycopy(added, 0, joined, before.length, added.length);
    return joined;
  }

  /** The number of the last revision; 0 when there is none. */
  synchronized long lastRevision() {
    return lastRevisionOfCommit.isEmpty()
        ? 0
        : lastRevisionOfCommit.get(lastRevisionOfCommit.size() - 1);
  }

  /** The number of the last revision up to and with a commit; 0 before the first. */
  synchronized long lastRevisionOf(long commit) {
    return commit == 0 ? 0 : lastRevisionOfCommit.get((int) commit - 1);
  }

  /** The number of the commit that a revision is in. */
  synchronized long commitOf(long revision) {
    int found = Collections.binarySearch(lastRevisionOfCommit, revision);
    return (found >= 0 ? found : -found - 1) + 1L;
  }

  /**
   * The number of the last commit that was recorded at a moment or before; 0 when there is none.
   */
  synchronized long commitAt(Instant moment) {
    int low = 0;
    int high = recorded.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (recorded.get(middle).isAfter(moment)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The number of the last revision of a record, deletions included. */
  synchronized Optional<Long> lastOf(Node record) {
    long[] numbers = revisionsOfRecord.get(record);
    return numbers == null ? Optional.empty() : Optional.of(numbers[numbers.length - 1]);
  }

  /** The numbers of the revisions of a record, oldest first. */
  synchronized long[] revisionsOf(Node record) {
    return revisionsOfRecord.getOrDefault(record, new long[0]).clone();
  }

  /** Every record that ever was, with the number of its last revision up to a bound; 0 for none. */
  synchronized Map<Node, Long> lastRevisionsUpTo(long bound) {
    Map<Node, Long> last = new HashMap<>(revisionsOfRecord.size() * 2);
    revisionsOfRecord.forEach(
        (record, numbers) -> {
          int found = Arrays.binarySearch(numbers, bound);
          int place = found >= 0 ? found : -found - 2;
          last.put(record, place < 0 ? 0L : numbers[place]);
        });
    return last;
  }
}
