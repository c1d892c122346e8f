package nl.standaardencatalogus.shapes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.RDF;

/** The cases: small graphs on top of a base, with the findings that they must have. */
final class Cases {
  private static final Path FOLDER = Path.of("src/test/cases");

  private Cases() {}

  /** Every case below a folder of that name, such as {@code conforms}. */
  static List<Path> in(String kind) {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".ttl"))
          .filter(file -> file.getParent().getFileName().toString().equals(kind))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(Path file) {
    return FOLDER.relativize(file).toString();
  }

  static Graph base() {
    return read(FOLDER.resolve("base.ttl"));
  }

  /** The case within the base, without what is expected of it. */
  static Graph data(Path file) {
    Graph all = read(FOLDER.resolve("base.ttl"), file);
    Graph data = GraphFactory.createDefaultGraph();
    all.find().filterDrop(triple -> triple.getSubject().isBlank()).forEach(data::add);
    return data;
  }

  /** One line for each finding that the case expects. */
  static Set<String> expected(Path file) {
    Graph graph = read(file);
    Set<String> lines = new TreeSet<>();
    graph
        .find(Node.ANY, RDF.type.asNode(), SHACL.ValidationResult)
        .mapWith(Triple::getSubject)
        .forEach(
            result ->
                lines.add(
                    line(
                        of(graph, result, SHACL.focusNode),
                        of(graph, result, SHACL.sourceShape),
                        of(graph, result, SHACL.sourceConstraintComponent),
                        of(graph, result, SHACL.resultSeverity),
                        ifAny(graph, result, SHACL.resultPath),
                        ifAny(graph, result, SHACL.value))));
    return lines;
  }

  static Set<String> found(Report report) {
    Set<String> lines = new TreeSet<>();
    report
        .findings()
        .forEach(
            finding ->
                lines.add(
                    line(
                        finding.focus(),
                        finding.shape(),
                        finding.component(),
                        finding.severity().node(),
                        finding.path(),
                        finding.value())));
    return lines;
  }

  /** What another reader of the same shapes found. */
  static Set<String> found(ValidationReport report) {
    Set<String> lines = new TreeSet<>();
    report
        .getEntries()
        .forEach(
            entry ->
                lines.add(
                    line(
                        entry.focusNode(),
                        entry.source(),
                        entry.sourceConstraintComponent(),
                        entry.severity().level(),
                        entry.resultPath() instanceof P_Link link ? link.getNode() : null,
                        entry.value())));
    return lines;
  }

  private static String line(
      Node focus, Node shape, Node component, Node severity, Node path, Node value) {
    return String.join(
        " ",
        focus.toString(),
        shape.getURI(),
        component.getLocalName(),
        severity.getLocalName(),
        path == null ? "-" : path.getURI(),
        value == null ? "-" : NodeFmtLib.strNT(value));
  }

  private static Node of(Graph graph, Node result, Node property) {
    Node value = ifAny(graph, result, property);
    if (value == null) {
      throw new IllegalStateException("An expected result lacks " + property);
    }
    return value;
  }

  private static Node ifAny(Graph graph, Node result, Node property) {
    return graph
        .find(result, property, Node.ANY)
        .mapWith(Triple::getObject)
        .nextOptional()
        .orElse(null);
  }

  private static Graph read(Path... files) {
    Graph graph = GraphFactory.createDefaultGraph();
    for (Path file : files) {
      RDFParser.source(file).base("https://case.example/").parse(graph);
    }
    return graph;
  }
}
