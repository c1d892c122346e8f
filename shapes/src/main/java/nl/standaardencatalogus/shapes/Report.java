package nl.standaardencatalogus.shapes;

import java.util.List;
import java.util.stream.Collectors;
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

  /** The findings of one weight. */
  public List<Finding> findings(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  /** One line per finding, for a console or a plain answer. */
  public String text(String language) {
    return findings.stream()
        .map(
            finding ->
                String.join(
                    "  ",
                    finding.severity().name(),
                    finding.rule(),
                    finding.focus().toString(),
                    finding.message(language)))
        .collect(Collectors.joining("\n"));
  }
}
