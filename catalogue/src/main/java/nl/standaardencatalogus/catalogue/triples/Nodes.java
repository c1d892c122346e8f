package nl.standaardencatalogus.catalogue.triples;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;

/**
 * The numbers of nodes, from 1 on. Graphs that came from each other by copying share them: a number
 * is never given again, also when no graph holds its node any more. Safe for use by several
 * threads.
 */
public final class Nodes {
  /** The number of no node. */
  public static final int NONE = 0;

  private final Map<Node, Integer> numbers = new ConcurrentHashMap<>();
  private volatile Node[] nodes = new Node[1 << 10];
  private int last;

  /** The number of a node, or {@link #NONE}. */
  public int find(Node node) {
    return numbers.getOrDefault(node, NONE);
  }

  /** The node with a number that was given. */
  public Node node(int number) {
    return nodes[number];
  }

  /** The number of a node, a new one for a newcomer. */
  int number(Node node) {
    Integer known = numbers.get(node);
    return known != null ? known : add(node);
  }

  private synchronized int add(Node node) {
    Integer known = numbers.get(node);
    if (known != null) {
      return known;
    }
    last++;
    if (last == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * last);
    }
    // Readers find the number first: by then the node must stand in its place.
    nodes[last] = node;
    numbers.put(node, last);
    return last;
  }
}
