package nl.standaardencatalogus.catalogue.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.engine.Statistics;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.mem2.GraphMem2Roaring;

/** A snapshot in the heap; made by {@link Draft}. */
final class MemorySnapshot implements Snapshot {
  private final long sequence;
  private final Instant recorded;
  private final String hash;
  private final LocalDate day;
  private final GraphMem2Roaring triples;
  private final StateGraph graph;
  private final Map<Node, Current> current;

  /**
   * Takes over the graph and the map: nobody may change them any more.
   *
   * @param before the statistics of a state before this one; null for none
   */
  MemorySnapshot(
      long sequence,
      Instant recorded,
      String hash,
      LocalDate day,
      GraphMem2Roaring triples,
      Statistics before,
      Map<Node, Current> current) {
    this.sequence = sequence;
    this.recorded = recorded;
    this.hash = hash;
    this.day = day;
    this.triples = triples;
    this.graph = new StateGraph(triples, before);
    this.current = current;
  }

  @Override
  public long sequence() {
    return sequence;
  }

  @Override
  public Instant recorded() {
    return recorded;
  }

  @Override
  public String hash() {
    return hash;
  }

  @Override
  public LocalDate day() {
    return day;
  }

  @Override
  public Graph graph() {
    return graph;
  }

  @Override
  public Optional<Current> current(Node record) {
    return Optional.ofNullable(current.get(record));
  }

  @Override
  public Graph record(Node record) {
    return current.containsKey(record) ? RecordGraph.copy(triples, record) : Graph.emptyGraph;
  }

  @Override
  public Stream<Node> records() {
    return current.keySet().stream();
  }

  @Override
  public int size() {
    return current.size();
  }

  /** How much there is of what, if that has been counted; else null. */
  Statistics statistics() {
    return graph.known();
  }

  GraphMem2Roaring triples() {
    return triples;
  }

  Map<Node, Current> current() {
    return current;
  }
}
