package nl.standaardencatalogus.server.mine;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.sheet.Columns;
import nl.standaardencatalogus.server.sheet.Download;
import nl.standaardencatalogus.server.sheet.Grid;
import nl.standaardencatalogus.server.sheet.Limits;
import nl.standaardencatalogus.server.sheet.Naming;
import nl.standaardencatalogus.server.sheet.Sheet;
import nl.standaardencatalogus.server.sheet.SheetFile;
import nl.standaardencatalogus.server.sheet.UnreadableSheet;
import nl.standaardencatalogus.shapes.FormShape;
import org.apache.jena.graph.Node;
import org.eclipse.jetty.http.HttpException;

/**
 * The addresses where somebody gets the declarations of a municipality as a sheet, sends it back,
 * looks at what would come of it, and has the good rows taken over as one commit. Nothing that was
 * not shown is ever taken over: what changed since is shown first.
 */
final class Sheets {
  static final String PATH = "/blad";
  static final String GRID = "/tabel";
  static final String FILE = "/opgaven.";

  private static final int LONGEST_NAME = 100;

  private final Acting acting;
  private final Catalogue catalogue;
  private final Questions questions;
  private final Pages pages;
  private final FormShape form;
  private final Columns columns;
  private final SheetEntries entries;
  private final SheetReceipts receipts;
  private final Uploads uploads;

  Sheets(
      Acting acting,
      Catalogue catalogue,
      Questions questions,
      Uploads uploads,
      Pages pages,
      FormShape form) {
    this.acting = acting;
    this.catalogue = catalogue;
    this.questions = questions;
    this.uploads = uploads;
    this.pages = pages;
    this.form = form;
    this.columns = new Columns(form);
    this.entries = new SheetEntries(acting);
    this.receipts = new SheetReceipts(acting, catalogue, pages);
  }

  void routes(JavalinConfig config) {
    receipts.routes(config);
    for (Language language : Language.values()) {
      String start = language.prefix() + "/mijn/{code}";
      Reads.add(config, start + FILE + "{form}", Mine.own(this::file));
      Reads.add(config, start + GRID, Mine.own(this::grid));
      config.routes.post(start + GRID, Mine.own(this::filled));
      Reads.add(config, start + PATH, Mine.own(this::page));
      config.routes.post(start + PATH, Mine.own(this::sent));
      Reads.add(config, start + PATH + "/{upload}", Mine.own(this::look));
      config.routes.post(start + PATH + "/{upload}", Mine.own(this::decided));
    }
  }

  /** Has somebody answered who acts for the municipality of the address; others are told. */
  private void answer(Context context, BiConsumer<Context, Actor> answer) {
    acting.actor(context).ifPresent(actor -> answer.accept(context, actor));
  }

  private void page(Context context) {
    answer(context, (same, actor) -> show(same, actor, null));
  }

  private void show(Context context, Actor actor, String trouble) {
    if (trouble != null) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    SheetPage page = SheetPage.of(actor.view(), actor.session(), actor.municipality(), trouble);
    pages.show(context, "mine-sheet", page);
  }

  // Out

  private void file(Context context) {
    answer(context, this::send);
  }

  private void send(Context context, Actor actor) {
    SheetFile file =
        SheetFile.ofSuffix(context.pathParam("form"))
            .orElseThrow(
                () -> new ProblemException(404, "There are .csv, .ods and .xlsx of these."));
    View view = actor.view();
    Snapshot state = view.snapshot();
    Download download =
        new Download(
            columns,
            new Naming(state.graph(), questions),
            state.graph(),
            view.texts(),
            view.language().tag());
    List<Download.Entry> rows = entries.of(actor);
    Set<Node> there = rows.stream().map(Download.Entry::standard).collect(Collectors.toSet());
    byte[] written = download.write(file, rows, entries.others(actor, there));
    String name = "opgaven-" + actor.code() + "-" + state.sequence();
    context
        .contentType(file.type())
        .header(
            "Content-Disposition", "attachment; filename=\"" + name + "." + file.suffix() + "\"")
        .result(written);
  }

  // On a page

  private Grid gridOf(Actor actor) {
    Snapshot state = actor.view().snapshot();
    return new Grid(
        columns,
        new Naming(state.graph(), questions),
        state.graph(),
        actor.view().texts(),
        actor.view().language().tag());
  }

  private void grid(Context context) {
    answer(
        context,
        (same, actor) -> {
          String id = same.queryParam("terug");
          GridPage page = grid(actor, uploads.typed(id, actor.owner(), actor.municipality()));
          boolean lost = Carried.isGone(same.queryParam(Carried.KEPT));
          pages.show(
              same,
              "mine-grid",
              lost
                  ? page.troubled(
                      actor.view().t("carried.gone"), actor.view().t("carried.gone.text"))
                  : page);
        });
  }

  private GridPage grid(Actor actor, Map<String, Map<String, String>> typed) {
    Grid grid = gridOf(actor);
    List<Download.Entry> rows = entries.of(actor, typed);
    Rebased rebased = Rebased.of(actor.view(), grid, rows, typed);
    return GridPage.of(
        actor.view(),
        actor.session(),
        actor.municipality(),
        form,
        grid.headings(),
        grid.lines(rows, Map.of()),
        grid.lines(rows, rebased.typed()),
        rebased);
  }

  private void filled(Context context) {
    acting
        .actor(context, () -> TypedRows.fields(left(context)))
        .ifPresent(actor -> filled(context, actor));
  }

  private void filled(Context context, Actor actor) {
    Acting.requireSent(context, actor.session());
    Grid grid = gridOf(actor);
    Map<String, Map<String, String>> all = TypedRows.of(context.formParamMap());
    List<Download.Entry> rows = SheetEntries.seen(actor.view(), entries.of(actor, all), all);
    if (!TypedRows.ticks(all).isEmpty()) {
      Acting.requireOwn(actor.session());
    }
    Map<String, Map<String, String>> different = grid.different(rows, all);
    Map<String, Map<String, String>> typed = TypedRows.withTicks(different, all);
    if (typed.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      View view = actor.view();
      pages.show(
          context,
          "mine-grid",
          grid(actor, Map.of()).troubled(view.t("grid.nothing"), view.t("grid.nothing.text")));
      return;
    }
    // What is only ticked is no row of a sheet.
    Sheet sheet = grid.sheet(rows, different).orElseGet(Sheet::empty);
    String title = actor.view().t("grid.title");
    String id = uploads.keep(actor.owner(), actor.municipality(), title, sheet, typed);
    context.redirect(
        actor.view().href("/mijn/" + actor.code() + PATH + "/" + id), HttpStatus.SEE_OTHER);
  }

  /** What somebody typed and ticked whose session has ended, of all that he sent. */
  private Map<String, Map<String, String>> left(Context context) {
    View view = pages.now(context);
    Snapshot state = view.snapshot();
    Map<String, Map<String, String>> all = TypedRows.of(context.formParamMap());
    List<Download.Entry> rows =
        SheetEntries.seen(
            view, SheetEntries.typed(view, context.pathParam("code"), all.keySet()), all);
    Naming naming = new Naming(state.graph(), questions);
    Grid grid = new Grid(columns, naming, state.graph(), view.texts(), view.language().tag());
    return TypedRows.withTicks(grid.different(rows, all), all);
  }

  // In

  private void sent(Context context) {
    answer(
        context,
        (same, actor) -> {
          requireForm(same);
          Acting.requireSent(same, actor.session());
          UploadedFile file = same.uploadedFile("bestand");
          View view = actor.view();
          if (file == null || file.filename().isBlank()) {
            show(same, actor, view.t("sheet.bad.nofile"));
            return;
          }
          try {
            Sheet sheet = Sheet.read(bytes(file), columns);
            String name = file.filename();
            String shown = name.substring(0, Math.min(LONGEST_NAME, name.length()));
            String id = uploads.keep(actor.owner(), actor.municipality(), shown, sheet, null);
            String path = "/mijn/" + actor.code() + PATH + "/" + id;
            same.redirect(view.href(path), HttpStatus.SEE_OTHER);
          } catch (UnreadableSheet e) {
            show(same, actor, view.t(e.key(), e.values()));
          }
        });
  }

  /** Reads the form, as far as it may go; whoever asks for a field of it has it read by then. */
  private static void requireForm(Context context) {
    try {
      context.formParamMap();
    } catch (Exception e) {
      // Jetty throws what its servlet API must declare, and this method need not.
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof HttpException refusal && refusal.getCode() == 413) {
          throw new ProblemException(413, "The file is larger than any may be.");
        }
      }
      throw new ProblemException(400, "The form did not come whole.");
    }
  }

  private static byte[] bytes(UploadedFile file) {
    try (InputStream content = file.content()) {
      // One more than there may be: then it is known to be too large.
      return content.readNBytes(Limits.MOST_BYTES + 1);
    } catch (IOException e) {
      throw new ProblemException(400, "The file did not come whole.");
    }
  }

  private Optional<Uploads.Upload> upload(Context context, Actor actor) {
    Optional<Uploads.Upload> upload =
        uploads.of(context.pathParam("upload"), actor.owner(), actor.municipality());
    Optional<Long> commit =
        uploads.commit(context.pathParam("upload"), actor.owner(), actor.municipality());
    if (upload.isEmpty() && commit.isPresent()) {
      SheetReceipts.lead(context, actor, commit.get());
    } else if (upload.isEmpty()) {
      SheetPage page =
          SheetPage.of(
              actor.view(), actor.session(), actor.municipality(), actor.view().t("sheet.expired"));
      context.status(HttpStatus.NOT_FOUND);
      pages.show(context, "mine-sheet", page);
    }
    return upload;
  }

  private Review review(Actor actor, Uploads.Upload upload) {
    return Review.of(
        acting,
        actor.view(),
        actor.session(),
        actor.municipality(),
        upload,
        form,
        columns,
        questions);
  }

  private void look(Context context) {
    answer(
        context,
        (same, actor) ->
            upload(same, actor)
                .ifPresent(upload -> pages.show(same, "mine-review", looked(same, actor, upload))));
  }

  private ReviewPage looked(Context context, Actor actor, Uploads.Upload upload) {
    String id = context.pathParam("upload");
    Review review = review(actor, upload).tried(catalogue);
    uploads.shown(id, review.changes().stream().map(Change::record).collect(Collectors.toSet()));
    return ReviewPage.of(
        actor.view(), actor.session(), actor.municipality(), id, upload, review, form, columns);
  }

  private void decided(Context context) {
    answer(
        context,
        (same, actor) -> {
          Acting.requireSent(same, actor.session());
          upload(same, actor).ifPresent(upload -> decided(same, actor, upload));
        });
  }

  private void decided(Context context, Actor actor, Uploads.Upload upload) {
    String path = "/mijn/" + actor.code();
    String action = Optional.ofNullable(context.formParam("actie")).orElse("");
    if (action.equals("weggooien")) {
      uploads.drop(context.pathParam("upload"));
      context.redirect(
          actor.view().href(path + (upload.isTable() ? GRID : PATH)), HttpStatus.SEE_OTHER);
    } else if (action.equals("overnemen")) {
      // Who sends it twice waits for the first time, and gets that receipt.
      synchronized (uploads.deciding(context.pathParam("upload"))) {
        upload(context, actor).ifPresent(it -> take(context, actor, it));
      }
    } else {
      throw new ProblemException(400, "There is nothing to do called " + action + ".");
    }
  }

  private void take(Context context, Actor actor, Uploads.Upload upload) {
    String reason = Optional.ofNullable(context.formParam("reden")).orElse("").strip();
    if (reason.isEmpty() && actor.session().principal().is(Role.EDITOR)) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      pages.show(context, "mine-review", looked(context, actor, upload).withoutReason());
      return;
    }
    // The rules have the last word in the commit itself; a dry run before it would be the third.
    Review review = review(actor, upload);
    List<Change> changes =
        review.changes().stream()
            .filter(change -> upload.good().contains(change.record()))
            .toList();
    String seen = Optional.ofNullable(context.formParam("gezien")).orElse("");
    if (changes.isEmpty() || !Review.seal(changes).equals(seen)) {
      overtaken(context, actor, upload);
      return;
    }
    String usual =
        review.confirmsOnly(upload.good()) ? Ticked.REASON : "Opgaven uit een blad overgenomen";
    String why = reason.isEmpty() ? usual : reason;
    Outcome outcome = catalogue.commit(actor.session().principal(), why, changes);
    if (outcome instanceof Outcome.Recorded recorded) {
      uploads.taken(context.pathParam("upload"), upload, recorded.commit().number());
      SheetReceipts.lead(context, actor, recorded.commit().number());
    } else {
      overtaken(context, actor, upload);
    }
  }

  /** Somebody looked at what is no longer so: nothing was taken over, and he looks again. */
  private void overtaken(Context context, Actor actor, Uploads.Upload upload) {
    context.status(HttpStatus.PRECONDITION_FAILED);
    // The state of before may lack just what overtook it.
    Actor again = new Actor(pages.now(context), actor.session(), actor.municipality());
    ReviewPage page = looked(context, again, upload);
    pages.show(context, "mine-review", page.telling(actor.view().t("review.again")));
  }
}
