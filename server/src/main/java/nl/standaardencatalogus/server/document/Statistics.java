package nl.standaardencatalogus.server.document;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * What is in a state, counted.
 *
 * @param entities the IRIs that something is said about
 * @param subjects everything that something is said about
 * @param objects everything that is said of something
 * @param properties the number of triples with each property
 * @param classes the number of members of each class
 */
record Statistics(
    long sequence,
    long triples,
    long entities,
    long subjects,
    long objects,
    Map<Node, Long> properties,
    Map<Node, Long> classes) {

  static Statistics of(Snapshot snapshot) {
    Set<Node> subjects = new HashSet<>();
    Set<Node> objects = new HashSet<>();
    Map<Node, Long> properties = new HashMap<>();
    Map<Node, Long> classes = new HashMap<>();
    long triples = 0;
    var all = snapshot.graph().find();
    try {
      while (all.hasNext()) {
        Triple triple = all.next();
        triples++;
        subjects.add(triple.getSubject());
        objects.add(triple.getObject());
        properties.merge(triple.getPredicate(), 1L, Long::sum);
        if (triple.predicateMatches(RDF.type.asNode())) {
          classes.merge(triple.getObject(), 1L, Long::sum);
        }
      }
    } finally {
      all.close();
    }
    return new Statistics(
        snapshot.sequence(),
        triples,
        subjects.stream().filter(Node::isURI).count(),
        subjects.size(),
        objects.size(),
        sorted(properties),
        sorted(classes));
  }

  private static Map<Node, Long> sorted(Map<Node, Long> counts) {
    Map<Node, Long> sorted = new TreeMap<>(Comparator.comparing(Node::toString));
    sorted.putAll(counts);
    return sorted;
  }
}
