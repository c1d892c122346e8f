package nl.standaardencatalogus.server.proposal;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Quota;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.mine.Mine;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The form in which anybody asks for something to be added or mended, without an account, and the
 * page on which he sees what became of that. Who has its address is who asked: nothing is known of
 * him.
 */
public final class Remarks {
  static final String PATH = "/voorstel";

  private static final int PER_MINUTE = 10;

  private final Submissions submissions;
  private final Pages pages;
  private final Clock clock;
  private final Quota quota = new Quota("remarks", PER_MINUTE);

  public Remarks(Submissions submissions, Pages pages, Clock clock) {
    this.submissions = submissions;
    this.pages = pages;
    this.clock = clock;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      String start = language.prefix() + PATH;
      Reads.add(config, start, Mine.own(this::form));
      config.routes.post(start, Mine.own(this::sent));
      Reads.add(config, start + "/{remark}", Mine.own(this::one));
    }
  }

  /** What an address says that it is about; null where the catalogue has no such thing. */
  private static Node about(View view, String over) {
    return Optional.ofNullable(over)
        .filter(it -> it.matches("[a-z0-9][a-z0-9._/-]{0,200}"))
        .map(it -> Iris.thingAt(it.contains("/") ? it : "standaard/" + it))
        .filter(it -> Moderation.takes(it) && view.holds(it))
        .orElse(null);
  }

  private void form(Context context) {
    View view = pages.now(context);
    String over = context.queryParam(RemarkPage.OVER);
    Node about = about(view, over);
    String told = over == null || about != null ? null : view.t("remark.unknown", over);
    Remark empty = new Remark(about, "", "", "");
    pages.show(context, "remark", RemarkPage.of(view, empty, List.of(), told));
  }

  private void sent(Context context) {
    requireSameSite(context);
    View view = pages.now(context);
    Remark remark =
        new Remark(
            about(view, context.formParam(RemarkPage.OVER)),
            text(context, RemarkPage.TITLE),
            text(context, RemarkPage.TEXT),
            text(context, RemarkPage.SOURCE));
    List<RemarkPage.Wrong> wrong = RemarkPage.wrong(view, remark);
    if (!wrong.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      pages.show(context, "remark", RemarkPage.of(view, remark, wrong, null));
      return;
    }
    try {
      quota.spend(context.ip(), context.res());
    } catch (ProblemException e) {
      // The form again and not the page about errors: what was filled in must not be lost.
      context.status(e.problem().status());
      context.header("Retry-After", String.valueOf(e.problem().members().get("seconds")));
      pages.show(context, "remark", RemarkPage.of(view, remark, wrong, view.t("remark.often")));
      return;
    }
    Submission submission =
        new Submission(
            Submissions.freshId(),
            Author.PUBLIC,
            clock.instant(),
            remark.description(),
            true,
            List.of(),
            remark,
            null,
            null);
    if (submissions.keep(submission)) {
      context.redirect(view.href(PATH + "/" + submission.id()), HttpStatus.SEE_OTHER);
    } else {
      context.status(HttpStatus.SERVICE_UNAVAILABLE);
      pages.show(context, "remark", RemarkPage.of(view, remark, wrong, view.t("remark.full")));
    }
  }

  private static String text(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("").strip();
  }

  /** Keeps another site from having the browsers of its visitors fill the list. */
  private static void requireSameSite(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new ProblemException(403, "Fill in the form of the catalogue itself.");
    }
  }

  private void one(Context context) {
    // The address is a secret of who asked: no page that is gone on to is told of it.
    context.header("Referrer-Policy", "no-referrer");
    Submission submission =
        submissions
            .of(context.pathParam("remark"))
            .filter(it -> it.remark() != null && it.author().isPublic())
            .orElseThrow(() -> new ProblemException(404, "There is no such remark."));
    pages.show(context, "remarked", RemarkedPage.of(pages.now(context), submission));
  }
}
