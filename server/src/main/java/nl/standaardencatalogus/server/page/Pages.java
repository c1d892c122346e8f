package nl.standaardencatalogus.server.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.revision.Tombstone;
import nl.standaardencatalogus.catalogue.search.Searches;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.Body;
import nl.standaardencatalogus.server.http.HttpDate;
import nl.standaardencatalogus.server.http.Links;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.question.QuestionFile;
import org.apache.jena.graph.Node;

/** The pages for people, in both languages: which address shows what. */
public final class Pages {
  private static final String HTML = "text/html;charset=utf-8";

  /** The statuses that pages have words for; every other one is told as a fault of ours. */
  private static final Set<Integer> TOLD = Set.of(400, 403, 409, 410, 413, 429, 503);

  private static final Pattern MUNICIPALITY = Pattern.compile("gm[0-9]{4}");

  private final States states;
  private final Questions questions;
  private final Told told;
  private final Overviews overviews;
  private final Map<Language, Texts> texts = new EnumMap<>(Language.class);
  private final Templates templates = new Templates();
  private final KeptPages pages = new KeptPages();
  private final Assets assets = new Assets();
  private final String publicUrl;
  private final Clock clock;

  /**
   * Makes one page; empty when there is nothing at its address. Nothing but the view and the
   * address decides what it is, unless it is {@link Passing}.
   */
  public interface Maker {
    /** The record that the template takes. */
    Optional<?> make(View view, Context context);
  }

  /**
   * The pages over these states.
   *
   * @param told what search engines are told of a thing
   * @param publicUrl where the catalogue is on the web, without a slash at the end
   */
  public Pages(
      States states,
      Questions questions,
      Searches searches,
      Told told,
      String publicUrl,
      Clock clock) {
    this.states = states;
    this.questions = questions;
    this.told = told;
    this.overviews = new Overviews(questions, searches, states::commit);
    this.publicUrl = publicUrl;
    this.clock = clock;
    for (Language language : Language.values()) {
      texts.put(language, new Texts(language));
    }
  }

  /** Adds every page to the routes. */
  public void routes(JavalinConfig config) {
    config.fileRenderer(templates);
    Reads.add(config, "/static/{file}", context -> asset(context, context.pathParam("file")));
    // Where browsers look when a document, such as one in Turtle, names no icon.
    Reads.add(config, "/favicon.ico", context -> asset(context, "icon.svg"));
    config.routes.exception(UnknownValue.class, this::unknown);
    StandardsFile.routes(config, this);
    for (Language language : Language.values()) {
      pages(config, language);
      lists(config, language);
      history(config, language);
      records(config, language);
    }
  }

  private void pages(JavalinConfig config, Language language) {
    String home = language == Language.NL ? "/" : "";
    get(config, language, home, "home", (v, c) -> Optional.of(HomePage.of(v)));
    get(
        config,
        language,
        "/standaarden/{slug}",
        "standard",
        (v, c) -> standard(v, c).map(s -> StandardPage.of(v, s)));
    get(
        config,
        language,
        "/standaarden/{slug}/invoering",
        "uptake",
        (v, c) -> standard(v, c).map(s -> UptakePage.of(v, s, Asked.of(c))));
    get(config, language, "/standaarden/{slug}/versies/{label}", "version", Pages::version);
    get(config, language, "/gemeenten/{code}", "municipality", Pages::municipality);
    get(config, language, "/architectuur/{slug}", "element", Pages::element);
    get(config, language, "/besluiten/{slug}", "decision", Pages::decision);
    get(config, language, "/ontologie", "ontology", (v, c) -> Optional.of(OntologyPage.of(v)));
  }

  private void lists(JavalinConfig config, Language language) {
    list(config, language, "standaarden", "standards", StandardsPage::of);
    list(config, language, "gemeenten", "municipalities", MunicipalitiesPage::of);
    list(config, language, "architectuur", "architecture", ArchitecturePage::of);
    list(config, language, "besluiten", "decisions", DecisionsPage::of);
    list(config, language, "over", "about", (v, a) -> AboutPage.of(v));
    list(config, language, ApiPage.SECTION, "api", (v, a) -> ApiPage.of(v));
    list(config, language, "begrippen", "concepts", (v, a) -> ConceptsPage.of(v));
    list(config, language, "commits", "commits", CommitsPage::of);
    RecordsPage.CLASSES
        .keySet()
        .forEach(
            section ->
                list(config, language, section, "records", (v, a) -> RecordsPage.of(v, section)));
  }

  private void history(JavalinConfig config, Language language) {
    get(
        config,
        language,
        "/revisies/{number}",
        "revision",
        (v, c) -> number(c).flatMap(states::revision).map(r -> RevisionPage.of(v, r)));
    get(
        config,
        language,
        "/commits/{number}",
        "commit",
        (v, c) -> number(c).flatMap(states::commit).map(r -> CommitPage.of(v, r)));
  }

  private void records(JavalinConfig config, Language language) {
    for (String section : RecordsPage.CLASSES.keySet()) {
      get(config, language, "/" + section + "/<tail>", "record", Pages::record);
    }
    get(config, language, "/begrippen/<tail>", "record", Pages::record);
    get(config, language, "/opgaven/<tail>", "record", Pages::record);
    get(config, language, "/adviezen/<tail>", "record", Pages::record);
  }

  /** Makes a page out of what the query of its address asks for. */
  private interface Lister {
    Object make(View view, Asked asked);
  }

  private void list(
      JavalinConfig config, Language language, String path, String template, Lister lister) {
    get(config, language, "/" + path, template, (v, c) -> Optional.of(lister.make(v, Asked.of(c))));
  }

  /** Adds a page at a path, in both languages. */
  public void add(JavalinConfig config, String path, String template, Maker maker) {
    for (Language language : Language.values()) {
      get(config, language, path, template, maker);
    }
  }

  private void get(
      JavalinConfig config, Language language, String path, String template, Maker maker) {
    Reads.add(
        config,
        language.prefix() + path,
        context -> {
          if (!isSentOn(context)) {
            answer(context, template, maker);
          }
        });
  }

  /** Sends on for good what asks for a page as if it were a folder: a page has one address. */
  private static boolean isSentOn(Context context) {
    String path = context.req().getRequestURI();
    if (path.length() == 1 || !path.endsWith("/")) {
      return false;
    }
    String query = context.queryString();
    context.redirect(
        path.replaceFirst("/+$", "") + (query == null ? "" : "?" + query),
        HttpStatus.MOVED_PERMANENTLY);
    return true;
  }

  /** Answers with a page about the day that is asked for; with 404 or 410 when there is none. */
  private void answer(Context context, String template, Maker maker) {
    View view = view(context);
    KeptPages.Key key = KeptPages.Key.of(view, context);
    Optional<Body> body = kept(key);
    if (body.isEmpty()) {
      body = maker.make(view, context).map(page -> keep(key, template, page));
    }
    if (body.isPresent()) {
      date(context, view);
      Signposts.of(view).ifPresent(links -> context.header("Link", links.header()));
      send(context, view, body.get());
    } else if (context.statusCode() / 100 != 3) {
      absent(context, view);
    }
  }

  private static void date(Context context, View view) {
    if (view.op() != null) {
      context.header("Memento-Datetime", HttpDate.of(view.asOf()));
    }
  }

  /**
   * Answers with a file, and keeps it as pages are kept. Its content type is the caller's.
   *
   * @param choice what decides, besides the view and the path, what the file is: other parts of the
   *     address would have the same file made and kept again
   */
  public void file(Context context, View view, List<String> choice, Supplier<byte[]> maker) {
    KeptPages.Key key = KeptPages.Key.of(view, context.path() + '?' + String.join("&", choice));
    Body body = kept(key).orElseGet(() -> pages.keep(key, maker.get()));
    date(context, view);
    deliver(context, view, body);
  }

  /** A page that was kept. */
  Optional<Body> kept(KeptPages.Key key) {
    return pages.of(key);
  }

  /** Makes a page of what its template takes, and keeps it. */
  Body keep(KeptPages.Key key, String template, Object page) {
    return pages.keep(key, page, templates.render(file(template), Map.of("page", page), null));
  }

  /** Answers with a page that is made already. */
  static void send(Context context, View view, Body page) {
    deliver(context.contentType(HTML), view, page);
  }

  private static void deliver(Context context, View view, Body body) {
    String known = context.res().getHeader("Vary");
    context.header("Vary", known == null ? "Accept-Encoding" : known + ", Accept-Encoding");
    context.header("Cache-Control", "no-cache");
    body.send(context, view.language().tag(), null);
  }

  private static String file(String template) {
    return "page/" + template + ".jte";
  }

  private void absent(Context context, View view) {
    Optional<Tombstone> deleted =
        PagePaths.things(view.path()).stream()
            .map(states::tombstone)
            .flatMap(Optional::stream)
            .findFirst();
    if (deleted.isPresent()) {
      leadOn(context, deleted.get().successors(view.snapshot().graph()));
      gone(context, view, deleted.get());
    } else {
      context.status(HttpStatus.NOT_FOUND);
      boolean later =
          view.op() != null
              && PagePaths.things(view.path()).stream().anyMatch(today(context)::holds);
      show(context, "problem", later ? ProblemPage.notYet(view) : ProblemPage.notFound(view));
    }
  }

  /**
   * The path of the page about a record as a revision left it: the page of its day when no later
   * revision is of that day too and the day is over, and else that of the revision.
   */
  public String past(Revision revision, Moment from, Optional<Moment> next) {
    LocalDate day = View.day(from);
    boolean whole =
        day.isBefore(LocalDate.now(clock.withZone(View.ZONE)))
            && next.map(View::day).filter(day::equals).isEmpty();
    return PagePaths.of(revision.record())
        .filter(page -> whole && revision.kind() != Kind.DELETE)
        .map(page -> page + "?op=" + day)
        .orElse("/revisies/" + revision.number());
  }

  /** The page about a record that was deleted, wherever it was asked for. */
  public void gone(Context context, Node record) {
    View view = today(context).at(PagePaths.of(record).orElse("/"));
    states.tombstone(record).ifPresent(tombstone -> gone(context, view, tombstone));
  }

  /** Tells programs too what came in the place of something (RFC 5829). */
  private static void leadOn(Context context, List<Node> successors) {
    Links links = new Links();
    successors.forEach(successor -> links.add(successor.getURI(), "successor-version"));
    if (!successors.isEmpty()) {
      context.header("Link", links.header());
    }
  }

  private void gone(Context context, View view, Tombstone tombstone) {
    context.status(HttpStatus.GONE);
    show(context, "gone", GonePage.of(view, tombstone));
  }

  /** The newest state, as who asks for a page is shown it. */
  public View now(Context context) {
    return today(context);
  }

  /** The same request about a state that there would be after the one that it is about. */
  public View supposing(View now, Snapshot after) {
    return now.on(after, overviews.supposing(now.snapshot(), after, now.overview().day()));
  }

  /** Answers with a page. */
  public void show(Context context, String template, Object page) {
    context.render(file(template), Map.of("page", page)).contentType(HTML);
  }

  /** The page about something that went wrong; the status is already set. */
  public void problem(Context context, int status) {
    View view = today(context);
    context.status(status);
    if (status == 404) {
      show(context, "problem", ProblemPage.notFound(view));
    } else {
      String known = TOLD.contains(status) ? String.valueOf(status) : "500";
      String text = status == 400 ? "" : view.t("problem." + known + ".text");
      show(context, "problem", ProblemPage.of(view, known, text));
    }
  }

  private void unknown(UnknownValue e, Context context) {
    boolean file = QuestionFile.ofSuffix(context.path()).isPresent();
    if (file || !Accept.page(Accept.of(context.req()))) {
      Problem problem =
          Problem.of(400, e.value() + " is no value of " + e.key() + ".")
              .with("parameter", e.key());
      context.status(400).contentType(Problem.MEDIA_TYPE).result(problem.json());
      return;
    }
    context.status(HttpStatus.BAD_REQUEST);
    show(context, "problem", ProblemPage.unknown(today(context), e));
  }

  private static Optional<StandardSummary> standard(View view, Context context) {
    String slug = context.pathParam("slug");
    return view.overview().standards().stream().filter(s -> s.slug().equals(slug)).findFirst();
  }

  private static Optional<?> version(View view, Context context) {
    return standard(view, context)
        .flatMap(
            standard ->
                PagePaths.things(view.path()).stream()
                    .filter(v -> view.overview().names().containsKey(v))
                    .findFirst()
                    .map(v -> VersionPage.of(view, standard, v)));
  }

  /** A municipality by its code; by its name the reader is sent on. */
  private static Optional<?> municipality(View view, Context context) {
    String code = context.pathParam("code");
    if (MUNICIPALITY.matcher(code).matches()) {
      return Optional.of(Iris.municipality(code))
          .filter(view.overview().names()::containsKey)
          .map(m -> MunicipalityPage.of(view, m));
    }
    view.overview().municipalities().stream()
        .filter(m -> Iris.slugOf(m.name()).equals(code))
        .findFirst()
        .ifPresent(m -> context.redirect(view.href("/gemeenten/" + m.code()), HttpStatus.FOUND));
    return Optional.empty();
  }

  private static Optional<?> element(View view, Context context) {
    return PagePaths.things(view.path()).stream()
        .map(view.overview().byElement()::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(e -> ElementPage.of(view, e));
  }

  private static Optional<?> decision(View view, Context context) {
    return PagePaths.things(view.path()).stream()
        .filter(view.overview().names()::containsKey)
        .findFirst()
        .map(d -> DecisionPage.of(view, d));
  }

  private static Optional<?> record(View view, Context context) {
    return PagePaths.things(view.path()).stream()
        .filter(view::holds)
        .findFirst()
        .map(r -> RecordPage.of(view, r, RecordsPage.list(view, view.path()).orElse(null)));
  }

  private static Optional<Long> number(Context context) {
    String number = context.pathParam("number");
    return number.matches("[1-9][0-9]{0,11}")
        ? Optional.of(Long.valueOf(number))
        : Optional.empty();
  }

  /** What who asks for a page is shown: the day of the address, or the newest state. */
  public View view(Context context) {
    String op = context.queryParam("op");
    return op == null || op.isBlank() ? today(context) : past(context, op.trim());
  }

  private View today(Context context) {
    return view(context, states.now(), LocalDate.now(clock.withZone(View.ZONE)), null);
  }

  /** The state at the end of a day that is over. */
  private View past(Context context, String op) {
    LocalDate today = LocalDate.now(clock.withZone(View.ZONE));
    LocalDate day;
    try {
      day = LocalDate.parse(op);
    } catch (DateTimeException e) {
      throw new UnknownValue("op", op, List.of(today.minusDays(1).toString()));
    }
    if (!day.isBefore(today)) {
      throw new UnknownValue("op", op, List.of(today.minusDays(1).toString()));
    }
    return view(context, states.asOf(View.end(day)), day, op);
  }

  private View view(Context context, Snapshot snapshot, LocalDate day, String op) {
    Language language = Language.of(context.path());
    return new View(
        states,
        snapshot,
        overviews.of(snapshot, day),
        questions,
        language,
        texts.get(language),
        Language.strip(context.path()),
        query(context),
        op,
        publicUrl,
        assets,
        told,
        LocalDate.now(clock.withZone(View.ZONE)));
  }

  private static String query(Context context) {
    Asked asked = new Asked("", context.queryParamMap());
    return asked.with("op", "");
  }

  private void asset(Context context, String name) {
    Optional<Assets.Asset> asset = assets.at(name);
    if (asset.isEmpty()) {
      problem(context, 404);
      return;
    }
    boolean hashed = name.matches(".*\\.[0-9a-f]{12}\\..*");
    context.contentType(asset.get().type());
    context.header(
        "Cache-Control", hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600");
    context.result(asset.get().content());
  }
}
