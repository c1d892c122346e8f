package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Forecasts by what was known at the end of a quarter. Who has a plan carries it out as late as
 * plans turn out ({@link Delays}); who has none begins as often as those without one did in the
 * year after each of the last quarters. Nobody stops.
 */
final class Forecaster {
  /** How far ahead. */
  static final int QUARTERS = 12;

  /** Fewer users than this tell nothing of how it goes on. */
  static final int LEAST_USERS = 20;

  /** With the outcome of fewer plans than this nobody knows how late they turn out. */
  static final int LEAST_PLANS = 30;

  private static final int YEAR = 4;
  private static final int LOOKED_BACK = 8;

  private final List<Standing> quarters;
  private final Lives lives;
  private final Delays delays;
  private final Standing now;
  private final BitSet there;

  /**
   * Works them out.
   *
   * @param quarters what was known at the end of each quarter, the oldest first; the last is when
   *     the forecast is made
   */
  Forecaster(List<Standing> quarters, Lives lives) {
    this.quarters = quarters;
    this.lives = lives;
    this.delays = Delays.of(quarters);
    this.now = quarters.get(quarters.size() - 1);
    this.there = lives.on(now.day());
  }

  Delays delays() {
    return delays;
  }

  /** What to expect of a standard; empty where too little is known. */
  Optional<Forecast> of(Node standard) {
    BitSet users = now.using(standard, there);
    boolean enough =
        users.cardinality() >= LEAST_USERS
            && delays.plans() >= LEAST_PLANS
            && quarters.size() > LOOKED_BACK;
    return enough ? Optional.of(forecast(standard, users)) : Optional.empty();
  }

  private Forecast forecast(Node standard, BitSet users) {
    double each = 1 - Math.pow(1 - begunWithinYear(standard), 1.0 / YEAR);
    Map<Integer, LocalDate> plans = now.plans(standard);
    List<Forecast.Point> points = new ArrayList<>();
    for (int quarter = 1; quarter <= QUARTERS; quarter++) {
      double mean = users.cardinality();
      // One more, so that what is certain by this reckoning has a band as well.
      double variance = 1;
      for (int m = there.nextSetBit(0); m >= 0; m = there.nextSetBit(m + 1)) {
        if (!users.get(m)) {
          LocalDate plan = plans.get(m);
          double chance =
              plan == null ? 1 - Math.pow(1 - each, quarter) : carriedOut(plan, quarter);
          mean += chance;
          variance += chance * (1 - chance);
        }
      }
      points.add(new Forecast.Point(after(now.day(), quarter), mean, Math.sqrt(variance)));
    }
    return new Forecast(now.day(), users.cardinality(), there.cardinality(), points);
  }

  /** How likely it is that a plan has been carried out some quarters from now. */
  private double carriedOut(LocalDate plan, int quarter) {
    int due = 0;
    if (plan.isAfter(now.day())) {
      while (after(now.day(), due).isBefore(plan)) {
        due++;
      }
      return delays.doneWithin(quarter - due);
    }
    int late = (int) ChronoUnit.MONTHS.between(plan, now.day()) / 3;
    double until = delays.doneWithin(late);
    return until >= 1 ? 0 : (delays.doneWithin(late + quarter) - until) / (1 - until);
  }

  /** Which part of those who neither used it nor planned to did use it a year later. */
  private double begunWithinYear(Node standard) {
    int last = quarters.size() - 1;
    int waited = 0;
    int began = 0;
    for (int i = last - LOOKED_BACK; i + YEAR <= last; i++) {
      Standing then = quarters.get(i);
      Standing later = quarters.get(i + YEAR);
      BitSet both = lives.on(then.day());
      both.and(lives.on(later.day()));
      for (int m = both.nextSetBit(0); m >= 0; m = both.nextSetBit(m + 1)) {
        if (!then.uses(standard, m) && !then.plans(standard).containsKey(m)) {
          waited++;
          began += later.uses(standard, m) ? 1 : 0;
        }
      }
    }
    return waited == 0 ? 0 : (double) began / waited;
  }

  /** The end of the quarter that is so many after one. */
  static LocalDate after(LocalDate end, int quarters) {
    return end.plusDays(1).plusMonths(3L * quarters).minusDays(1);
  }
}
