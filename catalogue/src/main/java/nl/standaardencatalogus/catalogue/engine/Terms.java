package nl.standaardencatalogus.catalogue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.triples.Nodes;
import org.apache.jena.graph.Node;

/**
 * The numbers of all terms of one query: those of the graph, and negative ones for what the query
 * brought or made.
 */
final class Terms {
  private final Nodes nodes;
  private final Map<Node, Integer> own = new HashMap<>();
  private final List<Node> ownNodes = new ArrayList<>();

  Terms(Nodes nodes) {
    this.nodes = nodes;
  }

  int number(Node node) {
    // Own ones first: another state may have given the node a number while this query runs.
    Integer known = own.get(node);
    if (known != null) {
      return known;
    }
    int number = nodes.find(node);
    if (number == Nodes.NONE) {
      ownNodes.add(node);
      number = -ownNodes.size();
      own.put(node, number);
    }
    return number;
  }

  /** The term with a number; null for {@link Nodes#NONE}. */
  Node node(int number) {
    return number > 0 ? nodes.node(number) : number < 0 ? ownNodes.get(-number - 1) : null;
  }
}
