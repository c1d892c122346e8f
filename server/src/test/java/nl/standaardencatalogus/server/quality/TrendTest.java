package nl.standaardencatalogus.server.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which days the findings are counted. */
class TrendTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-27, 2024-12-31, 2026-09-30",
    "2026-10-01, 2024-12-31, 2026-09-30",
    "2026-09-30, 2024-09-30, 2026-06-30",
    "2026-01-01, 2024-03-31, 2025-12-31"
  })
  void they_are_the_ends_of_the_last_quarters_that_are_over(
      LocalDate today, LocalDate first, LocalDate last) {
    List<LocalDate> days = Trend.days(today);
    assertEquals(8, days.size());
    assertEquals(List.of(first, last), List.of(days.get(0), days.get(7)));
  }
}
