package nl.standaardencatalogus.server.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

class BackTestTest {
  private static final LocalDate DAY = LocalDate.parse("2025-09-30");

  /** A forecast of a hundred with a spread of five, and so many that it became. */
  private static BackTest.Line line(int used) {
    Forecast.Point point = new Forecast.Point(DAY, 100, 5);
    Node standard = Quarters.standard("s" + used);
    return new BackTest.Line(
        standard, new Forecast(DAY, 50, 300, List.of(point, point, point, point)), used);
  }

  private static BackTest test(double width, int... used) {
    List<BackTest.Line> lines = new ArrayList<>();
    for (int one : used) {
      lines.add(line(one));
    }
    return new BackTest(width, lines);
  }

  @Test
  void a_band_is_as_wide_as_eight_of_ten_outcomes_ask_for() {
    BackTest test = test(0, 100, 101, 102, 103, 104, 95, 94, 107, 92, 109);
    assertEquals(
        8 / 5.0, test.widthToHold().orElseThrow(), 1e-9, "the ninth of ten, as one is to come");
    assertEquals(Optional.empty(), test(0, 100, 101).widthToHold(), "of two nobody can tell");
  }

  @Test
  void what_came_out_within_the_band_is_counted() {
    BackTest test = test(2, 90, 110, 111, 60);
    assertEquals(2, test.inside());
    assertEquals(11, test.medianError(), 1e-9);
  }

  @Test
  void it_forecasts_by_what_was_known_a_year_before_and_no_more() {
    Node standard = Quarters.standard("zaken-api");
    Node other = Quarters.standard("stuf-bg");
    Quarters past = new Quarters(14);
    for (int m = 1; m <= 40; m++) {
      past.uses(standard, m, m <= 30 ? 0 : 13).plans(other, m, 0, 1).uses(other, m, 1);
    }
    BackTest test = BackTest.of(past.standings(), Quarters.lives(100), List.of(standard), 1);
    assertEquals(1, test.lines().size());
    BackTest.Line line = test.lines().get(0);
    assertEquals(Quarters.end(9), line.forecast().day());
    assertEquals(30, line.forecast().using());
    assertEquals(30, line.point().mean(), 1e-9, "that ten would begin was not known");
    assertEquals(40, line.used());
    assertTrue(!test.isInside(line));
  }
}
