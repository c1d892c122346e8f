package nl.standaardencatalogus.server.page;

import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.search.Searches;
import nl.standaardencatalogus.server.sparql.Data;
import nl.standaardencatalogus.server.sparql.Limits;
import nl.standaardencatalogus.server.sparql.Sparql;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** The pages over a small catalogue, served on a free port. */
final class Site implements AutoCloseable {
  static final String CSP =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Javalin app;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Pages pages;

  Site() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    SmallStates states = SmallStates.load();
    Limits limits =
        new Limits(Duration.ofSeconds(2), 10_000, 1 << 20, 1, Duration.ofMinutes(1), 1 << 20);
    Sparql sparql =
        new Sparql(limits)
            .endpoint(
                "/sparql",
                (asOf, validOn) ->
                    new Data(
                        "small",
                        1,
                        SmallStates.RECORDED,
                        watched -> DatasetGraphFactory.wrap(watched.apply(states.graph())),
                        () -> null));
    pages =
        new Pages(
            states,
            Questions.load(),
            new Searches(),
            sparql.answering(),
            "https://example.org",
            clock);
    app =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.before(context -> context.header("Content-Security-Policy", CSP));
              pages.routes(config);
              config.routes.exception(
                  HttpResponseException.class,
                  (e, context) -> pages.problem(context, e.getStatus()));
            });
    app.start(0);
  }

  String at(String path) {
    return "http://localhost:" + app.port() + path;
  }

  HttpResponse<String> get(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(at(path))).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    app.stop();
  }
}
