package nl.standaardencatalogus.catalogue.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * How many triples of a graph a pattern matches, roughly: counts by property, and for properties
 * with few values, such as {@code rdf:type}, counts by value. Estimates decide the order of work
 * only, never an answer, so those of a state serve the states after it. Safe for use by several
 * threads.
 */
public final class Statistics {
  /** A property with more values than this has no counts by value. */
  private static final int MOST_VALUES = 1_000;

  private static final int ORDERS_KEPT = 5_000;

  private final Map<Node, Property> properties;
  private final long size;
  private final Cache<List<Object>, int[]> orders =
      Caffeine.newBuilder().maximumSize(ORDERS_KEPT).build();

  private record Property(long triples, long subjects, long objects, Map<Node, Long> byValue) {}

  private Statistics(Map<Node, Property> properties, long size) {
    this.properties = properties;
    this.size = size;
  }

  /** Counts every triple of a graph. */
  public static Statistics of(Graph graph) {
    Map<Node, Counting> counting = new HashMap<>();
    graph
        .find()
        .forEach(
            triple ->
                counting.computeIfAbsent(triple.getPredicate(), p -> new Counting()).add(triple));
    Map<Node, Property> properties = new HashMap<>();
    counting.forEach((property, counts) -> properties.put(property, counts.property()));
    return new Statistics(properties, graph.size());
  }

  private static final class Counting {
    private final Map<Node, Long> subjects = new HashMap<>();
    private final Map<Node, Long> objects = new HashMap<>();
    private long triples;

    void add(Triple triple) {
      triples++;
      subjects.merge(triple.getSubject(), 1L, Long::sum);
      objects.merge(triple.getObject(), 1L, Long::sum);
    }

    Property property() {
      return new Property(
          triples,
          subjects.size(),
          objects.size(),
          objects.size() <= MOST_VALUES ? Map.copyOf(objects) : Map.of());
    }
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
    Node property = pattern.getPredicate();
    boolean subject = pattern.getSubject().isConcrete();
    boolean object = pattern.getObject().isConcrete();
    if (property.isVariable()) {
      double triples = subject && object ? 1 : subject || object ? Math.sqrt(size) : size;
      return new Matches(triples, subject ? 1 : triples, object ? 1 : triples);
    }
    Property counts = properties.get(property);
    if (counts == null) {
      return new Matches(0, 0, 0);
    }
    double triples = counts.triples;
    if (object) {
      triples = counts.byValue.isEmpty() ? triples / counts.objects : exact(counts, pattern);
    }
    if (subject) {
      triples /= counts.subjects;
    }
    return new Matches(
        triples,
        subject ? 1 : Math.min(counts.subjects, triples),
        object ? 1 : Math.min(counts.objects, triples));
  }

  private static double exact(Property counts, Triple pattern) {
    return counts.byValue.getOrDefault(pattern.getObject(), 0L);
  }

  /** Whether the triples of a property are counted by value. */
  boolean countsValues(Node property) {
    Property counts = properties.get(property);
    return counts != null && !counts.byValue.isEmpty();
  }

  /** The order found before for a pattern of this shape, or the one that is found now. */
  int[] order(List<Object> shape, Supplier<int[]> finder) {
    return orders.get(shape, none -> finder.get());
  }

  /** Whether a graph of this size has changed so much that counting anew is worth it. */
  public boolean outgrown(long triples) {
    return Math.abs(triples - size) > size / 10;
  }
}
