package nl.standaardencatalogus.server.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.page.States;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Severity;

/**
 * How many findings there were at the end of each of the last quarters, by the rules of now. Worked
 * out one state after the other when somebody first asks, and then kept: the past does not change.
 */
final class Trend {
  private static final int QUARTERS = 8;

  private final States states;
  private final Checks checks;
  private final Map<LocalDate, Point> known = new ConcurrentSkipListMap<>();
  private final AtomicBoolean working = new AtomicBoolean();

  /**
   * How many findings there were of a weight at the end of a day.
   *
   * @param records how many records there were
   */
  record Point(LocalDate day, long violations, long warnings, long infos, int records) {
    static Point of(LocalDate day, List<Finding> findings, Snapshot state) {
      return new Point(
          day,
          count(findings, Severity.VIOLATION),
          count(findings, Severity.WARNING),
          count(findings, Severity.INFO),
          state.size());
    }

    long all() {
      return violations + warnings + infos;
    }
  }

  Trend(States states, Checks checks) {
    this.states = states;
    this.checks = checks;
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(it -> it.severity() == severity).count();
  }

  /** The ends of the last quarters that are over, the oldest first. */
  static List<LocalDate> days(LocalDate today) {
    LocalDate quarter = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3);
    return IntStream.range(0, QUARTERS)
        .mapToObj(i -> quarter.minusMonths(3L * (QUARTERS - 1 - i)).minusDays(1))
        .toList();
  }

  /** The points that are known by now; has the others worked out. */
  List<Point> points(LocalDate today) {
    List<LocalDate> missing = missing(today);
    if (!missing.isEmpty() && working.compareAndSet(false, true)) {
      next(missing);
    }
    return days(today).stream()
        .filter(known::containsKey)
        .map(known::get)
        .filter(it -> it.records() > 0)
        .toList();
  }

  /** Whether some are still to be worked out. */
  boolean isBusy(LocalDate today) {
    return !missing(today).isEmpty();
  }

  private List<LocalDate> missing(LocalDate today) {
    return days(today).stream().filter(it -> !known.containsKey(it)).toList();
  }

  /** One after the other, each at the end of the queue: the findings of now go first. */
  private void next(List<LocalDate> missing) {
    boolean taken =
        !missing.isEmpty()
            && checks.later(
                () -> {
                  try {
                    work(missing.get(0));
                  } catch (RuntimeException | Error e) {
                    working.set(false);
                    throw e;
                  }
                  next(new ArrayList<>(missing.subList(1, missing.size())));
                });
    if (!taken) {
      working.set(false);
    }
  }

  private void work(LocalDate day) {
    Snapshot state = states.asOf(View.end(day));
    known.put(day, Point.of(day, state.size() == 0 ? List.of() : checks.check(state, day), state));
  }
}
