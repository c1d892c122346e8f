package nl.standaardencatalogus.server.mine;

import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/**
 * The receipt of a declaration: what to keep to prove it with later.
 *
 * @param withdrawn whether it was withdrawn
 * @param title what was done, by what the log says
 * @param declaration the page that shows it to everybody; null when it was withdrawn
 * @param mine the page of the municipality
 * @param form the form about it
 * @param back the revision that can be put back; 0 when there is none
 */
public record DeclaredPage(
    Frame frame,
    Me me,
    boolean withdrawn,
    String title,
    String lead,
    Link standard,
    Link declaration,
    String mine,
    String form,
    String revision,
    String record,
    long sequence,
    String recorded,
    String contentHash,
    String commitHash,
    long back) {
  static DeclaredPage of(
      View view,
      Session session,
      OwnDeclaration about,
      Revision revision,
      Commit commit,
      boolean prepares) {
    boolean withdrawn = revision.kind() == Kind.DELETE;
    Deed deed = Deed.of(view, revision, commit);
    String title = view.t("declared.title." + deed.text());
    String name = view.name(about.municipality());
    String mine = view.href("/mijn/" + about.code());
    return new DeclaredPage(
        view.frame(
            title,
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"), new Link(name, mine), new Link(title, null)),
            false),
        Me.of(view, session),
        withdrawn,
        title,
        deed == Deed.CORRECTED
            ? view.t("declared.lead.corrected", name, view.name(commit.onBehalfOf()))
            : view.t(withdrawn ? "declared.withdrawn.lead" : "declared.lead", name),
        view.link(about.standard()),
        withdrawn ? null : view.link(about.record()),
        mine,
        view.href(about.path()),
        Iris.revision(revision.number()).getURI(),
        about.record().getURI(),
        commit.number(),
        view.moment(commit.recorded()),
        revision.contentHash(),
        commit.hash(),
        withdrawn && !prepares && SheetDonePage.isNewest(view, revision)
            ? revision.previous().orElse(0L)
            : 0);
  }
}
