package nl.standaardencatalogus.server.mine;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Permissions;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.reminder.Reminder;
import nl.standaardencatalogus.server.source.OwnSources;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.Rules;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The addresses of who is logged in, below {@code /mijn}.
 *
 * <p>All works without script: a form is sent, answered with what is wrong in it or with a last
 * look, and sent once more. Every form has a token of the session in it, so that no other site can
 * have a browser send one. What a form says is committed under the permissions of who sent it; this
 * decides nothing about them but what to show. Answers are never kept by a browser or on the way.
 */
public final class Mine {
  private static final String FORM = "/mijn/{code}/opgaven/{standard}";
  private static final int LONGEST_NOTE = 500;
  private static final Set<String> CONTROLS =
      Set.of("zegel", "basis", "actie", "reden", "revisie", "verder", "concept", "opmerking");

  private final Catalogue catalogue;
  private final Questions questions;
  private final Login login;
  private final Acting acting;
  private final Mandates mandates;
  private final Drafts drafts;
  private final Concepts concepts;
  private final OwnSources sources;
  private final Pages pages;
  private final FormShape form;
  private final Clock clock;

  /**
   * The pages of who is logged in.
   *
   * @param login tells whose session a request belongs to
   * @param drafts where forms are kept that were not sent
   * @param concepts where others put declarations ready
   * @param sources where municipalities publish their declarations themselves
   */
  public Mine(
      Catalogue catalogue,
      Rules rules,
      Questions questions,
      Login login,
      Drafts drafts,
      Concepts concepts,
      OwnSources sources,
      Pages pages,
      Clock clock) {
    this.catalogue = catalogue;
    this.questions = questions;
    this.login = login;
    this.acting = new Acting(login, pages, clock);
    this.mandates = new Mandates(catalogue, rules, acting, pages);
    this.drafts = drafts;
    this.concepts = concepts;
    this.sources = sources;
    this.pages = pages;
    this.form = FormShape.of(rules, SC.DECLARATION_CLASS);
    this.clock = clock;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    mandates.routes(config);
    new Sheets(acting, catalogue, questions, pages, form).routes(config);
    for (Language language : Language.values()) {
      String start = language.prefix();
      Reads.add(config, start + "/mijn", own(this::start));
      Reads.add(config, start + "/mijn/{code}", own(this::municipality));
      config.routes.post(start + "/mijn/{code}", own(this::confirmMany));
      config.routes.post(start + "/mijn/{code}/concepten/{concept}", own(this::answerConcept));
      Reads.add(config, start + "/mijn/{code}/kiezen", own(this::choose));
      for (String path : List.of(FORM, FORM + "/{version}")) {
        Reads.add(config, start + path, own(this::describe));
        config.routes.post(start + path, own(this::sent));
      }
    }
  }

  static Handler own(Handler handler) {
    return context -> {
      context.header("Cache-Control", "no-store");
      context.header("Vary", "Cookie");
      handler.handle(context);
    };
  }

  // What is asked of a municipality

  private void start(Context context) {
    Session session = acting.required(context).orElse(null);
    if (session == null) {
      return;
    }
    View view = pages.now(context);
    Permissions permissions = acting.permissions(session, view.snapshot());
    List<Node> municipalities = permissions.municipalities();
    String standard = context.queryParam("standaard");
    if (session.principal().is(Role.PREPARER)) {
      List<Node> all =
          view.municipalities().stream()
              .filter(it -> permissions.preparesFor(it) || municipalities.contains(it))
              .toList();
      List<Concept> prepared = concepts.by(session.owner());
      pages.show(
          context,
          "mine-start",
          StartPage.of(view, session, all, standard).preparing(view, prepared));
    } else if (municipalities.size() == 1) {
      String code = code(municipalities.get(0));
      boolean named = standard != null && OwnDeclaration.at(code, standard, null).isPresent();
      String rest = named ? "/opgaven/" + standard : "";
      context.redirect(view.href("/mijn/" + code + rest), HttpStatus.SEE_OTHER);
    } else {
      pages.show(context, "mine-start", StartPage.of(view, session, municipalities, standard));
    }
  }

  static String code(Node municipality) {
    String iri = municipality.getURI();
    return iri.substring(iri.lastIndexOf('/') + 1);
  }

  private void municipality(Context context) {
    Session session = acting.required(context).orElse(null);
    if (session != null) {
      View view = pages.now(context);
      acting
          .actedFor(context, view, session)
          .ifPresent(
              municipality -> {
                MinePage page = page(view, session, municipality);
                String count = context.queryParam("bevestigd");
                pages.show(
                    context,
                    "mine",
                    count != null && count.matches("[0-9]{1,4}")
                        ? page.telling(
                            view.t("mine.confirmed", count, view.snapshot().sequence()), List.of())
                        : page);
              });
    }
  }

  private MinePage page(View view, Session session, Node municipality) {
    List<Reminder> reminders = Reminder.of(questions, view.snapshot().graph(), municipality);
    List<Inherited> inherited = Inherited.of(questions, view.snapshot().graph(), municipality);
    List<Drafts.Draft> kept = drafts.of(session.owner());
    List<Concept> waiting =
        concepts.waitingFor(code(municipality)).stream()
            .filter(it -> takesOver(view, session, it.about()))
            .toList();
    return MinePage.of(
            view, session, municipality, reminders, inherited, kept, waiting, acting.today())
        .publishing(sources.of(code(municipality)).map(it -> FromSource.of(view, it)).orElse(null));
  }

  /** Says of all that were ticked, in one commit, that they are still right. */
  private void confirmMany(Context context) {
    Session session = acting.required(context).orElse(null);
    if (session == null) {
      return;
    }
    Acting.requireSent(context, session);
    requireOwn(session);
    View view = pages.now(context);
    Optional<Node> municipality = acting.actedFor(context, view, session);
    if (municipality.isEmpty()) {
      return;
    }
    List<Change> changes =
        context.formParams("klopt").stream()
            .distinct()
            .flatMap(text -> Confirmation.of(text).stream())
            .flatMap(ticked -> confirmation(view, session, ticked).stream())
            .toList();
    MinePage page = page(view, session, municipality.get());
    if (changes.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      pages.show(context, "mine", page.telling(view.t("mine.confirm.none"), List.of()));
      return;
    }
    Outcome outcome = catalogue.commit(session.principal(), "Klopt nog steeds", changes);
    if (outcome instanceof Outcome.Recorded || outcome instanceof Outcome.Unchanged) {
      String path = "/mijn/" + code(municipality.get()) + "?bevestigd=" + changes.size();
      context.redirect(view.href(path), HttpStatus.SEE_OTHER);
    } else {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      pages.show(
          context, "mine", page.telling(view.t("mine.confirm.refused"), inTheWay(view, outcome)));
    }
  }

  private Optional<Change> confirmation(View view, Session session, Confirmation ticked) {
    return ticked
        .declaration()
        .filter(about -> view.holds(about.record()))
        .map(
            about ->
                Change.put(about.record(), confirmed(view, session, about))
                    .basedOn(ticked.based()));
  }

  private static List<Link> inTheWay(View view, Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected.report().findings(Severity.VIOLATION).stream()
          .map(finding -> Iris.recordOf(finding.focus()))
          .filter(record -> Iris.municipalityOf(record).isPresent())
          .filter(record -> Iris.standardOf(record).isPresent())
          .distinct()
          .map(record -> form(view, record))
          .toList();
    }
    if (outcome instanceof Outcome.Stale stale) {
      return List.of(form(view, stale.record()));
    }
    if (outcome instanceof Outcome.Denied denied) {
      return List.of(form(view, denied.denial().record()));
    }
    // One record twice, each as another revision has it: nothing can be said of either.
    return List.of();
  }

  private static Link form(View view, Node declaration) {
    OwnDeclaration about = OwnDeclaration.of(declaration);
    return new Link(view.name(about.standard()), view.href(about.path()));
  }

  private void choose(Context context) {
    Session session = acting.required(context).orElse(null);
    if (session != null) {
      View view = pages.now(context);
      String words = Optional.ofNullable(context.queryParam("q")).orElse("").strip();
      acting
          .shown(context, view, session)
          .ifPresent(
              municipality ->
                  pages.show(
                      context, "mine-choose", ChoosePage.of(view, session, municipality, words)));
    }
  }

  // One declaration

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
      pages.show(context, "mine-denied", DeniedPage.of(view, session, about.municipality()));
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
    if (receipt != null && receipt.matches("[1-9][0-9]{0,11}")) {
      receipt(context, view, session, about, Long.parseLong(receipt));
      return;
    }
    Graph record = view.snapshot().record(about.record());
    Optional<Concept> concept = concept(context.queryParam("concept"), view, session, about);
    Optional<Drafts.Draft> draft =
        concept.isPresent() ? Optional.empty() : drafts.of(session.owner(), about.record());
    Typed typed =
        concept
            .map(Concept::typed)
            .or(() -> draft.map(Drafts.Draft::typed))
            .orElseGet(
                () -> record.isEmpty() ? inherited(context, view, about) : typed(record, about));
    long based = draft.map(Drafts.Draft::based).orElse(current(view.snapshot(), about.record()));
    DeclarePage page =
        declarePage(view, session, about, typed, based, List.of())
            .from(view, concept.orElse(null))
            .drafted(draft.isPresent())
            .saved(context.queryParam("bewaard") != null);
    pages.show(context, "declare", page);
  }

  private DeclarePage declarePage(
      View view,
      Session session,
      OwnDeclaration about,
      Typed typed,
      long based,
      List<Finding> findings) {
    return DeclarePage.of(view, session, about, form, typed, based, findings)
        .preparing(acting.prepares(view, session, about));
  }

  /** The page of a form that was sent, with the concept that it began with. */
  private DeclarePage declarePage(
      Context context, View view, Session session, OwnDeclaration about, List<Finding> findings) {
    return declarePage(view, session, about, typed(context), based(context), findings)
        .from(view, concept(context.formParam("concept"), view, session, about).orElse(null));
  }

  /** What somebody put ready about it; for who may take it over, and for who did. */
  private Optional<Concept> concept(String id, View view, Session session, OwnDeclaration about) {
    return Optional.ofNullable(id)
        .flatMap(it -> concepts.of(about.code(), it))
        .filter(it -> it.record().equals(about.record()))
        .filter(it -> it.owner().equals(session.owner()) || takesOver(view, session, about));
  }

  /** An editor corrects what others say, and says nothing for them. */
  private boolean takesOver(View view, Session session, OwnDeclaration about) {
    Permissions permissions = acting.permissions(session, view.snapshot());
    return !session.principal().is(Role.EDITOR)
        && permissions.denial(List.of(Change.delete(about.record()))).isEmpty();
  }

  private Typed typed(Graph record, OwnDeclaration about) {
    return Typed.of(form, record, about.record());
  }

  /** What the predecessor of the address declared; what is known at once when none is named. */
  private Typed inherited(Context context, View view, OwnDeclaration about) {
    String code = context.queryParam("van");
    return Inherited.of(questions, view.snapshot().graph(), about.municipality()).stream()
        .filter(it -> it.standard().equals(about.standard()))
        .filter(it -> code(it.predecessor()).equals(code))
        .findFirst()
        .map(it -> Typed.of(form, view.snapshot().record(it.declaration()), it.declaration()))
        .orElseGet(() -> Typed.of(about.known()));
  }

  private void receipt(
      Context context, View view, Session session, OwnDeclaration about, long number) {
    Revision revision =
        catalogue
            .revision(number)
            .filter(it -> it.record().equals(about.record()))
            .orElseThrow(() -> new ProblemException(404, "There is no such receipt."));
    Commit commit = catalogue.commitOf(number).orElseThrow();
    pages.show(context, "declared", DeclaredPage.of(view, session, about, revision, commit));
  }

  private static long current(Snapshot state, Node record) {
    return state.current(record).map(Snapshot.Current::revision).orElse(0L);
  }

  private void sent(Context context) {
    View view = pages.now(context);
    Session session = acting.session(context).orElse(null);
    if (session == null) {
      login.again(context, view, fields(context.formParamMap()));
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
            note.substring(0, Math.min(note.length(), LONGEST_NOTE)),
            typed(context),
            null);
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

  /** A municipality does not take a concept over, or who put it ready takes it back. */
  private void answerConcept(Context context) {
    Session session = acting.required(context).orElse(null);
    if (session == null) {
      return;
    }
    Acting.requireSent(context, session);
    View view = pages.now(context);
    String code = context.pathParam("code");
    Concept concept =
        (code.matches("gm[0-9]{4}")
                ? concepts.of(code, context.pathParam("concept"))
                : Optional.<Concept>empty())
            .flatMap(it -> concept(it.id(), view, session, it.about()))
            .orElseThrow(() -> new ProblemException(404, "There is no such concept."));
    if (concept.owner().equals(session.owner())) {
      concepts.drop(concept);
      context.redirect(view.href("/mijn"), HttpStatus.SEE_OTHER);
      return;
    }
    String why = Optional.ofNullable(context.formParam("reden")).orElse("").strip();
    if (why.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      pages.show(
          context,
          "mine",
          page(view, session, concept.about().municipality())
              .telling(view.t("concept.noreason"), List.of()));
      return;
    }
    if (!concepts.reject(concept, why.substring(0, Math.min(why.length(), LONGEST_NOTE)))) {
      throw new ProblemException(409, "It was put ready anew just now; look at it again.");
    }
    context.redirect(view.href("/mijn/" + code), HttpStatus.SEE_OTHER);
  }

  /** What was filled in, with what nobody has to be asked. */
  private Graph filled(View view, Session session, OwnDeclaration about, Typed typed) {
    Graph before = view.snapshot().record(about.record());
    Graph filled = typed.on(before, form, about.record());
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
    Optional<Concept> concept = concept(context.formParam("concept"), view, session, about);
    String usual = based(context) == 0 ? "Opgave gedaan" : "Opgave bijgewerkt";
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

  private void confirm(Context context, View view, Session session, OwnDeclaration about) {
    requireOwn(session);
    Graph confirmed = confirmed(view, session, about);
    if (!view.holds(about.record())) {
      throw new ProblemException(404, "There is no declaration to confirm.");
    }
    Typed typed = typed(confirmed, about);
    Change change = Change.put(about.record(), confirmed).basedOn(based(context));
    commit(context, view, session, about, typed, change, "Klopt nog steeds");
  }

  /** An editor corrects what others say; he cannot say for them that it still holds. */
  private static void requireOwn(Session session) {
    if (session.principal().is(Role.EDITOR)) {
      throw new ProblemException(403, "Who declares says that it is still right; correct it.");
    }
  }

  /** The same declaration, said again on this day. */
  private Graph confirmed(View view, Session session, OwnDeclaration about) {
    Graph graph = GraphFactory.createDefaultGraph();
    Graph before = view.snapshot().record(about.record());
    before.find().forEach(graph::add);
    acting.complete(view, session, about, graph, before);
    return graph;
  }

  private void withdraw(Context context, View view, Session session, OwnDeclaration about) {
    Typed typed = Typed.of(form, view.snapshot().record(about.record()), about.record());
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
    Graph content = CanonicalGraph.read(earlier.content());
    Graph graph = GraphFactory.createDefaultGraph();
    content.find().forEach(graph::add);
    Typed typed = Typed.of(form, graph, about.record());
    // Another may have declared it then; the municipality that puts it back is who declares it now.
    acting.complete(view, session, about, graph, content);
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
      concept(context.formParam("concept"), view, session, about).ifPresent(concepts::drop);
    }
    if (outcome instanceof Outcome.Recorded recorded) {
      long number = recorded.commit().revisions().get(0).number();
      context.redirect(
          view.href(about.path() + "?ontvangstbewijs=" + number), HttpStatus.SEE_OTHER);
    } else if (outcome instanceof Outcome.Unchanged) {
      context.redirect(
          view.href(about.path() + "?ontvangstbewijs=" + current(view.snapshot(), about.record())),
          HttpStatus.SEE_OTHER);
    } else {
      refused(context, view, session, about, typed, outcome);
    }
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
      pages.show(context, "mine-denied", DeniedPage.of(view, session, about.municipality()));
      return;
    }
    List<Finding> findings =
        outcome instanceof Outcome.Rejected rejected ? rejected.report().findings() : List.of();
    DeclarePage page =
        declarePage(view, session, about, typed, based(context), findings)
            .from(view, concept(context.formParam("concept"), view, session, about).orElse(null));
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
