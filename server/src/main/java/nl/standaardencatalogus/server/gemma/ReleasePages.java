package nl.standaardencatalogus.server.gemma;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.gemma.SendPage.Trouble;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.mine.Acting;
import nl.standaardencatalogus.server.mine.Mine;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.proposal.Author;
import nl.standaardencatalogus.server.proposal.Proposals;
import org.eclipse.jetty.http.HttpException;

/**
 * The addresses where an editor sends a release of GEMMA, looks at what differs, and has exactly
 * that taken over or handed in.
 */
public final class ReleasePages {
  /** Where releases are sent. */
  public static final String PATH = "/bewerken/gemma";

  static final String TABLE = "/verschillen.csv";

  static final String DRIFT = "/afwijkingen";

  private static final int LONGEST_NAME = 100;

  private final Intake intake;
  private final Acting acting;
  private final Pages pages;
  private final long bytes;
  private final KeptReleases kept = new KeptReleases();

  /**
   * The pages.
   *
   * @param bytes a larger file is refused
   */
  public ReleasePages(Intake intake, Acting acting, Pages pages, long bytes) {
    this.intake = intake;
    this.acting = acting;
    this.pages = pages;
    this.bytes = bytes;
  }

  /** Whether a path, in either language, takes releases. */
  public static boolean takes(String path) {
    for (Language language : Language.values()) {
      if (path.equals(language.prefix() + PATH)) {
        return true;
      }
    }
    return false;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      String start = language.prefix() + PATH;
      Reads.add(config, start, Mine.own(this::start));
      config.routes.post(start, Mine.own(this::sent));
      Reads.add(config, start + DRIFT, Mine.own(this::drift));
      Reads.add(config, start + "/{release}", Mine.own(this::look));
      config.routes.post(start + "/{release}", Mine.own(this::decided));
      Reads.add(config, start + "/{release}" + TABLE, Mine.own(this::table));
    }
  }

  /** Who asks; answers who has to log in first, and refuses who may not. */
  private Optional<Session> session(Context context) {
    Optional<Session> session = acting.required(context);
    if (session.filter(it -> !Intake.takes(it.principal())).isPresent()) {
      throw new ProblemException(403, "Editors and the secretariat take releases of GEMMA over.");
    }
    return session;
  }

  // In

  private void start(Context context) {
    session(context).ifPresent(session -> show(context, session, null, ""));
  }

  private void show(Context context, Session session, Trouble trouble, String day) {
    if (trouble != null) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    pages.show(
        context,
        "gemma-send",
        SendPage.of(pages.now(context), session, bytes >> 20, intake.hands(), trouble, day));
  }

  private void sent(Context context) {
    session(context).ifPresent(session -> sent(context, session));
  }

  private void sent(Context context, Session session) {
    requireForm(context);
    Acting.requireSent(context, session);
    View view = pages.now(context);
    String said = Optional.ofNullable(context.formParam("dag")).orElse("").strip();
    UploadedFile file = context.uploadedFile("bestand");
    if (file == null || file.filename().isBlank()) {
      show(context, session, new Trouble(view.t("gemma.nofile"), null, false), said);
      return;
    }
    try (InputStream content = file.content()) {
      Release release = ReleaseReader.read(content);
      Optional<LocalDate> day = Intake.day(release, said);
      if (day.isEmpty()) {
        show(context, session, new Trouble(view.t("gemma.noday"), null, true), said);
        return;
      }
      // Also what only shows beside the catalogue is wrong with the file, and told as such.
      intake.difference(release, day.get());
      String name = file.filename();
      String shown = name.substring(0, Math.min(LONGEST_NAME, name.length()));
      String id = kept.keep(new KeptReleases.Kept(session.owner(), shown, release, day.get()));
      context.redirect(view.href(PATH + "/" + id), HttpStatus.SEE_OTHER);
    } catch (ReleaseException e) {
      show(context, session, new Trouble(broken(view, e), e.reason(), false), said);
    } catch (IOException e) {
      throw new ProblemException(400, "The file did not come whole.");
    }
  }

  private static String broken(View view, ReleaseException e) {
    return e.line() == 0 ? view.t("gemma.broken") : view.t("gemma.broken.line", e.line());
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

  // Looked at

  private Optional<KeptReleases.Kept> asked(Context context, Session session) {
    String id = context.pathParam("release");
    Optional<KeptReleases.Kept> release = kept.of(id, session.owner());
    Optional<String> path = kept.path(id, session.owner());
    View view = pages.now(context);
    if (release.isEmpty() && path.isPresent()) {
      context.redirect(view.href(path.get()), HttpStatus.SEE_OTHER);
    } else if (release.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      Trouble gone = new Trouble(view.t("gemma.expired"), null, false);
      pages.show(
          context, "gemma-send", SendPage.of(view, session, bytes >> 20, intake.hands(), gone, ""));
    }
    return release;
  }

  private void look(Context context) {
    session(context)
        .ifPresent(
            session ->
                asked(context, session)
                    .ifPresent(
                        release ->
                            pages.show(
                                context, "gemma-preview", looked(context, session, release))));
  }

  private PreviewPage looked(Context context, Session session, KeptReleases.Kept release) {
    Difference difference = difference(release);
    return PreviewPage.of(
        pages.now(context),
        session,
        context.pathParam("release"),
        release,
        difference,
        intake.tried(Author.of(session), session.principal(), difference),
        intake.hands());
  }

  private Difference difference(KeptReleases.Kept release) {
    try {
      return intake.difference(release.release(), release.date());
    } catch (ReleaseException e) {
      // It was compared when it was sent; only what is the catalogue's own can be gone since.
      throw new ProblemException(409, e.getMessage());
    }
  }

  private void table(Context context) {
    session(context)
        .ifPresent(
            session ->
                asked(context, session)
                    .ifPresent(
                        release -> {
                          Difference difference = difference(release);
                          context
                              .contentType("text/csv; charset=utf-8")
                              .header(
                                  "Content-Disposition",
                                  "attachment; filename=\"gemma-" + difference.date() + ".csv\"")
                              .result(difference.csv());
                        }));
  }

  // Since then

  private void drift(Context context) {
    session(context)
        .ifPresent(
            session ->
                pages.show(
                    context,
                    "gemma-drift",
                    DriftPage.of(pages.now(context), session, intake.drift())));
  }

  // Decided about

  private void decided(Context context) {
    session(context)
        .ifPresent(
            session -> {
              Acting.requireSent(context, session);
              decided(context, session);
            });
  }

  /** One at a time: who sends it twice waits for the first time, and is led where that led. */
  private synchronized void decided(Context context, Session session) {
    KeptReleases.Kept release = asked(context, session).orElse(null);
    if (release == null) {
      return;
    }
    String action = Optional.ofNullable(context.formParam("actie")).orElse("");
    if (action.equals("weggooien")) {
      kept.drop(context.pathParam("release"));
      context.redirect(pages.now(context).href(PATH), HttpStatus.SEE_OTHER);
    } else if (action.equals("overnemen")) {
      take(context, session, release);
    } else {
      throw new ProblemException(400, "There is nothing to do called " + action + ".");
    }
  }

  private void take(Context context, Session session, KeptReleases.Kept release) {
    String code = Optional.ofNullable(context.formParam("gezien")).orElse("");
    Intake.Ending ending =
        intake.take(Author.of(session), session.principal(), difference(release), code);
    if (ending instanceof Intake.Ending.Recorded recorded) {
      lead(context, session, "/commits/" + recorded.outcome().commit().number());
    } else if (ending instanceof Intake.Ending.HandedIn handed) {
      lead(context, session, Proposals.PATH + "/" + handed.submission().id());
    } else if (ending instanceof Intake.Ending.Overtaken) {
      again(context, session, release, HttpStatus.PRECONDITION_FAILED, "gemma.again");
    } else if (ending instanceof Intake.Ending.TooLong) {
      again(context, session, release, HttpStatus.CONFLICT, "gemma.toolong");
    } else if (ending instanceof Intake.Ending.Refused refused) {
      HttpStatus status =
          refused.outcome() instanceof Outcome.Denied
              ? HttpStatus.FORBIDDEN
              : HttpStatus.UNPROCESSABLE_CONTENT;
      again(context, session, release, status, "gemma.notaken");
    }
  }

  private void lead(Context context, Session session, String path) {
    kept.taken(context.pathParam("release"), session.owner(), path);
    context.redirect(pages.now(context).href(path), HttpStatus.SEE_OTHER);
  }

  private void again(
      Context context, Session session, KeptReleases.Kept release, HttpStatus status, String told) {
    context.status(status);
    PreviewPage page = looked(context, session, release);
    pages.show(context, "gemma-preview", page.telling(pages.now(context).t(told)));
  }
}
