package nl.standaardencatalogus.catalogue.engine;

import java.util.IdentityHashMap;
import java.util.Map;
import nl.standaardencatalogus.catalogue.triples.Neighbours;
import nl.standaardencatalogus.catalogue.triples.NumberedGraph;
import nl.standaardencatalogus.catalogue.triples.Property;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** How many triples of a graph a pattern matches: exact for its constants, which cost one look. */
final class Counts {
  private final NumberedGraph graph;
  private final Map<Triple, Matches> known = new IdentityHashMap<>();

  Counts(NumberedGraph graph) {
    this.graph = graph;
  }

  /**
   * What a pattern matches on its own.
   *
   * @param triples how many
   * @param subjects how many different subjects they have
   * @param objects how many different objects they have
   */
  record Matches(double triples, double subjects, double objects) {}

  /** What the constants of a pattern leave; its variables may have any value. */
  Matches matches(Triple pattern) {
    return known.computeIfAbsent(pattern, this::counted);
  }

  private Matches counted(Triple pattern) {
    boolean subject = pattern.getSubject().isConcrete();
    boolean object = pattern.getObject().isConcrete();
    if (!pattern.getPredicate().isConcrete()) {
      double size = graph.size();
      double triples = subject && object ? 1 : subject || object ? Math.sqrt(size) : size;
      return new Matches(triples, subject ? 1 : triples, object ? 1 : triples);
    }
    Property property = graph.property(graph.nodes().find(pattern.getPredicate()));
    double triples = property.size();
    if (object) {
      triples = count(property.subjects(), pattern.getObject());
    }
    if (subject) {
      triples = Math.min(triples, count(property.objects(), pattern.getSubject()));
    }
    return new Matches(
        triples,
        subject ? 1 : Math.min(property.objects().size(), triples),
        object ? 1 : Math.min(property.subjects().size(), triples));
  }

  private int count(Neighbours neighbours, Node node) {
    return neighbours.count(graph.nodes().find(node));
  }
}
