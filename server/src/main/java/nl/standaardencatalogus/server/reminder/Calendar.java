package nl.standaardencatalogus.server.reminder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import nl.standaardencatalogus.catalogue.validity.Validity;

/**
 * A calendar of whole days (RFC 5545), written line by line: lines end in CRLF and are folded at 75
 * octets, never within a character (§3.1), and texts are escaped (§3.3.11).
 */
final class Calendar {
  private static final int MOST = 75;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder lines = new StringBuilder();
  private final Instant recorded;

  /**
   * An empty calendar.
   *
   * @param recorded when what it says was recorded
   */
  Calendar(String name, Instant recorded) {
    this.recorded = recorded;
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Standaardencatalogus//Herinneringen//NL");
    line("NAME:" + text(name));
    line("X-WR-CALNAME:" + text(name));
    line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
    // A calendar has one component at least (§3.6), and some municipalities have no reminders.
    line("BEGIN:VTIMEZONE");
    line("TZID:Europe/Amsterdam");
    change("STANDARD", "19961027T030000", "10", "+0200", "+0100");
    change("DAYLIGHT", "19810329T020000", "3", "+0100", "+0200");
    line("END:VTIMEZONE");
  }

  private void change(String part, String start, String month, String from, String to) {
    line("BEGIN:" + part);
    line("DTSTART:" + start);
    line("RRULE:FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU");
    line("TZOFFSETFROM:" + from);
    line("TZOFFSETTO:" + to);
    line("END:" + part);
  }

  /**
   * Adds a day, with an alarm a week before it.
   *
   * @param id stays the same as long as the event is the same one
   */
  void add(String id, LocalDate day, String summary, String description, String address) {
    begin(id, recorded, day, summary, description, address);
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    line("TRIGGER:-P7D");
    line("DESCRIPTION:" + text(summary));
    line("END:VALARM");
    line("END:VEVENT");
  }

  /** Adds something that stays on today, however often the calendar is fetched. */
  void addToday(String id, LocalDate today, String summary, String description, String address) {
    Instant start = today.atStartOfDay(Validity.ZONE).toInstant();
    begin(id, recorded.isAfter(start) ? recorded : start, today, summary, description, address);
    line("END:VEVENT");
  }

  private void begin(
      String id, Instant said, LocalDate day, String summary, String description, String address) {
    line("BEGIN:VEVENT");
    line("UID:" + text(id));
    line("DTSTAMP:" + MOMENT.format(said));
    line("DTSTART;VALUE=DATE:" + day.format(DateTimeFormatter.BASIC_ISO_DATE));
    line("SUMMARY:" + text(summary));
    line("DESCRIPTION:" + text(description));
    line("URL:" + address);
    line("TRANSP:TRANSPARENT");
  }

  /** The whole of it. */
  byte[] written() {
    line("END:VCALENDAR");
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", "");
  }

  private void line(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      String character = Character.toString(line.codePointAt(i));
      int more = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > MOST) {
        lines.append("\r\n ");
        octets = 1;
      }
      lines.append(character);
      octets += more;
    }
    lines.append("\r\n");
  }
}
