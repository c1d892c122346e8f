package nl.standaardencatalogus.catalogue.revision;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * What is left of a record that was deleted: whoever kept its IRI can still learn what it was, and
 * where to go instead.
 *
 * @param deletion the revision that deleted it
 * @param commit the commit that this revision is in
 * @param last what was said of it last
 */
public record Tombstone(Revision deletion, Commit commit, Graph last) {
  private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::toString);

  /** The record that was deleted. */
  public Node record() {
    return deletion.record();
  }

  /** The classes that it had. */
  public List<Node> types() {
    return objects(RDF.type.asNode()).sorted(BY_IRI).toList();
  }

  /** What came in its place: what it said to be replaced by, and what now says to replace it. */
  public List<Node> successors(Graph now) {
    Stream<Node> replacing =
        now
            .find(Node.ANY, DCTerms.replaces.asNode(), record())
            .mapWith(Triple::getSubject)
            .toList()
            .stream();
    return Stream.concat(objects(DCTerms.isReplacedBy.asNode()), replacing)
        .filter(Node::isURI)
        .distinct()
        .sorted(BY_IRI)
        .toList();
  }

  private Stream<Node> objects(Node property) {
    return last.find(record(), property, Node.ANY).mapWith(Triple::getObject).toList().stream();
  }
}
