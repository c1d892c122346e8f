package nl.standaardencatalogus.server.proposal;

import java.time.Instant;

/**
 * The answer to a submission.
 *
 * @param reason why
 * @param commit the commit that it became; 0 when it became none
 * @param where what there was already, when nothing more had to be done; null for other answers
 */
public record Verdict(Author by, Instant at, String reason, long commit, String where) {
  /** Where it leaves the submission. */
  public Submission.State state() {
    if (commit > 0) {
      return Submission.State.ACCEPTED;
    }
    return where == null ? Submission.State.REJECTED : Submission.State.DONE;
  }
}
