package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** The curated records, asked for what they say; always in the order of their IRIs. */
final class Facts {
  static final Comparator<Node> BY_IRI = Comparator.comparing(Node::getURI);

  private final Map<Node, Graph> records = new HashMap<>();

  Facts(List<Change> curated) {
    curated.forEach(change -> records.put(change.record(), change.graph()));
  }

  Stream<Node> ofType(Node type) {
    return records.keySet().stream().filter(record -> is(record, type)).sorted(BY_IRI);
  }

  boolean is(Node record, Node type) {
    return graph(record).contains(record, RDF.type.asNode(), type);
  }

  Graph graph(Node recordOrPart) {
    return records.getOrDefault(Iris.recordOf(recordOrPart), Graph.emptyGraph);
  }

  List<Node> links(Node subject, Node property) {
    return values(subject, property).filter(Node::isURI).sorted(BY_IRI).toList();
  }

  /** The names of the concepts that a subject has for a property. */
  List<String> concepts(Node subject, Node property) {
    return links(subject, property).stream().map(Iris::lastSegment).toList();
  }

  /** The first text that is not in English, or else the last part of the IRI. */
  String text(Node subject, Node property) {
    return values(subject, property)
        .filter(Node::isLiteral)
        .filter(value -> !value.getLiteralLanguage().equals("en"))
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .findFirst()
        .orElseGet(() -> Iris.lastSegment(subject));
  }

  Optional<LocalDate> day(Node subject, Node property) {
    return Day.of(graph(subject), subject, property);
  }

  Optional<Integer> number(Node subject, Node property) {
    return values(subject, property)
        .map(Node::getLiteralLexicalForm)
        .map(Integer::valueOf)
        .findFirst();
  }

  private Stream<Node> values(Node subject, Node property) {
    return graph(subject)
        .find(subject, property, Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .stream();
  }
}
