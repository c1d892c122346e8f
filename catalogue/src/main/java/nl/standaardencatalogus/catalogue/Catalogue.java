package nl.standaardencatalogus.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.standaardencatalogus.catalogue.access.Permissions;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.history.History;
import nl.standaardencatalogus.catalogue.log.Chain;
import nl.standaardencatalogus.catalogue.log.CommitLog;
import nl.standaardencatalogus.catalogue.log.FileLog;
import nl.standaardencatalogus.catalogue.log.LogException;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Arrival;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.revision.Proposer;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.revision.RevisionIndex;
import nl.standaardencatalogus.catalogue.revision.Tombstone;
import nl.standaardencatalogus.catalogue.snapshot.Checkpoint;
import nl.standaardencatalogus.catalogue.snapshot.Draft;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue: a log of commits, the current state that follows from it, and the past.
 *
 * <p>A change comes in as a {@link Proposal} and either becomes a commit, with one revision for
 * each record that it changes, or leaves everything as it was. Rules are checked within the commit,
 * so nothing that they refuse can be in the log. Commits are taken one at a time; readers hold an
 * immutable {@link Snapshot} and never wait.
 *
 * <p>Time here is recorded time: when the catalogue took the commit. Since when something holds is
 * said in the record itself. All methods may be called from any thread.
 */
public final class Catalogue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

  /** Loading forces the disk once for so many commits. */
  private static final int COMMITS_PER_BATCH = 256;

  /** More would take the processors from who commits and who reads. */
  private static final int DRY_RUNS_AT_ONCE = 2;

  private final DataFolder folder;
  private final CommitLog log;
  private final Rules rules;
  private final Validity validity;
  private final Rhythm rhythm;
  private final Past past;
  private final History history;
  private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
  private final Turns turns = new Turns();
  private final Semaphore trying = new Semaphore(DRY_RUNS_AT_ONCE, true);
  private volatile Snapshot snapshot;
  private final AtomicBoolean turning = new AtomicBoolean();
  private volatile long checkpointed;
  private Thread checkpointWriter;
  private volatile boolean closed;

  private Catalogue(
      DataFolder folder,
      CommitLog log,
      Rules rules,
      Validity validity,
      Rhythm rhythm,
      Past past,
      Snapshot snapshot,
      long checkpointed) {
    this.folder = folder;
    this.log = log;
    this.rules = rules;
    this.validity = validity;
    this.rhythm = rhythm;
    this.past = past;
    this.snapshot = snapshot;
    this.checkpointed = checkpointed;
    this.history = History.open(folder.history(), log);
  }

  /** What a load brought in. */
  public record Load(long commits, long revisions) {}

  /**
   * Opens the catalogue in a folder, which is made when it is not there.
   *
   * @throws CatalogueException when the folder is in use, of a newer format, not writable, or holds
   *     a damaged log
   */
  public static Catalogue open(Path path, Rules rules, Progress progress) {
    return open(path, rules, progress, Rhythm.usual());
  }

  static Catalogue open(Path path, Rules rules, Progress progress, Rhythm rhythm) {
    DataFolder folder = DataFolder.open(path);
    CommitLog log = null;
    try {
      log = FileLog.open(folder.log(), rhythm.segmentBytes());
      return opened(folder, log, rules, progress, rhythm);
    } catch (RuntimeException | Error e) {
      if (log != null) {
        log.close();
      }
      folder.close();
      throw e;
    }
  }

  private static Catalogue opened(
      DataFolder folder, CommitLog log, Rules rules, Progress progress, Rhythm rhythm) {
    Checkpoint.Kept kept =
        Checkpoint.read(folder.checkpoint(), Ontology.graph())
            .filter(found -> isIn(log, found.draft()))
            .orElseGet(() -> Checkpoint.none(Ontology.graph()));
    Draft draft = kept.draft();
    long checkpointed = draft.sequence();
    Validity validity = new Validity(Questions.load());
    Past past = new Past(log, validity, kept.index());
    Chain chain = checkpointed == 0 ? new Chain() : Chain.after(log.read(checkpointed));
    long size = log.size();
    log.replay(
        checkpointed + 1,
        size,
        commit -> {
          chain.follow(commit);
          past.add(commit);
          draft.apply(commit);
          progress.at("Reading the log", commit.number(), size);
        });
    draft.follow(validity, today(rhythm));
    Catalogue catalogue =
        new Catalogue(folder, log, rules, validity, rhythm, past, draft.finish(), checkpointed);
    catalogue.considerCheckpoint();
    return catalogue;
  }

  private static boolean isIn(CommitLog log, Draft draft) {
    if (draft.sequence() > log.size()) {
      LOG.warn(
          "The checkpoint is of commit {}, but the log ends at {}: has a part of it been lost?",
          draft.sequence(),
          log.size());
      return false;
    }
    return draft.sequence() > 0 && log.read(draft.sequence()).hash().equals(draft.hash());
  }

  private static LocalDate today(Rhythm rhythm) {
    return LocalDate.ofInstant(rhythm.clock().instant(), Validity.ZONE);
  }

  /**
   * The state as it is now. After midnight what is derived from dates is still that of the day
   * before, until a thread of its own has worked out the new day.
   */
  public Snapshot snapshot() {
    Snapshot current = snapshot;
    if (!current.day().equals(today(rhythm)) && turning.compareAndSet(false, true)) {
      Thread turn = new Thread(this::turnDay, "new day");
      turn.setDaemon(true);
      turn.start();
    }
    return current;
  }

  /**
   * The state when no commit is under way: one that is recorded after this is given carries no
   * earlier moment. Waits for a commit that is being taken.
   */
  public synchronized Snapshot settled() {
    return snapshot;
  }

  private void turnDay() {
    try {
      synchronized (this) {
        Draft draft = Draft.of(snapshot);
        draft.follow(validity, today(rhythm));
        snapshot = draft.finish();
      }
      listeners.forEach(listener -> tell(listener, snapshot));
    } finally {
      turning.set(false);
    }
  }

  /** Has every new state told, in order, on the thread that made it; keep it short. */
  public void listen(Consumer<Snapshot> listener) {
    listeners.add(listener);
  }

  /**
   * Takes a proposal of who has the folder, or refuses it and leaves everything as it was. When
   * this returns {@link Outcome.Recorded} the commit is on the disk.
   *
   * @throws CatalogueException when the log cannot grow, or the catalogue is closed
   */
  public Outcome commit(Proposal proposal) {
    return commit(state -> tried(state, proposal));
  }

  /**
   * Takes changes that somebody asks for as {@link #commit(Proposal)} does, as far as he may.
   *
   * @param reason why, in one sentence
   */
  public Outcome commit(Principal principal, String reason, List<Change> changes) {
    return commit(principal, Optional.empty(), reason, changes);
  }

  /** The same for changes that somebody else put forward. */
  public Outcome commit(
      Principal principal, Optional<Proposer> proposer, String reason, List<Change> changes) {
    return commit(state -> tried(state, principal, proposer, reason, changes));
  }

  private Outcome commit(Function<Snapshot, Tried> attempt) {
    return turns.take(
        () -> {
          synchronized (this) {
            return taken(attempt.apply(snapshot));
          }
        });
  }

  /**
   * What {@link #commit(Proposal)} would answer now. Nothing is recorded; the commit in {@link
   * Outcome.Recorded} is the one that there would be. Nobody who commits waits for it.
   *
   * @throws CatalogueException when the catalogue is closed
   */
  public Outcome dryRun(Proposal proposal) {
    return dryRun(state -> tried(state, proposal));
  }

  /** What {@link #commit(Principal, String, List)} would answer now. */
  public Outcome dryRun(Principal principal, String reason, List<Change> changes) {
    return dryRun(state -> tried(state, principal, Optional.empty(), reason, changes));
  }

  private Outcome dryRun(Function<Snapshot, Tried> attempt) {
    return trial(attempt, Tried::outcome);
  }

  /**
   * The state that there would be if a proposal were taken now; empty when it would not be. Its
   * number and hash are given to another commit as well: nothing is to be kept under these.
   *
   * @throws CatalogueException when the catalogue is closed
   */
  public Optional<Snapshot> supposing(Proposal proposal) {
    return trial(state -> tried(state, proposal), this::followed);
  }

  private Optional<Snapshot> followed(Tried tried) {
    if (!(tried.outcome() instanceof Outcome.Recorded)) {
      return Optional.empty();
    }
    tried.draft().follow(validity, today(rhythm));
    return Optional.of(tried.draft().finish());
  }

  private <T> T trial(Function<Snapshot, Tried> attempt, Function<Tried, T> result) {
    trying.acquireUninterruptibly();
    try {
      return result.apply(attempt.apply(snapshot));
    } finally {
      trying.release();
    }
  }

  private Outcome taken(Tried tried) {
    if (tried.outcome() instanceof Outcome.Recorded recorded) {
      // Before the log has it: what fails here must leave everything as it was.
      tried.draft().follow(validity, today(rhythm));
      log.append(List.of(recorded.commit()));
      past.add(recorded.commit());
      publish(tried.draft().finish());
    }
    return tried.outcome();
  }

  /** How a proposal would end, with the state that would follow; null after a refusal. */
  private record Tried(Outcome outcome, Draft draft) {}

  private Tried tried(
      Snapshot state,
      Principal principal,
      Optional<Proposer> proposer,
      String reason,
      List<Change> changes) {
    return new Permissions(principal, state.graph(), today(rhythm))
        .denial(changes)
        .map(denial -> new Tried(new Outcome.Denied(denial), null))
        .orElseGet(
            () ->
                tried(
                    state,
                    new Proposal(
                        principal.name(), principal.organisation(), reason, changes, proposer)));
  }

  private Tried tried(Snapshot state, Proposal proposal) {
    requireOpen();
    Attempt attempt =
        new Attempt(proposal, state::current, state.sequence(), past.index(), past::revision);
    Optional<Outcome> refusal = attempt.refusal();
    if (refusal.isPresent()) {
      return new Tried(refusal.get(), null);
    }
    Draft draft = Draft.of(state);
    return new Tried(attempt.take(draft, rules, now(draft.recorded())), draft);
  }

  private void requireOpen() {
    if (closed) {
      throw new CatalogueException("The catalogue is closed; open it again.");
    }
  }

  private Instant now(Instant notBefore) {
    Instant now = rhythm.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    return now.isBefore(notBefore) ? notBefore : now;
  }

  private void publish(Snapshot next) {
    snapshot = next;
    history.notice(next.sequence());
    listeners.forEach(listener -> tell(listener, next));
    considerCheckpoint();
  }

  private static void tell(Consumer<Snapshot> listener, Snapshot next) {
    try {
      listener.accept(next);
    } catch (RuntimeException e) {
      // The commit stands, whatever a listener makes of it.
      LOG.error("A listener failed on commit {}", next.sequence(), e);
    }
  }

  /**
   * Takes many commits at once, each with a recorded time of its own: for the first fill only.
   * Readers see nothing of it until the end; then all of it.
   *
   * @throws CatalogueException on the first commit that is refused; those before it are kept
   */
  public synchronized Load load(Iterator<DatedProposal> commits, Progress progress) {
    requireOpen();
    Draft draft = Draft.of(snapshot);
    List<Commit> batch = new ArrayList<>();
    long revisionsBefore = past.index().lastRevision();
    long commitsBefore = draft.sequence();
    try {
      while (commits.hasNext()) {
        DatedProposal dated = commits.next();
        Outcome outcome = attempt(dated, draft);
        if (outcome instanceof Outcome.Recorded taken) {
          batch.add(taken.commit());
          past.add(taken.commit());
        } else if (!(outcome instanceof Outcome.Unchanged)) {
          throw new LoadException(dated, outcome);
        }
        if (batch.size() == COMMITS_PER_BATCH) {
          keep(batch);
          progress.at("Recording the past", draft.sequence(), 0);
        }
      }
    } finally {
      settle(draft, batch);
    }
    return new Load(
        draft.sequence() - commitsBefore, past.index().lastRevision() - revisionsBefore);
  }

  private Outcome attempt(DatedProposal dated, Draft draft) {
    Attempt attempt =
        new Attempt(
            dated.proposal(),
            record -> Optional.ofNullable(draft.current(record)),
            draft.sequence(),
            past.index(),
            past::revision);
    Instant wanted = dated.recorded().truncatedTo(ChronoUnit.MILLIS);
    Instant recorded = wanted.isBefore(draft.recorded()) ? draft.recorded() : wanted;
    return attempt.refusal().orElseGet(() -> attempt.take(draft, rules, recorded));
  }

  /** Ends a load, also one that failed: what is in the log is what everybody sees. */
  private void settle(Draft draft, List<Commit> batch) {
    try {
      keep(batch);
    } catch (LogException e) {
      backToLog();
      throw e;
    }
    if (draft.sequence() > snapshot.sequence()) {
      draft.follow(validity, today(rhythm));
      publish(draft.finish());
    }
  }

  private void backToLog() {
    RevisionIndex logged = new RevisionIndex();
    Draft draft = Draft.of(snapshot);
    log.replay(
        1,
        log.size(),
        commit -> {
          logged.add(commit);
          if (commit.number() > draft.sequence()) {
            draft.apply(commit);
          }
        });
    past.replace(logged);
    if (draft.sequence() > snapshot.sequence()) {
      draft.follow(validity, today(rhythm));
      publish(draft.finish());
    }
  }

  private void keep(List<Commit> batch) {
    log.append(batch);
    batch.clear();
  }

  /**
   * The proposal that puts a record back to what it was before a revision. It is taken only while
   * that revision is still the record's current one.
   *
   * @throws IllegalArgumentException when there is no such revision
   */
  public Proposal undo(long revision, String actor, Node onBehalfOf, String reason) {
    Revision undone =
        revision(revision)
            .orElseThrow(() -> new IllegalArgumentException("There is no revision " + revision));
    Graph before =
        undone
            .previous()
            .flatMap(this::revision)
            .map(Revision::content)
            .map(CanonicalGraph::read)
            .orElse(Graph.emptyGraph);
    long current = undone.kind() == Kind.DELETE ? 0 : revision;
    Change change = new Change(undone.record(), before, OptionalLong.of(current));
    return new Proposal(actor, onBehalfOf, reason, List.of(change));
  }

  /** The state as it was recorded at a moment. */
  public Snapshot asOf(Instant moment) {
    return past.asOf(moment, snapshot);
  }

  /**
   * What of a state holds on a day, by the dates in its records (valid time): phases, statuses,
   * decisions, versions and municipalities of that day, and nothing that began later or had ended.
   */
  public Snapshot on(LocalDate day, Snapshot known) {
    return past.on(day, known);
  }

  /** A revision by its number; empty when there is none. */
  public Optional<Revision> revision(long number) {
    return past.revision(number);
  }

  /** A commit by its number; empty when there is none. */
  public Optional<Commit> commit(long number) {
    return past.commit(number);
  }

  /** The commit that a revision is in; empty when there is no such revision. */
  public Optional<Commit> commitOf(long revision) {
    return past.commitOf(revision);
  }

  /** What is left of a record that was deleted; empty for what is there, or never was. */
  public Optional<Tombstone> tombstone(Node record) {
    return past.tombstone(record);
  }

  /** All revisions of a record, oldest first; none for what never was a record. */
  public List<Revision> revisions(Node record) {
    return past.revisions(record);
  }

  /** The newest revisions of some records, deletions included, newest first. */
  public List<Arrival> newest(Predicate<Node> records, int most) {
    return past.newest(records, most);
  }

  /** When the revisions of a record were recorded, oldest first; none for what never was. */
  public List<Moment> moments(Node record) {
    return past.index().moments(record, snapshot.sequence());
  }

  /** Where in the log revisions are; for looking only. It grows with every commit. */
  public RevisionIndex index() {
    return past.index();
  }

  /** All revisions as a dataset. */
  public History history() {
    return history;
  }

  /**
   * Checks that the log is whole, and that everything that is derived says what it says. Waits
   * until the history is up to date.
   */
  public Verification verify(Progress progress) {
    return new Audit(log, snapshot, past.index(), history, validity, progress)
        .run(Ontology.graph().size());
  }

  private synchronized void considerCheckpoint() {
    if (snapshot.sequence() - checkpointed < rhythm.commitsPerCheckpoint()
        || checkpointWriter != null && checkpointWriter.isAlive()) {
      return;
    }
    Snapshot current = snapshot;
    checkpointWriter = new Thread(() -> writeCheckpoint(current), "checkpoint");
    checkpointWriter.start();
  }

  private void writeCheckpoint(Snapshot current) {
    // Also after a failure: it is tried again when as many commits have been taken once more.
    checkpointed = current.sequence();
    try {
      Checkpoint.write(folder.checkpoint(), current, past.index());
    } catch (IOException | RuntimeException e) {
      LOG.warn("The checkpoint is not written; the next start takes longer: {}", e.toString());
    }
  }

  /** Writes a checkpoint when something has changed, and lets go of the folder. */
  @Override
  public void close() {
    Thread writer;
    synchronized (this) {
      if (closed) {
        return;
      }
      // From here on no commit is taken, so no other checkpoint is begun.
      closed = true;
      writer = checkpointWriter;
    }
    await(writer);
    if (snapshot.sequence() > checkpointed) {
      writeCheckpoint(snapshot);
    }
    history.close();
    log.close();
    folder.close();
  }

  private static void await(Thread writer) {
    boolean interrupted = false;
    while (writer != null && writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
