package nl.standaardencatalogus.catalogue.snapshot;

import com.github.andrewoma.dexx.collection.Map;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.triples.NumberedGraph;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A snapshot in the heap; made by {@link Draft}. */
final class MemorySnapshot implements Snapshot {
  private final long sequence;
  private final Instant recorded;
  private final String hash;
  private final LocalDate day;
  private final NumberedGraph triples;
  private final Map<Node, Current> current;

  /** Takes over the graph: nobody may change it any more. */
  MemorySnapshot(
      long sequence,
      Instant recorded,
      String hash,
      LocalDate day,
      NumberedGraph triples,
      Map<Node, Current> current) {
    this.sequence = sequence;
    this.recorded = recorded;
    this.hash = hash;
    this.day = day;
    this.triples = triples;
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
    return triples;
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
  public Stream<Node> subjects() {
    return triples
        .subjects()
        .filter(subject -> subject.isURI() && current.containsKey(Iris.recordOf(subject)));
  }

  @Override
  public Stream<Triple> about(Node subject) {
    return RecordGraph.about(triples, subject);
  }

  @Override
  public Stream<Node> records() {
    return StreamSupport.stream(current.keys().spliterator(), false);
  }

  @Override
  public int size() {
    return current.size();
  }

  NumberedGraph triples() {
    return triples;
  }

  Map<Node, Current> current() {
    return current;
  }
}
