package nl.standaardencatalogus.server.benchmark;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
record Engine(String name, boolean overHttp, Function<Query, Answer> asking) {
  private static final Pattern DURATION = Pattern.compile("answer;dur=([0-9.E-]+)");

  /**
   * A whole answer.
   *
   * @param inside what the engine says it spent itself, in milliseconds; null where it does not say
   * @param rows reads its rows
   */
  record Answer(Double inside, Supplier<RowSet> rows) {}

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
            return new Answer(null, () -> rows);
          }
        });
  }

  /** An endpoint; every one is asked in the same way, one that all understand. */
  static Engine at(String name, String address) {
    return new Engine(
        name,
        true,
        query -> {
          Client.Reply reply = Client.ask(address, query.serialize(), PATIENCE);
          return new Answer(
              inside(reply.timing()),
              () ->
                  RowSetReader.createReader(ResultSetLang.RS_JSON)
                      .read(new ByteArrayInputStream(reply.body()), ARQ.getContext()));
        });
  }

  private static Double inside(String timing) {
    Matcher duration = DURATION.matcher(timing == null ? "" : timing);
    return duration.find() ? Double.valueOf(duration.group(1)) : null;
  }

  /** The whole answer, its rows still to be read. */
  Answer ask(Query query) {
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
