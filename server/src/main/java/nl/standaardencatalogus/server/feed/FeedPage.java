package nl.standaardencatalogus.server.feed;

import java.time.Instant;
import java.util.List;

/**
 * A run of revisions of a feed that is sent as one.
 *
 * @param number its place in the feed, from 1
 * @param revisions the numbers of the revisions in it, in the order of the log
 * @param from when the first of them was recorded
 * @param to when the last of them was recorded
 * @param closed whether there will never be another revision in it
 */
record FeedPage(int number, List<Long> revisions, Instant from, Instant to, boolean closed) {
  FeedPage {
    revisions = List.copyOf(revisions);
  }

  /** The number of the last revision in it. */
  long last() {
    return revisions.get(revisions.size() - 1);
  }

  /** The first moment, in whole milliseconds as the catalogue records, after all that is in it. */
  Instant after() {
    return to.plusMillis(1);
  }
}
