package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.CodeLists;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * What a file says of one subject: its properties in the order in which they were said, and its
 * parts.
 */
final class Description {
  private static final Pattern IRI = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`]+");

  private final Node subject;
  private final Node record;
  private final Map<Node, Set<Node>> properties = new LinkedHashMap<>();
  private final Map<String, Description> parts;

  Description(Node record) {
    this(record, record, new TreeMap<>());
  }

  private Description(Node subject, Node record, Map<String, Description> parts) {
    this.subject = subject;
    this.record = record;
    this.parts = parts;
  }

  Node subject() {
    return subject;
  }

  Map<Node, Set<Node>> properties() {
    return properties;
  }

  /** The parts of the record, in the order of their names. */
  Iterable<Description> parts() {
    return parts.values();
  }

  Description a(Node... classes) {
    Arrays.stream(classes).forEach(each -> add(RDF.type.asNode(), each));
    return this;
  }

  Description add(Node property, Node value) {
    properties.computeIfAbsent(property, key -> new TreeSet<>(TurtleFile.ORDER)).add(value);
    return this;
  }

  Description text(Node property, String value) {
    return value.isEmpty() ? this : add(property, NodeFactory.createLiteralString(value));
  }

  Description dutch(Node property, String value) {
    return value.isEmpty() ? this : add(property, NodeFactory.createLiteralLang(value, "nl"));
  }

  Description english(Node property, String value) {
    return value.isEmpty() ? this : add(property, NodeFactory.createLiteralLang(value, "en"));
  }

  Description concept(Node property, String scheme, String name) {
    return name.isEmpty() ? this : add(property, CodeLists.concept(scheme, Iris.slugOf(name)));
  }

  Description number(Node property, String value, XSDDatatype type) {
    return value.isEmpty() ? this : add(property, NodeFactory.createLiteralDT(value, type));
  }

  Description yes(Node property) {
    return add(property, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
  }

  /** A day, month or year, as precise as it is known. */
  Description moment(Node property, String value) {
    return value.isEmpty() ? this : add(property, NodeFactory.createLiteralDT(value, kind(value)));
  }

  /** A web address; anything else is reported. */
  Description page(Node property, Line line, String column, Unplaced unplaced) {
    Optional<String> value = line.value(column);
    value
        .filter(text -> !IRI.matcher(text).matches())
        .ifPresent(text -> unplaced.report(line, column + " is no web address: " + text));
    value
        .filter(text -> IRI.matcher(text).matches())
        .ifPresent(text -> add(property, NodeFactory.createURI(text)));
    return this;
  }

  /** A part of the same record, linked from this subject. */
  Description part(Node property, String fragment) {
    Description part =
        parts.computeIfAbsent(
            fragment, key -> new Description(Iris.part(record, key), record, parts));
    add(property, part.subject());
    return part;
  }

  private static XSDDatatype kind(String value) {
    return switch (value.length()) {
      case 4 -> XSDDatatype.XSDgYear;
      case 7 -> XSDDatatype.XSDgYearMonth;
      default -> XSDDatatype.XSDdate;
    };
  }
}
