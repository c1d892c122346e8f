package nl.standaardencatalogus.server.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Report;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;

/** A catalogue of a few records, the same at every moment. */
record SmallStates(Graph graph) implements States {
  static final Instant RECORDED = Instant.parse("2026-11-02T08:00:00Z");

  static SmallStates load() {
    return new SmallStates(
        RDFDataMgr.loadGraph(SmallStates.class.getResource("small.ttl").toString()));
  }

  @Override
  public Snapshot now() {
    return new Whole(graph);
  }

  @Override
  public Snapshot asOf(Instant moment) {
    return new Whole(graph);
  }

  @Override
  public Report check(Graph graph) {
    Node standard = Iris.standard("stuf-zkn");
    Node shape = NodeFactory.createURI(Iris.BASE + "def/vormen#Standard-description");
    Finding finding =
        new Finding(
            standard,
            null,
            null,
            shape,
            shape,
            Severity.WARNING,
            "Beschrijving ontbreekt.",
            "No description.");
    return new Report(List.of(finding), GraphFactory.createDefaultGraph());
  }

  private record Whole(Graph graph) implements Snapshot {
    @Override
    public long sequence() {
      return 1;
    }

    @Override
    public Instant recorded() {
      return RECORDED;
    }

    @Override
    public String hash() {
      return "0".repeat(64);
    }

    @Override
    public Optional<Current> current(Node record) {
      return Optional.empty();
    }

    @Override
    public Graph record(Node record) {
      Graph own = GraphFactory.createDefaultGraph();
      GraphUtil.add(
          own, graph.stream().filter(t -> Iris.recordOf(t.getSubject()).equals(record)).iterator());
      return own;
    }

    @Override
    public Stream<Node> records() {
      return graph.stream().map(t -> Iris.recordOf(t.getSubject())).distinct();
    }

    @Override
    public int size() {
      return (int) records().count();
    }
  }
}
