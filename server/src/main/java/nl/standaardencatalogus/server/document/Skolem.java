package nl.standaardencatalogus.server.document;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Gives names to what has none (RDF 1.1 §3.5), so that a client can point at it and two fetches can
 * be compared. In our own Turtle that is lists and what stands in brackets: each has one place, by
 * which it is named, and by what it says where several have the same.
 */
final class Skolem {
  private final Graph graph;
  private final Map<Node, Node> names = new HashMap<>();

  private Skolem(Graph graph) {
    this.graph = graph;
  }

  /** Adds all triples to a graph that will have no blank node of them. */
  static void addInto(Graph named, Graph graph) {
    Skolem skolem = new Skolem(graph);
    graph.stream()
        .forEach(
            triple ->
                named.add(
                    skolem.name(triple.getSubject()),
                    triple.getPredicate(),
                    skolem.name(triple.getObject())));
  }

  private Node name(Node node) {
    if (!node.isBlank()) {
      return node;
    }
    Node known = names.get(node);
    if (known == null) {
      known = placed(node);
      names.put(node, known);
    }
    return known;
  }

  private Node placed(Node node) {
    var places = graph.find(Node.ANY, Node.ANY, node).toList();
    if (places.size() != 1) {
      throw new IllegalStateException("A blank node has " + places.size() + " places: " + node);
    }
    Triple place = places.get(0);
    boolean alone =
        graph.stream(place.getSubject(), place.getPredicate(), Node.ANY)
                .filter(t -> t.getObject().isBlank())
                .count()
            == 1;
    String parent = name(place.getSubject()).getURI();
    String joint = parent.contains("#") ? "-" : "#";
    String name = parent + joint + Iris.lastSegment(place.getPredicate());
    return NodeFactory.createURI(alone ? name : name + '-' + content(node));
  }

  /** Tells a node from those that it shares its place with, also when there come more of them. */
  private String content(Node node) {
    String said =
        graph.stream(node, Node.ANY, Node.ANY)
            .filter(t -> !t.getObject().isBlank())
            .map(t -> t.getPredicate() + " " + t.getObject())
            .sorted()
            .collect(Collectors.joining("\n"));
    return CanonicalGraph.sha256(said).substring(0, 12);
  }
}
