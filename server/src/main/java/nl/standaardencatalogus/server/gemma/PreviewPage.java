package nl.standaardencatalogus.server.gemma;

import java.util.List;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.gemma.Difference.Kind;
import nl.standaardencatalogus.server.mine.Me;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.proposal.Proposals;
import nl.standaardencatalogus.shapes.Severity;

/**
 * How a release that was sent differs from the catalogue, to take it over or not.
 *
 * @param path which the decision is sent to
 * @param code of what is shown
 * @param records so many would change
 * @param table where all of it is to be had as a table
 * @param refusals why the catalogue would not take it; none when it would
 * @param told what happened meanwhile; null when nothing did
 */
public record PreviewPage(
    Frame frame,
    Me me,
    String path,
    String send,
    String file,
    String source,
    String day,
    int elements,
    int relations,
    int records,
    boolean proposes,
    boolean suspect,
    String code,
    String table,
    List<LineTables.Lines> tables,
    List<Refusal> refusals,
    String told) {
  private static final int MOST_REFUSALS = 50;

  /** A reason, and what it is about; null for all of it. */
  public record Refusal(Link about, String text) {}

  static PreviewPage of(
      View view,
      Session session,
      String id,
      KeptReleases.Kept kept,
      Difference difference,
      Outcome outcome,
      boolean proposes) {
    String heading = view.t("gemma.preview.title");
    String path = ReleasePages.PATH + "/" + id;
    Release release = difference.release();
    int inAll = release.elements().size() + release.relations().size();
    return new PreviewPage(
        view.frame(
            heading,
            "mijn",
            view.crumbs(
                view.section("proposals", Proposals.PATH),
                view.section("gemma.title", ReleasePages.PATH),
                Link.text(heading)),
            false),
        Me.of(view, session),
        view.href(path),
        view.href(ReleasePages.PATH),
        kept.file(),
        difference.source(),
        view.date(difference.date().toString()),
        release.elements().size(),
        release.relations().size(),
        difference.changes().size(),
        proposes,
        difference.lines(Kind.ENDED).size() > inAll,
        difference.code(),
        view.href(path + ReleasePages.TABLE),
        new LineTables(view).of(difference.lines()),
        refusals(view, outcome),
        null);
  }

  private static List<Refusal> refusals(View view, Outcome outcome) {
    if (outcome instanceof Outcome.Recorded || outcome instanceof Outcome.Unchanged) {
      return List.of();
    }
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected.report().findings(Severity.VIOLATION).stream()
          .limit(MOST_REFUSALS)
          .map(it -> new Refusal(view.link(it.focus()), it.message(view.language().tag())))
          .toList();
    }
    return List.of(
        new Refusal(
            outcome instanceof Outcome.Denied denied ? view.link(denied.denial().record()) : null,
            view.t(
                outcome instanceof Outcome.Denied ? "gemma.denied" : "gemma.refused.otherwise")));
  }

  /** Whether there is something that can be taken over. */
  public boolean takes() {
    return records > 0 && refusals.isEmpty();
  }

  PreviewPage telling(String what) {
    return new PreviewPage(
        frame, me, path, send, file, source, day, elements, relations, records, proposes, suspect,
        code, table, tables, refusals, what);
  }
}
