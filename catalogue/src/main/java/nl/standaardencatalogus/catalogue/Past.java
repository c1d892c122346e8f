package nl.standaardencatalogus.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.log.Chain;
import nl.standaardencatalogus.catalogue.log.CommitLog;
import nl.standaardencatalogus.catalogue.revision.Arrival;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.revision.RevisionIndex;
import nl.standaardencatalogus.catalogue.revision.Tombstone;
import nl.standaardencatalogus.catalogue.snapshot.Draft;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What the log remembers: revisions and commits by number, and whole states of earlier moments. The
 * last that were asked for are kept while memory allows. Safe for use by several threads.
 */
final class Past {
  /**
   * A state of a day is made from the nearest one that is kept, and shares with it what is the
   * same: the more are kept, the less has to be put back. One takes 5 to 20 MB at the size of the
   * demonstration.
   */
  private static final int STATES_KEPT = 32;

  /** What holds on a day shares less with what it was made of. */
  private static final int RESTRICTED_KEPT = 16;

  /** In characters of content. */
  private static final int COMMITS_KEPT = 32 << 20;

  /** From here on, in characters of content, a commit is kept apart. */
  private static final int LARGE = COMMITS_KEPT / 16;

  private static final int LARGE_COMMITS_KEPT = 4;

  private final CommitLog log;
  private final Validity validity;
  private final Cache<State, Snapshot> states =
      Caffeine.newBuilder().maximumSize(STATES_KEPT).softValues().build();
  private final Cache<Restricted, Snapshot> restricted =
      Caffeine.newBuilder().maximumSize(RESTRICTED_KEPT).softValues().build();
  private final Cache<Long, Commit> commits =
      Caffeine.newBuilder().maximumWeight(COMMITS_KEPT).weigher(Past::weight).softValues().build();

  /**
   * The first commit, with all curated facts, is asked for most and takes longest to read. Among
   * many small ones the other cache may find it too large to keep, each time anew.
   */
  private final Cache<Long, Commit> largeCommits =
      Caffeine.newBuilder().maximumSize(LARGE_COMMITS_KEPT).softValues().build();

  private volatile RevisionIndex index;

  private record State(long sequence, LocalDate day) {}

  private record Restricted(State state, LocalDate to) {}

  /** With an index of the commits that need not be read any more. */
  Past(CommitLog log, Validity validity, RevisionIndex index) {
    this.log = log;
    this.validity = validity;
    this.index = index;
  }

  private static int weight(long number, Commit commit) {
    return commit.revisions().stream()
        .mapToInt(revision -> revision.content().length() + 200)
        .sum();
  }

  RevisionIndex index() {
    return index;
  }

  void add(Commit commit) {
    index.add(commit);
  }

  /** For when commits had been added that did not get into the log. */
  void replace(RevisionIndex logged) {
    index = logged;
  }

  /** Empty also for a revision of a load that has not got into the log yet. */
  Optional<Revision> revision(long number) {
    return commitOf(number).map(commit -> revisionOf(commit, number));
  }

  /** The commit that a revision is in. */
  Optional<Commit> commitOf(long revision) {
    return revision < 1 || revision > index.lastRevision()
        ? Optional.empty()
        : commit(index.commitOf(revision));
  }

  Optional<Commit> commit(long number) {
    return number < 1 || number > log.size() ? Optional.empty() : Optional.of(read(number));
  }

  /** What is left of a record whose last revision is its deletion. */
  Optional<Tombstone> tombstone(Node record) {
    return index
        .lastOf(record)
        .flatMap(this::revision)
        .filter(last -> last.kind() == Kind.DELETE)
        .map(
            deletion ->
                new Tombstone(
                    deletion,
                    read(index.commitOf(deletion.number())),
                    deletion
                        .previous()
                        .flatMap(this::revision)
                        .map(before -> CanonicalGraph.read(before.content()))
                        .orElse(Graph.emptyGraph)));
  }

  /** All revisions of a record, oldest first. */
  List<Revision> revisions(Node record) {
    return Arrays.stream(index.revisionsOf(record))
        .mapToObj(this::revision)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The newest revisions of some records, deletions included, newest first. */
  List<Arrival> newest(Predicate<Node> records, int most) {
    List<Arrival> newest = new ArrayList<>();
    Commit commit = null;
    for (long number : index.newestOf(records, most)) {
      if (commit == null || commit.number() != index.commitOf(number)) {
        commit = read(index.commitOf(number));
      }
      newest.add(new Arrival(revisionOf(commit, number), commit));
    }
    return newest;
  }

  /**
   * The state as it was recorded at a moment, looked at on the day of that moment; it is made from
   * that of now.
   */
  Snapshot asOf(Instant moment, Snapshot now) {
    long sequence = Math.min(index.commitAt(moment), now.sequence());
    LocalDate day = LocalDate.ofInstant(moment, Validity.ZONE);
    if (sequence == now.sequence() && !day.isBefore(now.day())) {
      return now;
    }
    return states.get(new State(sequence, day), state -> state(now, sequence, day));
  }

  /** What of a state holds on a day. */
  Snapshot on(LocalDate day, Snapshot known) {
    return restricted.get(
        new Restricted(new State(known.sequence(), known.day()), day),
        state -> {
          Draft draft = Draft.of(known);
          draft.restrict(validity, day);
          return draft.finish();
        });
  }

  /** Begins with the nearest state there is, of which most is often as it was. */
  private Snapshot state(Snapshot now, long sequence, LocalDate day) {
    Snapshot nearest = nearest(now, sequence, day);
    Draft draft = Draft.of(nearest);
    // In the order of the log: each commit is read once, though many records go back to it.
    index.changedFrom(nearest.sequence(), sequence).entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(last -> putBack(draft, last.getKey(), last.getValue()));
    if (sequence == 0) {
      draft.reach(0, Instant.EPOCH, Chain.BEFORE_FIRST);
    } else {
      Commit commit = read(sequence);
      draft.reach(sequence, commit.recorded(), commit.hash());
    }
    draft.follow(validity, day);
    return draft.finish();
  }

  /** Of the state of now and those that are kept the one with least in between. */
  private Snapshot nearest(Snapshot now, long sequence, LocalDate day) {
    return Stream.concat(Stream.of(now), states.asMap().values().stream())
        .min(
            Comparator.comparing(
                state ->
                    Math.abs(state.sequence() - sequence)
                        + Math.abs(ChronoUnit.DAYS.between(state.day(), day))))
        .orElseThrow();
  }

  private void putBack(Draft draft, Node record, long number) {
    if (number == 0) {
      draft.put(record, Graph.emptyGraph, null);
      return;
    }
    Commit commit = read(index.commitOf(number));
    Revision revision = revisionOf(commit, number);
    if (revision.kind() == Kind.DELETE) {
      draft.put(record, Graph.emptyGraph, null);
    } else {
      draft.put(record, CanonicalGraph.read(revision.content()), Draft.place(commit, revision));
    }
  }

  private Commit read(long commit) {
    Commit large = largeCommits.getIfPresent(commit);
    if (large != null) {
      return large;
    }
    Commit known = commits.get(commit, log::read);
    if (weight(commit, known) > LARGE) {
      largeCommits.put(commit, known);
    }
    return known;
  }

  private static Revision revisionOf(Commit commit, long number) {
    long first = commit.revisions().get(0).number();
    return commit.revisions().get((int) (number - first));
  }
}
