package nl.standaardencatalogus.catalogue.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.validity.Validity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * One record within a larger graph: its own triples, and those of its parts, which are reached from
 * it over hash IRIs.
 */
final class RecordGraph {
  private RecordGraph() {}

  /** A copy of the record's triples, without what is derived. */
  static Graph copy(Graph whole, Node record) {
    Graph graph = GraphFactory.createDefaultGraph();
    forEach(whole, record, graph::add);
    return graph;
  }

  /** The record's triples, without what is derived. */
  static List<Triple> triples(Graph whole, Node record) {
    List<Triple> triples = new ArrayList<>();
    forEach(whole, record, triples::add);
    return triples;
  }

  /** What is said of one subject of a record, without what is derived. */
  static Stream<Triple> about(Graph whole, Node subject) {
    return whole.stream(subject, Node.ANY, Node.ANY)
        .filter(triple -> !Validity.DERIVED.contains(triple.getPredicate()));
  }

  private static void forEach(Graph whole, Node record, Consumer<Triple> reader) {
    Set<Node> seen = new HashSet<>();
    Deque<Node> next = new ArrayDeque<>();
    seen.add(record);
    next.add(record);
    while (!next.isEmpty()) {
      Node subject = next.remove();
      about(whole, subject)
          .forEach(
              triple -> {
                reader.accept(triple);
                Node object = triple.getObject();
                if (isPart(object, record) && seen.add(object)) {
                  next.add(object);
                }
              });
    }
  }

  private static boolean isPart(Node object, Node record) {
    return object.isURI()
        && object.getURI().indexOf('#') > 0
        && Iris.recordOf(object).equals(record);
  }
}
