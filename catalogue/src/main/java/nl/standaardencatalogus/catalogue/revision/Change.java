package nl.standaardencatalogus.catalogue.revision;

import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What a commit is asked to do with one record.
 *
 * @param record the record's IRI
 * @param graph the whole record as it will be; empty to delete it
 * @param basedOn the number of the revision that the change was made from; absent when the caller
 *     does not care what it replaces, 0 when the record must be new
 */
public record Change(Node record, Graph graph, OptionalLong basedOn) {
  /** Puts the record, whatever was there. */
  public static Change put(Node record, Graph graph) {
    return new Change(record, graph, OptionalLong.empty());
  }

  /** Deletes the record, whatever was there. */
  public static Change delete(Node record) {
    return new Change(record, Graph.emptyGraph, OptionalLong.empty());
  }

  /** The same change, only to be taken when this revision is the record's current one. */
  public Change basedOn(long revision) {
    return new Change(record, graph, OptionalLong.of(revision));
  }
}
