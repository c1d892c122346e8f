package nl.standaardencatalogus.server.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;

/** The pages for people, in both languages: which address shows what. */
public final class Pages {
  private final States states;
  private final Questions questions;
  private final Overviews overviews;
  private final Map<Language, Texts> texts = new EnumMap<>(Language.class);
  private final Assets assets = new Assets();
  private final String publicUrl;
  private final Clock clock;

  /** Makes one page; empty when there is nothing at its address. */
  private interface Maker {
    Optional<?> make(View view, Context context);
  }

  /**
   * The pages over these states.
   *
   * @param publicUrl where the catalogue is on the web, without a slash at the end
   */
  public Pages(States states, Questions questions, String publicUrl, Clock clock) {
    this.states = states;
    this.questions = questions;
    this.overviews = new Overviews(questions);
    this.publicUrl = publicUrl;
    this.clock = clock;
    for (Language language : Language.values()) {
      texts.put(language, new Texts(language));
    }
  }

  /** Adds every page to the routes. */
  public void routes(JavalinConfig config) {
    config.fileRenderer(new Templates());
    config.routes.get("/static/{file}", this::asset);
    config.routes.exception(UnknownValue.class, this::unknown);
    for (Language language : Language.values()) {
      get(
          config,
          language,
          language == Language.NL ? "/" : "",
          "home",
          (v, c) -> Optional.of(HomePage.of(v)));
      get(
          config,
          language,
          "/standaarden",
          "standards",
          (v, c) -> Optional.of(StandardsPage.of(v, asked(c))));
      get(
          config,
          language,
          "/standaarden/{slug}",
          "standard",
          (v, c) -> standard(v, c).map(s -> StandardPage.of(v, s)));
    }
  }

  private void get(
      JavalinConfig config, Language language, String path, String template, Maker maker) {
    config.routes.get(language.prefix() + path, context -> answer(context, template, maker));
  }

  private void answer(Context context, String template, Maker maker) {
    View view = view(context);
    Optional<?> page = maker.make(view, context);
    if (page.isPresent()) {
      show(context, template, page.get());
    } else {
      context.status(HttpStatus.NOT_FOUND);
      show(context, "problem", ProblemPage.notFound(view));
    }
  }

  private static void show(Context context, String template, Object page) {
    context.render("page/" + template + ".jte", Map.of("page", page));
  }

  /** The page about something that went wrong; the status is already set. */
  public void problem(Context context, int status) {
    View view = today(context);
    context.status(status);
    if (status == 404) {
      show(context, "problem", ProblemPage.notFound(view));
    } else {
      String known = status == 400 || status == 410 ? String.valueOf(status) : "500";
      String text = status == 400 ? "" : view.t("problem." + known + ".text");
      show(context, "problem", ProblemPage.of(view, known, text));
    }
  }

  private void unknown(UnknownValue e, Context context) {
    context.status(HttpStatus.BAD_REQUEST);
    show(context, "problem", ProblemPage.unknown(today(context), e));
  }

  private static Optional<StandardSummary> standard(View view, Context context) {
    String slug = context.pathParam("slug");
    return view.overview().standards().stream().filter(s -> s.slug().equals(slug)).findFirst();
  }

  private static Asked asked(Context context) {
    return new Asked(Language.strip(context.path()), context.queryParamMap());
  }

  private View view(Context context) {
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
    Instant end = day.plusDays(1).atStartOfDay(View.ZONE).toInstant().minusMillis(1);
    return view(context, states.asOf(end), day, op);
  }

  private View view(Context context, Snapshot snapshot, LocalDate day, String op) {
    Language language = Language.of(context.path());
    return new View(
        snapshot,
        overviews.of(snapshot, day),
        questions,
        language,
        texts.get(language),
        Language.strip(context.path()),
        query(context),
        op,
        publicUrl,
        assets);
  }

  private static String query(Context context) {
    Asked asked = new Asked("", context.queryParamMap());
    return asked.with("op", "");
  }

  private void asset(Context context) {
    String name = context.pathParam("file");
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
