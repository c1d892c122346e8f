package nl.standaardencatalogus.shapes;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.RDF;

/** Findings written as a {@code sh:ValidationReport}. */
final class ReportGraph {
  private static final Node TYPE = RDF.type.asNode();

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Node report = NodeFactory.createBlankNode();

  private ReportGraph() {
    graph.getPrefixMapping().setNsPrefix("sh", SHACL.getURI());
    graph.getPrefixMapping().setNsPrefix("vormen", Rules.NS);
  }

  static Graph of(List<Finding> findings) {
    ReportGraph writer = new ReportGraph();
    writer.graph.add(writer.report, TYPE, SHACL.ValidationReport);
    // To SHACL a graph conforms when there is no result at all; to the catalogue, see
    // Report.conforms, when there is no violation.
    Node conforms = findings.isEmpty() ? NodeConst.nodeTrue : NodeConst.nodeFalse;
    writer.graph.add(writer.report, SHACL.conforms, conforms);
    findings.forEach(writer::add);
    return writer.graph;
  }

  private void add(Finding finding) {
    Node result = NodeFactory.createBlankNode();
    graph.add(report, SHACL.result, result);
    graph.add(result, TYPE, SHACL.ValidationResult);
    graph.add(result, SHACL.focusNode, finding.focus());
    graph.add(result, SHACL.sourceShape, finding.shape());
    graph.add(result, SHACL.sourceConstraintComponent, finding.component());
    graph.add(result, SHACL.resultSeverity, finding.severity().node());
    addIfThere(result, SHACL.resultPath, finding.path());
    addIfThere(result, SHACL.value, finding.value());
    graph.add(result, SHACL.resultMessage, text(finding.messageNl(), "nl"));
    graph.add(result, SHACL.resultMessage, text(finding.messageEn(), "en"));
  }

  private void addIfThere(Node result, Node property, Node value) {
    if (value != null) {
      graph.add(result, property, value);
    }
  }

  private static Node text(String text, String language) {
    return NodeFactory.createLiteralLang(text, language);
  }
}
