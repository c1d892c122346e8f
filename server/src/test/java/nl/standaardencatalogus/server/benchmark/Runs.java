package nl.standaardencatalogus.server.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import nl.standaardencatalogus.server.benchmark.Measured.Answered;
import nl.standaardencatalogus.server.benchmark.Measured.Late;
import nl.standaardencatalogus.server.benchmark.Measured.Refused;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.shared.JenaException;

/** One engine asked one question, again and again, until that is enough or it fails. */
final class Runs {
  /** Runs that are not counted, and those that are. */
  static final int WARM_UP = 200;

  static final int COUNTED = 21;

  /** What takes long needs fewer runs to be as fast as it will be. */
  private static final Duration WARMING = Duration.ofSeconds(2);

  private final Engine engine;
  private final Query query;
  private final List<Long> took = new ArrayList<>();
  private final List<Double> spent = new ArrayList<>();
  private int warming;
  private long total;
  private Rows rows;
  private Double inside;
  private Measured failed;

  Runs(Engine engine, Query query) {
    this.engine = engine;
    this.query = query;
  }

  Engine engine() {
    return engine;
  }

  /** Asks once, without counting it, unless that has been done often enough. */
  void warm() throws InterruptedException {
    if (failed == null && warming < WARM_UP && total < WARMING.toNanos()) {
      total += ask();
      warming++;
    }
  }

  /** Asks until that is enough or it fails; slow ones are asked less often. */
  Measured measured() throws InterruptedException {
    total = 0;
    while (failed == null && took.size() < COUNTED && total < Engine.PATIENCE.toNanos()) {
      long time = ask();
      took.add(time);
      if (inside != null) {
        spent.add(inside);
      }
      total += time;
    }
    if (failed != null) {
      return failed;
    }
    return new Answered(median(took).getAsDouble() / 1e6, median(spent), rows);
  }

  private static OptionalDouble median(List<? extends Number> numbers) {
    double[] sorted = numbers.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted[sorted.length / 2]);
  }

  /** How long it took, in nanoseconds. */
  private long ask() throws InterruptedException {
    long start = System.nanoTime();
    try {
      Engine.Answer answer = engine.ask(query);
      long end = System.nanoTime();
      rows = Rows.of(answer.rows().get());
      inside = answer.inside();
      return end - start;
    } catch (JenaException | HttpException | RuntimeIOException e) {
      long end = System.nanoTime();
      boolean late = end - start > 0.95 * Engine.PATIENCE.toNanos();
      failed = late ? new Late() : new Refused(why(e));
      engine.recover();
      return end - start;
    }
  }

  private static String why(RuntimeException e) {
    String body = e instanceof HttpException http ? http.getResponse() : null;
    return body == null || body.isBlank() ? e.toString() : e.getMessage() + ": " + body;
  }
}
