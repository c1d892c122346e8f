package nl.standaardencatalogus.server.mine;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Permissions;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Outcome;
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
  private static final String REFUSED = "?afgewezen=1";

  /** Asked by who edits, and wants a declaration rather than the work that waits for him. */
  private static final String CORRECTING = "corrigeren";

  private final Catalogue catalogue;
  private final Questions questions;
  private final Acting acting;
  private final Declaring declaring;
  private final Mandates mandates;
  private final Sheets sheets;
  private final Drafts drafts;
  private final Concepts concepts;
  private final Uploads uploads;
  private final OwnSources sources;
  private final Pages pages;

  /**
   * The pages of who is logged in.
   *
   * @param login tells whose session a request belongs to
   * @param drafts where forms are kept that were not sent
   * @param concepts where others put declarations ready
   * @param uploads where sheets and tables are kept until they are decided about
   * @param sources where municipalities publish their declarations themselves
   */
  public Mine(
      Catalogue catalogue,
      Rules rules,
      Questions questions,
      Login login,
      Drafts drafts,
      Concepts concepts,
      Uploads uploads,
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
    this.sheets = new Sheets(acting, catalogue, questions, uploads, pages, form);
    this.drafts = drafts;
    this.concepts = concepts;
    this.uploads = uploads;
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
      Reads.add(config, start + "/mijn/{code}/bevestigen", own(this::lookAtAll));
      config.routes.post(start + "/mijn/{code}/concepten/{concept}", own(this::answerConcept));
      Reads.add(config, start + "/mijn/{code}/kiezen", own(this::choose));
    }
  }

  /** What is somebody's own is kept nowhere on the way. */
  public static Handler own(Handler handler) {
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
    } else if (session.principal().edits()
        && municipalities.isEmpty()
        && standard == null
        && context.queryParam(CORRECTING) == null) {
      context.redirect(view.href("/voorstellen"), HttpStatus.SEE_OTHER);
    } else {
      pages.show(context, "mine-start", StartPage.of(view, session, municipalities, standard));
    }
  }

  static String code(Node municipality) {
    String iri = municipality.getURI();
    return iri.substring(iri.lastIndexOf('/') + 1);
  }

  private void municipality(Context context) {
    acting
        .actor(context)
        .ifPresent(
            actor -> {
              Map<String, Map<String, String>> left =
                  uploads.typed(context.queryParam("terug"), actor.owner(), actor.municipality());
              List<String> ticks = TypedRows.ticks(left).stream().map(Confirmation::text).toList();
              MinePage page = page(actor.view(), actor.session(), actor.municipality(), ticks);
              pages.show(context, "mine", told(context, actor, page));
            });
  }

  /** The page with word of how what was asked ended; the same where there is nothing to tell. */
  private MinePage told(Context context, Actor actor, MinePage page) {
    View view = actor.view();
    String number = context.queryParam("ontvangst");
    Optional<Commit> commit =
        number != null && number.matches("[1-9][0-9]{0,11}")
            ? catalogue.commit(Long.parseLong(number))
            : Optional.empty();
    long confirmed =
        commit
            .filter(it -> it.reason().equals(Ticked.REASON))
            .map(it -> SheetReceipts.of(actor.municipality(), it).size())
            .orElse(0);
    if (confirmed > 0) {
      long sequence = commit.orElseThrow().number();
      Link receipt =
          new Link(
              view.t("declared.receipt"), view.href(SheetReceipts.path(actor.code(), sequence)));
      return page.telling(view.texts().counted("mine.confirmed", confirmed, sequence), receipt);
    }
    if (Carried.isGone(context.queryParam(Carried.KEPT))) {
      return page.telling(view.t("carried.gone.text"), List.of());
    }
    return context.queryParam("afgewezen") == null
        ? page
        : page.telling(view.t("concept.refused"), List.of());
  }

  /** Shows all that can be confirmed, for who ticks nothing one by one. */
  private void lookAtAll(Context context) {
    acting
        .actor(context)
        .ifPresent(
            actor -> {
              Acting.requireOwn(actor.session());
              MinePage page = page(actor.view(), actor.session(), actor.municipality(), List.of());
              pages.show(
                  context, "mine-confirm", ConfirmPage.of(actor.view(), actor.session(), page));
            });
  }

  private MinePage page(View view, Session session, Node municipality, List<String> ticked) {
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
            ticked::contains,
            acting.today(),
            about -> acting.offers(view, session, about))
        .publishing(sources.of(code(municipality)).map(it -> FromSource.of(view, it)).orElse(null));
  }

  /** Says of all that were ticked, in one commit, that they are still right. */
  private void confirmMany(Context context) {
    acting.actor(context, () -> ticks(context)).ifPresent(actor -> confirmMany(context, actor));
  }

  private static Map<String, List<String>> ticks(Context context) {
    List<String> ticks = context.formParams(TypedRows.TICK);
    return ticks.isEmpty() ? Map.of() : Map.of(TypedRows.TICK, ticks);
  }

  private void confirmMany(Context context, Actor actor) {
    Acting.requireSent(context, actor.session());
    Acting.requireOwn(actor.session());
    View view = actor.view();
    Ticked ticked = ticked(context, actor);
    if (ticked.isEmpty()) {
      unconfirmed(context, actor, view.t("mine.confirm.none"), List.of());
    } else if (!ticked.overtaken().isEmpty()) {
      overtaken(context, actor, ticked.overtaken());
    } else if (ticked.changes().isEmpty()) {
      already(context, actor, ticked);
    } else {
      confirm(context, actor, ticked);
    }
  }

  private Ticked ticked(Context context, Actor actor) {
    return Ticked.of(acting, actor.view(), actor.session(), context.formParams(TypedRows.TICK));
  }

  private void confirm(Context context, Actor actor, Ticked ticked) {
    View view = actor.view();
    Outcome outcome =
        catalogue.commit(actor.session().principal(), Ticked.REASON, ticked.changes());
    if (outcome instanceof Outcome.Recorded recorded) {
      toWord(context, actor, recorded.commit().number());
    } else if (outcome instanceof Outcome.Stale stale) {
      Actor again = new Actor(pages.now(context), actor.session(), actor.municipality());
      Ticked now = ticked(context, again);
      if (now.changes().isEmpty() && now.overtaken().isEmpty()) {
        // It was sent twice, and the first time was done while this waited for its turn.
        already(context, again, now);
      } else {
        overtaken(context, again, Set.of(stale.record()));
      }
    } else if (outcome instanceof Outcome.Denied denied) {
      unconfirmed(
          context,
          actor,
          view.t("mine.confirm.denied"),
          List.of(form(view, denied.denial().record())));
    } else {
      // One record twice, each as another revision has it: nothing can be said of either.
      List<Link> inTheWay =
          outcome instanceof Outcome.Rejected rejected ? inTheWay(view, rejected) : List.of();
      unconfirmed(context, actor, view.t("mine.confirm.refused"), inTheWay);
    }
  }

  /** Leads to where it is told what a commit confirmed. */
  private static void toWord(Context context, Actor actor, long commit) {
    context.redirect(
        actor.view().href("/mijn/" + actor.code() + "?ontvangst=" + commit), HttpStatus.SEE_OTHER);
  }

  /** Who sends it twice is led to what the first time did. */
  private void already(Context context, Actor actor, Ticked ticked) {
    View view = actor.view();
    List<Commit> commits =
        ticked.already().stream()
            .flatMap(it -> catalogue.commitOf(Ticked.current(view, it)).stream())
            .distinct()
            .toList();
    if (commits.size() == 1 && commits.get(0).reason().equals(Ticked.REASON)) {
      toWord(context, actor, commits.get(0).number());
      return;
    }
    MinePage page = page(view, actor.session(), actor.municipality(), List.of());
    pages.show(context, "mine", page.telling(view.t("mine.confirm.already"), List.of()));
  }

  private void overtaken(Context context, Actor actor, Set<Node> declarations) {
    View view = actor.view();
    List<Link> changed =
        declarations.stream()
            .map(
                it -> {
                  Link form = form(view, it);
                  return new Link(form.label() + ": " + Overtaken.by(view, it), form.href());
                })
            .toList();
    unconfirmed(context, actor, view.t("mine.confirm.overtaken"), changed);
  }

  /** Nothing was confirmed; what was ticked still is. */
  private void unconfirmed(Context context, Actor actor, String text, List<Link> inTheWay) {
    List<String> ticked = context.formParams(TypedRows.TICK);
    MinePage page = page(actor.view(), actor.session(), actor.municipality(), ticked);
    context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    pages.show(context, "mine", page.telling(text, inTheWay));
  }

  private static List<Link> inTheWay(View view, Outcome.Rejected rejected) {
    return rejected.report().findings(Severity.VIOLATION).stream()
        .map(finding -> Iris.recordOf(finding.focus()))
        .filter(record -> Iris.municipalityOf(record).isPresent())
        .filter(record -> Iris.standardOf(record).isPresent())
        .distinct()
        .map(record -> form(view, record))
        .toList();
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
    Optional<Concept> there =
        code.matches("gm[0-9]{4}")
            ? concepts.of(code, context.pathParam("concept"))
            : Optional.empty();
    if (there.filter(it -> isAnswered(view, session, it)).isPresent()) {
      // It was sent twice: the first time did what is asked.
      context.redirect(view.href("/mijn/" + code + REFUSED), HttpStatus.SEE_OTHER);
      return;
    }
    if (there.isEmpty()) {
      absent(context, view, session);
      return;
    }
    Concept concept =
        there
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
          page(view, session, concept.about().municipality(), List.of())
              .telling(view.t("concept.noreason"), List.of()));
      return;
    }
    if (!concepts.reject(concept, why.substring(0, Math.min(why.length(), Concept.LONGEST_NOTE)))) {
      throw new ProblemException(409, "It was put ready anew just now; look at it again.");
    }
    context.redirect(view.href("/mijn/" + code + REFUSED), HttpStatus.SEE_OTHER);
  }

  private boolean isAnswered(View view, Session session, Concept concept) {
    return concept.rejected() != null
        && !concept.owner().equals(session.owner())
        && acting.takesOver(view, session, concept.about());
  }

  /** Who put it ready took it back, now or just before; who it was ready for is told so. */
  private void absent(Context context, View view, Session session) {
    acting
        .shown(context, view, session)
        .ifPresent(
            municipality -> {
              if (acting.permissions(session, view.snapshot()).actsFor(municipality)) {
                context.status(HttpStatus.NOT_FOUND);
                pages.show(
                    context,
                    "mine",
                    page(view, session, municipality, List.of())
                        .telling(view.t("concept.gone"), List.of()));
              } else {
                context.redirect(view.href("/mijn"), HttpStatus.SEE_OTHER);
              }
            });
  }
}
