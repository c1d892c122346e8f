package nl.standaardencatalogus.server.mine;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Permissions;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The receipts of sheets: what one commit says of the declarations of a municipality, and the way
 * to undo it as a whole.
 */
final class SheetReceipts {
  private static final String PATH = Sheets.PATH + "/ontvangst/";

  private final Acting acting;
  private final Catalogue catalogue;
  private final Pages pages;

  SheetReceipts(Acting acting, Catalogue catalogue, Pages pages) {
    this.acting = acting;
    this.catalogue = catalogue;
    this.pages = pages;
  }

  void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      String path = language.prefix() + "/mijn/{code}" + PATH + "{commit}";
      Reads.add(config, path, Mine.own(this::receipt));
      config.routes.post(path, Mine.own(this::undo));
    }
  }

  /** Leads on to the receipt of a commit. */
  static void lead(Context context, Actor actor, long commit) {
    context.redirect(actor.view().href(path(actor.code(), commit)), HttpStatus.SEE_OTHER);
  }

  private void receipt(Context context) {
    acting
        .actor(context)
        .ifPresent(
            actor -> {
              Commit commit = commit(context);
              pages.show(context, "mine-sheet-done", receipt(actor, commit, own(actor, commit)));
            });
  }

  private SheetDonePage receipt(Actor actor, Commit commit, List<Revision> own) {
    Permissions permissions = acting.permissions(actor.session(), actor.view().snapshot());
    return SheetDonePage.of(
        actor.view(),
        actor.session(),
        actor.municipality(),
        commit,
        own,
        record -> permissions.denial(List.of(Change.delete(record))).isEmpty());
  }

  private Commit commit(Context context) {
    String number = context.pathParam("commit");
    return (number.matches("[1-9][0-9]{0,11}")
            ? catalogue.commit(Long.parseLong(number))
            : Optional.<Commit>empty())
        .orElseThrow(SheetReceipts::noReceipt);
  }

  /** What a commit says of the declarations of the municipality. */
  private static List<Revision> own(Actor actor, Commit commit) {
    List<Revision> own = of(actor.municipality(), commit);
    if (own.isEmpty()) {
      throw noReceipt();
    }
    return own;
  }

  /** The same; empty when it says nothing of them. */
  static List<Revision> of(Node municipality, Commit commit) {
    return commit.revisions().stream()
        .filter(
            it ->
                Iris.standardOf(it.record()).isPresent()
                    && Iris.municipalityOf(it.record()).filter(municipality::equals).isPresent())
        .toList();
  }

  /** The address of the receipt of a commit, without language. */
  static String path(String code, long commit) {
    return "/mijn/" + code + PATH + commit;
  }

  /** Puts back what was there before a sheet: all of it, as long as nobody changed any of it. */
  private void undo(Context context) {
    acting.actor(context).ifPresent(actor -> undo(context, actor));
  }

  private void undo(Context context, Actor actor) {
    Acting.requireSent(context, actor.session());
    Commit commit = commit(context);
    List<Revision> own = own(actor, commit);
    String reason = Optional.ofNullable(context.formParam("reden")).orElse("").strip();
    if (reason.isEmpty() && actor.session().principal().is(Role.EDITOR)) {
      untaken(context, receipt(actor, commit, own), actor.view().t("check.noreason.text"));
      return;
    }
    List<Change> changes = own.stream().map(it -> before(actor, it)).toList();
    Outcome outcome =
        catalogue.commit(
            actor.session().principal(),
            reason.isEmpty() ? "Teruggedraaid: vastlegging " + commit.number() : reason,
            changes);
    if (outcome instanceof Outcome.Recorded recorded) {
      lead(context, actor, recorded.commit().number());
    } else if (isRepeated(pages.now(context), changes)) {
      Node first = own.get(0).record();
      List<Revision> revisions = catalogue.revisions(first);
      long last = revisions.get(revisions.size() - 1).number();
      lead(context, actor, catalogue.commitOf(last).orElseThrow().number());
    } else {
      untaken(context, receipt(actor, commit, own), why(actor.view(), outcome));
    }
  }

  private static String why(View view, Outcome outcome) {
    if (outcome instanceof Outcome.Stale stale) {
      String name = view.name(Iris.standardOf(stale.record()).orElseThrow());
      return view.t("sheet.undo.overtaken", name, Overtaken.by(view, stale.record()));
    }
    return view.t(outcome instanceof Outcome.Denied ? "sheet.row.denied" : "sheet.undo.stale");
  }

  private static boolean isRepeated(View now, List<Change> changes) {
    return changes.stream().allMatch(change -> Repeated.by(now, change).isPresent());
  }

  private void untaken(Context context, SheetDonePage page, String why) {
    context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    pages.show(context, "mine-sheet-done", page.telling(why));
  }

  private Change before(Actor actor, Revision revision) {
    long current = revision.kind() == Kind.DELETE ? 0 : revision.number();
    return revision
        .previous()
        .flatMap(catalogue::revision)
        .filter(it -> it.kind() != Kind.DELETE)
        .map(it -> putBack(actor, it))
        .orElseGet(() -> Change.delete(revision.record()))
        .basedOn(current);
  }

  /** Just as it was; what another declared then, only who puts it back can declare now. */
  private Change putBack(Actor actor, Revision earlier) {
    Change asItWas = Change.put(earlier.record(), CanonicalGraph.read(earlier.content()));
    return acting
            .permissions(actor.session(), actor.view().snapshot())
            .denial(List.of(asItWas))
            .isEmpty()
        ? asItWas
        : Change.put(earlier.record(), acting.again(actor.view(), actor.session(), earlier));
  }

  private static ProblemException noReceipt() {
    return new ProblemException(404, "There is no such receipt.");
  }
}
