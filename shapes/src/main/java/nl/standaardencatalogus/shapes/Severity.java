package nl.standaardencatalogus.shapes;

import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;

/** How much a finding weighs: a violation refuses a change, the others are kept and shown. */
public enum Severity {
  VIOLATION(SHACL.Violation),
  WARNING(SHACL.Warning),
  INFO(SHACL.Info);

  private final Node node;

  Severity(Node node) {
    this.node = node;
  }

  /** The SHACL term. */
  public Node node() {
    return node;
  }

  static Severity of(Node node) {
    for (Severity severity : values()) {
      if (severity.node.equals(node)) {
        return severity;
      }
    }
    throw new ShapesException("Not a severity: " + node, null);
  }
}
