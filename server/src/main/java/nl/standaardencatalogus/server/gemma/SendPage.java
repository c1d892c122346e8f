package nl.standaardencatalogus.server.gemma;

import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.mine.Me;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.proposal.Proposals;

/**
 * Where somebody sends a release of GEMMA.
 *
 * @param path which it is sent to
 * @param trouble what is wrong with what was sent; null when nothing is
 * @param reason why it cannot be read, in English as readers of XML say it; null when nothing more
 *     is to be said
 * @param ofDay whether it is the day that is wrong, and not the file
 * @param day what was said to be the day; may be empty
 */
public record SendPage(
    Frame frame,
    Me me,
    String path,
    long megabytes,
    boolean proposes,
    String trouble,
    String reason,
    boolean ofDay,
    String day) {
  static SendPage of(
      View view, Session session, long megabytes, boolean proposes, Trouble trouble, String day) {
    String heading = view.t("gemma.title");
    boolean wrong = trouble != null;
    return new SendPage(
        view.frame(
            wrong ? view.t("form.wrong", heading) : heading,
            "mijn",
            view.crumbs(view.section("proposals", Proposals.PATH), Link.text(heading)),
            false),
        Me.of(view, session),
        view.href(ReleasePages.PATH),
        megabytes,
        proposes,
        wrong ? trouble.text() : null,
        wrong ? trouble.reason() : null,
        wrong && trouble.ofDay(),
        day);
  }

  /** What is wrong with what was sent. */
  record Trouble(String text, String reason, boolean ofDay) {}
}
