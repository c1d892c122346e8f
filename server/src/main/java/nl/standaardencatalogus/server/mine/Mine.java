package nl.standaardencatalogus.server.mine;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Permissions;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.reminder.Reminder;
import nl.standaardencatalogus.server.source.OwnSources;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.Rules;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Node;

/**
 * The addresses of who is logged in, below {@code /mijn}.
 *
 * <p>All works without script: a form is sent, answered with what is wrong in it or with a last
 * look, and sent once more. Every form has a token of the session in it, so that no other site can
 * have a browser send one. What a form says is committed under the permissions of who sent it; this
 * decides nothing about them but what to show. Answers are never kept by a browser or on the way.
 */
public final class Mine {
  private final Catalogue catalogue;
  private final Questions questions;
  private final Acting acting;
  private final Declaring declaring;
  private final Mandates mandates;
  private final Sheets sheets;
  private final Drafts drafts;
  private final Concepts concepts;
  private final OwnSources sources;
  private final Pages pages;

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
    FormShape form = FormShape.of(rules, SC.DECLARATION_CLASS);
    this.catalogue = catalogue;
    this.questions = questions;
    this.acting = new Acting(login, pages, clock);
    this.declaring =
        new Declaring(catalogue, questions, login, acting, drafts, concepts, pages, form, clock);
    this.mandates = new Mandates(catalogue, rules, acting, pages);
    this.sheets = new Sheets(acting, catalogue, questions, pages, form);
    this.drafts = drafts;
    this.concepts = concepts;
    this.sources = sources;
    this.pages = pages;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    declaring.routes(config);
    mandates.routes(config);
    sheets.routes(config);
    for (Language language : Language.values()) {
      String start = language.prefix();
      Reads.add(config, start + "/mijn", own(this::start));
      Reads.add(config, start + "/mijn/{code}", own(this::municipality));
      config.routes.post(start + "/mijn/{code}", own(this::confirmMany));
      config.routes.post(start + "/mijn/{code}/concepten/{concept}", own(this::answerConcept));
      Reads.add(config, start + "/mijn/{code}/kiezen", own(this::choose));
    }
  }

  static Handler own(Handler handler) {
    return context -> {
      context.header("Cache-Control", "no-store");
      context.header("Vary", "Cookie");
      handler.handle(context);
    };
  }

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
                String word = word(context, view);
                pages.show(context, "mine", word == null ? page : page.telling(word, List.of()));
              });
    }
  }

  /** What is to be told of how what was asked ended; null for nothing. */
  private static String word(Context context, View view) {
    String count = context.queryParam("bevestigd");
    if (count != null && count.matches("[0-9]{1,4}")) {
      return confirmed(view, count);
    }
    return context.queryParam("afgewezen") == null ? null : view.t("concept.refused");
  }

  private static String confirmed(View view, String count) {
    long sequence = view.snapshot().sequence();
    return count.equals("1")
        ? view.t("mine.confirmed.one", sequence)
        : view.t("mine.confirmed", count, sequence);
  }

  private MinePage page(View view, Session session, Node municipality) {
    List<Reminder> reminders = Reminder.of(questions, view.snapshot().graph(), municipality);
    List<Inherited> inherited = Inherited.of(questions, view.snapshot().graph(), municipality);
    List<Drafts.Draft> kept = drafts.of(session.owner());
    List<Concept> waiting =
        concepts.waitingFor(code(municipality)).stream()
            .filter(it -> acting.takesOver(view, session, it.about()))
            .toList();
    return MinePage.of(
            view,
            session,
            municipality,
            reminders,
            inherited,
            kept,
            waiting,
            acting.today(),
            about -> acting.offers(view, session, about))
        .publishing(sources.of(code(municipality)).map(it -> FromSource.of(view, it)).orElse(null));
  }

  /** Says of all that were ticked, in one commit, that they are still right. */
  private void confirmMany(Context context) {
    Session session = acting.required(context).orElse(null);
    if (session == null) {
      return;
    }
    Acting.requireSent(context, session);
    Acting.requireOwn(session);
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
    List<Change> left = changes.stream().filter(it -> !wasTaken(view, it)).toList();
    Outcome outcome =
        left.isEmpty()
            ? new Outcome.Unchanged()
            : catalogue.commit(session.principal(), "Klopt nog steeds", left);
    if (outcome instanceof Outcome.Recorded || outcome instanceof Outcome.Unchanged) {
      String path = "/mijn/" + code(municipality.get()) + "?bevestigd=" + changes.size();
      context.redirect(view.href(path), HttpStatus.SEE_OTHER);
    } else {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      pages.show(
          context,
          "mine",
          page.telling(
              view.t(
                  outcome instanceof Outcome.Denied
                      ? "mine.confirm.denied"
                      : "mine.confirm.refused"),
              inTheWay(view, outcome)));
    }
  }

  /** Whether it was sent twice: what is there now came of what was ticked, and says the same. */
  private boolean wasTaken(View view, Change change) {
    return view.snapshot()
            .current(change.record())
            .flatMap(it -> catalogue.revision(it.revision()))
            .flatMap(Revision::previous)
            .filter(it -> it == change.basedOn().orElse(0))
            .isPresent()
        && change.graph().isIsomorphicWith(view.snapshot().record(change.record()));
  }

  private Optional<Change> confirmation(View view, Session session, Confirmation ticked) {
    return ticked
        .declaration()
        .filter(about -> view.holds(about.record()))
        .map(
            about ->
                Change.put(about.record(), acting.confirmed(view, session, about))
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
                      context,
                      "mine-choose",
                      ChoosePage.of(
                          view,
                          session,
                          municipality,
                          words,
                          about -> acting.offers(view, session, about))));
    }
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
            .flatMap(it -> acting.concept(concepts, it.id(), view, session, it.about()))
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
    if (!concepts.reject(concept, why.substring(0, Math.min(why.length(), Concept.LONGEST_NOTE)))) {
      throw new ProblemException(409, "It was put ready anew just now; look at it again.");
    }
    context.redirect(view.href("/mijn/" + code + "?afgewezen=1"), HttpStatus.SEE_OTHER);
  }
}
