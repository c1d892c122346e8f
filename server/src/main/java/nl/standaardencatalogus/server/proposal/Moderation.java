package nl.standaardencatalogus.server.proposal;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Permissions;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.revision.Proposer;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * How submissions come in, who sees them, and how they are answered. An acceptance is a commit as
 * any other: its permissions and rules are the catalogue's. Safe for use by several threads.
 */
public final class Moderation {
  /** What is the register's own; what a municipality declares only that one may put forward. */
  private static final Set<ThingKind> KINDS =
      EnumSet.of(
          ThingKind.STANDARD,
          ThingKind.VERSION,
          ThingKind.DECISION,
          ThingKind.ELEMENT,
          ThingKind.ORGANISATION,
          ThingKind.COOPERATION,
          ThingKind.PROJECT,
          ThingKind.GOAL,
          ThingKind.FUNDING_ADVICE,
          ThingKind.PROCEDURE,
          ThingKind.MEETING,
          ThingKind.PUBLIC_BODY,
          ThingKind.REORGANISATION);

  private final Catalogue catalogue;
  private final Submissions submissions;
  private final boolean fourEyes;
  private final Clock clock;

  /**
   * The moderation of a catalogue.
   *
   * @param fourEyes whether who handed something in may not accept it himself
   */
  public Moderation(Catalogue catalogue, Submissions submissions, boolean fourEyes, Clock clock) {
    this.catalogue = catalogue;
    this.submissions = submissions;
    this.fourEyes = fourEyes;
    this.clock = clock;
  }

  /** How an answer ended. */
  public sealed interface Ending {
    /** It was answered. */
    record Answered(Submission submission, Outcome outcome) implements Ending {}

    /** The catalogue does not take it. */
    record Refused(Outcome outcome) implements Ending {}

    /** Who handed it in would answer it himself. */
    record SamePerson() implements Ending {}

    /** It was answered or taken back, or is not what was looked at. */
    record Changed(Submission now) implements Ending {}

    /** It is kept as it was asked. */
    record Kept(Submission submission) implements Ending {}

    /** Somebody changed the same properties meanwhile. */
    record Clashing(Submission now) implements Ending {}

    /** There is no room for it. */
    record Full() implements Ending {}

    /** There is nothing in it that can be accepted. */
    record Nothing() implements Ending {}
  }

  /** Whether a record is of a kind that can be put forward. */
  public static boolean takes(Node record) {
    return Iris.kindOf(record).filter(KINDS::contains).isPresent();
  }

  /** Whether somebody answers submissions at all. */
  public static boolean answers(Principal principal) {
    return principal.is(Role.EDITOR) || principal.is(Role.SECRETARIAT);
  }

  /** Whether somebody fills in forms about records, to hand them in or to publish them. */
  public static boolean edits(Principal principal) {
    return principal.edits();
  }

  /** Whether somebody may make all of its changes. */
  public boolean mayMake(Principal principal, Submission submission) {
    return mayMake(principal, submission.asked());
  }

  private boolean mayMake(Principal principal, List<Change> changes) {
    Snapshot state = catalogue.snapshot();
    return edits(principal)
        && new Permissions(principal, state.graph(), state.day()).denial(changes).isEmpty();
  }

  /** Whether somebody else looks at every change first. */
  public boolean wantsFourEyes() {
    return fourEyes;
  }

  /** Whether the rule of four eyes keeps somebody from accepting it. */
  public boolean isHeldBack(Author author, Submission submission) {
    return fourEyes && submission.author().isSame(author);
  }

  /** The submission with this id, for who may see it. */
  public Optional<Submission> seen(String id, Author author, Principal principal) {
    return submissions.of(id).filter(sees(author, principal));
  }

  /** All that somebody may see, the newest first. */
  public List<Submission> seen(Author author, Principal principal) {
    return submissions.all(sees(author, principal));
  }

  private Predicate<Submission> sees(Author author, Principal principal) {
    return it ->
        it.author().isSame(author)
            || it.state() != Submission.State.DRAFT
                && (answers(principal) || isAskedOf(principal, it));
  }

  /** Whether a visitor asks for something of what a maintainer keeps up to date. */
  private boolean isAskedOf(Principal principal, Submission submission) {
    Node about = submission.remark() == null ? null : submission.remark().about();
    return about != null
        && mayMake(principal, List.of(Change.put(about, catalogue.snapshot().record(about))));
  }

  /** What the rules say of changes, whoever may make them. */
  public Outcome tried(Author author, List<Change> changes) {
    return catalogue.dryRun(new Proposal(author.name(), author.organisation(), "Proef", changes));
  }

  /** The state that there would be with a submission; empty when the catalogue does not take it. */
  public Optional<Snapshot> supposing(Submission submission) {
    Author author = submission.author();
    return catalogue.supposing(
        new Proposal(author.name(), author.organisation(), "Proef", submission.asked()));
  }

  /** Keeps what its author made, as a draft or handed in; never over what he had handed in. */
  public synchronized Ending keep(Submission submission) {
    return submissions
        .of(submission.id())
        .filter(there -> there.state() != Submission.State.DRAFT)
        .<Ending>map(Ending.Changed::new)
        .orElseGet(() -> kept(submission));
  }

  /** Hands in what an editor took from a whole release; false when there is no room for it. */
  public synchronized boolean handWhole(Submission submission) {
    return submissions.keepWhole(submission);
  }

  /**
   * Hands in what its author may publish himself, and accepts it at once; it stays a draft when the
   * catalogue does not take it.
   */
  public synchronized Ending publish(Submission draft, Author author, Principal principal) {
    Submission open = open(draft, true);
    Ending kept = keep(open);
    if (!(kept instanceof Ending.Kept)) {
      return kept;
    }
    Ending ending = accept(open.id(), open.seal(), author, principal, "");
    if (!(ending instanceof Ending.Answered)) {
      submissions.keep(open(open, false));
    }
    return ending;
  }

  /**
   * What its author handed in before with the same changes, and that waits or holds: who sends
   * something twice is led to what the first time did.
   */
  public Optional<Submission> twin(Submission submission) {
    return submissions
        .all(
            it ->
                it.state() != Submission.State.DRAFT
                    && it.author().isSame(submission.author())
                    && it.changes().containsAll(submission.changes())
                    && (it.waits() || it.state() == Submission.State.ACCEPTED && holds(it)))
        .stream()
        .findFirst();
  }

  /** Throws a draft away; false when it was handed in meanwhile. */
  public synchronized boolean drop(Submission submission) {
    if (submissions
        .of(submission.id())
        .filter(it -> it.state() != Submission.State.DRAFT)
        .isPresent()) {
      return false;
    }
    submissions.drop(submission);
    return true;
  }

  /** A new one, of now. */
  public Submission fresh(Author author, String reason, boolean open, List<Change> changes) {
    return new Submission(
        Submissions.freshId(),
        author,
        clock.instant(),
        reason,
        open,
        changes.stream().map(Proposed::of).toList(),
        null,
        null,
        null);
  }

  /** An own draft, which its author alone goes on with. */
  public Optional<Submission> draft(String id, Author author) {
    return submissions
        .of(id)
        .filter(it -> it.state() == Submission.State.DRAFT && it.author().isSame(author));
  }

  /** An own draft with the same changes for the same reason, and of the same remark. */
  public Optional<Submission> sameDraft(Submission submission) {
    return submissions
        .all(
            it ->
                it.state() == Submission.State.DRAFT
                    && it.author().isSame(submission.author())
                    && it.changes().equals(submission.changes())
                    && it.reason().equals(submission.reason())
                    && it.origin().equals(submission.origin()))
        .stream()
        .findFirst();
  }

  /** A remark that waits, for who answers it with a change. */
  public Optional<Submission> remark(String id, Principal principal) {
    return answers(principal)
        ? submissions.of(id).filter(it -> it.remark() != null && it.waits())
        : Optional.empty();
  }

  /** The same, handed in or taken back now. */
  public Submission open(Submission submission, boolean open) {
    return submission.open(open, clock.instant());
  }

  /**
   * Accepts a submission.
   *
   * @param seal what was looked at
   * @param reason why; may be empty for who publishes his own
   */
  public synchronized Ending accept(
      String id, String seal, Author author, Principal principal, String reason) {
    Submission now = submissions.of(id).orElseThrow();
    if (isAnswer(now, author, reason) && now.state() == Submission.State.ACCEPTED) {
      return new Ending.Answered(now, new Outcome.Unchanged());
    }
    if (!now.waits() || !now.seal().equals(seal)) {
      return new Ending.Changed(now);
    }
    if (now.changes().isEmpty()) {
      return new Ending.Nothing();
    }
    if (isHeldBack(author, now)) {
      return new Ending.SamePerson();
    }
    Outcome outcome =
        catalogue.commit(
            principal, proposer(now, author), sentence(now, author, reason), now.asked());
    Optional<Long> commit =
        outcome instanceof Outcome.Recorded recorded
            ? Optional.of(recorded.commit().number())
            : already(now, outcome);
    if (commit.isEmpty()) {
      return new Ending.Refused(outcome);
    }
    Submission answered =
        now.answered(new Verdict(author, clock.instant(), reason, commit.get(), null));
    submissions.keep(answered);
    now.origin()
        .flatMap(submissions::of)
        .filter(Submission::waits)
        .ifPresent(remark -> submissions.keep(remark.answered(answered.verdict())));
    return new Ending.Answered(answered, outcome);
  }

  /**
   * The commit that made it so already: what was recorded before the server could note that is not
   * refused as overtaken by itself.
   */
  private Optional<Long> already(Submission submission, Outcome outcome) {
    if (!(outcome instanceof Outcome.Stale) && !(outcome instanceof Outcome.Unchanged)) {
      return Optional.empty();
    }
    return holds(submission)
        ? submission.changes().stream()
            .flatMap(each -> lastCommit(each.record()).stream())
            .max(Long::compare)
        : Optional.empty();
  }

  /** Whether all is as it asks for. */
  private boolean holds(Submission submission) {
    Snapshot state = catalogue.snapshot();
    return submission.changes().stream()
        .allMatch(
            each -> {
              Optional<String> there =
                  state.current(each.record()).map(Snapshot.Current::contentHash);
              return each.ends()
                  ? there.isEmpty()
                  : there.equals(Optional.of(CanonicalGraph.sha256(each.content())));
            });
  }

  private Optional<Long> lastCommit(Node record) {
    return catalogue
        .snapshot()
        .current(record)
        .map(Snapshot.Current::commit)
        .or(() -> catalogue.tombstone(record).map(gone -> gone.commit().number()));
  }

  /** Rejects a submission, saying why. */
  public Ending reject(String id, String seal, Author author, String reason) {
    return answer(id, seal, new Verdict(author, clock.instant(), reason, 0, null));
  }

  /** Answers a remark with where there is already what it asks for. */
  public Ending done(String id, String seal, Author author, String reason, String where) {
    return answer(id, seal, new Verdict(author, clock.instant(), reason, 0, where));
  }

  private synchronized Ending answer(String id, String seal, Verdict verdict) {
    Submission now = submissions.of(id).orElseThrow();
    if (isAnswer(now, verdict.by(), verdict.reason()) && now.state() == verdict.state()) {
      return new Ending.Answered(now, new Outcome.Unchanged());
    }
    if (!now.waits() || !now.seal().equals(seal)) {
      return new Ending.Changed(now);
    }
    Submission answered = now.answered(verdict);
    submissions.keep(answered);
    return new Ending.Answered(answered, new Outcome.Unchanged());
  }

  /** Whether somebody gave this answer already: who presses twice is told what the first did. */
  private static boolean isAnswer(Submission now, Author author, String reason) {
    return now.verdict() != null
        && now.verdict().by().isSame(author)
        && now.verdict().reason().equals(reason);
  }

  /** Who put it forward, when that is somebody else who is known. */
  private static Optional<Proposer> proposer(Submission submission, Author author) {
    return Optional.of(submission.author())
        .filter(it -> !it.isPublic() && !it.isSame(author))
        .map(it -> new Proposer(it.name(), it.organisation()));
  }

  /** Takes back what waits for an answer, so that it is a draft of its author again. */
  public synchronized Ending withdraw(String id) {
    Submission now = submissions.of(id).orElseThrow();
    return now.waits() ? kept(open(now, false)) : new Ending.Changed(now);
  }

  /**
   * Makes the changes from what there is now, where nobody changed the same.
   *
   * @param seal what was looked at
   */
  public synchronized Ending rebase(String id, String seal) {
    Submission now = submissions.of(id).orElseThrow();
    if (now.verdict() != null || !now.seal().equals(seal)) {
      return new Ending.Changed(now);
    }
    return rebased(now).map(this::kept).orElseGet(() -> new Ending.Clashing(now));
  }

  private Ending kept(Submission submission) {
    return submissions.keep(submission) ? new Ending.Kept(submission) : new Ending.Full();
  }

  /** Why the commit was made, and of which proposal. */
  private static String sentence(Submission submission, Author author, String reason) {
    if (submission.author().isSame(author)) {
      return submission.reason()
          + (submission.from() == null ? "" : " (gevraagd door een bezoeker)");
    }
    // Who that was stands in the commit itself.
    return submission.reason()
        + " (voorstel "
        + submission.id()
        + (submission.author().isPublic() ? " van een bezoeker" : "")
        + (reason.isEmpty() ? "" : "; aanvaard: " + reason)
        + ")";
  }

  // What became of the records meanwhile

  /** Whether one of the records is no longer what the change was made from. */
  public boolean isStale(Submission submission) {
    return submission.changes().stream().anyMatch(this::isStale);
  }

  /** Whether a record is no longer what the change was made from. */
  public boolean isStale(Proposed change) {
    return current(change.record()) != change.based();
  }

  /** The number of the current revision of a record; 0 when there is none. */
  public long current(Node record) {
    return catalogue.snapshot().current(record).map(Snapshot.Current::revision).orElse(0L);
  }

  /** What a record said in a revision; nothing where there is none. */
  public Graph content(long revision) {
    return catalogue
        .revision(revision)
        .map(Revision::content)
        .map(CanonicalGraph::read)
        .orElse(Graph.emptyGraph);
  }

  /** A record as it was when the change was made, as it is and as it would be. */
  public ThreeWays ways(Proposed change) {
    Graph base = content(change.based());
    return new ThreeWays(base, catalogue.snapshot().record(change.record()), change.graph());
  }

  /**
   * The same changes made from what there is now; empty when somebody changed the same properties
   * meanwhile.
   */
  public Optional<Submission> rebased(Submission submission) {
    List<Proposed> made =
        submission.changes().stream().flatMap(each -> rebased(each).stream()).toList();
    return made.size() == submission.changes().size()
        ? Optional.of(submission.changing(made))
        : Optional.empty();
  }

  private Optional<Proposed> rebased(Proposed change) {
    long current = current(change.record());
    return current == change.based()
        ? Optional.of(change)
        : ways(change)
            .merged()
            .map(
                graph ->
                    new Proposed(
                        change.record(), current, CanonicalGraph.write(change.record(), graph)));
  }
}
