package nl.standaardencatalogus.server.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.mine.Me;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/**
 * The proposals that somebody may see.
 *
 * @param drafts his own, which he goes on with
 * @param waiting those that wait for an answer
 * @param others what was answered
 * @param fresh where a new record is made, for who makes them
 */
public record ProposalsPage(
    Frame frame, Me me, List<Row> drafts, List<Row> waiting, List<Row> others, List<Link> fresh) {
  private static final int MOST_OTHERS = 100;

  /** One proposal, with the way to it. */
  public record Row(
      Link what, String by, String when, String reason, String state, boolean stale) {}

  static ProposalsPage of(View view, Session session, Moderation moderation) {
    List<Submission> all = moderation.seen(Author.of(session), session.principal());
    String title = view.t("proposals");
    return new ProposalsPage(
        view.frame(title, "mijn", view.crumbs(Link.text(title)), false),
        Me.of(view, session),
        all.stream()
            .filter(it -> it.state() == Submission.State.DRAFT)
            .map(it -> row(view, it, moderation))
            .toList(),
        all.stream().filter(Submission::waits).map(it -> row(view, it, moderation)).toList(),
        all.stream()
            .filter(it -> it.verdict() != null)
            .limit(MOST_OTHERS)
            .map(it -> row(view, it, moderation))
            .toList(),
        fresh(view, session));
  }

  private static List<Link> fresh(View view, Session session) {
    List<Link> fresh = new ArrayList<>();
    if (Moderation.edits(session.principal())) {
      fresh.addAll(EditPage.fresh(view, ""));
    }
    if (Moderation.answers(session.principal())) {
      fresh.add(view.section("gemma.title", Editable.PATH + "/gemma"));
    }
    return fresh;
  }

  private static Row row(View view, Submission it, Moderation moderation) {
    return new Row(
        new Link(title(view, it), view.href(Proposals.PATH + "/" + it.id())),
        by(view, it.author()),
        view.moment(it.at()),
        it.reason(),
        view.t("proposal.state." + it.state()),
        it.waits() && moderation.isStale(it));
  }

  /** What a submission is about. */
  static String title(View view, Submission submission) {
    return submission.remark() != null
        ? submission.remark().title()
        : submission.changes().stream()
            .map(each -> submission.isSettled() ? each.ownName(view) : each.name(view))
            .collect(Collectors.joining(", "));
  }

  static String by(View view, Author author) {
    return author.isPublic()
        ? view.t("proposal.public")
        : view.name(author.organisation()) + ", " + author.name();
  }
}
