package nl.standaardencatalogus.server.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A record as it was, as it is and as it would be, property by property.
 *
 * @param base what the change was made from; empty for a new record
 * @param current what there is now
 * @param proposed what there would be; empty when the record would end
 */
public record ThreeWays(Graph base, Graph current, Graph proposed) {
  private static final Comparator<Line> ORDER =
      Comparator.comparing((Line line) -> line.subject().toString())
          .thenComparing(line -> line.property().toString());

  /**
   * A property of the record or of a part of it that is not everywhere the same.
   *
   * @param base its values as they were, and so on
   */
  public record Line(
      Node subject, Node property, Set<Node> base, Set<Node> current, Set<Node> proposed) {
    /** Whether the change changes it. */
    public boolean isOurs() {
      return !base.equals(proposed);
    }

    /** Whether somebody else changed it meanwhile. */
    public boolean isTheirs() {
      return !base.equals(current);
    }

    /** Its values with both changes: what this one does not change stays as somebody made it. */
    public Set<Node> outcome() {
      return isOurs() ? proposed : current;
    }

    /** Whether both did, and not alike. */
    public boolean clashes() {
      return isOurs() && isTheirs() && !current.equals(proposed);
    }
  }

  /** All properties that are not everywhere the same. */
  public List<Line> lines() {
    Set<List<Node>> properties = new HashSet<>();
    Stream.of(base, current, proposed)
        .flatMap(graph -> graph.find().toList().stream())
        .forEach(triple -> properties.add(List.of(triple.getSubject(), triple.getPredicate())));
    return properties.stream()
        .map(it -> line(it.get(0), it.get(1)))
        .filter(line -> line.isOurs() || line.isTheirs())
        .sorted(ORDER)
        .toList();
  }

  private Line line(Node subject, Node property) {
    return new Line(
        subject,
        property,
        values(base, subject, property),
        values(current, subject, property),
        values(proposed, subject, property));
  }

  private static Set<Node> values(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toSet();
  }

  /**
   * What there would be with both changes; empty when they clash, or one of them ends the record.
   */
  public Optional<Graph> merged() {
    boolean ended = proposed.isEmpty() || current.isEmpty();
    return ended || lines().stream().anyMatch(Line::clashes)
        ? Optional.empty()
        : Optional.of(overwritten());
  }

  /** What there is now with what the change changes, also where both changed the same. */
  public Graph overwritten() {
    Graph merged = GraphFactory.createDefaultGraph();
    current.find().forEach(merged::add);
    for (Line line : lines()) {
      if (line.isOurs()) {
        List<Triple> old = new ArrayList<>();
        merged.find(line.subject(), line.property(), Node.ANY).forEach(old::add);
        old.forEach(merged::delete);
        line.proposed().forEach(value -> merged.add(line.subject(), line.property(), value));
      }
    }
    return merged;
  }
}
