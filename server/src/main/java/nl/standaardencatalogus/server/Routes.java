package nl.standaardencatalogus.server;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.Figures;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Pages;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every address of the catalogue but the SPARQL endpoints, which are Fuseki's.
 *
 * <ul>
 *   <li>{@code /} and below: pages for people
 *   <li>{@code /id/…}, {@code /doc/…}, {@code /def…}: linked data
 *   <li>{@code /nieuws.atom}, {@code /sitemap.xml}, {@code /robots.txt}: what is new
 *   <li>{@code /tabellen/…}: files for a spreadsheet
 *   <li>{@code /catalog}: the catalogue for harvesters
 *   <li>{@code /dumps/…}: everything in files, a release for each day with changes
 *   <li>{@code /api/v1/…}: for programs that read lists, and for organisations that write
 *   <li>{@code /ldes…}: every change, for who keeps a copy
 *   <li>{@code /health/live}, {@code /health/ready}, {@code /metrics}: for who runs it
 * </ul>
 */
final class Routes {
  private static final Pattern METHOD = Pattern.compile("\\b(GET|HEAD|POST|PUT|DELETE)\\b");
  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final Supplier<Snapshot> now;
  private final Pages pages;
  private final List<Consumer<JavalinConfig>> others;
  private final Figures figures;

  /**
   * All routes.
   *
   * @param others add those of what is there besides pages
   */
  Routes(
      Supplier<Snapshot> now, Pages pages, List<Consumer<JavalinConfig>> others, Figures figures) {
    this.now = now;
    this.pages = pages;
    this.others = others;
    this.figures = figures;
  }

  void add(JavalinConfig config) {
    pages.routes(config);
    others.forEach(other -> other.accept(config));
    Reads.add(
        config,
        "/health/live",
        context -> text(context, "application/json", "{\"status\":\"ok\"}"));
    Reads.add(config, "/health/ready", this::ready);
    Reads.add(config, "/metrics", this::metrics);
    config.routes.exception(
        ProblemException.class,
        (e, context) -> {
          if (e.problem().status() == 401) {
            context.header("WWW-Authenticate", e.challenge());
          }
          if (e.retryAfter() > 0) {
            context.header("Retry-After", String.valueOf(e.retryAfter()));
          }
          tell(context, e.problem());
        });
    config.routes.exception(HttpResponseException.class, this::refused);
    config.routes.exception(
        HttpException.RuntimeException.class,
        (e, context) ->
            tell(context, Problem.of(e.getCode(), "The request cannot be read: " + e.getReason())));
    config.routes.exception(Exception.class, this::unexpected);
  }

  private void ready(Context context) {
    text(
        context,
        "application/json",
        "{\"status\":\"ready\",\"sequence\":" + now.get().sequence() + "}");
  }

  private void metrics(Context context) {
    text(context, "text/plain; version=0.0.4; charset=utf-8", figures.text(now.get()));
  }

  private static void text(Context context, String type, String text) {
    context.contentType(type).header("Cache-Control", "no-store").result(text);
  }

  private void unexpected(Exception e, Context context) {
    LOG.error("{} {} failed", context.method(), context.path(), e);
    tell(context, Problem.of(500, "Something went wrong here; it has been written down."));
  }

  /** What Javalin refuses by itself: an address or a method that nothing answers. */
  private void refused(HttpResponseException e, Context context) {
    // RFC 9110 §15.5.6: who is refused a method is told which there are. Javalin names them under
    // one key to a program and under another, and marked up, to a browser.
    String methods =
        METHOD
            .matcher(String.join(" ", e.getDetails().values()))
            .results()
            .map(MatchResult::group)
            .distinct()
            .collect(Collectors.joining(", "));
    if (e.getStatus() == 405 && !methods.isEmpty()) {
      context.header("Allow", methods + ", OPTIONS");
      if (context.req().getMethod().equals("OPTIONS")) {
        context.status(204);
        return;
      }
    }
    String detail =
        e.getStatus() == 404 ? "There is nothing at " + context.path() + "." : e.getMessage();
    tell(context, Problem.of(e.getStatus(), detail));
  }

  private void tell(Context context, Problem problem) {
    context.status(problem.status());
    context.header("Cache-Control", "no-store");
    if (problem.status() == 429) {
      context.header("Retry-After", String.valueOf(problem.members().get("seconds")));
    }
    if (Accept.page(Accept.of(context.req()))) {
      pages.problem(context, problem.status());
    } else {
      context.contentType(Problem.MEDIA_TYPE).result(problem.json());
    }
  }
}
