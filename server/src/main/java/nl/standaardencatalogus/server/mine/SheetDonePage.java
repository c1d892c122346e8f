package nl.standaardencatalogus.server.mine;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The receipt of a sheet: of each declaration what to keep to prove it with later.
 *
 * @param path which is asked to undo it
 * @param withdrawn how many of them were withdrawn
 * @param undoable whether nothing of it was changed since, and who looks may change it
 * @param undone when all of it was undone, in words; null when it was not
 * @param undoneBy the commit that did
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
    long withdrawn,
    boolean undoable,
    String undone,
    Link undoneBy,
    String told) {
  /** One of the declarations. */
  public record Done(
      Link about, boolean withdrawn, String receipt, String revision, String contentHash) {}

  /**
   * The receipt of what a commit says of the declarations of a municipality.
   *
   * @param may whether who looks may change a declaration
   */
  static SheetDonePage of(
      View view,
      Session session,
      Node municipality,
      Commit commit,
      List<Revision> revisions,
      Predicate<Node> may) {
    long withdrawn = revisions.stream().filter(it -> it.kind() == Kind.DELETE).count();
    String title = view.t(withdrawn == 0 ? "sheet.done" : "sheet.done.changed");
    String name = view.name(municipality);
    String mine = "/mijn/" + Mine.code(municipality);
    Optional<Commit> undone = Undone.by(view, revisions);
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
        withdrawn,
        revisions.stream().allMatch(it -> isNewest(view, it) && may.test(it.record())),
        undone.map(it -> view.moment(it.recorded())).orElse(null),
        undone.map(it -> view.commit(it.number())).orElse(null),
        null);
  }

  /** Whether it is the last word on its record, which a deletion can be too. */
  static boolean isNewest(View view, Revision revision) {
    List<Moment> moments = view.states().moments(revision.record());
    return moments.get(moments.size() - 1).revision() == revision.number();
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
        withdrawn,
        undoable,
        undone,
        undoneBy,
        why);
  }

  private static Done done(View view, Revision revision) {
    OwnDeclaration about = OwnDeclaration.of(revision.record());
    String receipt = about.path() + "?ontvangstbewijs=" + revision.number();
    return new Done(
        view.link(about.label() == null ? about.standard() : about.version()),
        revision.kind() == Kind.DELETE,
        view.href(receipt),
        Iris.revision(revision.number()).getURI(),
        revision.contentHash());
  }
}
