package nl.standaardencatalogus.server.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {
  private static String written(String summary) {
    Calendar calendar = new Calendar("Proef", Instant.parse("2026-11-26T10:00:00Z"));
    calendar.add("urn:a", LocalDate.of(2027, 1, 2), summary, "Doe iets", "https://example.org/a");
    return new String(calendar.written(), StandardCharsets.UTF_8);
  }

  @Test
  void a_day_is_an_event_of_a_whole_day() {
    String text = written("Bevestigen");
    assertTrue(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), text);
    assertTrue(text.contains("\r\nDTSTART;VALUE=DATE:20270102\r\n"), text);
    assertTrue(text.contains("\r\nDTSTAMP:20261126T100000Z\r\n"), text);
    assertTrue(text.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"), text);
  }

  @Test
  void what_stays_on_today_says_so_anew_each_day() {
    Calendar calendar = new Calendar("Proef", Instant.parse("2026-11-26T10:00:00Z"));
    calendar.addToday("urn:a", LocalDate.of(2027, 1, 2), "Drie", "Doe iets", "https://example.org");
    String text = new String(calendar.written(), StandardCharsets.UTF_8);
    assertTrue(text.contains("\r\nDTSTAMP:20270101T230000Z\r\n"), text);
    assertTrue(text.contains("\r\nDTSTART;VALUE=DATE:20270102\r\n"), text);
  }

  @Test
  void no_line_is_longer_than_75_octets_and_folding_loses_nothing() {
    String long75 = "Bëvestigen: " + "één naam, en nog een; ".repeat(20) + "𝕏";
    String text = written(long75);
    for (String line : List.of(text.split("\r\n"))) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
    }
    String unfolded = text.replace("\r\n ", "");
    assertTrue(
        unfolded.contains("SUMMARY:" + long75.replace(",", "\\,").replace(";", "\\;")), unfolded);
  }

  @Test
  void a_text_cannot_begin_a_line_of_its_own() {
    String text = written("a\r\nATTACH:https://example.org/b\\");
    assertTrue(text.contains("SUMMARY:a\\nATTACH:https://example.org/b\\\\\r\n"), text);
    assertEquals(1, text.lines().filter(line -> line.startsWith("SUMMARY")).count());
  }
}
