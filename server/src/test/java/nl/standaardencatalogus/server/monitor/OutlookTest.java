package nl.standaardencatalogus.server.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

class OutlookTest {
  private static final Node STANDARD = Quarters.standard("zaken-api");
  private static final LocalDate NOW = LocalDate.of(2026, 11, 28);

  private static BitSet of(int... municipalities) {
    BitSet set = new BitSet();
    for (int m : municipalities) {
      set.set(m);
    }
    return set;
  }

  /** A year ago 1 to 4 used it; 3 has stopped, 4 is no more, and 5 and 6 have begun. */
  private static Outlook.Year year() {
    Standing then = new Standing(NOW.minusYears(1), Map.of(STANDARD, of(1, 2, 3, 4)), Map.of());
    Standing now = new Standing(NOW, Map.of(STANDARD, of(1, 2, 5, 6)), Map.of());
    return Outlook.Year.of(then, of(1, 2, 3, 4, 5, 6), now, of(1, 2, 3, 5, 6));
  }

  @Test
  void who_is_no_more_did_not_stop() {
    assertEquals(1, year().stopped());
  }

  @Test
  void the_growth_is_that_of_a_year_to_the_day_and_not_of_four_quarters() {
    List<LocalDate> days = List.of(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 9, 30), NOW);
    Outlook outlook =
        new Outlook(
            days,
            new int[] {6, 5, 5},
            Map.of(STANDARD, new int[] {1, 1, 5}),
            year(),
            Map.of(),
            Map.of(),
            null,
            Optional.empty(),
            null);
    assertEquals(1, outlook.more(STANDARD));
    assertEquals(LocalDate.of(2026, 9, 30), outlook.quarter());
  }
}
