package nl.standaardencatalogus.catalogue.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.mem2.GraphMem2Roaring;
import org.apache.jena.sparql.graph.GraphReadOnly;

/** A snapshot in the heap; made by {@link Draft}. */
final class MemorySnapshot implements Snapshot {
  private final long sequence;
  private final Instant recorded;
  private final String hash;
  private final LocalDate day;
  private final GraphMem2Roaring triples;
  private final Graph graph;
  private final Map<Node, Current> current;

  /** Takes over the graph and the map: nobody may change them any more. */
  MemorySnapshot(
      long sequence,
      Instant recorded,
      String hash,
      LocalDate day,
      GraphMem2Roaring triples,
      Map<Node, Current> current) {
    this.sequence = sequence;
    this.recorded = recorded;
    this.hash = hash;
    this.day = day;
    this.triples = triples;
    this.graph = new GraphReadOnly(triples);
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

  GraphMem2Roaring triples() {
    return triples;
  }

  Map<Node, Current> current() {
    return current;
  }
}
