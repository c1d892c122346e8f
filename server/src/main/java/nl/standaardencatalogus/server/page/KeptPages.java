package nl.standaardencatalogus.server.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import nl.standaardencatalogus.server.http.Body;

/**
 * The pages that were shown lately, each under all that it follows from: the state, the day and the
 * address. A next commit makes them unreachable. Safe for use by several threads.
 */
final class KeptPages {
  private static final long BYTES = 32L << 20;

  private final Cache<Key, Body> kept =
      Caffeine.newBuilder()
          .maximumWeight(BYTES)
          .weigher((Key key, Body body) -> 300 + key.address().length() + body.zipped().length)
          .executor(Runnable::run)
          .build();

  /** What a page follows from. */
  record Key(long sequence, String hash, LocalDate day, String address) {
    static Key of(View view, Context context) {
      return of(view, context.path() + '?' + context.queryString());
    }

    static Key of(View view, String address) {
      return new Key(
          view.snapshot().sequence(), view.snapshot().hash(), view.overview().day(), address);
    }
  }

  Optional<Body> of(Key key) {
    return Optional.ofNullable(kept.getIfPresent(key));
  }

  /** The bytes of a file. */
  Body keep(Key key, byte[] bytes) {
    Body body = Body.of(bytes);
    kept.put(key, body);
    return body;
  }

  /** The bytes of a page, kept where it stays the same. */
  Body keep(Key key, Object page, String html) {
    Body body = Body.of(html.getBytes(StandardCharsets.UTF_8));
    if (!(page instanceof Passing passing && passing.passing())) {
      kept.put(key, body);
    }
    return body;
  }
}
