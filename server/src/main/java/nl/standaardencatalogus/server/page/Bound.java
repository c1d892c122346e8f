package nl.standaardencatalogus.server.page;

import org.apache.jena.graph.Node;

/**
 * The decision that binds municipalities to a standard.
 *
 * @param covered what the decision names: the standard, a family it is part of, or a version
 */
public record Bound(
    Node decision, String force, Node forceNode, String from, Node covered, Node confidence) {
  /** A heavier force comes before a lighter one. */
  public int weight() {
    return switch (force) {
      case "verplicht" -> 3;
      case "pas-toe-of-leg-uit" -> 2;
      default -> 1;
    };
  }
}
