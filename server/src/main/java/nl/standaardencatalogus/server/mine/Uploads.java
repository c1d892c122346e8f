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
import java.util.stream.Stream;
import nl.standaardencatalogus.server.sheet.Sheet;
import org.apache.jena.graph.Node;

/**
 * Sheets that somebody sent and has not decided about yet, in memory: a few of each, for two hours,
 * and of all together no more than there is room for; of those that were taken over the commit.
 * After a restart they are sent again. Safe for use by several threads.
 */
public final class Uploads {
  private static final int MOST_OF_ONE = 5;
  private static final long MOST_SIGNS = 64L << 20;
  private static final int MOST_TAKEN = 10_000;
  private static final int AT_ONCE = 64;
  private static final Duration KEPT = Duration.ofHours(2);

  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Upload> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_SIGNS)
          .weigher((String id, Upload upload) -> upload.signs())
          .expireAfterWrite(KEPT)
          .build();

  private final Cache<String, Taken> taken =
      Caffeine.newBuilder().maximumSize(MOST_TAKEN).expireAfterWrite(KEPT).build();

  private final Object[] deciding =
      Stream.generate(Object::new).limit(AT_ONCE).toArray(Object[]::new);

  private long count;

  /**
   * A sheet that was sent.
   *
   * @param owner who sent it, as his session names him
   * @param number which of all it is; a later one has a higher number
   * @param typed what was filled in on a page, by row; null of a file
   * @param good the declarations whose rows were good when they were last shown
   */
  record Upload(
      String owner,
      Node municipality,
      String file,
      Sheet sheet,
      Map<String, Map<String, String>> typed,
      long number,
      Set<Node> good) {
    Upload shown(Set<Node> now) {
      return new Upload(owner, municipality, file, sheet, typed, number, now);
    }

    /** Whether it was filled in on a page. */
    boolean isTable() {
      return typed != null;
    }

    private int signs() {
      int signs = sheet.signs();
      if (typed != null) {
        for (Map<String, String> cells : typed.values()) {
          signs += cells.values().stream().mapToInt(String::length).sum();
        }
      }
      return signs;
    }
  }

  /** What became of one: the commit that took it over. */
  private record Taken(String owner, Node municipality, long commit) {}

  /**
   * Keeps a sheet, in the place of the oldest when its owner has many; gives what it is known by.
   *
   * @param typed what was filled in on a page, by row; null of a file
   */
  synchronized String keep(
      String owner,
      Node municipality,
      String file,
      Sheet sheet,
      Map<String, Map<String, String>> typed) {
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
    kept.put(id, new Upload(owner, municipality, file, sheet, typed, count, Set.of()));
    return id;
  }

  /** Keeps what was typed in a table that is to be sent yet. */
  String keepTable(String owner, Node municipality, Map<String, Map<String, String>> typed) {
    return keep(owner, municipality, "", Sheet.empty(), typed);
  }

  /** What somebody typed in a table, or ticked, and left; empty when there is none. */
  Map<String, Map<String, String>> typed(String id, String owner, Node municipality) {
    return Optional.ofNullable(id)
        .flatMap(it -> of(it, owner, municipality))
        .filter(Upload::isTable)
        .map(Upload::typed)
        .orElse(Map.of());
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

  /** Puts the commit that took it over in its place. */
  void taken(String id, Upload upload, long commit) {
    taken.put(id, new Taken(upload.owner(), upload.municipality(), commit));
    drop(id);
  }

  /** The commit that took over what somebody sent about a municipality. */
  Optional<Long> commit(String id, String owner, Node municipality) {
    return Optional.ofNullable(taken.getIfPresent(id))
        .filter(it -> it.owner().equals(owner) && it.municipality().equals(municipality))
        .map(Taken::commit);
  }

  /** What is held while somebody decides about one, for who sends that twice. */
  Object deciding(String id) {
    return deciding[Math.floorMod(id.hashCode(), deciding.length)];
  }

  void drop(String id) {
    kept.invalidate(id);
  }
}
