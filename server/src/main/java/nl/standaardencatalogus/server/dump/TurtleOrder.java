package nl.standaardencatalogus.server.dump;

import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** The order in which people like to read what is said of one subject: what it is goes first. */
final class TurtleOrder {
  static final Comparator<Triple> OF_ONE_SUBJECT =
      Comparator.<Triple, Boolean>comparing(t -> !t.getPredicate().equals(RDF.type.asNode()))
          .thenComparing(t -> t.getPredicate().getURI())
          .thenComparing(Triple::getObject, TurtleOrder::compare);

  private TurtleOrder() {}

  private static int compare(Node one, Node other) {
    if (one.isURI() || other.isURI()) {
      return one.isURI() && other.isURI()
          ? one.getURI().compareTo(other.getURI())
          : Boolean.compare(one.isLiteral(), other.isLiteral());
    }
    int order = one.getLiteralLexicalForm().compareTo(other.getLiteralLexicalForm());
    order = order != 0 ? order : one.getLiteralLanguage().compareTo(other.getLiteralLanguage());
    return order != 0
        ? order
        : one.getLiteralDatatypeURI().compareTo(other.getLiteralDatatypeURI());
  }
}
