package nl.standaardencatalogus.server.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The queries that were read lately, by their text: reading one takes longer than answering most.
 * Safe for use by several threads.
 */
final class ReadQueries {
  /** What is made of a query takes some fifty times the room of its text. */
  private static final long MOST_LETTERS = 512 << 10;

  private final Cache<String, ReadQuery> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_LETTERS)
          .weigher((String text, ReadQuery read) -> text.length())
          .executor(Runnable::run)
          .build();

  /** Reads a query, or fails as {@link ReadQuery#of} does. */
  ReadQuery of(String text) {
    ReadQuery read = kept.getIfPresent(text);
    if (read == null) {
      read = ReadQuery.of(text);
      // What varies is not prepared, and two threads may not run what is not prepared at once.
      if (!read.passed().varies()) {
        kept.put(text, read);
      }
    }
    return read;
  }
}
