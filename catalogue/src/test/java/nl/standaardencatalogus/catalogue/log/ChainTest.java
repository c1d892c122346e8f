package nl.standaardencatalogus.catalogue.log;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Revision;
import org.junit.jupiter.api.Test;

class ChainTest {
  private final List<Commit> commits = Commits.chain(3);

  @Test
  void commits_that_follow_on_each_other_make_a_chain() {
    Chain chain = new Chain();
    for (Commit commit : commits) {
      chain.follow(commit);
      Chain.checkContents(commit);
    }
    Commit again = commits.get(2);
    assertThrows(LogException.class, () -> chain.follow(again));
  }

  @Test
  void a_commit_that_is_left_out_breaks_it() {
    breaks(commits.get(2), "does not follow on commit 1");
  }

  @Test
  void the_hash_of_another_commit_before_it_breaks_it() {
    Commit good = commits.get(1);
    breaks(sealed(good, good.recorded(), good.revisions(), "1".repeat(64)), "the one before it");
  }

  @Test
  void a_hash_that_is_not_its_own_breaks_it() {
    Commit good = commits.get(1);
    Commit changed =
        new Commit(
            good.number(),
            good.recorded(),
            "iemand anders",
            good.onBehalfOf(),
            good.reason(),
            good.revisions(),
            good.previousHash(),
            good.hash());
    breaks(changed, "its hash is not its own");
  }

  @Test
  void a_commit_that_was_recorded_before_the_one_before_it_breaks_it() {
    Commit good = commits.get(1);
    Instant earlier = commits.get(0).recorded().minusMillis(1);
    breaks(sealed(good, earlier, good.revisions(), good.previousHash()), "was recorded before");
  }

  @Test
  void a_commit_at_the_same_moment_does_not() {
    Commit good = commits.get(1);
    Chain chain = new Chain();
    chain.follow(commits.get(0));
    chain.follow(sealed(good, commits.get(0).recorded(), good.revisions(), good.previousHash()));
  }

  @Test
  void a_commit_without_revisions_breaks_it() {
    Commit good = commits.get(1);
    breaks(sealed(good, good.recorded(), List.of(), good.previousHash()), "no revisions");
  }

  @Test
  void a_revision_that_is_left_out_breaks_it() {
    Commit good = commits.get(1);
    Revision revision = good.revisions().get(0);
    Revision later =
        new Revision(
            revision.number() + 1,
            revision.record(),
            revision.kind(),
            revision.previous(),
            revision.content(),
            revision.contentHash());
    breaks(
        sealed(good, good.recorded(), List.of(later), good.previousHash()),
        "revision 2 is missing");
  }

  @Test
  void content_that_is_not_what_was_recorded_is_found() {
    Commit good = commits.get(1);
    Revision revision = good.revisions().get(0);
    Revision changed =
        new Revision(
            revision.number(),
            revision.record(),
            revision.kind(),
            revision.previous(),
            revision.content().replace("Titel 2", "Titel 9"),
            revision.contentHash());
    Commit forged = sealed(good, good.recorded(), List.of(changed), good.previousHash());
    LogException refused = assertThrows(LogException.class, () -> Chain.checkContents(forged));
    assertTrue(refused.getMessage().startsWith("Commit 2 breaks the chain"));
  }

  private void breaks(Commit commit, String why) {
    Chain chain = new Chain();
    chain.follow(commits.get(0));
    LogException refused = assertThrows(LogException.class, () -> chain.follow(commit));
    assertTrue(
        refused.getMessage().startsWith("Commit " + commit.number() + " breaks the chain")
            && refused.getMessage().contains(why),
        refused.getMessage());
  }

  private static Commit sealed(
      Commit of, Instant recorded, List<Revision> revisions, String previousHash) {
    return CommitText.sealed(
        of.number(),
        recorded,
        of.actor(),
        of.onBehalfOf(),
        of.proposer(),
        of.reason(),
        revisions,
        previousHash);
  }
}
