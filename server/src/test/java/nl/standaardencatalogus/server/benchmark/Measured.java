package nl.standaardencatalogus.server.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.shared.JenaException;

/** What came of asking one engine one question. */
sealed interface Measured {
  /** Runs that are not counted, and those that are. */
  int WARM_UP = 2;

  int RUNS = 7;

  /** It answered: the median in milliseconds, and what. */
  record Answered(double median, Rows rows) implements Measured {}

  /** It never ended within the time it had. */
  record Late(String why) implements Measured {}

  /** It would not answer. */
  record Refused(String why) implements Measured {}

  /**
   * The median of {@link #RUNS} after {@link #WARM_UP}; of fewer where those together would take
   * longer than one query may.
   */
  static Measured of(Engine engine, Query query) throws InterruptedException {
    long begin = System.nanoTime();
    List<Long> took = new ArrayList<>();
    while (true) {
      long start = System.nanoTime();
      try {
        Rows rows = engine.ask(query);
        took.add(System.nanoTime() - start);
        boolean enough = System.nanoTime() - begin > Engine.PATIENCE.toNanos();
        if (enough || took.size() == WARM_UP + RUNS) {
          return new Answered(median(took), rows);
        }
      } catch (JenaException | HttpException | RuntimeIOException e) {
        boolean late = System.nanoTime() - start > 0.95 * Engine.PATIENCE.toNanos();
        String why = e.getClass().getSimpleName() + ": " + String.valueOf(e.getMessage());
        engine.recover();
        return late ? new Late(why) : new Refused(why);
      }
    }
  }

  private static double median(List<Long> took) {
    List<Long> counted =
        took.subList(Math.min(WARM_UP, took.size() - 1), took.size()).stream().sorted().toList();
    return counted.get(counted.size() / 2) / 1e6;
  }
}
