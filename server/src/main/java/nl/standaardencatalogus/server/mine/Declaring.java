package nl.standaardencatalogus.server.mine;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.FormShape;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The address of one declaration, at which it is described, checked, sent, kept as a draft, put
 * ready for who declares it, confirmed, withdrawn and put back.
 */
final class Declaring {
  private static final String FORM = "/mijn/{code}/opgaven/{standard}";
  private static final Set<String> CONTROLS =
      Set.of(
          "zegel", "basis", "actie", "reden", "revisie", "verder", "concept", "opmerking", "zeker");

  private final Catalogue catalogue;
  private final Questions questions;
  private final Login login;
  private final Acting acting;
  private final Drafts drafts;
  private final Concepts concepts;
  private final Pages pages;
  private final FormShape form;
  private final Clock clock;
  private final Refusing refusing;

  Declaring(
      Catalogue catalogue,
      Questions questions,
      Login login,
      Acting acting,
      Drafts drafts,
      Concepts concepts,
      Pages pages,
      FormShape form,
      Clock clock) {
    this.catalogue = catalogue;
    this.questions = questions;
    this.login = login;
    this.acting = acting;
    this.drafts = drafts;
    this.concepts = concepts;
    this.pages = pages;
    this.form = form;
    this.clock = clock;
    this.refusing = new Refusing(questions, acting, pages, form);
  }

  void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      for (String path : List.of(FORM, FORM + "/{version}")) {
        Reads.add(config, language.prefix() + path, Mine.own(this::describe));
        config.routes.post(language.prefix() + path, Mine.own(this::sent));
      }
    }
  }

  private OwnDeclaration declaration(Context context, View view) {
    return OwnDeclaration.at(
            context.pathParam("code"),
            context.pathParam("standard"),
            context.pathParamMap().get("version"))
        .filter(it -> view.holds(it.standard()) && (it.label() == null || view.holds(it.version())))
        .orElseThrow(
            () ->
                new ProblemException(404, "There is no standard to declare at " + context.path()));
  }

  /** Whether who is logged in may not change it; then that has been answered. */
  private boolean mayNot(Context context, View view, Session session, OwnDeclaration about) {
    Change any = Change.delete(about.record());
    boolean denied =
        acting.permissions(session, view.snapshot()).denial(List.of(any)).isPresent()
            && !acting.prepares(view, session, about);
    if (denied) {
      context.status(HttpStatus.FORBIDDEN);
      pages.show(
          context,
          "mine-denied",
          DeniedPage.of(
              view,
              session,
              about.municipality(),
              acting.permissions(session, view.snapshot()).actsFor(about.municipality())));
    }
    return denied;
  }

  private void describe(Context context) {
    Session session = acting.required(context).orElse(null);
    if (session == null) {
      return;
    }
    View view = pages.now(context);
    OwnDeclaration about = declaration(context, view);
    if (mayNot(context, view, session, about)) {
      return;
    }
    String receipt = context.queryParam("ontvangstbewijs");
    if ("nee".equals(context.queryParam("overnemen")) && !acting.prepares(view, session, about)) {
      refusing.ask(context, view, session, about, false);
      return;
    }
    if (receipt != null && receipt.matches("[1-9][0-9]{0,11}")) {
      receipt(context, view, session, about, Long.parseLong(receipt));
      return;
    }
    Graph record = view.snapshot().record(about.record());
    Optional<Concept> concept =
        acting.concept(concepts, context.queryParam("concept"), view, session, about);
    Optional<Drafts.Draft> draft =
        concept.isPresent()
            ? Optional.empty()
            : drafts
                .of(session.owner(), about.record())
                .filter(it -> isOf(context.queryParam(Predecessor.FIELD), it));
    Typed typed =
        concept
            .map(Concept::typed)
            .or(() -> draft.map(Drafts.Draft::typed))
            .orElseGet(
                () -> record.isEmpty() ? inherited(context, view, about) : typed(record, about));
    long current = current(view.snapshot(), about.record());
    long based =
        concept.map(Concept::based).or(() -> draft.map(Drafts.Draft::based)).orElse(current);
    DeclarePage page =
        declarePage(view, session, about, typed, based, List.of())
            .from(view, concept.orElse(null))
            .drafted(draft.isPresent() && context.queryParam("bewaard") == null)
            .telling(word(context, view, concept.isPresent()));
    if (Carried.isLost(context.queryParam(Carried.KEPT))) {
      page = page.unreadable(view.t("declare.toomany"));
    } else if (Carried.isGone(context.queryParam(Carried.KEPT))) {
      page = page.unreadable(view.t("carried.gone.text"));
    }
    // Who takes over what another filled in sees what he would replace.
    boolean replaces = concept.isPresent() && current > 0;
    pages.show(context, "declare", replaces ? page.overtaken(view, form, about, current) : page);
  }

  /** Who asks for the form with what another declared is not given the draft of a third. */
  private static boolean isOf(String key, Drafts.Draft draft) {
    return key == null || key.equals(draft.typed().text(Predecessor.FIELD));
  }

  /** What is to be told of how somebody came here; null for nothing. */
  private static String word(Context context, View view, boolean concept) {
    if (context.queryParam("concept") != null && !concept) {
      return view.t("concept.gone");
    }
    return "1".equals(context.queryParam("bewaard")) ? view.t("declare.saved") : null;
  }

  private DeclarePage declarePage(
      View view,
      Session session,
      OwnDeclaration about,
      Typed typed,
      long based,
      List<Finding> findings) {
    boolean prepares = acting.prepares(view, session, about);
    boolean forOther = prepares || Acting.corrects(session);
    return DeclarePage.of(view, session, about, form, typed, based, findings)
        .preparing(prepares)
        .inheriting(
            inherited(view, about, typed)
                .map(it -> Predecessor.of(view, about, it, forOther))
                .orElse(null));
  }

  /** The page of a form that was sent, with the concept that it began with. */
  private DeclarePage declarePage(
      Context context, View view, Session session, OwnDeclaration about, List<Finding> findings) {
    return declarePage(view, session, about, typed(context), based(context), findings)
        .from(
            view,
            acting
                .concept(concepts, context.formParam("concept"), view, session, about)
                .orElse(null));
  }

  private Typed typed(Graph record, OwnDeclaration about) {
    return Typed.of(form, record, about.record());
  }

  /** What the predecessor of the address declared; what is known at once when none is named. */
  private Typed inherited(Context context, View view, OwnDeclaration about) {
    String key = Optional.ofNullable(context.queryParam(Predecessor.FIELD)).orElse("");
    return Inherited.from(questions, view.snapshot().graph(), about, key)
        .map(it -> Typed.of(form, view.snapshot().record(it.declaration()), it.declaration()))
        .map(typed -> typed.with(Predecessor.FIELD, key))
        .orElseGet(() -> Typed.of(about.known()));
  }

  /** Whose declaration a form was filled in with, as long as nobody declared in its place. */
  private Optional<Inherited> inherited(View view, OwnDeclaration about, Typed typed) {
    String key = typed.text(Predecessor.FIELD);
    return key.isEmpty()
        ? Optional.empty()
        : Inherited.from(questions, view.snapshot().graph(), about, key);
  }

  private void receipt(
      Context context, View view, Session session, OwnDeclaration about, long number) {
    Revision revision =
        catalogue
            .revision(number)
            .filter(it -> it.record().equals(about.record()))
            .orElseThrow(() -> new ProblemException(404, "There is no such receipt."));
    Commit commit = catalogue.commitOf(number).orElseThrow();
    boolean prepares = acting.prepares(view, session, about);
    pages.show(
        context, "declared", DeclaredPage.of(view, session, about, revision, commit, prepares));
  }

  private static long current(Snapshot state, Node record) {
    return state.current(record).map(Snapshot.Current::revision).orElse(0L);
  }

  private void sent(Context context) {
    View view = pages.now(context);
    Session session = acting.session(context).orElse(null);
    if (session == null) {
      // Who only presses a button has filled in nothing that could be lost, and a refusal is no
      // declaration that a draft could go on with.
      boolean filled =
          !typed(context).all().isEmpty() && !"niet-overnemen".equals(context.formParam("actie"));
      login.again(
          context,
          view,
          () -> filled ? fields(context.formParamMap()) : Map.<String, List<String>>of());
      return;
    }
    Acting.requireSent(context, session);
    OwnDeclaration about = declaration(context, view);
    if (mayNot(context, view, session, about)) {
      return;
    }
    String action = Optional.ofNullable(context.formParam("actie")).orElse("controleren");
    switch (action) {
      case "concept" -> keepDraft(context, view, session, about);
      case "weggooien" -> {
        drafts.drop(session.owner(), about.record());
        context.redirect(view.href(about.path()), HttpStatus.SEE_OTHER);
      }
      case "terug" ->
          pages.show(context, "declare", declarePage(context, view, session, about, List.of()));
      case "controleren" -> check(context, view, session, about);
      case "versturen" -> send(context, view, session, about);
      case "klaarzetten" -> prepare(context, view, session, about);
      case "bevestigen" -> confirm(context, view, session, about);
      case "intrekken" -> withdraw(context, view, session, about);
      case "niet-overnemen" -> refuse(context, view, session, about);
      case "herstellen" -> restore(context, view, session, about);
      default -> throw new ProblemException(400, "There is nothing to do called " + action + ".");
    }
  }

  private static Map<String, List<String>> fields(Map<String, List<String>> parameters) {
    Map<String, List<String>> fields = new LinkedHashMap<>(parameters);
    fields.keySet().removeIf(name -> CONTROLS.contains(name) && !name.equals("basis"));
    return fields;
  }

  static Typed typed(Map<String, List<String>> parameters) {
    Map<String, List<String>> fields = new LinkedHashMap<>(parameters);
    fields.keySet().removeAll(CONTROLS);
    return Typed.of(fields);
  }

  private static Typed typed(Context context) {
    return typed(context.formParamMap());
  }

  static long based(Map<String, List<String>> parameters) {
    String text = parameters.getOrDefault("basis", List.of("0")).stream().findFirst().orElse("0");
    return text.matches("[0-9]{1,12}") ? Long.parseLong(text) : 0;
  }

  private static long based(Context context) {
    return based(context.formParamMap());
  }

  private void keepDraft(Context context, View view, Session session, OwnDeclaration about) {
    Drafts.Draft draft = new Drafts.Draft(about.record(), based(context), typed(context));
    if (!drafts.keep(session.owner(), draft)) {
      context.status(HttpStatus.CONFLICT);
      pages.show(
          context,
          "declare",
          declarePage(context, view, session, about, List.of())
              .unreadable(view.t("declare.toomany")));
      return;
    }
    context.redirect(view.href(about.path() + "?bewaard=1"), HttpStatus.SEE_OTHER);
  }

  /** Puts it ready; what does not hold to the rules is not. */
  private void prepare(Context context, View view, Session session, OwnDeclaration about) {
    if (!acting.prepares(view, session, about)) {
      throw new ProblemException(403, "Who may declare it has nothing to put ready.");
    }
    Outcome outcome = tried(context, view, session, about);
    if (!(outcome instanceof Outcome.Recorded) && !(outcome instanceof Outcome.Unchanged)) {
      refused(context, view, session, about, typed(context), outcome);
      return;
    }
    String note = Optional.ofNullable(context.formParam("opmerking")).orElse("").strip();
    Concept concept =
        new Concept(
            about.record(),
            session.owner(),
            session.principal().name(),
            session.principal().organisation(),
            clock.instant(),
            note.substring(0, Math.min(note.length(), Concept.LONGEST_NOTE)),
            based(context),
            typed(context),
            null,
            0);
    if (!concepts.keep(concept)) {
      context.status(HttpStatus.CONFLICT);
      pages.show(
          context,
          "declare",
          declarePage(context, view, session, about, List.of())
              .unreadable(view.t("concept.toomany")));
      return;
    }
    drafts.drop(session.owner(), about.record());
    context.redirect(view.href("/mijn"), HttpStatus.SEE_OTHER);
  }

  /** What was filled in, with what nobody has to be asked. */
  private Graph filled(View view, Session session, OwnDeclaration about, Typed typed) {
    Graph before = view.snapshot().record(about.record());
    Graph filled = typed.on(before, form, about.record());
    inherited(view, about, typed).ifPresent(it -> about.derive(filled, it.declaration()));
    acting.complete(view, session, about, filled, before);
    return filled;
  }

  private String reason(Context context, Session session, String usual) {
    String reason = context.formParam("reden");
    if (reason != null && !reason.isBlank()) {
      return reason.strip();
    }
    return session.principal().is(Role.EDITOR) ? "" : usual;
  }

  private void check(Context context, View view, Session session, OwnDeclaration about) {
    Outcome outcome = tried(context, view, session, about);
    if (outcome instanceof Outcome.Recorded recorded) {
      List<Finding> advice = own(recorded.report().findings(), about);
      pages.show(context, "declare-check", declarePage(context, view, session, about, advice));
    } else if (outcome instanceof Outcome.Unchanged) {
      pages.show(
          context,
          "declare",
          declarePage(context, view, session, about, List.of())
              .telling(view.t("declare.unchanged")));
    } else {
      refused(context, view, session, about, typed(context), outcome);
    }
  }

  private Outcome tried(Context context, View view, Session session, OwnDeclaration about) {
    Graph filled = filled(view, session, about, typed(context));
    Change change = Change.put(about.record(), filled).basedOn(based(context));
    return catalogue.dryRun(acting.declarant(view, session, about), "Proef", List.of(change));
  }

  /** What is about this record; a commit may say things of others too. */
  private static List<Finding> own(List<Finding> findings, OwnDeclaration about) {
    String iri = about.record().getURI();
    return findings.stream()
        .filter(
            finding ->
                finding.focus().getURI().equals(iri)
                    || finding.focus().getURI().startsWith(iri + "#"))
        .toList();
  }

  private void send(Context context, View view, Session session, OwnDeclaration about) {
    Typed typed = typed(context);
    Optional<Concept> concept =
        acting.concept(concepts, context.formParam("concept"), view, session, about);
    String usual =
        inherited(view, about, typed)
            .map(it -> "Opgave overgenomen van " + view.dutchName(it.predecessor()))
            .orElse(based(context) == 0 ? "Opgave gedaan" : "Opgave bijgewerkt");
    String reason =
        reason(
            context,
            session,
            concept
                .map(it -> usual + ", klaargezet door " + view.dutchName(it.organisation()))
                .orElse(usual));
    if (reason.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      pages.show(
          context,
          "declare-check",
          declarePage(context, view, session, about, List.of()).withoutReason());
      return;
    }
    Change change =
        Change.put(about.record(), filled(view, session, about, typed)).basedOn(based(context));
    commit(context, view, session, about, typed, change, reason);
  }

  /** Declares, in the place of what a predecessor declared, that the standard is not used. */
  private void refuse(Context context, View view, Session session, OwnDeclaration about) {
    Acting.requireOwn(session);
    Optional<Refusing.Refusal> refusal = refusing.sent(context, view, about);
    if (refusal.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      refusing.ask(context, view, session, about, true);
      return;
    }
    Typed typed = refusal.get().typed();
    Change change = Change.put(about.record(), filled(view, session, about, typed)).basedOn(0);
    commit(context, view, session, about, typed, change, refusal.get().reason());
  }

  /** Says that what somebody saw is still right, which may not be what there is by now. */
  private void confirm(Context context, View view, Session session, OwnDeclaration about) {
    Acting.requireOwn(session);
    Optional<Graph> seen = Ticked.seen(view, about.record(), based(context));
    if (seen.isEmpty()) {
      seeAgain(context, session, about, GraphFactory.createDefaultGraph());
      return;
    }
    Graph confirmed = acting.confirmed(view, session, about, seen.get());
    Change change = Change.put(about.record(), confirmed).basedOn(based(context));
    commit(context, view, session, about, typed(seen.get(), about), change, Ticked.REASON);
  }

  /** Who would confirm what is no longer there looks at what he saw beside what there is. */
  private void seeAgain(Context context, Session session, OwnDeclaration about, Graph seen) {
    View now = pages.now(context);
    Snapshot state = now.snapshot();
    DeclarePage page =
        declarePage(
            now,
            session,
            about,
            typed(state.record(about.record()), about),
            based(context),
            List.of());
    context.status(HttpStatus.PRECONDITION_FAILED);
    pages.show(
        context,
        "declare",
        page.overtaken(now, form, about, current(state, about.record()))
            .saw(now, form, about, typed(seen, about)));
  }

  /** Shows what would be withdrawn, and withdraws it once who asks has seen that. */
  private void withdraw(Context context, View view, Session session, OwnDeclaration about) {
    Graph there = view.snapshot().record(about.record());
    Typed typed = typed(there, about);
    boolean sure = "ja".equals(context.formParam("zeker"));
    boolean reasoned = !reason(context, session, "Opgave ingetrokken").isEmpty();
    if (!there.isEmpty() && !(sure && reasoned)) {
      // What is shown is what there is now, whatever the form before was made from.
      long shown = sure ? based(context) : current(view.snapshot(), about.record());
      DeclarePage page = declarePage(view, session, about, typed, shown, List.of());
      context.status(sure ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
      pages.show(
          context, "withdraw", WithdrawPage.of(view, about, sure ? page.withoutReason() : page));
      return;
    }
    Change change = Change.delete(about.record()).basedOn(based(context));
    commit(
        context,
        view,
        session,
        about,
        typed,
        change,
        reason(context, session, "Opgave ingetrokken"));
  }

  /** Puts back what an earlier revision said. */
  private void restore(Context context, View view, Session session, OwnDeclaration about) {
    String number = Optional.ofNullable(context.formParam("revisie")).orElse("");
    Revision earlier =
        (number.matches("[1-9][0-9]{0,11}")
                ? catalogue.revision(Long.parseLong(number))
                : Optional.<Revision>empty())
            .filter(it -> it.record().equals(about.record()) && it.kind() != Kind.DELETE)
            .orElseThrow(() -> new ProblemException(404, "There is no revision to go back to."));
    Graph graph = acting.again(view, session, earlier);
    Typed typed = Typed.of(form, graph, about.record());
    Change change = Change.put(about.record(), graph).basedOn(based(context));
    commit(
        context,
        view,
        session,
        about,
        typed,
        change,
        reason(context, session, "Teruggezet naar revisie " + earlier.number()));
  }

  private void commit(
      Context context,
      View view,
      Session session,
      OwnDeclaration about,
      Typed typed,
      Change change,
      String reason) {
    Outcome outcome = catalogue.commit(session.principal(), reason, List.of(change));
    boolean done = outcome instanceof Outcome.Recorded || outcome instanceof Outcome.Unchanged;
    if (done && "versturen".equals(context.formParam("actie"))) {
      drafts.drop(session.owner(), about.record());
      long number =
          outcome instanceof Outcome.Recorded recorded
              ? number(recorded)
              : current(view.snapshot(), about.record());
      acting
          .concept(concepts, context.formParam("concept"), view, session, about)
          .ifPresent(concept -> concepts.take(concept, number));
    }
    Optional<Long> before =
        outcome instanceof Outcome.Stale
            ? Repeated.by(pages.now(context), change)
            : Optional.empty();
    if (before.isPresent()) {
      toReceipt(context, view, about, before.get());
    } else if (outcome instanceof Outcome.Recorded recorded) {
      toReceipt(context, view, about, number(recorded));
    } else if (outcome instanceof Outcome.Unchanged) {
      toReceipt(context, view, about, current(view.snapshot(), about.record()));
    } else {
      refused(context, view, session, about, typed, outcome);
    }
  }

  private static long number(Outcome.Recorded recorded) {
    return recorded.commit().revisions().get(0).number();
  }

  private static void toReceipt(Context context, View view, OwnDeclaration about, long revision) {
    context.redirect(
        view.href(about.path() + "?ontvangstbewijs=" + revision), HttpStatus.SEE_OTHER);
  }

  private void refused(
      Context context,
      View view,
      Session session,
      OwnDeclaration about,
      Typed typed,
      Outcome outcome) {
    if (outcome instanceof Outcome.Denied) {
      context.status(HttpStatus.FORBIDDEN);
      pages.show(
          context,
          "mine-denied",
          DeniedPage.of(
              view,
              session,
              about.municipality(),
              acting.permissions(session, view.snapshot()).actsFor(about.municipality())));
      return;
    }
    if (outcome instanceof Outcome.Stale && "bevestigen".equals(context.formParam("actie"))) {
      Graph seen =
          Ticked.seen(view, about.record(), based(context))
              .orElseGet(GraphFactory::createDefaultGraph);
      seeAgain(context, session, about, seen);
      return;
    }
    List<Finding> findings =
        outcome instanceof Outcome.Rejected rejected ? rejected.report().findings() : List.of();
    DeclarePage page =
        declarePage(view, session, about, typed, based(context), findings)
            .from(
                view,
                acting
                    .concept(concepts, context.formParam("concept"), view, session, about)
                    .orElse(null));
    if (outcome instanceof Outcome.Stale) {
      context.status(HttpStatus.PRECONDITION_FAILED);
      // The state of before may lack just what overtook it.
      View now = pages.now(context);
      page = page.overtaken(now, form, about, current(now.snapshot(), about.record()));
    } else {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      if (outcome instanceof Outcome.Malformed malformed) {
        page = page.unreadable(malformed.reason());
      }
    }
    pages.show(context, "declare", page);
  }
}
