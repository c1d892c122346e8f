package nl.standaardencatalogus.server.proposal;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.mine.Acting;
import nl.standaardencatalogus.server.mine.Mine;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.proposal.Drafting.Filled;
import nl.standaardencatalogus.server.proposal.Drafting.Work;
import nl.standaardencatalogus.server.proposal.Moderation.Ending;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Node;

/**
 * The forms to make and change records, for editors, maintainers and the secretariat. What is
 * filled in becomes a change in a draft; nothing is recorded but by the answer to what was handed
 * in.
 */
public final class Editing {
  private static final Set<String> RECORDS_NOTHING = Set.of("erbij", "controleren");

  private final Drafting drafting;
  private final Moderation moderation;
  private final Acting acting;
  private final Pages pages;

  public Editing(Drafting drafting, Moderation moderation, Acting acting, Pages pages) {
    this.drafting = drafting;
    this.moderation = moderation;
    this.acting = acting;
    this.pages = pages;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      String start = language.prefix() + Editable.PATH;
      for (String path : List.of(start + "/{kind}", start + "/{kind}/<rest>")) {
        Reads.add(config, path, Mine.own(this::describe));
        config.routes.post(path, Mine.own(this::sent));
      }
    }
  }

  private Work work(Context context, Session session, Map<String, List<String>> parameters) {
    String rest = rest(context);
    return drafting
        .work(session, context.pathParam("kind"), rest, parameters)
        .orElseThrow(
            () -> new ProblemException(404, "There is nothing to change at " + context.path()));
  }

  private static String rest(Context context) {
    return Optional.ofNullable(context.pathParamMap().get("rest")).orElse("");
  }

  /** Whether who is logged in changes records; who does not is told where he asks for a change. */
  private boolean isEditor(Context context, Session session) {
    if (Moderation.edits(session.principal())) {
      return true;
    }
    View view = pages.now(context);
    String over =
        Editable.named(context.pathParam("kind"))
            .flatMap(it -> it.at(rest(context)))
            .filter(view::holds)
            .map(RemarkPage::tail)
            .orElse("");
    context.status(HttpStatus.FORBIDDEN);
    pages.show(context, "no-editor", NoEditorPage.of(view, session, over));
    return false;
  }

  private void describe(Context context) {
    Session session = acting.required(context).orElse(null);
    if (session == null || !isEditor(context, session)) {
      return;
    }
    Work work = work(context, session, context.queryParamMap());
    show(context, session, work, drafting.before(work), List.of(), told(context, work));
  }

  private static String told(Context context, Work work) {
    if (context.queryParam(Drafting.DRAFT) != null && work.draft() == null) {
      return "edit.gone";
    }
    return "1".equals(context.queryParam("bewaard")) ? "edit.kept" : null;
  }

  private EditPage page(
      Context context, Session session, Work work, Filled filled, List<Finding> findings) {
    return EditPage.of(pages.now(context), session, moderation, drafting, work, filled, findings);
  }

  private void show(
      Context context,
      Session session,
      Work work,
      Filled filled,
      List<Finding> findings,
      String told) {
    View view = pages.now(context);
    EditPage page = page(context, session, work, filled, findings);
    pages.show(context, "edit", told == null ? page : page.telling(view.t(told)));
  }

  private void sent(Context context) {
    Session session =
        acting.required(context, () -> new LinkedHashMap<>(context.formParamMap())).orElse(null);
    if (session == null) {
      return;
    }
    Acting.requireSent(context, session);
    if (!isEditor(context, session)) {
      return;
    }
    Work work = work(context, session, context.formParamMap());
    Filled filled = drafting.filled(work.kind(), context.formParamMap());
    String action = Optional.ofNullable(context.formParam("actie")).orElse("controleren");
    if (!RECORDS_NOTHING.contains(action) && isOvertaken(context, session, work, filled)) {
      return;
    }
    switch (action) {
      case "erbij" -> show(context, session, work, filled, List.of(), null);
      case "controleren" -> check(context, session, work, filled);
      case "concept" -> keep(context, session, work, filled);
      case "voorleggen" -> hand(context, session, work, filled, false);
      case "publiceren" -> hand(context, session, work, filled, true);
      case "verwijderen" -> end(context, session, work, filled);
      case "eruit" -> leaveOut(context, session, work);
      default -> throw new ProblemException(400, "There is nothing to do called " + action + ".");
    }
  }

  /**
   * Whether the draft is no longer what the form was part of: handed in, thrown away or changed in
   * another window. Shows then what the same did before, or what was filled in, to be sent again.
   */
  private boolean isOvertaken(Context context, Session session, Work work, Filled filled) {
    String asked = Optional.ofNullable(context.formParam(Drafting.DRAFT)).orElse("");
    boolean gone = !asked.isEmpty() && work.draft() == null;
    if (!gone && work.standing().equals(filled.standing())) {
      return false;
    }
    Optional<Submission> twin =
        moderation.twin(drafting.draft(Author.of(session), drafting.named(work, filled), filled));
    if (twin.isPresent()) {
      go(context, Proposals.PATH + "/" + twin.get().id());
    } else {
      context.status(HttpStatus.PRECONDITION_FAILED);
      String told = gone ? "edit.gone" : "edit.overtaken";
      show(context, session, work, filled.standing(work), List.of(), told);
    }
    return true;
  }

  private void check(Context context, Session session, Work work, Filled filled) {
    Work named = drafting.named(work, filled);
    if (drafting.isTaken(work, named)) {
      taken(context, session, work, filled);
      return;
    }
    Submission draft = drafting.draft(Author.of(session), named, filled);
    Outcome outcome = moderation.tried(Author.of(session), draft.asked());
    if (outcome instanceof Outcome.Recorded recorded) {
      List<Finding> advice = own(recorded.report().findings(), named.thing());
      show(context, session, work, filled, advice, "edit.good");
    } else {
      refused(context, session, work, filled, draft, outcome);
    }
  }

  /** What is about this record; the rules are asked of all that refers to it too. */
  private static List<Finding> own(List<Finding> findings, Node record) {
    return findings.stream()
        .filter(finding -> Iris.recordOf(finding.focus()).equals(record))
        .toList();
  }

  private void keep(Context context, Session session, Work work, Filled filled) {
    Work named = drafting.named(work, filled);
    if (named.record() == null) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(context, session, work, filled, List.of(), "edit.nameless");
      return;
    }
    if (drafting.isTaken(work, named)) {
      taken(context, session, work, filled);
      return;
    }
    Submission made = drafting.draft(Author.of(session), named, filled);
    Submission draft = work.draft() == null ? moderation.sameDraft(made).orElse(made) : made;
    String path = named.path() + "?" + Drafting.DRAFT + "=" + draft.id() + "&bewaard=1";
    kept(context, session, work, filled, moderation.keep(draft), path);
  }

  /** Goes on to a path once it is kept. */
  private void kept(
      Context context, Session session, Work work, Filled filled, Ending ending, String path) {
    if (ending instanceof Ending.Kept) {
      go(context, path);
    } else if (ending instanceof Ending.Changed) {
      context.status(HttpStatus.PRECONDITION_FAILED);
      Work alone = new Work(work.kind(), work.record(), work.over(), null, work.remark());
      show(context, session, alone, filled.standing(alone), List.of(), "edit.gone");
    } else {
      full(context, session, work, filled);
    }
  }

  private void taken(Context context, Session session, Work work, Filled filled) {
    context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(context, session, work, filled, List.of(), "edit.taken");
  }

  private void full(Context context, Session session, Work work, Filled filled) {
    context.status(HttpStatus.CONFLICT);
    show(context, session, work, filled, List.of(), "edit.full");
  }

  private void go(Context context, String path) {
    context.redirect(pages.now(context).href(path), HttpStatus.SEE_OTHER);
  }

  /** Hands the draft in, once the rules take it; and accepts it at once for who publishes. */
  private void hand(Context context, Session session, Work work, Filled filled, boolean publishes) {
    Author author = Author.of(session);
    Work named = drafting.named(work, filled);
    Submission draft = drafting.draft(author, named, filled);
    Optional<Submission> twin = moderation.twin(draft);
    if (twin.isPresent() && !filled.lacksReason()) {
      go(context, Proposals.PATH + "/" + twin.get().id());
      return;
    }
    if (drafting.isTaken(work, named)) {
      taken(context, session, work, filled);
      return;
    }
    Outcome outcome = moderation.tried(author, draft.asked());
    if (!(outcome instanceof Outcome.Recorded) || named.record() == null) {
      refused(context, session, work, filled, draft, outcome);
      return;
    }
    if (filled.lacksReason()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(context, session, work, filled, List.of(), null);
      return;
    }
    String path = Proposals.PATH + "/" + draft.id();
    if (!publishes) {
      kept(context, session, work, filled, moderation.keep(moderation.open(draft, true)), path);
      return;
    }
    Ending ending = moderation.publish(draft, author, session.principal());
    if (ending instanceof Ending.Answered) {
      go(context, path);
    } else if (ending instanceof Ending.Full || ending instanceof Ending.Changed) {
      kept(context, session, work, filled, ending, path);
    } else {
      Outcome refusal = ending instanceof Ending.Refused it ? it.outcome() : outcome;
      Work kept = new Work(named.kind(), named.record(), named.over(), draft, named.remark());
      refused(context, session, kept, filled.standing(kept), draft, refusal);
    }
  }

  /** Keeps a draft that ends the record, to be looked at before it is handed in. */
  private void end(Context context, Session session, Work work, Filled filled) {
    if (work.record() == null || filled.based() == 0) {
      throw new ProblemException(400, "There is no record that could end.");
    }
    Proposed end = Proposed.of(Change.delete(work.record()).basedOn(filled.based()));
    Submission draft = drafting.draft(Author.of(session), work, filled, end);
    String path = Proposals.PATH + "/" + draft.id();
    kept(context, session, work, filled, moderation.keep(draft), path);
  }

  /** Takes the record out of the draft; a draft of nothing is thrown away. */
  private void leaveOut(Context context, Session session, Work work) {
    if (work.draft() == null || work.record() == null) {
      throw new ProblemException(400, "There is no draft that has it.");
    }
    Submission rest = work.draft().without(work.record());
    if (rest.changes().isEmpty()) {
      moderation.drop(rest);
      go(context, Proposals.PATH);
    } else {
      moderation.keep(rest);
      go(context, Proposals.PATH + "/" + rest.id());
    }
  }

  private void refused(
      Context context,
      Session session,
      Work work,
      Filled filled,
      Submission draft,
      Outcome outcome) {
    context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    if (outcome instanceof Outcome.Rejected rejected) {
      Node record = drafting.named(work, filled).thing();
      List<Finding> findings =
          rejected.report().findings().stream()
              .filter(
                  it ->
                      it.severity() == Severity.VIOLATION
                          || Iris.recordOf(it.focus()).equals(record))
              .toList();
      show(context, session, work, filled, findings, null);
    } else if (outcome instanceof Outcome.Stale stale) {
      stale(context, session, work, filled, draft, stale.record());
    } else if (outcome instanceof Outcome.Unchanged) {
      show(context, session, work, filled, List.of(), "edit.unchanged");
    } else if (outcome instanceof Outcome.Reused) {
      show(context, session, work, filled, List.of(), "edit.taken");
    } else if (outcome instanceof Outcome.Denied) {
      context.status(HttpStatus.FORBIDDEN);
      show(context, session, work, filled, List.of(), "edit.denied");
    } else {
      show(context, session, work, filled, List.of(), "proposal.refused");
    }
  }

  /** Somebody else was first: shows both changes together, and says which clash. */
  private void stale(
      Context context, Session session, Work work, Filled filled, Submission draft, Node record) {
    context.status(HttpStatus.PRECONDITION_FAILED);
    View view = pages.now(context);
    if (work.record() == null) {
      show(context, session, work, filled, List.of(), "edit.taken");
      return;
    }
    Proposed change = draft.about(record).orElseThrow();
    if (!record.equals(work.record())) {
      EditPage page = page(context, session, work, filled, List.of());
      pages.show(context, "edit", page.telling(view.t("edit.stale.other", change.name(view))));
      return;
    }
    ThreeWays ways = moderation.ways(change);
    Typed both = Typed.of(drafting.form(work.kind()), ways.overwritten(), record);
    Filled now = filled.typed(both, moderation.current(record));
    Lines lines = new Lines(view, new Words(view, draft), record, ways);
    List<Link> clashes =
        ways.lines().stream()
            .filter(ThreeWays.Line::clashes)
            .map(it -> Link.text(lines.theirs(it)))
            .toList();
    EditPage page = page(context, session, work, now, List.of());
    pages.show(
        context,
        "edit",
        page.telling(view.t(clashes.isEmpty() ? "edit.merged" : "edit.clash")).clashing(clashes));
  }
}
