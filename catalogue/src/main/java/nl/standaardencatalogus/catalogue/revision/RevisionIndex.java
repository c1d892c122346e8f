package nl.standaardencatalogus.catalogue.revision;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Where in the log a revision, a record or a moment is found. Kept in memory; it follows from the
 * log and goes into each checkpoint. Safe for use by several threads.
 */
public final class RevisionIndex {
  private final List<Long> lastRevisionOfCommit = new ArrayList<>();
  private final List<Instant> recorded = new ArrayList<>();
  private final Map<Node, long[]> revisionsOfRecord = new HashMap<>();

  /** Takes in the commit that follows on those that it has. */
  public synchronized void add(Commit commit) {
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
  public synchronized long lastRevision() {
    return lastRevisionOfCommit.isEmpty()
        ? 0
        : lastRevisionOfCommit.get(lastRevisionOfCommit.size() - 1);
  }

  /** The number of the last revision up to and with a commit; 0 before the first. */
  public synchronized long lastRevisionOf(long commit) {
    return commit == 0 ? 0 : lastRevisionOfCommit.get((int) commit - 1);
  }

  /** The number of the commit that a revision is in. */
  public synchronized long commitOf(long revision) {
    int found = Collections.binarySearch(lastRevisionOfCommit, revision);
    return (found >= 0 ? found : -found - 1) + 1L;
  }

  /**
   * The number of the last commit that was recorded at a moment or before; 0 when there is none.
   */
  public synchronized long commitAt(Instant moment) {
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

  /** When a commit was recorded. */
  public synchronized Instant recordedAt(long commit) {
    return recorded.get((int) commit - 1);
  }

  /** The numbers of the revisions of these records after one revision up to and with another. */
  public synchronized long[] revisionsOf(Predicate<Node> records, long after, long upTo) {
    return revisionsOfRecord.entrySet().stream()
        .filter(entry -> entry.getValue()[entry.getValue().length - 1] > after)
        .filter(entry -> records.test(entry.getKey()))
        .flatMapToLong(entry -> Arrays.stream(entry.getValue()))
        .filter(number -> number > after && number <= upTo)
        .sorted()
        .toArray();
  }

  /** The number of the last revision of a record, deletions included. */
  public synchronized Optional<Long> lastOf(Node record) {
    long[] numbers = revisionsOfRecord.get(record);
    return numbers == null ? Optional.empty() : Optional.of(numbers[numbers.length - 1]);
  }

  /** The numbers of the revisions of a record, oldest first. */
  public synchronized long[] revisionsOf(Node record) {
    return revisionsOfRecord.getOrDefault(record, new long[0]).clone();
  }

  /** The numbers of the newest revisions of some records, deletions included, newest first. */
  public synchronized long[] newestOf(Predicate<Node> records, int most) {
    return revisionsOfRecord.entrySet().stream()
        .filter(entry -> records.test(entry.getKey()))
        .flatMapToLong(entry -> Arrays.stream(entry.getValue()))
        .boxed()
        .sorted(Comparator.reverseOrder())
        .limit(most)
        .mapToLong(Long::longValue)
        .toArray();
  }

  /**
   * When each revision of a record was recorded, oldest first.
   *
   * @param lastCommit those of later commits are left out
   */
  public synchronized List<Moment> moments(Node record, long lastCommit) {
    return Arrays.stream(revisionsOfRecord.getOrDefault(record, new long[0]))
        .filter(number -> commitOf(number) <= lastCommit)
        .mapToObj(number -> new Moment(number, recorded.get((int) commitOf(number) - 1)))
        .toList();
  }

  /**
   * The records that are otherwise after one commit than after another, whichever comes first, each
   * with the number of its last revision up to the other; 0 where it had none yet.
   */
  public synchronized Map<Node, Long> changedFrom(long one, long other) {
    long bound = lastRevisionOf(other);
    long after = lastRevisionOf(Math.min(one, other));
    long upTo = lastRevisionOf(Math.max(one, other));
    Map<Node, Long> last = new HashMap<>();
    revisionsOfRecord.forEach(
        (record, numbers) -> {
          int before = upTo(bound, numbers);
          int between = upTo(upTo, numbers) - upTo(after, numbers);
          if (between > 0) {
            last.put(record, before == 0 ? 0L : numbers[before - 1]);
          }
        });
    return last;
  }

  /** Whether it says of the commits that another one has what that one says. */
  public synchronized boolean agreesOn(RevisionIndex others) {
    synchronized (others) {
      int commits = others.recorded.size();
      long bound = others.lastRevision();
      return recorded.size() >= commits
          && recorded.subList(0, commits).equals(others.recorded)
          && lastRevisionOfCommit.subList(0, commits).equals(others.lastRevisionOfCommit)
          && recordsUpTo(bound).size() == others.revisionsOfRecord.size()
          && others.revisionsOfRecord.entrySet().stream()
              .allMatch(
                  entry ->
                      Arrays.equals(
                          onlyUpTo(bound, revisionsOf(entry.getKey())), entry.getValue()));
    }
  }

  /** Writes what it says of the commits up to and with this one. */
  public synchronized void write(DataOutput out, long lastCommit) throws IOException {
    long bound = lastRevisionOf(lastCommit);
    for (int i = 0; i < lastCommit; i++) {
      out.writeLong(lastRevisionOfCommit.get(i));
      out.writeLong(recorded.get(i).toEpochMilli());
    }
    List<Node> records = recordsUpTo(bound);
    out.writeInt(records.size());
    for (Node record : records) {
      long[] numbers = onlyUpTo(bound, revisionsOfRecord.get(record));
      out.writeUTF(record.getURI());
      out.writeInt(numbers.length);
      for (long number : numbers) {
        out.writeLong(number);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static RevisionIndex read(DataInput in, long lastCommit) throws IOException {
    RevisionIndex index = new RevisionIndex();
    for (long i = 0; i < lastCommit; i++) {
      index.lastRevisionOfCommit.add(in.readLong());
      index.recorded.add(Instant.ofEpochMilli(in.readLong()));
    }
    for (int left = in.readInt(); left > 0; left--) {
      Node record = NodeFactory.createURI(in.readUTF());
      long[] numbers = new long[in.readInt()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = in.readLong();
      }
      index.revisionsOfRecord.put(record, numbers);
    }
    return index;
  }

  private List<Node> recordsUpTo(long bound) {
    return revisionsOfRecord.entrySet().stream()
        .filter(entry -> entry.getValue()[0] <= bound)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static long[] onlyUpTo(long bound, long[] numbers) {
    return Arrays.copyOf(numbers, upTo(bound, numbers));
  }

  /** How many of these numbers, which rise, are no more than a bound. */
  private static int upTo(long bound, long[] numbers) {
    int found = Arrays.binarySearch(numbers, bound);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
