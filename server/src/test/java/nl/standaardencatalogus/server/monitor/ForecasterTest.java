package nl.standaardencatalogus.server.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

class ForecasterTest {
  private static final Node STANDARD = Quarters.standard("zaken-api");
  private static final Node OTHER = Quarters.standard("stuf-bg");
  private static final int NOW = 9;

  /** Thirty use it from the start, and of forty plans for another half came in time. */
  private static Quarters past() {
    Quarters past = new Quarters(NOW + 1);
    for (int m = 1; m <= 30; m++) {
      past.uses(STANDARD, m, 0);
    }
    for (int m = 1; m <= 40; m++) {
      past.plans(OTHER, m, 0, 1);
      if (m <= 20) {
        past.uses(OTHER, m, 1);
      }
    }
    return past;
  }

  private static Forecast forecast(Quarters past) {
    return new Forecaster(past.standings(), Quarters.lives(100)).of(STANDARD).orElseThrow();
  }

  @Test
  void where_nobody_began_and_nobody_plans_nothing_changes() {
    Forecast forecast = forecast(past());
    assertEquals(30, forecast.using());
    assertEquals(100, forecast.all());
    assertEquals(30, forecast.points().get(Forecaster.QUARTERS - 1).mean(), 1e-9);
  }

  @Test
  void a_plan_is_carried_out_as_often_as_plans_are() {
    Quarters past = past();
    for (int m = 31; m <= 40; m++) {
      past.plans(STANDARD, m, NOW, NOW + 2);
    }
    Forecast forecast = forecast(past);
    assertEquals(30, forecast.points().get(0).mean(), 1e-9, "not before its day");
    assertEquals(35, forecast.points().get(1).mean(), 1e-9, "half of ten in time");
    assertTrue(forecast.points().get(1).spread() > forecast.points().get(0).spread());
  }

  @Test
  void who_plans_nothing_begins_as_often_as_before() {
    Quarters past = past();
    // Of seventy without a plan seven began a year before now, each for the first time.
    for (int m = 31; m <= 37; m++) {
      past.uses(STANDARD, m, NOW - 3);
    }
    Forecast forecast = forecast(past);
    double mean = forecast.points().get(3).mean();
    assertTrue(mean > 37 && mean < 37 + 63 * 0.1, "in a year: " + mean);
  }

  @Test
  void with_too_little_known_nothing_is_expected() {
    Quarters few = past();
    Node little = Quarters.standard("fsc");
    few.uses(little, 1, 0);
    Forecaster forecaster = new Forecaster(few.standings(), Quarters.lives(100));
    assertEquals(Optional.empty(), forecaster.of(little));
    Quarters without = new Quarters(NOW + 1);
    for (int m = 1; m <= 30; m++) {
      without.uses(STANDARD, m, 0);
    }
    assertEquals(
        Optional.empty(),
        new Forecaster(without.standings(), Quarters.lives(100)).of(STANDARD),
        "nobody knows how late plans turn out");
  }

  @Test
  void it_reaches_a_part_when_as_many_are_expected() {
    Quarters past = past();
    for (int m = 31; m <= 70; m++) {
      past.plans(STANDARD, m, NOW, NOW + 4);
    }
    Forecast forecast = forecast(past);
    assertEquals(Optional.of(Quarters.end(NOW + 4)), forecast.reaches(0.5));
    assertEquals(Optional.empty(), forecast.reaches(0.8));
    assertEquals(Optional.empty(), forecast.reachesAtTheLatest(0.5, 2));
    assertEquals(Optional.of(Quarters.end(NOW + 4)), forecast.reachesAtTheEarliest(0.55, 2));
  }
}
