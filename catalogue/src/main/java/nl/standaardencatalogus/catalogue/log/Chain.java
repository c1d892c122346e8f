package nl.standaardencatalogus.catalogue.log;

import java.time.Instant;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Revision;

/**
 * The chain that the commits of a log make: each holds the hash of the one before it. Follows the
 * commits in order, from the first one on or from one that is believed; for one thread.
 */
public final class Chain {
  /** What stands in place of a hash before the first commit. */
  public static final String BEFORE_FIRST = "0".repeat(64);

  private long number;
  private long revision;
  private Instant recorded = Instant.EPOCH;
  private String hash = BEFORE_FIRST;

  /**
   * A chain that goes on after a commit, whose predecessors are believed.
   *
   * @throws LogException when the commit has not the hash that it must have; it names the commit
   */
  public static Chain after(Commit commit) {
    require(commit, commit.hash().equals(CommitText.hash(commit)), "its hash is not its own");
    require(commit, !commit.revisions().isEmpty(), "it has no revisions");
    Chain chain = new Chain();
    chain.number = commit.number();
    chain.revision = commit.revisions().get(commit.revisions().size() - 1).number();
    chain.recorded = commit.recorded();
    chain.hash = commit.hash();
    return chain;
  }

  /**
   * Checks that a commit follows on the one before it and has the hash that it must have.
   *
   * @throws LogException when it does not; it names the commit
   */
  public void follow(Commit commit) {
    require(commit, commit.number() == number + 1, "it does not follow on commit " + number);
    require(commit, commit.previousHash().equals(hash), "it has not the hash of the one before it");
    require(commit, commit.hash().equals(CommitText.hash(commit)), "its hash is not its own");
    boolean later = commit.recorded().compareTo(recorded) >= 0;
    require(commit, number == 0 || later, "it was recorded before the one before it");
    require(commit, !commit.revisions().isEmpty(), "it has no revisions");
    for (Revision next : commit.revisions()) {
      revision++;
      require(commit, next.number() == revision, "revision " + revision + " is missing");
    }
    number = commit.number();
    recorded = commit.recorded();
    hash = commit.hash();
  }

  /**
   * Checks that the graphs of a commit have the hashes that it says they have.
   *
   * @throws LogException when one has not; it names the commit
   */
  public static void checkContents(Commit commit) {
    for (Revision revision : commit.revisions()) {
      String found = CanonicalGraph.sha256(revision.content());
      require(
          commit,
          found.equals(revision.contentHash()),
          "the content of revision " + revision.number() + " has not the hash that was recorded");
    }
  }

  private static void require(Commit commit, boolean holds, String problem) {
    if (!holds) {
      throw new LogException(
          "Commit "
              + commit.number()
              + " breaks the chain: "
              + problem
              + ". Put the log back from a backup.");
    }
  }
}
