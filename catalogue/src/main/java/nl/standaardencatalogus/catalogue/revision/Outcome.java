package nl.standaardencatalogus.catalogue.revision;

import nl.standaardencatalogus.catalogue.access.Denial;
import nl.standaardencatalogus.shapes.Report;
import org.apache.jena.graph.Node;

/** How a proposal ended. */
public sealed interface Outcome {
  /** The commit is in the log and every reader from now on sees it. */
  record Recorded(Commit commit, Report report) implements Outcome {}

  /** Nothing would change: no commit was made. */
  record Unchanged() implements Outcome {}

  /** The rules refuse it; the store is as it was. */
  record Rejected(Report report) implements Outcome {}

  /** The record is no longer what the change was made from; the store is as it was. */
  record Stale(Node record, long basedOn, long current) implements Outcome {}

  /**
   * The IRI was that of a record that this revision deleted, and an IRI is never given to another
   * thing; the store is as it was. To have the record back, undo the deletion.
   */
  record Reused(Node record, long deletion) implements Outcome {}

  /** Who asks may not change that record; the store is as it was. */
  record Denied(Denial denial) implements Outcome {}

  /** The graph is no record: a subject that is not its own, a blank node, a relative IRI. */
  record Malformed(Node record, String reason) implements Outcome {}
}
