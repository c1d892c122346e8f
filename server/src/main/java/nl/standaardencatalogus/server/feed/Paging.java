package nl.standaardencatalogus.server.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.standaardencatalogus.catalogue.revision.RevisionIndex;
import org.apache.jena.graph.Node;

/**
 * Cuts the revisions of a feed into pages.
 *
 * <p>A commit goes whole into the page that is open, or when it does not fit there into the next
 * one; only a commit that no page can hold goes over several. Where a page ends follows from the
 * commits up to there alone, so that it is the same after every start and never moves.
 */
final class Paging {
  private final Predicate<Node> records;
  private final int size;
  private final List<FeedPage> closed = new ArrayList<>();
  private List<Long> open = new ArrayList<>();
  private Pages pages = new Pages(0, 0, List.of());

  /**
   * The pages of a feed at one moment.
   *
   * @param sequence the number of the last commit that is in them, or passed them by
   * @param members the number of revisions in them
   */
  record Pages(long sequence, long members, List<FeedPage> list) {}

  Paging(Predicate<Node> records, int size) {
    this.records = records;
    this.size = size;
  }

  /** The pages that hold all commits up to this one; a later one may be in them already. */
  synchronized Pages upTo(long sequence, RevisionIndex index) {
    if (sequence > pages.sequence()) {
      long after = index.lastRevisionOf(pages.sequence());
      long[] numbers = index.revisionsOf(records, after, index.lastRevisionOf(sequence));
      add(numbers, index);
      List<FeedPage> list = new ArrayList<>(closed);
      if (!open.isEmpty()) {
        list.add(page(index, open.size() == size));
      }
      pages = new Pages(sequence, pages.members() + numbers.length, List.copyOf(list));
    }
    return pages;
  }

  private void add(long[] numbers, RevisionIndex index) {
    int next = 0;
    while (next < numbers.length) {
      long last = index.lastRevisionOf(index.commitOf(numbers[next]));
      int end = next;
      while (end < numbers.length && numbers[end] <= last) {
        end++;
      }
      if (open.size() + end - next > size) {
        close(index);
      }
      for (; next < end; next++) {
        if (open.size() == size) {
          close(index);
        }
        open.add(numbers[next]);
      }
    }
  }

  private void close(RevisionIndex index) {
    if (!open.isEmpty()) {
      closed.add(page(index, true));
      open = new ArrayList<>();
    }
  }

  private FeedPage page(RevisionIndex index, boolean isClosed) {
    Instant from = index.recordedAt(index.commitOf(open.get(0)));
    Instant to = index.recordedAt(index.commitOf(open.get(open.size() - 1)));
    return new FeedPage(closed.size() + 1, open, from, to, isClosed);
  }
}
