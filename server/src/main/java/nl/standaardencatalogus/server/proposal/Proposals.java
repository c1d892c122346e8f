package nl.standaardencatalogus.server.proposal;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.mine.Acting;
import nl.standaardencatalogus.server.mine.Mine;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.proposal.Moderation.Ending;

/**
 * The pages of proposals, for who is logged in: those that he may see, and each with its answer.
 */
public final class Proposals {
  /** Where proposals are listed. */
  public static final String PATH = "/voorstellen";

  /** Answers a remark with what is there. */
  private static final String DONE = "gedaan";

  private static final Pattern WHERE =
      Pattern.compile("(?:https?://[^/\\s<>\"]|/[^/\\s<>\"])[^\\s<>\"]{0,498}");

  /** What an author does with what is his. */
  private static final Set<String> OWN =
      Set.of("voorleggen", "publiceren", "weggooien", "terugnemen");

  private final Moderation moderation;
  private final Acting acting;
  private final Pages pages;

  public Proposals(Moderation moderation, Acting acting, Pages pages) {
    this.moderation = moderation;
    this.acting = acting;
    this.pages = pages;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      String start = language.prefix() + PATH;
      Reads.add(config, start, Mine.own(this::all));
      Reads.add(config, start + "/{proposal}", Mine.own(this::one));
      config.routes.post(start + "/{proposal}", Mine.own(this::answer));
    }
  }

  private void all(Context context) {
    acting
        .required(context)
        .ifPresent(
            session ->
                pages.show(
                    context,
                    "proposals",
                    ProposalsPage.of(pages.now(context), session, moderation)));
  }

  private Submission asked(Context context, Session session) {
    String id = context.pathParam("proposal");
    return moderation
        .seen(id, Author.of(session), session.principal())
        .orElseThrow(() -> new ProblemException(404, "There is no proposal " + id + "."));
  }

  private void one(Context context) {
    acting
        .required(context)
        .ifPresent(session -> show(context, session, asked(context, session), null));
  }

  private void show(Context context, Session session, Submission submission, String told) {
    View view = pages.now(context);
    pages.show(
        context,
        "proposal",
        ProposalPage.of(
            view, session, submission, moderation, after -> pages.supposing(view, after), told));
  }

  private void answer(Context context) {
    Session session = acting.required(context).orElse(null);
    if (session == null) {
      return;
    }
    Acting.requireSent(context, session);
    Submission submission = asked(context, session);
    Principal principal = session.principal();
    String reason = Optional.ofNullable(context.formParam("reden")).orElse("").strip();
    String seal = Optional.ofNullable(context.formParam("stand")).orElse("");
    String action = Optional.ofNullable(context.formParam("actie")).orElse("");
    if (OWN.contains(action)) {
      own(context, session, submission, action, reason);
      return;
    }
    boolean rebases = action.equals("bijwerken");
    boolean done = action.equals(DONE) && submission.remark() != null;
    if (!rebases && !done && !action.equals("aanvaarden") && !action.equals("afwijzen")) {
      throw new ProblemException(400, "There is nothing to do called " + action + ".");
    }
    if (rebases) {
      end(context, session, moderation.rebase(submission.id(), seal), submission);
      return;
    }
    if (!Moderation.answers(principal)
        || !submission.changes().isEmpty() && !moderation.mayMake(principal, submission)) {
      throw new ProblemException(403, "You may not change what it is about.");
    }
    if (reason.isEmpty() || reason.length() > Submission.LONGEST_REASON) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(context, session, submission, "proposal.noreason");
      return;
    }
    Author author = Author.of(session);
    if (done) {
      done(context, session, submission, seal, reason);
      return;
    }
    end(
        context,
        session,
        action.equals("aanvaarden")
            ? moderation.accept(submission.id(), seal, author, principal, reason)
            : moderation.reject(submission.id(), seal, author, reason),
        submission);
  }

  private void done(
      Context context, Session session, Submission submission, String seal, String reason) {
    String where = Optional.ofNullable(context.formParam("waar")).orElse("").strip();
    if (!WHERE.matcher(where).matches()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(context, session, submission, "proposal.where.wrong");
      return;
    }
    Author author = Author.of(session);
    end(
        context,
        session,
        moderation.done(submission.id(), seal, author, reason, where),
        submission);
  }

  /** Where there is already what a remark asks for: a page of the catalogue, or one elsewhere. */
  static Link where(View view, String where) {
    if (!where.startsWith("/")) {
      return view.web(where);
    }
    Link page = new Link(where, view.href(where));
    return view.thing(page).filter(view::holds).map(view::link).orElse(page);
  }

  private void own(
      Context context, Session session, Submission submission, String action, String reason) {
    boolean draft = submission.state() == Submission.State.DRAFT;
    if (!submission.author().isSame(Author.of(session))) {
      throw new ProblemException(403, "It is not yours.");
    }
    boolean asked = action.equals(submission.waits() ? "voorleggen" : "publiceren");
    if (asked && !draft && submission.state() != Submission.State.REJECTED) {
      // Pressed twice: shown what the first time did.
      end(context, session, new Ending.Kept(submission), submission);
    } else if (draft == action.equals("terugnemen") || !draft && !submission.waits()) {
      context.status(HttpStatus.PRECONDITION_FAILED);
      show(context, session, submission, "proposal.changed");
    } else if (action.equals("weggooien")) {
      if (moderation.drop(submission)) {
        context.redirect(pages.now(context).href(PATH), HttpStatus.SEE_OTHER);
      } else {
        context.status(HttpStatus.PRECONDITION_FAILED);
        show(context, session, asked(context, session), "proposal.changed");
      }
    } else if (action.equals("terugnemen")) {
      end(context, session, moderation.withdraw(submission.id()), submission);
    } else {
      hand(context, session, submission.saying(reason), action.equals("publiceren"));
    }
  }

  /** Hands a draft in once the rules take it, and accepts it at once for who publishes. */
  private void hand(Context context, Session session, Submission draft, boolean publishes) {
    Author author = Author.of(session);
    if (draft.reason().isEmpty() || draft.reason().length() > Submission.LONGEST_REASON) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(context, session, draft, "proposal.noreason");
      return;
    }
    if (!(moderation.tried(author, draft.asked()) instanceof Outcome.Recorded)) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(context, session, draft, "proposal.refused");
      return;
    }
    end(
        context,
        session,
        publishes
            ? moderation.publish(draft, author, session.principal())
            : moderation.keep(moderation.open(draft, true)),
        draft);
  }

  private void end(Context context, Session session, Ending ending, Submission submission) {
    if (ending instanceof Ending.Answered || ending instanceof Ending.Kept) {
      View view = pages.now(context);
      context.redirect(view.href(PATH + "/" + submission.id()), HttpStatus.SEE_OTHER);
    } else if (ending instanceof Ending.Changed changed) {
      context.status(HttpStatus.PRECONDITION_FAILED);
      show(context, session, changed.now(), "proposal.changed");
    } else if (ending instanceof Ending.Clashing clashing) {
      context.status(HttpStatus.PRECONDITION_FAILED);
      show(context, session, clashing.now(), "proposal.changed");
    } else if (ending instanceof Ending.Full) {
      context.status(HttpStatus.CONFLICT);
      show(context, session, submission, "edit.full");
    } else if (ending instanceof Ending.SamePerson) {
      context.status(HttpStatus.FORBIDDEN);
      show(context, session, submission, "proposal.foureyes");
    } else {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(context, session, submission, "proposal.refused");
    }
  }
}
