package nl.standaardencatalogus.shapes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/**
 * How nodes are shown in messages: a literal by its text, a thing by its name and its IRI, a
 * concept of a code list by its name alone.
 */
final class Texts {
  private static final int LONGEST = 160;
  private static final int MOST = 5;
  private static final String CONCEPTS = "https://w3id.org/standaardencatalogus/def/";
  private static final List<Node> NAMES = List.of(DCTerms.title.asNode(), SKOS.prefLabel.asNode());

  private final Graph data;

  Texts(Graph data) {
    this.data = data;
  }

  String of(Node node, String language) {
    if (node.isLiteral()) {
      return "\"" + shortened(node.getLiteralLexicalForm()) + "\"";
    }
    String iri = "<" + node + ">";
    return name(node, language)
        .map(name -> node.toString().startsWith(CONCEPTS) ? "\"" + name + "\"" : name + " " + iri)
        .orElse(iri);
  }

  /** What a node has for a property, or the given words when that is nothing. */
  String values(Node focus, Node property, String language, String nothing) {
    String values =
        data
            .find(focus, property, Node.ANY)
            .mapWith(triple -> of(triple.getObject(), language))
            .toList()
            .stream()
            .sorted()
            .limit(MOST)
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? nothing : values;
  }

  private Optional<String> name(Node node, String language) {
    return NAMES.stream()
        .flatMap(
            property ->
                data.find(node, property, Node.ANY).mapWith(Triple::getObject).toList().stream())
        .filter(Node::isLiteral)
        .min(
            Comparator.<Node, Boolean>comparing(name -> !name.getLiteralLanguage().equals(language))
                .thenComparing(Node::getLiteralLanguage)
                .thenComparing(Node::getLiteralLexicalForm))
        .map(name -> shortened(name.getLiteralLexicalForm()));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
