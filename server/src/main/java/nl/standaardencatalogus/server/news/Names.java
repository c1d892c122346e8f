package nl.standaardencatalogus.server.news;

import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/** What a record is called, the Dutch name first. */
public final class Names {
  private Names() {}

  /** The name that a graph has for a record. */
  public static Optional<String> of(Graph graph, Node record) {
    return Stream.of(DCTerms.title.asNode(), SKOS.prefLabel.asNode())
        .flatMap(property -> graph.find(record, property, Node.ANY).toList().stream())
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .min((one, other) -> Boolean.compare(dutch(other), dutch(one)))
        .map(Node::getLiteralLexicalForm);
  }

  /**
   * What to call a record of which a revision tells: by its own name, a declaration by whose it is
   * and on what, anything else by its IRI.
   */
  static String of(Graph content, Node record, Graph now) {
    return of(content, record)
        .or(
            () ->
                object(content, record, SC.STANDARD)
                    .flatMap(standard -> of(now, standard))
                    .flatMap(
                        standard ->
                            object(content, record, SC.MUNICIPALITY)
                                .flatMap(municipality -> of(now, municipality))
                                .map(municipality -> municipality + " over " + standard)))
        .orElseGet(() -> record.getURI().replaceFirst("^https?://[^/]+/", ""));
  }

  private static Optional<Node> object(Graph content, Node record, Node property) {
    return content.find(record, property, Node.ANY).toList().stream()
        .map(Triple::getObject)
        .findFirst();
  }

  private static boolean dutch(Node name) {
    return name.getLiteralLanguage().equals("nl");
  }
}
