package nl.standaardencatalogus.server.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpDateTime;

/**
 * Moments as headers write them. What Jetty and the JDK write has no zero before the first nine
 * days of a month, which RFC 9110 §5.6.7 wants; Jetty reads all forms that it allows.
 */
public final class HttpDate {
  private static final DateTimeFormatter FIXED =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** The moment, without the part of a second that headers have no room for. */
  public static String of(Instant moment) {
    return FIXED.format(moment);
  }

  /** The moment in a header; empty when it is none. */
  public static Optional<Instant> read(String header) {
    try {
      return Optional.of(HttpDateTime.parse(header).toInstant());
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
