package nl.standaardencatalogus.server.gemma;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import nl.standaardencatalogus.server.proposal.Submissions;

/**
 * Releases that somebody sent and has not decided about yet, in memory: a few, for two hours; of
 * those that were decided about where that led. After a restart they are sent again. Safe for use
 * by several threads.
 */
final class KeptReleases {
  /** Of all together: one of tens of MB takes as much memory. */
  private static final int MOST = 4;

  private static final int MOST_TAKEN = 1000;
  private static final Duration KEPT = Duration.ofHours(2);

  private final Cache<String, Kept> kept =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  private final Cache<String, Taken> taken =
      Caffeine.newBuilder().maximumSize(MOST_TAKEN).expireAfterWrite(KEPT).build();

  /**
   * A release that was sent.
   *
   * @param owner who sent it, as his session names him
   * @param date from which day on it holds
   */
  record Kept(String owner, String file, Release release, LocalDate date) {}

  private record Taken(String owner, String path) {}

  /** Keeps one; gives what it is known by. */
  String keep(Kept release) {
    String id = Submissions.freshId();
    kept.put(id, release);
    return id;
  }

  /** What somebody sent; empty when it is not his, or is no longer there. */
  Optional<Kept> of(String id, String owner) {
    return Optional.ofNullable(kept.getIfPresent(id)).filter(it -> it.owner().equals(owner));
  }

  /** Where the decision about it led; empty when there was none. */
  Optional<String> path(String id, String owner) {
    return Optional.ofNullable(taken.getIfPresent(id))
        .filter(it -> it.owner().equals(owner))
        .map(Taken::path);
  }

  /** Puts where it led in its place. */
  void taken(String id, String owner, String path) {
    taken.put(id, new Taken(owner, path));
    drop(id);
  }

  void drop(String id) {
    kept.invalidate(id);
  }
}
