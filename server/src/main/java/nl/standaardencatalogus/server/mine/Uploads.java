package nl.standaardencatalogus.server.mine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.server.sheet.Sheet;
import org.apache.jena.graph.Node;

/**
 * Sheets that somebody sent and has not decided about yet, in memory: a few of each, for two hours,
 * and of all together no more than there is room for. After a restart they are sent again. Safe for
 * use by several threads.
 */
final class Uploads {
  private static final int MOST_OF_ONE = 5;
  private static final long MOST_SIGNS = 64L << 20;
  private static final Duration KEPT = Duration.ofHours(2);

  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Upload> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_SIGNS)
          .weigher((String id, Upload upload) -> upload.sheet().signs())
          .expireAfterWrite(KEPT)
          .build();

  private long count;

  /**
   * A sheet that was sent.
   *
   * @param owner who sent it, as his session names him
   * @param number which of all it is; a later one has a higher number
   * @param good the declarations whose rows were good when they were last shown
   * @param commit the one that took it over; 0 as long as none did
   */
  record Upload(
      String owner,
      Node municipality,
      String file,
      Sheet sheet,
      long number,
      Set<Node> good,
      long commit) {
    Upload shown(Set<Node> now) {
      return new Upload(owner, municipality, file, sheet, number, now, commit);
    }

    Upload taken(long in) {
      return new Upload(owner, municipality, file, sheet, number, good, in);
    }
  }

  /**
   * Keeps a sheet, in the place of the oldest when its owner has many; gives what it is known by.
   */
  synchronized String keep(String owner, Node municipality, String file, Sheet sheet) {
    List<Map.Entry<String, Upload>> own =
        kept.asMap().entrySet().stream()
            .filter(entry -> entry.getValue().owner().equals(owner))
            .sorted(Comparator.comparingLong(entry -> entry.getValue().number()))
            .toList();
    own.stream().limit(Math.max(0, own.size() - MOST_OF_ONE + 1)).forEach(it -> drop(it.getKey()));
    byte[] bytes = new byte[12];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    count++;
    kept.put(id, new Upload(owner, municipality, file, sheet, count, Set.of(), 0));
    return id;
  }

  /** What somebody sent about a municipality; empty when it is not his, or is no longer there. */
  Optional<Upload> of(String id, String owner, Node municipality) {
    return Optional.ofNullable(kept.getIfPresent(id))
        .filter(it -> it.owner().equals(owner) && it.municipality().equals(municipality));
  }

  /** Remembers which declarations its owner saw that would be taken over. */
  void shown(String id, Set<Node> good) {
    kept.asMap().computeIfPresent(id, (same, it) -> it.shown(good));
  }

  /** Remembers what took it over, for who asks for that once more. */
  void taken(String id, long commit) {
    kept.asMap().computeIfPresent(id, (same, it) -> it.taken(commit));
  }

  void drop(String id) {
    kept.invalidate(id);
  }
}
