package nl.standaardencatalogus.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * By what a client can tell that it has a representation already (RFC 9110 §13).
 *
 * @param tag the strong entity tag, in its quotes
 * @param modified when the representation last became what it is; null when not known
 */
public record Validators(String tag, Instant modified) {

  /** Puts them on an answer. */
  public void send(HttpServletResponse response) {
    response.setHeader("ETag", tag);
    if (modified != null) {
      response.setHeader("Last-Modified", HttpDate.of(modified));
    }
  }

  /** Whether the client has it; what it says of tags goes before what it says of times. */
  public boolean unchanged(HttpServletRequest request) {
    List<String> tags = Collections.list(request.getHeaders("If-None-Match"));
    if (!tags.isEmpty()) {
      return tags.stream()
          .flatMap(line -> Arrays.stream(line.split(",")))
          .map(String::trim)
          .map(one -> one.startsWith("W/") ? one.substring(2) : one)
          .anyMatch(one -> one.equals("*") || one.equals(tag));
    }
    String since = request.getHeader("If-Modified-Since");
    // A date that is none is to be left out of account (RFC 9110 §13.1.3).
    return since != null
        && modified != null
        && HttpDate.read(since)
            .filter(moment -> !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(moment))
            .isPresent();
  }
}
