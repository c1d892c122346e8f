package nl.standaardencatalogus.server.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nl.standaardencatalogus.server.benchmark.Measured.Answered;
import nl.standaardencatalogus.server.benchmark.Measured.Late;
import nl.standaardencatalogus.server.benchmark.Measured.Refused;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.exec.RowSet;

/** One engine asked one question, again and again, until that is enough or it fails. */
final class Runs {
  /** Runs that are not counted, and those that are. */
  static final int WARM_UP = 200;

  static final int COUNTED = 7;

  private final Engine engine;
  private final Query query;
  private final List<Long> took = new ArrayList<>();
  private long total;
  private Rows rows;
  private Measured failed;

  Runs(Engine engine, Query query) {
    this.engine = engine;
    this.query = query;
  }

  Engine engine() {
    return engine;
  }

  /** Whether to ask no more: slow ones are asked less often. */
  boolean enough() {
    return failed != null || took.size() == WARM_UP + COUNTED || total > Engine.PATIENCE.toNanos();
  }

  /** Asks once more. */
  void ask() throws InterruptedException {
    long start = System.nanoTime();
    try {
      Supplier<RowSet> answer = engine.ask(query);
      long end = System.nanoTime();
      took.add(end - start);
      total += end - start;
      rows = Rows.of(answer.get());
    } catch (JenaException | HttpException | RuntimeIOException e) {
      boolean late = System.nanoTime() - start > 0.95 * Engine.PATIENCE.toNanos();
      failed = late ? new Late() : new Refused(why(e));
      engine.recover();
    }
  }

  private static String why(RuntimeException e) {
    String body = e instanceof HttpException http ? http.getResponse() : null;
    return body == null || body.isBlank() ? e.toString() : e.getMessage() + ": " + body;
  }

  /** What came of it. */
  Measured measured() {
    if (failed != null) {
      return failed;
    }
    int from = Math.max(0, took.size() - COUNTED);
    List<Long> counted = took.subList(from, took.size()).stream().sorted().toList();
    return new Answered(counted.get(counted.size() / 2) / 1e6, rows);
  }
}
