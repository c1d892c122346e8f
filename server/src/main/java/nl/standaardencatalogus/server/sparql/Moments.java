package nl.standaardencatalogus.server.sparql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import nl.standaardencatalogus.server.http.ProblemException;

/**
 * The two times that a query may be asked of: {@code asOf}, what was recorded by then, and {@code
 * validOn}, what holds on that day. A day ends in the Netherlands.
 */
public final class Moments {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private Moments() {}

  /** The end of a day, or a moment with its offset; null when none is given. */
  public static Instant asOf(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Instant moment;
    try {
      moment =
          text.contains("T")
              ? OffsetDateTime.parse(text.trim()).toInstant()
              : LocalDate.parse(text.trim())
                  .plusDays(1)
                  .atStartOfDay(ZONE)
                  .toInstant()
                  .minusMillis(1);
    } catch (DateTimeException e) {
      throw new ProblemException(
          400, "asOf must be a day or a moment, for example 2025-06-30 or 2025-06-30T12:00:00Z.");
    }
    if (moment.isAfter(Instant.now().plusSeconds(24 * 3600))) {
      throw new ProblemException(400, "asOf lies in the future: that has not been recorded yet.");
    }
    return moment;
  }

  /** A day; null when none is given. */
  public static LocalDate validOn(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text.trim());
    } catch (DateTimeException e) {
      throw new ProblemException(400, "validOn must be a day, for example 2025-06-30.");
    }
  }
}
