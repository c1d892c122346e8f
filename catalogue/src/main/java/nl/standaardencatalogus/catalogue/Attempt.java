package nl.standaardencatalogus.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.log.CommitText;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.revision.RevisionIndex;
import nl.standaardencatalogus.catalogue.snapshot.Draft;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot.Current;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Report;
import nl.standaardencatalogus.shapes.Rules;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A proposal on its way to become a commit, or to be refused. For one thread. */
final class Attempt {
  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

  private final Proposal proposal;
  private final Function<Node, Optional<Current>> state;
  private final RevisionIndex index;
  private final long lastRevision;
  private final LongFunction<Optional<Revision>> revisions;
  private final List<Step> steps = new ArrayList<>();

  /** A change that makes a difference. */
  private record Step(Change change, String content, String contentHash) {
    boolean deletes() {
      return content.isEmpty();
    }
  }

  /**
   * @param state where each record stands before it
   * @param sequence the commit that it follows
   * @param index the revisions up to that commit; those of later ones do not count
   * @param revisions a revision before it, by its number
   */
  Attempt(
      Proposal proposal,
      Function<Node, Optional<Current>> state,
      long sequence,
      RevisionIndex index,
      LongFunction<Optional<Revision>> revisions) {
    this.proposal = proposal;
    this.state = state;
    this.index = index;
    this.lastRevision = index.lastRevisionOf(sequence);
    this.revisions = revisions;
  }

  /** What refuses it before the rules are asked; to be called first. */
  Optional<Outcome> refusal() {
    return malformed().or(this::stale).or(this::unchanged).or(this::reused);
  }

  private Optional<Outcome> malformed() {
    Optional<Outcome> envelope = RecordCheck.problem(proposal).map(this::malformed);
    if (envelope.isPresent()) {
      return envelope;
    }
    Set<Node> records = new HashSet<>();
    for (Change change : proposal.changes()) {
      Optional<String> problem = RecordCheck.problem(change);
      if (problem.isEmpty() && !records.add(change.record())) {
        problem = Optional.of("it is changed twice in one commit; make that one change");
      }
      if (problem.isPresent()) {
        return problem.map(reason -> new Outcome.Malformed(change.record(), reason));
      }
    }
    return Optional.empty();
  }

  private Outcome malformed(String reason) {
    return new Outcome.Malformed(proposal.onBehalfOf(), reason);
  }

  private Optional<Outcome> stale() {
    for (Change change : proposal.changes()) {
      long current = state.apply(change.record()).map(Current::revision).orElse(0L);
      if (change.basedOn().isPresent() && change.basedOn().getAsLong() != current) {
        return Optional.of(
            new Outcome.Stale(change.record(), change.basedOn().getAsLong(), current));
      }
    }
    return Optional.empty();
  }

  private Optional<Outcome> unchanged() {
    for (Change change : proposal.changes()) {
      String content = CanonicalGraph.write(change.record(), change.graph());
      String hash = CanonicalGraph.sha256(content);
      Optional<Current> before = state.apply(change.record());
      boolean same =
          before.map(current -> current.contentHash().equals(hash)).orElse(content.isEmpty());
      if (!same) {
        steps.add(new Step(change, content, hash));
      }
    }
    return steps.isEmpty() ? Optional.of(new Outcome.Unchanged()) : Optional.empty();
  }

  /** Another thing under the IRI of one that was deleted: who kept the IRI would be misled. */
  private Optional<Outcome> reused() {
    for (Step step : steps) {
      Node record = step.change().record();
      Optional<Long> last = lastOf(record);
      boolean deleted = last.isPresent() && state.apply(record).isEmpty();
      if (deleted && !step.deletes() && !isTheSameThing(step)) {
        return Optional.of(new Outcome.Reused(record, last.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Long> lastOf(Node record) {
    long[] numbers = index.revisionsOf(record);
    int end = numbers.length;
    while (end > 0 && numbers[end - 1] > lastRevision) {
      end--;
    }
    return end == 0 ? Optional.empty() : Optional.of(numbers[end - 1]);
  }

  private boolean isTheSameThing(Step step) {
    Node record = step.change().record();
    return Iris.kindOf(record).filter(ThingKind::saysWhichThing).isPresent()
        || Arrays.stream(index.revisionsOf(record))
            .filter(number -> number <= lastRevision)
            .mapToObj(revisions)
            .flatMap(Optional::stream)
            .anyMatch(before -> before.contentHash().equals(step.contentHash()));
  }

  /** Brings it into a draft when the rules allow that; otherwise the draft is as it was. */
  Outcome take(Draft draft, Rules rules, Instant recorded) {
    Commit commit = commit(draft, recorded);
    Set<Node> changed = new HashSet<>();
    Set<Node> touched = new LinkedHashSet<>();
    for (Step step : steps) {
      changed.add(step.change().record());
      touched.addAll(draft.subjects(step.change().record()));
      step.change().graph().find().mapWith(Triple::getSubject).forEach(touched::add);
    }
    Runnable undo = put(draft, commit);
    boolean taken = false;
    try {
      Set<Node> focus = new LinkedHashSet<>(changed);
      focus.addAll(referrers(draft, touched));
      focus.removeIf(record -> draft.current(record) == null);
      LocalDate day = LocalDate.ofInstant(recorded, NETHERLANDS);
      Report report = rules.validate(draft.graph(), withParts(draft, focus), day);
      taken = report.conforms();
      if (!taken && onlyElsewhere(report, changed)) {
        undo.run();
        taken = wereThereBefore(draft, rules, report, day);
        undo = put(draft, commit);
      }
      if (taken) {
        draft.reach(commit.number(), recorded, commit.hash());
        return new Outcome.Recorded(commit, report);
      }
      return new Outcome.Rejected(report);
    } finally {
      if (!taken) {
        undo.run();
      }
    }
  }

  private Commit commit(Draft draft, Instant recorded) {
    long number = lastRevision;
    List<Revision> revisions = new ArrayList<>();
    for (Step step : steps) {
      Node record = step.change().record();
      Kind kind =
          step.deletes() ? Kind.DELETE : draft.current(record) == null ? Kind.CREATE : Kind.UPDATE;
      number++;
      revisions.add(
          new Revision(number, record, kind, lastOf(record), step.content(), step.contentHash()));
    }
    return CommitText.sealed(
        draft.sequence() + 1,
        recorded,
        proposal.actor(),
        proposal.onBehalfOf(),
        proposal.proposer(),
        proposal.reason(),
        revisions,
        draft.hash());
  }

  /** Changes the draft and gives what changes it back. */
  private Runnable put(Draft draft, Commit commit) {
    List<Runnable> undo = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Current place = step.deletes() ? null : Draft.place(commit, commit.revisions().get(i));
      undo.add(draft.put(step.change().record(), step.change().graph(), place));
    }
    Collections.reverse(undo);
    return () -> undo.forEach(Runnable::run);
  }

  /** The records that refer to something that is changed: rules may span a reference. */
  private static Set<Node> referrers(Draft draft, Set<Node> touched) {
    Set<Node> referrers = new LinkedHashSet<>();
    for (Node node : touched) {
      draft
          .graph()
          .find(Node.ANY, Node.ANY, node)
          .mapWith(Triple::getSubject)
          .filterKeep(Node::isURI)
          .mapWith(Iris::recordOf)
          .forEach(referrers::add);
    }
    return referrers;
  }

  private static Set<Node> withParts(Draft draft, Set<Node> records) {
    Set<Node> nodes = new LinkedHashSet<>();
    records.forEach(record -> nodes.addAll(draft.subjects(record)));
    return nodes;
  }

  private static boolean onlyElsewhere(Report report, Set<Node> changed) {
    return report.findings(Severity.VIOLATION).stream()
        .noneMatch(finding -> changed.contains(Iris.recordOf(finding.focus())));
  }

  /**
   * Whether the same violations are there without the change. Such records were taken under milder
   * rules, and are not this change's fault.
   */
  private static boolean wereThereBefore(Draft draft, Rules rules, Report report, LocalDate day) {
    Set<Node> focus = new LinkedHashSet<>();
    report
        .findings(Severity.VIOLATION)
        .forEach(finding -> focus.add(Iris.recordOf(finding.focus())));
    Set<List<Object>> before = new HashSet<>();
    rules
        .validate(draft.graph(), withParts(draft, focus), day)
        .findings(Severity.VIOLATION)
        .forEach(finding -> before.add(what(finding)));
    return report.findings(Severity.VIOLATION).stream()
        .allMatch(finding -> before.contains(what(finding)));
  }

  private static List<Object> what(Finding finding) {
    return List.of(
        finding.focus(),
        finding.shape(),
        Objects.requireNonNullElse(finding.path(), ""),
        Objects.requireNonNullElse(finding.value(), ""),
        finding.component());
  }
}
