package nl.standaardencatalogus.catalogue.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The whole catalogue as it stands after one commit, immutable: whoever holds it reads on
 * undisturbed while later commits come in. Safe for use by any number of threads.
 */
public interface Snapshot {
  /** The number of the last commit in it; 0 when the log is empty. */
  long sequence();

  /** When that commit was recorded; the epoch when the log is empty. */
  Instant recorded();

  /** The hash of that commit. */
  String hash();

  /** The day of looking: what is derived from dates holds on that day. */
  LocalDate day();

  /**
   * All records, the ontology, and what is derived: on each record its current revision, and what
   * follows on the day of looking; must not be changed.
   */
  Graph graph();

  /** The current revision of a record. */
  Optional<Current> current(Node record);

  /** The record's own triples, without anything derived; empty when there is no such record. */
  Graph record(Node record);

  /** All that records say something of, in no order: their own IRIs and those of their parts. */
  Stream<Node> subjects();

  /** What a record says of one of its subjects, without anything derived. */
  Stream<Triple> about(Node subject);

  /** The IRIs of all records, in no order. */
  Stream<Node> records();

  /** The number of records. */
  int size();

  /**
   * Where a record stands.
   *
   * @param revision the number of its current revision
   * @param commit the number of the commit that brought it
   * @param recorded when that was
   * @param onBehalfOf the organisation that answers for it
   * @param contentHash SHA-256 of its canonical graph
   */
  record Current(
      long revision, long commit, Instant recorded, Node onBehalfOf, String contentHash) {}
}
