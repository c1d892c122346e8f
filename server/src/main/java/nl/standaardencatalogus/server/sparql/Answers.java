package nl.standaardencatalogus.server.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.server.http.Accept;

/**
 * The whole answers that were given lately, each under a tag of everything that it follows from:
 * the state, the query and what the request says of its form. A next commit makes them unreachable.
 * Safe for use by several threads.
 */
final class Answers {
  private static final List<String> DECIDE =
      List.of("output", "format", "results", "callback", "default-graph-uri", "named-graph-uri");

  private final long bytes;
  private final Cache<String, Answer> kept;

  /** None yet; together they may take so many bytes. */
  Answers(long bytes) {
    this.bytes = bytes;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((String tag, Answer answer) -> tag.length() + answer.weight())
            // Its upkeep is less work than to have another thread do it.
            .executor(Runnable::run)
            .build();
  }

  /** Names the answer: the same for what is answered the same, another one for everything else. */
  static String tag(HttpServletRequest request, Data data, String query) {
    StringBuilder all = new StringBuilder(query.length() + 256);
    all.append(data.state()).append('\n').append(request.getRequestURI()).append('\n');
    all.append(Objects.requireNonNullElse(Accept.of(request), "")).append('\n');
    for (String name : DECIDE) {
      all.append(Arrays.toString(request.getParameterValues(name))).append('\n');
    }
    return CanonicalGraph.sha256(all.append(query).toString()).substring(0, 32);
  }

  /** Whether the client already has the answer of this name. */
  static boolean has(HttpServletRequest request, String tag) {
    String tags = request.getHeader("If-None-Match");
    return tags != null
        && Arrays.stream(tags.split(","))
            .map(String::trim)
            .anyMatch(one -> one.equals("*") || one.contains('"' + tag));
  }

  /** Gives an answer that was given before; false when there is none. */
  boolean again(HttpServletRequest request, String tag, HeldResponse response) {
    Answer answer = kept.getIfPresent(tag);
    if (answer == null) {
      return false;
    }
    if (has(request, tag)) {
      response.unchanged(tag);
    } else {
      response.again(tag, answer);
    }
    return true;
  }

  /** Keeps an answer; one that may be another next time must not come here. */
  void keep(String tag, Answer answer) {
    if (bytes > 0) {
      kept.put(tag, answer.slim());
    }
  }
}
