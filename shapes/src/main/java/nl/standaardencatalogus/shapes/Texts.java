package nl.standaardencatalogus.shapes;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/** How nodes are shown in messages: a thing by its name and its IRI, a literal by its text. */
final class Texts {
  private static final int LONGEST = 160;
  private static final List<Node> NAMES = List.of(DCTerms.title.asNode(), SKOS.prefLabel.asNode());

  private final Graph data;

  Texts(Graph data) {
    this.data = data;
  }

  String of(Node node) {
    if (node.isLiteral()) {
      return "\"" + shortened(node.getLiteralLexicalForm()) + "\"";
    }
    return NAMES.stream()
        .flatMap(
            name -> data.find(node, name, Node.ANY).mapWith(Triple::getObject).toList().stream())
        .filter(Node::isLiteral)
        .min((a, b) -> a.toString().compareTo(b.toString()))
        .map(name -> shortened(name.getLiteralLexicalForm()) + " <" + node + ">")
        .orElse("<" + node + ">");
  }

  /** What a node has for a property, or the given words when that is nothing. */
  String values(Node focus, Node property, String nothing) {
    String values =
        data
            .find(focus, property, Node.ANY)
            .mapWith(triple -> of(triple.getObject()))
            .toList()
            .stream()
            .sorted()
            .limit(5)
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? nothing : values;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
