package nl.standaardencatalogus.shapes;

import java.util.List;
import org.apache.jena.graph.Graph;

/**
 * What the rules found.
 *
 * @param findings in a stable order: by focus node, then path, then shape
 * @param graph the same as a {@code sh:ValidationReport}
 */
public record Report(List<Finding> findings, Graph graph) {
  public Report {
    findings = List.copyOf(findings);
  }

  /** Whether nothing weighs so much that a change must be refused. */
  public boolean conforms() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.VIOLATION);
  }
}
