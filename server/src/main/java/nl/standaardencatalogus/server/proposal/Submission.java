package nl.standaardencatalogus.server.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.apache.jena.graph.Node;

/**
 * Changes to records that somebody works on or hands in, and that are nothing until a commit is
 * made of them.
 *
 * @param id what it is called in addresses
 * @param at when it was handed in, or kept last
 * @param reason why; may be empty as long as it is a draft
 * @param open whether it was handed in; a draft is its author's alone
 * @param changes one for each record; none when it is a remark
 * @param remark what somebody without an account asks for; null when it is something else
 * @param from the remark that it was made of; null when it was of none
 * @param verdict the answer; null as long as there is none
 */
public record Submission(
    String id,
    Author author,
    Instant at,
    String reason,
    boolean open,
    List<Proposed> changes,
    Remark remark,
    String from,
    Verdict verdict) {
  /** In signs: a reason or an answer. */
  public static final int LONGEST_REASON = 2000;

  public Submission {
    changes = List.copyOf(changes);
  }

  /** Where it stands. */
  public enum State {
    /** Only its author sees it. */
    DRAFT,
    /** It waits for an answer. */
    OPEN,
    /** It became a commit. */
    ACCEPTED,
    /** It did not, and is told why. */
    REJECTED,
    /** It did not have to: what it asks for is there. */
    DONE
  }

  /** Where it stands. */
  public State state() {
    if (verdict != null) {
      return verdict.state();
    }
    return open ? State.OPEN : State.DRAFT;
  }

  /** Whether it still can be answered. */
  public boolean waits() {
    return state() == State.OPEN;
  }

  /** Whether it was answered. */
  public boolean isSettled() {
    return verdict != null;
  }

  /** Tells what is in it from anything else, so that nobody answers what he has not seen. */
  public String seal() {
    String all =
        changes.stream()
            .map(each -> each.record() + " " + each.based() + "\n" + each.content())
            .collect(Collectors.joining("\n"));
    return CanonicalGraph.sha256(state() + "\n" + reason + "\n" + all).substring(0, 32);
  }

  /** What to ask the catalogue for. */
  public List<Change> asked() {
    return changes.stream().map(Proposed::change).toList();
  }

  /** The remark that it was made of. */
  public Optional<String> origin() {
    return Optional.ofNullable(from);
  }

  /** The same, handed in or taken back. */
  public Submission open(boolean is, Instant now) {
    return new Submission(id, author, now, reason, is, changes, remark, from, null);
  }

  /** The same with other changes. */
  public Submission changing(List<Proposed> others) {
    return new Submission(id, author, at, reason, open, others, remark, from, verdict);
  }

  /** The same with a record as it would be, in the place of what it had of that. */
  public Submission with(Proposed change) {
    List<Proposed> others = new ArrayList<>(without(change.record()).changes());
    others.add(change);
    return changing(others);
  }

  /** The same without a record. */
  public Submission without(Node record) {
    return changing(changes.stream().filter(it -> !it.record().equals(record)).toList());
  }

  /** What it makes of a record; empty when it is not about that. */
  public Optional<Proposed> about(Node record) {
    return changes.stream().filter(it -> it.record().equals(record)).findFirst();
  }

  /** The same for another reason. */
  public Submission saying(String why) {
    return new Submission(id, author, at, why, open, changes, remark, from, verdict);
  }

  /** The same, made of a remark. */
  public Submission madeOf(String remarkId) {
    return new Submission(id, author, at, reason, open, changes, remark, remarkId, verdict);
  }

  /** The same, answered. */
  public Submission answered(Verdict answer) {
    return new Submission(id, author, at, reason, true, changes, remark, from, answer);
  }
}
