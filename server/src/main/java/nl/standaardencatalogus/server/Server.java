package nl.standaardencatalogus.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.question.Endpoint;
import nl.standaardencatalogus.catalogue.question.Library;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.search.Searches;
import nl.standaardencatalogus.server.account.Keys;
import nl.standaardencatalogus.server.account.Sessions;
import nl.standaardencatalogus.server.account.Visitors;
import nl.standaardencatalogus.server.api.Api;
import nl.standaardencatalogus.server.archimate.Exchanges;
import nl.standaardencatalogus.server.compare.Comparisons;
import nl.standaardencatalogus.server.cooperation.Cooperations;
import nl.standaardencatalogus.server.document.Documents;
import nl.standaardencatalogus.server.dump.Dumps;
import nl.standaardencatalogus.server.dump.ReleaseMaker;
import nl.standaardencatalogus.server.dump.Releases;
import nl.standaardencatalogus.server.dump.SigningKey;
import nl.standaardencatalogus.server.emblem.Emblems;
import nl.standaardencatalogus.server.explanation.Register;
import nl.standaardencatalogus.server.feed.Feeds;
import nl.standaardencatalogus.server.gap.Gaps;
import nl.standaardencatalogus.server.gemma.Intake;
import nl.standaardencatalogus.server.gemma.ReleasePages;
import nl.standaardencatalogus.server.harvest.Conformance;
import nl.standaardencatalogus.server.harvest.Descriptions;
import nl.standaardencatalogus.server.harvest.Harvest;
import nl.standaardencatalogus.server.harvest.Holder;
import nl.standaardencatalogus.server.harvest.SchemaOrg;
import nl.standaardencatalogus.server.http.Behind;
import nl.standaardencatalogus.server.http.Figures;
import nl.standaardencatalogus.server.http.Guard;
import nl.standaardencatalogus.server.http.LongestBody;
import nl.standaardencatalogus.server.http.PlainErrors;
import nl.standaardencatalogus.server.impact.Impacts;
import nl.standaardencatalogus.server.mine.Acting;
import nl.standaardencatalogus.server.mine.Carried;
import nl.standaardencatalogus.server.mine.Concepts;
import nl.standaardencatalogus.server.mine.Drafts;
import nl.standaardencatalogus.server.mine.Login;
import nl.standaardencatalogus.server.mine.Mine;
import nl.standaardencatalogus.server.mine.Uploads;
import nl.standaardencatalogus.server.monitor.Monitor;
import nl.standaardencatalogus.server.news.News;
import nl.standaardencatalogus.server.openid.OpenId;
import nl.standaardencatalogus.server.page.Conformity;
import nl.standaardencatalogus.server.page.LibraryPages;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.ReusePages;
import nl.standaardencatalogus.server.page.Workbench;
import nl.standaardencatalogus.server.procedure.Procedures;
import nl.standaardencatalogus.server.project.Projects;
import nl.standaardencatalogus.server.proposal.Drafting;
import nl.standaardencatalogus.server.proposal.Editing;
import nl.standaardencatalogus.server.proposal.Moderation;
import nl.standaardencatalogus.server.proposal.Proposals;
import nl.standaardencatalogus.server.proposal.Remarks;
import nl.standaardencatalogus.server.proposal.Submissions;
import nl.standaardencatalogus.server.quality.Quality;
import nl.standaardencatalogus.server.question.LibraryAnswers;
import nl.standaardencatalogus.server.reminder.Reminders;
import nl.standaardencatalogus.server.roadmap.Roadmap;
import nl.standaardencatalogus.server.source.OwnSources;
import nl.standaardencatalogus.server.sparql.KeptQueries;
import nl.standaardencatalogus.server.sparql.Source;
import nl.standaardencatalogus.server.sparql.Sources;
import nl.standaardencatalogus.server.sparql.Sparql;
import nl.standaardencatalogus.server.statement.Statements;
import nl.standaardencatalogus.server.table.Tables;
import nl.standaardencatalogus.server.tender.Tenders;
import nl.standaardencatalogus.shapes.Rules;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.NodeFactory;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;

/** The catalogue on the web: one Jetty with Javalin's pages and Fuseki's queries in it. */
final class Server implements AutoCloseable {
  private final Javalin javalin;
  private final Conformance conformance;
  private final ReleaseMaker maker;
  private final OwnSources sources;
  private final WarmUp warming;
  private final String address;

  private Server(
      Javalin javalin,
      Conformance conformance,
      ReleaseMaker maker,
      OwnSources sources,
      WarmUp warming,
      String address) {
    this.javalin = javalin;
    this.conformance = conformance;
    this.maker = maker;
    this.sources = sources;
    this.warming = warming;
    this.address = address;
  }

  /**
   * Serves a catalogue; throws {@link Unable} when the address cannot be had.
   *
   * @param warmUp how long it asks itself for what visitors ask for
   */
  static Server start(Settings settings, Catalogue catalogue, Rules rules, Duration warmUp) {
    int port = settings.port() == 0 ? free(settings.host()) : settings.port();
    String address = "http://" + host(settings.host()) + ":" + port;
    String publicUrl = settings.publicUrl() == null ? address : settings.publicUrl();
    CatalogueReader reader = new CatalogueReader(catalogue);
    Figures figures = new Figures();
    String own = UUID.randomUUID().toString();
    Questions questions = Questions.load();
    Searches searches = new Searches();
    Source states = Sources.states(catalogue, questions, searches);
    Source history = Sources.history(catalogue);
    LibraryAnswers library =
        new LibraryAnswers(
            Library.of(questions),
            Map.of(Endpoint.STATE, states, Endpoint.HISTORY, history),
            settings.query());
    Sparql sparql =
        new Sparql(settings.query())
            .endpoint("/sparql", states)
            .endpoint("/sparql/historie", history);
    Holder holder =
        new Holder(
            publicUrl,
            NodeFactory.createURI(settings.publisher().toString()),
            settings.contactEmail());
    Releases releases = Releases.open(settings.data().resolve("releases"));
    SigningKey key = key(settings);
    Descriptions descriptions =
        new Descriptions(questions, holder, releases::newest, catalogue::commit);
    Conformance conformance = new Conformance(catalogue::snapshot, descriptions);
    catalogue.listen(snapshot -> conformance.follow());
    Pages pages =
        new Pages(
            reader,
            questions,
            searches,
            new SchemaOrg(questions, descriptions, publicUrl)::about,
            publicUrl,
            Clock.systemUTC());
    Workbench workbench =
        new Workbench(
            pages,
            sparql.answering(),
            library.library(),
            new KeptQueries(settings.data().resolve("queries"), settings.shortLinks()),
            publicUrl);
    ReusePages reuse = new ReusePages(pages, () -> conformities(conformance), releases);
    Documents documents =
        new Documents(reader, new Readers(pages), releases::newest, publicUrl, Instant.now());
    Dumps dumps = new Dumps(releases, key, reuse, documents::answer);
    ReleaseMaker maker =
        new ReleaseMaker(
            catalogue, releases, key, holder.publisher(), Clock.systemUTC(), conformance::follow);
    Keys keys = new Keys(settings.data().resolve("keys"));
    OpenId openId =
        OpenId.of(
            settings.openId(), () -> catalogue.snapshot().graph(), publicUrl, Clock.systemUTC());
    Drafts drafts = new Drafts(settings.data().resolve("drafts"));
    Uploads uploads = new Uploads();
    Submissions submissions =
        new Submissions(settings.data().resolve("proposals"), settings.remarks());
    Moderation moderation =
        new Moderation(catalogue, submissions, settings.fourEyes(), Clock.systemUTC());
    Intake intake = new Intake(catalogue, moderation);
    Drafting drafting = new Drafting(moderation, rules);
    Login login =
        new Login(
            new Sessions(keys, Clock.systemUTC()),
            new Carried(drafts, uploads, drafting::keep),
            pages,
            openId,
            publicUrl.startsWith("https:"));
    Acting acting = new Acting(login, pages, Clock.systemUTC());
    OwnSources sources = sources(settings, catalogue, publicUrl, documents.contexts());
    Mine mine =
        new Mine(
            catalogue,
            rules,
            questions,
            login,
            drafts,
            new Concepts(settings.data().resolve("concepts")),
            uploads,
            sources,
            pages,
            Clock.systemUTC());
    Api api =
        new Api(
            catalogue,
            questions,
            new Visitors(
                keys, openId.programs().map(tokens -> tokens::principal), Clock.systemUTC()),
            documents::written,
            documents.contexts(),
            documents.contextAddress(),
            moderation,
            intake,
            settings.data().resolve("answers"),
            publicUrl,
            settings.contactEmail(),
            Clock.systemUTC());
    Harvest harvest = new Harvest(catalogue::snapshot, descriptions, "/hergebruik");
    Quality quality = new Quality(reader, rules, pages);
    Routes routes =
        new Routes(
            catalogue::snapshot,
            pages,
            List.of(
                workbench::routes,
                new LibraryPages(pages, library)::routes,
                reuse::routes,
                documents::routes,
                harvest::routes,
                api::routes,
                login::routes,
                mine::routes,
                new Proposals(moderation, acting, pages)::routes,
                // Before the forms, whose address it would be otherwise.
                new ReleasePages(intake, acting, pages, settings.releaseBytes())::routes,
                new Editing(drafting, moderation, acting, pages)::routes,
                new Remarks(submissions, pages, Clock.systemUTC())::routes,
                quality::routes,
                new Gaps(pages, publicUrl)::routes,
                new Statements(pages, settings.contactEmail(), Clock.systemUTC(), publicUrl)
                    ::routes,
                new Tenders(pages, publicUrl)::routes,
                new Exchanges(pages)::routes,
                new Impacts(pages, publicUrl)::routes,
                new Register(pages)::routes,
                new Cooperations(pages)::routes,
                new Roadmap(pages)::routes,
                new Projects(pages)::routes,
                new Procedures(pages)::routes,
                new Comparisons(pages)::routes,
                new Emblems(pages)::routes,
                new Monitor(reader, questions, pages)::routes,
                dumps::routes,
                new Feeds(catalogue, questions, publicUrl)::routes,
                new News(reader, publicUrl)::routes,
                new Reminders(catalogue::snapshot, questions, publicUrl, Clock.systemUTC())::routes,
                new Tables(catalogue::snapshot, questions)::routes),
            figures);
    Javalin javalin =
        Javalin.create(
            config -> {
              frame(config, settings);
              config.jetty.modifyServletContextHandler(
                  context -> {
                    guard(context, new Guard(figures, own));
                    sparql.mount(context);
                  });
              routes.add(config);
            });
    // Made before anybody can ask: the first time takes ten times as long as every later one.
    conformance.prepare();
    try {
      javalin.start(settings.host(), port);
    } catch (JavalinBindException e) {
      throw new Unable("Cannot listen on " + settings.host() + " port " + port + ": in use", e);
    }
    conformance.follow();
    maker.start();
    sources.start();
    WarmUp warming = new WarmUp(address, own, warmUp);
    warming.start(catalogue.snapshot());
    return new Server(javalin, conformance, maker, sources, warming, address);
  }

  /** The municipalities' own sources, as the settings list them. */
  static OwnSources sources(
      Settings settings, Catalogue catalogue, String publicUrl, Map<URI, String> contexts) {
    return new OwnSources(
        catalogue,
        settings.sources(),
        settings.sourcesInterval(),
        publicUrl,
        contexts,
        settings.data().resolve("sources"),
        Clock.systemUTC());
  }

  private static SigningKey key(Settings settings) {
    try {
      return settings.signingKey() == null
          ? SigningKey.in(settings.data())
          : SigningKey.read(settings.signingKey());
    } catch (SigningKey.KeyException e) {
      throw new Unable(e.getMessage(), e);
    }
  }

  private static List<Conformity> conformities(Conformance conformance) {
    return conformance
        .newest()
        .map(checked -> checked.layers().stream().map(Server::conformity).toList())
        .orElse(List.of());
  }

  private static Conformity conformity(Conformance.Layer layer) {
    int violations = layer.report().findings(Severity.VIOLATION).size();
    return new Conformity(
        layer.profile().title(), violations, layer.report().findings().size() - violations);
  }

  private static void frame(JavalinConfig config, Settings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = settings.requestBytes();
    // What people send is read at once, and need not lie in a folder before that.
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendDateHeader(true);
          http.setUriCompliance(UriCompliance.DEFAULT);
          if (!settings.proxies().isEmpty()) {
            http.addCustomizer(new Behind(settings.proxies()));
          }
        });
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(new PlainErrors());
          server.setStopTimeout(5000);
          server.insertHandler(new LongestBody(settings.requestBytes(), Server::takesReleases));
          server.insertHandler(
              new LongestBody(Math.max(settings.requestBytes(), settings.releaseBytes())));
        });
  }

  private static boolean takesReleases(String path) {
    return path.equals(Api.RELEASES) || ReleasePages.takes(path);
  }

  private static void guard(ServletContextHandler context, Guard guard) {
    context.addFilter(new FilterHolder(guard), "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  /** Throws {@link Unable} when the port of the settings is taken; any free one is never that. */
  static void requireFree(Settings settings) {
    if (settings.port() == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException | IllegalArgumentException e) {
      throw new Unable(
          "Cannot listen on "
              + settings.host()
              + " port "
              + settings.port()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static int free(String host) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("There is no free port on " + host, e);
    }
  }

  private static String host(String host) {
    if (host.equals("0.0.0.0") || host.equals("::") || host.equals("127.0.0.1")) {
      return "localhost";
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** Where it can be reached from this machine. */
  String address() {
    return address;
  }

  /** Every method and path that a handler answers. */
  List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(route -> route.endpoint.method + " " + route.endpoint.path)
        .toList();
  }

  @Override
  public void close() {
    warming.close();
    sources.close();
    // Before the next: a release that ends now has its conformance looked at.
    maker.close();
    conformance.close();
    javalin.stop();
  }
}
