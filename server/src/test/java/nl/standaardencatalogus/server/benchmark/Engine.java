package nl.standaardencatalogus.server.benchmark;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;

/**
 * One that answers queries, under the name of its column.
 *
 * @param overHttp whether it is asked over HTTP, or else in this process
 * @param asking comes back when the whole answer is there; reading its rows is no work of the
 *     engine
 */
record Engine(String name, boolean overHttp, Function<Query, Supplier<RowSet>> asking) {
  /** The longest that any engine may take over a query. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration RECOVERY = Duration.ofSeconds(60);
  private static final Query NOTHING = QueryFactory.create("SELECT (1 AS ?one) {}");

  /** An engine in this process. */
  static Engine here(String name, Function<Query, QueryExecBuilder> builder) {
    return new Engine(
        name,
        false,
        query -> {
          try (QueryExec execution =
              builder.apply(query).timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).build()) {
            RowSet rows = execution.select().materialize();
            return () -> rows;
          }
        });
  }

  /** An endpoint; every one is asked in the same way, one that all understand. */
  static Engine at(String name, String address) {
    return new Engine(
        name,
        true,
        query -> {
          byte[] answer = Client.ask(address, query.serialize(), PATIENCE);
          return () ->
              RowSetReader.createReader(ResultSetLang.RS_JSON)
                  .read(new ByteArrayInputStream(answer), ARQ.getContext());
        });
  }

  /** The whole answer, its rows still to be read. */
  Supplier<RowSet> ask(Query query) {
    return asking.apply(query);
  }

  /**
   * Waits until it answers again after a query that failed, so that the next question does not pay
   * for that one; in vain when it is gone.
   */
  void recover() throws InterruptedException {
    long end = System.nanoTime() + RECOVERY.toNanos();
    while (System.nanoTime() < end) {
      try {
        ask(NOTHING);
        return;
      } catch (JenaException | HttpException | RuntimeIOException e) {
        Thread.sleep(500);
      }
    }
  }
}
