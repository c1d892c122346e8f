package nl.standaardencatalogus.server.page;

import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Endpoint;
import nl.standaardencatalogus.catalogue.question.Library;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.search.Searches;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.server.archimate.Exchanges;
import nl.standaardencatalogus.server.compare.Comparisons;
import nl.standaardencatalogus.server.cooperation.Cooperations;
import nl.standaardencatalogus.server.dump.Days;
import nl.standaardencatalogus.server.dump.Dumps;
import nl.standaardencatalogus.server.dump.Releases;
import nl.standaardencatalogus.server.dump.SigningKey;
import nl.standaardencatalogus.server.emblem.Emblems;
import nl.standaardencatalogus.server.explanation.Register;
import nl.standaardencatalogus.server.gap.Gaps;
import nl.standaardencatalogus.server.harvest.Descriptions;
import nl.standaardencatalogus.server.harvest.Holder;
import nl.standaardencatalogus.server.harvest.SchemaOrg;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.impact.Impacts;
import nl.standaardencatalogus.server.monitor.Monitor;
import nl.standaardencatalogus.server.procedure.Procedures;
import nl.standaardencatalogus.server.project.Projects;
import nl.standaardencatalogus.server.proposal.Remarks;
import nl.standaardencatalogus.server.proposal.Submissions;
import nl.standaardencatalogus.server.quality.Quality;
import nl.standaardencatalogus.server.question.LibraryAnswers;
import nl.standaardencatalogus.server.roadmap.Roadmap;
import nl.standaardencatalogus.server.sparql.Data;
import nl.standaardencatalogus.server.sparql.KeptQueries;
import nl.standaardencatalogus.server.sparql.Limits;
import nl.standaardencatalogus.server.sparql.Source;
import nl.standaardencatalogus.server.sparql.Sparql;
import nl.standaardencatalogus.server.statement.Statements;
import nl.standaardencatalogus.server.tender.Tenders;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/** The pages over a small catalogue, served on a free port. */
public final class Site implements AutoCloseable {
  static final String CSP =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Path NOWHERE = Path.of("nowhere");

  private final Javalin app;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Pages pages;

  public Site() {
    this(SmallStates.load());
  }

  Site(SmallStates states) {
    this(states, Releases.open(NOWHERE), null);
  }

  /**
   * The pages over the small catalogue, with one release in a folder. It is not of what the pages
   * show: of the small catalogue there is no log.
   */
  static Site withRelease(Path folder) throws IOException {
    try (Days days = new Days(folder)) {
      days.record("2026-11-02", "09:00", Days.goal("samen", 1));
      days.make("2026-11-03");
    }
    return new Site(
        SmallStates.load(), Releases.open(folder.resolve("releases")), SigningKey.in(folder));
  }

  /**
   * @param key that the releases are signed with; without it the site has none
   */
  private Site(SmallStates states, Releases releases, SigningKey key) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    Questions questions = Questions.load();
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
            questions,
            new Searches(),
            new SchemaOrg(questions, descriptions(questions), "https://example.org")::about,
            "https://example.org",
            clock);
    LibraryAnswers library = library(states.graph(), questions);
    ReusePages reuse = new ReusePages(pages, List::of, releases);
    app =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.before(context -> context.header("Content-Security-Policy", CSP));
              pages.routes(config);
              new Workbench(
                      pages,
                      sparql.answering(),
                      library.library(),
                      new KeptQueries(NOWHERE, 0),
                      "https://example.org")
                  .routes(config);
              new LibraryPages(pages, library).routes(config);
              reuse.routes(config);
              if (key != null) {
                new Dumps(releases, key, reuse, (context, about, path, graph, modified) -> false)
                    .routes(config);
              }
              new Quality(states, Rules.load(), pages).routes(config);
              new Gaps(pages, "https://example.org").routes(config);
              new Tenders(pages, "https://example.org").routes(config);
              new Exchanges(pages).routes(config);
              new Monitor(states, questions, pages).routes(config);
              new Impacts(pages, "https://example.org").routes(config);
              new Register(pages).routes(config);
              new Cooperations(pages).routes(config);
              new Roadmap(pages).routes(config);
              new Projects(pages).routes(config);
              new Procedures(pages).routes(config);
              new Comparisons(pages).routes(config);
              new Emblems(pages).routes(config);
              new Remarks(new Submissions(NOWHERE, 5), pages, clock).routes(config);
              new Statements(
                      pages, URI.create("mailto:post@example.org"), clock, "https://example.org")
                  .routes(config);
              config.routes.exception(
                  HttpResponseException.class,
                  (e, context) -> pages.problem(context, e.getStatus()));
              config.routes.exception(
                  ProblemException.class,
                  (e, context) ->
                      context
                          .status(e.problem().status())
                          .contentType(Problem.MEDIA_TYPE)
                          .result(e.problem().json()));
            });
    app.start(0);
  }

  /** The same with more in the catalogue, in Turtle. */
  public static Site with(String turtle) {
    SmallStates small = SmallStates.load();
    RDFParser.fromString(turtle, Lang.TURTLE).parse(small.graph());
    return new Site(small);
  }

  private static Descriptions descriptions(Questions questions) {
    return new Descriptions(
        questions,
        new Holder("https://example.org", Iris.organisation("vng"), null),
        () -> new Releases.Newest(Graph.emptyGraph, Instant.EPOCH),
        none -> Optional.empty());
  }

  /** The library over the small catalogue, with what follows from it on the day of the clock. */
  private static LibraryAnswers library(Graph small, Questions questions) {
    Graph graph = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(graph, small);
    Validity validity = new Validity(questions);
    LocalDate day = LocalDate.of(2026, 11, 23);
    GraphUtil.add(graph, validity.adoption(small, day).iterator());
    GraphUtil.add(graph, validity.standards(small, day).iterator());
    Source source =
        (asOf, validOn) ->
            new Data(
                "small " + asOf,
                1,
                SmallStates.RECORDED,
                watched -> DatasetGraphFactory.wrap(graph),
                () -> null);
    return new LibraryAnswers(
        Library.of(questions),
        Map.of(Endpoint.STATE, source, Endpoint.HISTORY, source),
        new Limits(Duration.ofSeconds(10), 1000, 1 << 20, 2, Duration.ofSeconds(60), 1 << 20));
  }

  Pages pages() {
    return pages;
  }

  String at(String path) {
    return "http://localhost:" + app.port() + path;
  }

  /** Asks for a path, with names and values of headers by turns. */
  public HttpResponse<String> get(String path, String... headers) {
    try {
      return client.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(at(path)));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  @Override
  public void close() {
    app.stop();
  }
}
