package nl.standaardencatalogus.server.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.revision.RevisionIndex;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

class PagingTest {
  private static final int SIZE = 5;

  private final RevisionIndex index = new RevisionIndex();
  private final Paging paging = new Paging(record -> true, SIZE);
  private long commits;

  /** Adds a commit of so many revisions, a second after the one before. */
  private void commit(int revisions) {
    commits++;
    long before = index.lastRevision();
    index.add(
        new Commit(
            commits,
            Instant.EPOCH.plusSeconds(commits),
            "test",
            Iris.organisation("vng"),
            "Een proef",
            IntStream.rangeClosed(1, revisions).mapToObj(i -> revision(before + i)).toList(),
            "",
            ""));
  }

  private static Revision revision(long number) {
    Node record = number % 3 == 0 ? Iris.standard("s" + number) : Iris.goal("d" + number);
    return new Revision(number, record, Kind.CREATE, Optional.empty(), "", "");
  }

  private List<FeedPage> pages(Paging of) {
    return of.upTo(commits, index).list();
  }

  private List<List<Long>> numbers() {
    return pages(paging).stream().map(FeedPage::revisions).toList();
  }

  @Test
  void an_empty_log_has_no_pages() {
    assertEquals(List.of(), numbers());
  }

  @Test
  void a_commit_that_does_not_fit_begins_a_page() {
    commit(3);
    commit(3);
    assertEquals(List.of(List.of(1L, 2L, 3L), List.of(4L, 5L, 6L)), numbers());
    assertTrue(pages(paging).get(0).closed());
    assertFalse(pages(paging).get(1).closed());
  }

  @Test
  void a_full_page_is_closed_at_once() {
    commit(2);
    commit(3);
    assertTrue(pages(paging).get(0).closed());
  }

  @Test
  void a_commit_that_no_page_can_hold_goes_over_several_and_leaves_the_last_one_open() {
    commit(1);
    commit(12);
    commit(3);
    assertEquals(
        List.of(
            List.of(1L),
            List.of(2L, 3L, 4L, 5L, 6L),
            List.of(7L, 8L, 9L, 10L, 11L),
            List.of(12L, 13L, 14L, 15L, 16L)),
        numbers());
  }

  @Test
  void a_page_knows_when_its_first_and_last_revision_were_recorded() {
    commit(1);
    commit(2);
    FeedPage page = pages(paging).get(0);
    assertEquals(Instant.EPOCH.plusSeconds(1), page.from());
    assertEquals(Instant.EPOCH.plusSeconds(2), page.to());
  }

  @Test
  void only_the_records_of_the_feed_are_in_it() {
    commit(7);
    Paging standards = new Paging(Feed.DCAT.records(), SIZE);
    assertEquals(List.of(3L, 6L), pages(standards).get(0).revisions());
    assertEquals(2, standards.upTo(commits, index).members());
  }

  @Test
  void pages_are_the_same_whether_followed_commit_by_commit_or_made_at_once() {
    Random random = new Random(1);
    List<FeedPage> closed = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      commit(1 + random.nextInt(2 * SIZE + 3));
      List<FeedPage> now = pages(paging);
      assertEquals(closed, now.subList(0, closed.size()), "after commit " + commits);
      closed = now.stream().filter(FeedPage::closed).toList();
    }
    assertEquals(pages(new Paging(record -> true, SIZE)), pages(paging));
    assertEquals(
        IntStream.rangeClosed(1, (int) index.lastRevision()).mapToObj(Long::valueOf).toList(),
        numbers().stream().flatMap(List::stream).toList());
  }
}
