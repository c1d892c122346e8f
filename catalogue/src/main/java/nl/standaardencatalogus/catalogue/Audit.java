package nl.standaardencatalogus.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.history.History;
import nl.standaardencatalogus.catalogue.log.Chain;
import nl.standaardencatalogus.catalogue.log.CommitLog;
import nl.standaardencatalogus.catalogue.log.LogException;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.revision.RevisionIndex;
import nl.standaardencatalogus.catalogue.snapshot.Draft;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Holds the log against its own hashes, and all that is derived against the log. */
final class Audit {
  /** More of the same says no more. */
  private static final int MOST_PROBLEMS = 100;

  private final CommitLog log;
  private final Snapshot snapshot;
  private final RevisionIndex index;
  private final History history;
  private final Validity validity;
  private final Progress progress;
  private final List<String> problems = new ArrayList<>();
  private final Map<Node, Snapshot.Current> current = new HashMap<>();
  private final RevisionIndex logged = new RevisionIndex();
  private long commits;
  private long revisions;

  Audit(
      CommitLog log,
      Snapshot snapshot,
      RevisionIndex index,
      History history,
      Validity validity,
      Progress progress) {
    this.log = log;
    this.snapshot = snapshot;
    this.index = index;
    this.history = history;
    this.validity = validity;
    this.progress = progress;
  }

  Verification run(int vocabularySize) {
    if (checkLog()) {
      checkIndex();
      checkSnapshot(vocabularySize);
      checkHistory();
    }
    return new Verification(commits, revisions, problems);
  }

  private boolean checkLog() {
    Chain chain = new Chain();
    try {
      log.replay(1, snapshot.sequence(), commit -> check(chain, commit));
    } catch (LogException e) {
      problem(e.getMessage());
      return false;
    }
    if (commits < snapshot.sequence()) {
      problem("The log ends at commit " + commits + "; the snapshot is of a later one");
      return false;
    }
    return true;
  }

  private void check(Chain chain, Commit commit) {
    chain.follow(commit);
    Chain.checkContents(commit);
    logged.add(commit);
    for (Revision revision : commit.revisions()) {
      if (revision.kind() == Kind.DELETE) {
        current.remove(revision.record());
      } else {
        current.put(revision.record(), Draft.place(commit, revision));
      }
      revisions++;
    }
    commits++;
    progress.at("Checking the log", commits, snapshot.sequence());
  }

  private void checkIndex() {
    if (!index.agreesOn(logged)) {
      problem(
          "The index of revisions is not that of the log; delete the folder checkpoint and start"
              + " again to have it made anew");
    }
  }

  private void checkSnapshot(int vocabularySize) {
    long triples = vocabularySize;
    long done = 0;
    for (Map.Entry<Node, Snapshot.Current> entry : current.entrySet()) {
      Node record = entry.getKey();
      Snapshot.Current place = entry.getValue();
      Graph found = snapshot.record(record);
      if (!snapshot.current(record).equals(Optional.of(place))
          || !CanonicalGraph.sha256(CanonicalGraph.write(record, found))
              .equals(place.contentHash())) {
        problem("The snapshot does not have <" + record + "> as commit " + place.commit() + " has");
      }
      List<Triple> derived = Draft.derived(record, place);
      if (!derived.stream().allMatch(snapshot.graph()::contains)) {
        problem("The snapshot does not say where <" + record + "> stands");
      }
      triples += found.size() + derived.size();
      done++;
      progress.at("Checking the snapshot", done, current.size());
    }
    triples += checkFollowing();
    if (snapshot.size() != current.size()) {
      problem("The snapshot has " + snapshot.size() + " records, the log " + current.size());
    } else if (snapshot.graph().size() != triples) {
      problem(
          "The snapshot has "
              + snapshot.graph().size()
              + " triples where "
              + triples
              + " follow from the log");
    }
  }

  /** Gives the number of triples that follow from the records on the snapshot's day. */
  private long checkFollowing() {
    Set<Triple> following = new HashSet<>(validity.adoption(snapshot.graph(), snapshot.day()));
    following.addAll(validity.standards(snapshot.graph(), snapshot.day()));
    following.stream()
        .filter(triple -> !snapshot.graph().contains(triple))
        .forEach(triple -> problem("The snapshot does not say what follows: " + triple));
    return following.size();
  }

  private void checkHistory() {
    try {
      history.await(snapshot.sequence(), progress);
      log.replay(
          1,
          snapshot.sequence(),
          commit -> {
            history.differences(commit).forEach(this::problem);
            progress.at("Checking the history", commit.number(), commits);
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problem("Interrupted before the history was checked");
    } catch (RuntimeException e) {
      problem(
          "The history cannot be checked: "
              + e
              + "; start the catalogue again, and if that does not help delete the folder history"
              + " while it is stopped");
    }
  }

  private void problem(String problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }
}
