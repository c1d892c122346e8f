package nl.standaardencatalogus.server.proposal;

import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/**
 * One record as it would be.
 *
 * @param based the revision that it was made from; 0 for a new record
 * @param content the whole record as canonical N-Quads; empty to end it
 */
public record Proposed(Node record, long based, String content) {
  /** A change that says what it is based on. */
  public static Proposed of(Change change) {
    return new Proposed(
        change.record(),
        change.basedOn().orElse(0),
        CanonicalGraph.write(change.record(), change.graph()));
  }

  /** What the record would say. */
  public Graph graph() {
    return CanonicalGraph.read(content);
  }

  /** What it is called; as it would be, where the catalogue does not know it yet. */
  public String name(View view) {
    return view.holds(record) ? view.name(record) : ownName(view);
  }

  /** What it says that the record is called; what that is called now, where it does not say. */
  public String ownName(View view) {
    Graph graph = graph();
    return Stream.of(DCTerms.title.asNode(), SKOS.prefLabel.asNode())
        .flatMap(
            it -> graph.find(record, it, Node.ANY).mapWith(Triple::getObject).toList().stream())
        .filter(it -> it.isLiteral() && !it.getLiteralLanguage().equals("en"))
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElseGet(() -> view.name(record));
  }

  /** Whether the record would be no more. */
  public boolean ends() {
    return content.isEmpty();
  }

  /** The change to ask for. */
  public Change change() {
    return (ends() ? Change.delete(record) : Change.put(record, graph())).basedOn(based);
  }
}
