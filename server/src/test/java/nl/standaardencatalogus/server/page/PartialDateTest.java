package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialDateTest {
  @ParameterizedTest
  @CsvSource({
    "2026, false, false, 2026-01-01",
    "2026-03, false, false, 2026-03-01",
    "2026-03-15, false, false, 2026-03-15",
    "2026-03-15Z, false, false, 2026-03-15",
    "2025, true, false, 2025-01-01",
    "2026-02, true, false, 2026-02-01",
    "2026-03-14, true, false, 2026-03-14",
    "2027, false, true, 2027-01-01",
    "2026-04, false, true, 2026-04-01",
    "2026-03-16, false, true, 2026-03-16",
  })
  void of_a_day_in_it_a_month_or_year_is_neither_over_nor_to_come(
      String date, boolean over, boolean after, LocalDate start) {
    assertEquals(over, PartialDate.isOver(date, "2026-03-15"));
    assertEquals(after, PartialDate.isAfter(date, "2026-03-15"));
    assertEquals(start, PartialDate.start(date));
  }
}
