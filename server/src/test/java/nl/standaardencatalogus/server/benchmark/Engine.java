package nl.standaardencatalogus.server.benchmark;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QuerySendMode;

/**
 * One that answers queries, under the name of its column.
 *
 * @param overHttp whether it is asked over HTTP, or else in this process
 */
record Engine(String name, boolean overHttp, Function<Query, QueryExec> execution) {
  /** The longest that any engine may take over a query. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Not every endpoint understands an offer of HTTP/2. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Duration RECOVERY = Duration.ofSeconds(60);
  private static final Query NOTHING = QueryFactory.create("SELECT (1 AS ?one) {}");

  /** An engine in this process. */
  static Engine here(String name, Function<Query, QueryExecBuilder> builder) {
    return new Engine(
        name,
        false,
        query -> builder.apply(query).timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).build());
  }

  /** An endpoint; every one is asked in the same way, one that all understand. */
  static Engine at(String name, String address) {
    return new Engine(
        name,
        true,
        query ->
            QueryExecHTTP.service(address)
                .httpClient(CLIENT)
                .sendMode(QuerySendMode.asPostForm)
                .query(query)
                .timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .build());
  }

  /** The whole answer. */
  Rows ask(Query query) {
    try (QueryExec asked = execution.apply(query)) {
      return Rows.of(asked.select());
    }
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
