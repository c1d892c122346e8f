package nl.standaardencatalogus.shapes;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The parts of a record: the hash IRIs of its own that it leads to. */
final class Parts {
  private static final String ID = "/id/";

  private Parts() {}

  static void addWithParts(Graph data, Node record, Set<Node> nodes) {
    addFrom(data, record, tail(record) + "#", nodes);
  }

  private static void addFrom(Graph data, Node node, String partTail, Set<Node> nodes) {
    if (!nodes.add(node)) {
      return;
    }
    data.find(node, Node.ANY, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(object -> object.isURI() && tail(object).startsWith(partTail))
        .toList()
        .forEach(part -> addFrom(data, part, partTail, nodes));
  }

  // A record with an IRI of TOOI has its parts below our own id/, with the same tail.
  private static String tail(Node node) {
    String iri = node.toString();
    int at = iri.indexOf(ID);
    return at < 0 ? iri : iri.substring(at);
  }
}
