package nl.standaardencatalogus.server.mine;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * The addresses at which a municipality says who declares on its behalf, below {@code
 * /mijn/{code}/mandaten}. A mandate is a record as any other; an organisation goes by the last two
 * parts of its IRI.
 */
final class Mandates {
  private static final String ALL = "/mijn/{code}/mandaten";
  private static final String ONE = ALL + "/{kind}/{organisation}";

  private final Catalogue catalogue;
  private final Acting acting;
  private final Pages pages;
  private final FormShape form;

  Mandates(Catalogue catalogue, Rules rules, Acting acting, Pages pages) {
    this.catalogue = catalogue;
    this.acting = acting;
    this.pages = pages;
    this.form = FormShape.of(rules, SC.MANDATE_CLASS);
  }

  void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      String start = language.prefix();
      Reads.add(config, start + ALL, Mine.own(this::all));
      Reads.add(config, start + ONE, Mine.own(this::one));
      config.routes.post(start + ONE, Mine.own(this::sent));
    }
  }

  /** Who may give mandates for the municipality; who only has one is told. */
  private Optional<Actor> giver(Context context) {
    Actor actor = acting.actor(context).orElse(null);
    if (actor == null) {
      return Optional.empty();
    }
    if (!gives(actor)) {
      denied(context, actor);
      return Optional.empty();
    }
    return Optional.of(actor);
  }

  private boolean gives(Actor actor) {
    Node any = Iris.mandate(actor.code(), actor.session().principal().organisation());
    return acting
        .permissions(actor.session(), actor.view().snapshot())
        .denial(List.of(Change.delete(any)))
        .isEmpty();
  }

  private void denied(Context context, Actor actor) {
    context.status(HttpStatus.FORBIDDEN);
    pages.show(
        context,
        "mine-denied",
        DeniedPage.of(actor.view(), actor.session(), actor.municipality(), true));
  }

  private void all(Context context) {
    acting.actor(context).ifPresent(actor -> pages.show(context, "mandates", all(context, actor)));
  }

  private MandatesPage all(Context context, Actor actor) {
    MandatesPage page =
        MandatesPage.of(
            actor.view(),
            actor.session(),
            actor.municipality(),
            gives(actor),
            Optional.ofNullable(context.queryParam("q")).orElse("").strip(),
            acting.today());
    return done(context, actor)
        .map(made -> page.after(actor.view(), actor.municipality(), made.commit(), made.revision()))
        .orElse(page);
  }

  private record Made(Commit commit, Revision revision) {}

  /** The commit of the address, if it is one about a mandate of this municipality. */
  private Optional<Made> done(Context context, Actor actor) {
    String number = Optional.ofNullable(context.queryParam("vastgelegd")).orElse("");
    return number.matches("[1-9][0-9]{0,11}")
        ? catalogue
            .commit(Long.parseLong(number))
            .flatMap(
                commit ->
                    commit.revisions().stream()
                        .filter(each -> isMandate(each.record(), actor.code()))
                        .map(each -> new Made(commit, each))
                        .findFirst())
        : Optional.empty();
  }

  private static boolean isMandate(Node record, String code) {
    return record.getURI().startsWith(Iris.BASE + "id/mandaat/" + code + "/");
  }

  /** The organisation of the address; it has to be one that can be given a mandate. */
  private static Node organisation(Context context, Actor actor) {
    String end = context.pathParam("kind") + "/" + context.pathParam("organisation");
    return mandataries(actor.view(), actor.municipality(), "").stream()
        .map(row -> row.get("thing"))
        .filter(thing -> end(thing).equals(end))
        .findFirst()
        .map(organisation -> requireOwnMandate(actor, organisation))
        .orElseThrow(
            () -> new ProblemException(404, "There is no organisation to mandate called " + end));
  }

  /**
   * One address is for one mandate: two organisations whose IRIs end alike cannot both have one.
   */
  private static Node requireOwnMandate(Actor actor, Node organisation) {
    Node record = Iris.mandate(actor.code(), organisation);
    Graph known = actor.view().snapshot().record(record);
    if (!known.isEmpty() && !known.contains(record, SC.MANDATARY, organisation)) {
      throw new ProblemException(
          409, "There is a mandate to another organisation whose name ends alike; withdraw that.");
    }
    return organisation;
  }

  /** What an organisation is called in addresses: the last two parts of its IRI. */
  static String end(Node organisation) {
    String[] parts = organisation.getURI().split("/");
    return parts[parts.length - 2] + "/" + parts[parts.length - 1];
  }

  /** Whom a municipality may give a mandate; of each what words are in its name. */
  static List<Row> mandataries(View view, Node municipality, String words) {
    return view.ask(
        "form/mandatary",
        Map.of("municipality", municipality, "words", NodeFactory.createLiteralString(words)));
  }

  private void one(Context context) {
    giver(context)
        .ifPresent(
            actor -> {
              Node organisation = organisation(context, actor);
              Node record = Iris.mandate(actor.code(), organisation);
              Graph known = actor.view().snapshot().record(record);
              Typed typed = known.isEmpty() ? Typed.of(Map.of()) : Typed.of(form, known, record);
              show(context, actor, organisation, typed, current(actor, record), List.of());
            });
  }

  private static long current(Actor actor, Node record) {
    return actor.view().snapshot().current(record).map(Snapshot.Current::revision).orElse(0L);
  }

  private void show(
      Context context,
      Actor actor,
      Node organisation,
      Typed typed,
      long based,
      List<Finding> findings) {
    pages.show(context, "mandate", page(actor, organisation, typed, based, findings));
  }

  private MandatePage page(
      Actor actor, Node organisation, Typed typed, long based, List<Finding> findings) {
    return MandatePage.of(
        actor.view(),
        actor.session(),
        actor.municipality(),
        organisation,
        form,
        typed,
        based,
        findings);
  }

  private void sent(Context context) {
    Actor actor = giver(context).orElse(null);
    if (actor == null) {
      return;
    }
    Acting.requireSent(context, actor.session());
    Node organisation = organisation(context, actor);
    Node record = Iris.mandate(actor.code(), organisation);
    String text = Optional.ofNullable(context.formParam("basis")).orElse("0");
    long based = text.matches("[0-9]{1,12}") ? Long.parseLong(text) : 0;
    Map<String, List<String>> fields = new LinkedHashMap<>(context.formParamMap());
    fields.keySet().removeAll(List.of("zegel", "basis", "actie", "reden"));
    Typed typed = Typed.of(fields);
    boolean withdraws = "intrekken".equals(context.formParam("actie"));
    Change change =
        withdraws ? Change.delete(record) : Change.put(record, filled(actor, organisation, typed));
    String reason = Optional.ofNullable(context.formParam("reden")).orElse("").strip();
    if (reason.isEmpty() && actor.session().principal().is(Role.EDITOR)) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      pages.show(context, "mandate", page(actor, organisation, typed, based, List.of()).noReason());
      return;
    }
    String usual =
        withdraws ? "Mandaat ingetrokken" : based == 0 ? "Mandaat gegeven" : "Mandaat gewijzigd";
    Outcome outcome =
        catalogue.commit(
            actor.session().principal(),
            reason.isEmpty() ? usual : reason,
            List.of(change.basedOn(based)));
    Optional<Long> before =
        outcome instanceof Outcome.Stale
            ? Repeated.by(pages.now(context), change)
            : Optional.empty();
    if (before.isPresent()) {
      toWord(context, actor, catalogue.commitOf(before.get()).orElseThrow().number());
      return;
    }
    answer(context, actor, organisation, typed, based, outcome);
  }

  /** Leads to where it is told what a commit recorded. */
  private static void toWord(Context context, Actor actor, long commit) {
    String all = MandatesPage.path(actor.municipality());
    context.redirect(actor.view().href(all + "?vastgelegd=" + commit), HttpStatus.SEE_OTHER);
  }

  private Graph filled(Actor actor, Node organisation, Typed typed) {
    Node record = Iris.mandate(actor.code(), organisation);
    Graph filled = typed.on(actor.view().snapshot().record(record), form, record);
    filled.add(record, RDF.type.asNode(), SC.MANDATE_CLASS);
    filled.add(record, SC.MANDATOR, actor.municipality());
    filled.add(record, SC.MANDATARY, organisation);
    return filled;
  }

  private void answer(
      Context context, Actor actor, Node organisation, Typed typed, long based, Outcome outcome) {
    if (outcome instanceof Outcome.Recorded recorded) {
      toWord(context, actor, recorded.commit().number());
    } else if (outcome instanceof Outcome.Unchanged) {
      context.redirect(
          actor.view().href(MandatesPage.path(actor.municipality())), HttpStatus.SEE_OTHER);
    } else if (outcome instanceof Outcome.Denied) {
      denied(context, actor);
    } else if (outcome instanceof Outcome.Stale stale) {
      context.status(HttpStatus.PRECONDITION_FAILED);
      pages.show(
          context,
          "mandate",
          MandatePage.of(
                  pages.now(context),
                  actor.session(),
                  actor.municipality(),
                  organisation,
                  form,
                  typed,
                  stale.current(),
                  List.of())
              .afterAnother());
    } else {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      List<Finding> findings =
          outcome instanceof Outcome.Rejected rejected ? rejected.report().findings() : List.of();
      MandatePage page = page(actor, organisation, typed, based, findings);
      boolean malformed = outcome instanceof Outcome.Malformed;
      pages.show(
          context,
          "mandate",
          malformed ? page.unreadable(((Outcome.Malformed) outcome).reason()) : page);
    }
  }
}
