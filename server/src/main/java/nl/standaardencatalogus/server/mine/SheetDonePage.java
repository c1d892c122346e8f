package nl.standaardencatalogus.server.mine;

import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The receipt of a sheet: of each declaration what to keep to prove it with later.
 *
 * @param path which is asked to undo it
 * @param undoable whether nothing of it was changed since
 * @param told why it was not undone; null when nobody asked
 */
public record SheetDonePage(
    Frame frame,
    Me me,
    String municipality,
    String mine,
    String sheet,
    List<Done> declarations,
    long sequence,
    String recorded,
    String commitHash,
    String path,
    boolean undoable,
    String told) {
  /** One of the declarations. */
  public record Done(Link about, String receipt, String revision, String contentHash) {}

  static SheetDonePage of(
      View view, Session session, Node municipality, Commit commit, List<Revision> revisions) {
    String title = view.t("sheet.done");
    String name = view.name(municipality);
    String mine = "/mijn/" + Mine.code(municipality);
    return new SheetDonePage(
        view.frame(
            title,
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"),
                new Link(name, view.href(mine)),
                new Link(title, null)),
            false),
        Me.of(view, session),
        name,
        view.href(mine),
        view.href(mine + Sheets.PATH),
        revisions.stream().map(revision -> done(view, revision)).toList(),
        commit.number(),
        view.moment(commit.recorded()),
        commit.hash(),
        view.href(mine + Sheets.PATH + "/ontvangst/" + commit.number()),
        revisions.stream().allMatch(revision -> isNewest(view, revision)),
        null);
  }

  private static boolean isNewest(View view, Revision revision) {
    long current =
        view.snapshot().current(revision.record()).map(Snapshot.Current::revision).orElse(0L);
    return current == (revision.kind() == Kind.DELETE ? 0 : revision.number());
  }

  /** The same, with why it was not undone. */
  SheetDonePage telling(String why) {
    return new SheetDonePage(
        frame,
        me,
        municipality,
        mine,
        sheet,
        declarations,
        sequence,
        recorded,
        commitHash,
        path,
        undoable,
        why);
  }

  private static Done done(View view, Revision revision) {
    OwnDeclaration about = OwnDeclaration.of(revision.record());
    String receipt = about.path() + "?ontvangstbewijs=" + revision.number();
    return new Done(
        view.link(about.label() == null ? about.standard() : about.version()),
        view.href(receipt),
        Iris.revision(revision.number()).getURI(),
        revision.contentHash());
  }
}
