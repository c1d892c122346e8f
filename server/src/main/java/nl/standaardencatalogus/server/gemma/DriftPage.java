package nl.standaardencatalogus.server.gemma;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.mine.Me;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.proposal.Proposals;

/**
 * How the catalogue came to differ from the release of GEMMA that was taken over last.
 *
 * @param source how that release is cited; null when none was taken over
 * @param commit which took it over
 * @param moment when that was
 */
public record DriftPage(
    Frame frame, Me me, String source, Link commit, String moment, List<LineTables.Lines> tables) {
  static DriftPage of(View view, Session session, Optional<Drift> drift) {
    String heading = view.t("gemma.drift.title");
    return new DriftPage(
        view.frame(
            heading,
            "mijn",
            view.crumbs(
                view.section("proposals", Proposals.PATH),
                view.section("gemma.title", ReleasePages.PATH),
                Link.text(heading)),
            false),
        Me.of(view, session),
        drift.map(Drift::source).orElse(null),
        drift.map(it -> view.commit(it.commit().number())).orElse(null),
        drift.map(it -> view.moment(it.commit().recorded())).orElse(null),
        drift.map(it -> new LineTables(view).sinceThen(it.lines())).orElse(List.of()));
  }
}
