package nl.standaardencatalogus.server.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.impact.Consequence;
import nl.standaardencatalogus.server.impact.Supposed;
import nl.standaardencatalogus.server.mine.Me;
import nl.standaardencatalogus.server.page.Fact;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/**
 * One proposal: what it changes, what the rules say of it, and its answer.
 *
 * @param seal what is looked at, so that nothing else is answered
 * @param rulings what the rules say of it now
 * @param consequences what a decision or an end in it would touch
 * @param sample whether declarations are made up for demonstration
 * @param told word of how what was asked ended; null when there is nothing to say of it
 * @param reasonless whether that is that nobody said why
 * @param remark whether it asks for something in words
 * @param answerable whether who looks may answer it
 * @param unanswerable why he may not; null when he may, or when it is answered already
 * @param heldBack whether he may not accept it, as it is his own
 * @param rebasable whether it can be made from what there is now
 * @param draft whether it is a draft, which its author goes on with
 * @param withdrawable whether who looks handed it in and may take it back
 * @param publishes whether its author may publish it himself
 * @param reason why it would be made, as far as that was said
 * @param more where another record can be added to a draft
 * @param makes where a change is made of a remark; none when it is no remark
 */
public record ProposalPage(
    Frame frame,
    Me me,
    String path,
    String seal,
    List<Fact> facts,
    List<Part> parts,
    Rulings rulings,
    List<Consequence> consequences,
    boolean sample,
    String told,
    boolean reasonless,
    boolean remark,
    boolean answerable,
    String unanswerable,
    boolean heldBack,
    boolean stale,
    boolean rebasable,
    boolean draft,
    boolean withdrawable,
    boolean publishes,
    String reason,
    List<Link> more,
    List<Link> makes) {
  /**
   * What would become of one record.
   *
   * @param edit where its author goes on with it; null where there is no form for it
   */
  public record Part(Link record, String kind, boolean stale, List<Line> lines, String edit) {}

  /** One property: as the proposal found it, as it is now and as it would be with the proposal. */
  public record Line(
      String property, List<Link> was, List<Link> now, List<Link> becomes, boolean clashes) {}

  static ProposalPage of(
      View view,
      Session session,
      Submission submission,
      Moderation moderation,
      Function<Snapshot, View> supposing,
      String told) {
    boolean draft = submission.state() == Submission.State.DRAFT;
    boolean waits = submission.waits() || draft;
    boolean stale = waits && moderation.isStale(submission);
    String title = ProposalsPage.title(view, submission);
    Author author = Author.of(session);
    boolean answerable =
        submission.waits()
            && Moderation.answers(session.principal())
            && (submission.changes().isEmpty()
                || moderation.mayMake(session.principal(), submission));
    return new ProposalPage(
        view.frame(
            view.t("proposal.title", title),
            "mijn",
            view.crumbs(view.section("proposals", Proposals.PATH), Link.text(title)),
            false),
        Me.of(view, session),
        view.href(Proposals.PATH + "/" + submission.id()),
        submission.seal(),
        facts(view, submission),
        submission.changes().stream()
            .map(it -> part(view, submission, it, waits, moderation))
            .toList(),
        waits && !stale ? rulings(view, submission, moderation) : Rulings.NONE,
        waits && !stale ? consequences(view, submission, moderation, supposing) : List.of(),
        view.overview().sample(),
        told == null ? null : view.t(told),
        "proposal.noreason".equals(told),
        submission.remark() != null,
        answerable,
        submission.waits() && !answerable ? unanswerable(view, session, submission) : null,
        moderation.isHeldBack(author, submission),
        stale,
        stale && moderation.rebased(submission).isPresent(),
        draft,
        submission.waits() && submission.author().isSame(author),
        draft
            && !moderation.isHeldBack(author, submission)
            && moderation.mayMake(session.principal(), submission),
        submission.reason(),
        draft ? EditPage.more(view, submission) : List.of(),
        submission.remark() != null && submission.waits() && Moderation.answers(session.principal())
            ? makes(view, submission)
            : List.of());
  }

  private static String unanswerable(View view, Session session, Submission submission) {
    boolean answers = Moderation.answers(session.principal());
    return view.t(
        answers
            ? "proposal.unanswerable.rights"
            : submission.author().isSame(Author.of(session))
                ? "proposal.unanswerable.own"
                : "proposal.unanswerable.role");
  }

  private static List<Link> makes(View view, Submission submission) {
    String query = "?" + Drafting.REMARK + "=" + submission.id();
    List<Link> makes = new ArrayList<>();
    Optional.ofNullable(submission.remark().about())
        .flatMap(
            about ->
                Editable.of(about, view.snapshot().graph())
                    .map(it -> view.href(it.path(about) + query)))
        .ifPresent(path -> makes.add(new Link(view.t("remark.make"), path)));
    makes.add(new Link(view.t("remark.make.new"), view.href(Editable.STANDARD.fresh() + query)));
    return makes;
  }

  private static List<Fact> facts(View view, Submission submission) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(view, "proposal.by", ProposalsPage.by(view, submission.author())));
    boolean draft = submission.state() == Submission.State.DRAFT;
    facts.add(fact(view, draft ? "proposal.kept" : "proposal.when", view.moment(submission.at())));
    if (submission.remark() == null) {
      facts.add(fact(view, "proposal.reason", submission.reason()));
    } else {
      facts.addAll(EditPage.asked(view, submission.remark()));
    }
    facts.add(fact(view, "proposal.state", view.t("proposal.state." + submission.state())));
    Verdict verdict = submission.verdict();
    if (verdict != null) {
      facts.add(fact(view, "proposal.answer.by", ProposalsPage.by(view, verdict.by())));
      facts.add(fact(view, "proposal.answer", verdict.reason()));
      if (verdict.where() != null) {
        Link where = Proposals.where(view, verdict.where());
        facts.add(new Fact(view.t("proposal.where"), List.of(where)));
      }
      if (verdict.commit() > 0) {
        facts.add(new Fact(view.t("record.commit"), List.of(view.commit(verdict.commit()))));
      }
    }
    return facts;
  }

  private static Fact fact(View view, String key, String text) {
    return new Fact(view.t(key), List.of(Link.text(text)));
  }

  private static Part part(
      View view, Submission of, Proposed change, boolean waits, Moderation moderation) {
    ThreeWays ways = moderation.ways(change);
    boolean draft = of.state() == Submission.State.DRAFT;
    Lines lines = new Lines(view, new Words(view, of), change.record(), ways);
    return new Part(
        new Link(
            of.isSettled() ? change.ownName(view) : change.name(view),
            view.holds(change.record()) ? view.link(change.record()).href() : null),
        view.t(
            "revision." + (change.ends() ? "DELETE" : change.based() == 0 ? "CREATE" : "UPDATE")),
        waits && moderation.isStale(change),
        lines.of(line -> line.isOurs() || waits),
        draft ? EditPage.edit(view, of, change).href() : null);
  }

  private static List<Consequence> consequences(
      View view, Submission submission, Moderation moderation, Function<Snapshot, View> supposing) {
    List<Supposed.Changed> changes =
        submission.changes().stream()
            .map(
                it -> new Supposed.Changed(it.record(), moderation.content(it.based()), it.graph()))
            .filter(Supposed.Changed::matters)
            .toList();
    return changes.isEmpty()
        ? List.of()
        : moderation
            .supposing(submission)
            .map(after -> Consequence.of(view, supposing.apply(after), changes))
            .orElseGet(() -> Consequence.of(view, view, ends(changes)));
  }

  /** What would go is looked at where it still is, also when the rules keep it from going. */
  private static List<Supposed.Changed> ends(List<Supposed.Changed> changes) {
    return changes.stream().filter(it -> it.after().isEmpty()).toList();
  }

  private static Rulings rulings(View view, Submission submission, Moderation moderation) {
    return submission.changes().isEmpty()
        ? Rulings.NONE
        : Rulings.of(
            view,
            moderation.tried(submission.author(), submission.asked()),
            submission.changes().stream().map(Proposed::record).toList());
  }
}
