package nl.standaardencatalogus.server.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.revision.Tombstone;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/** A catalogue of a few records, the same at every moment. */
record SmallStates(Graph graph) implements States {
  static final Instant RECORDED = Instant.parse("2026-11-02T08:00:00Z");
  private static final Revision REVISION =
      new Revision(
          5,
          Iris.declaration("gm0363", "zaken-api"),
          Kind.CREATE,
          Optional.empty(),
          "<urn:a> <urn:b> \"<script>\" .\n",
          "a".repeat(64));
  private static final Commit COMMIT =
      new Commit(
          1,
          RECORDED,
          "sample",
          Iris.organisation("vng"),
          "A first state",
          List.of(REVISION),
          "0".repeat(64),
          "b".repeat(64));

  private static final Tombstone TOMBSTONE = tombstone();

  private static Tombstone tombstone() {
    Node record = Iris.standard("vergeten");
    Graph last = GraphFactory.createDefaultGraph();
    last.add(record, DCTerms.title.asNode(), NodeFactory.createLiteralLang("Vergeten", "nl"));
    Revision deletion = new Revision(4, record, Kind.DELETE, Optional.of(3L), "", "c".repeat(64));
    return new Tombstone(deletion, COMMIT, last);
  }

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
  public Optional<Revision> revision(long number) {
    return number == 5 ? Optional.of(REVISION) : Optional.empty();
  }

  @Override
  public Optional<Commit> commit(long number) {
    return number == 1 ? Optional.of(COMMIT) : Optional.empty();
  }

  @Override
  public Optional<Commit> commitOf(long revision) {
    return revision == 5 ? Optional.of(COMMIT) : Optional.empty();
  }

  @Override
  public Optional<Tombstone> tombstone(Node record) {
    return Optional.of(TOMBSTONE).filter(it -> it.record().equals(record));
  }

  @Override
  public List<Moment> moments(Node record) {
    return REVISION.record().equals(record) ? List.of(new Moment(5, RECORDED)) : List.of();
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
    public LocalDate day() {
      return LocalDate.ofInstant(RECORDED, Validity.ZONE);
    }

    @Override
    public Optional<Current> current(Node record) {
      return REVISION.record().equals(record)
          ? Optional.of(new Current(5, 1, RECORDED, Iris.organisation("vng"), "a".repeat(64)))
          : Optional.empty();
    }

    @Override
    public Graph record(Node record) {
      Graph own = GraphFactory.createDefaultGraph();
      GraphUtil.add(
          own, graph.stream().filter(t -> Iris.recordOf(t.getSubject()).equals(record)).iterator());
      return own;
    }

    @Override
    public Stream<Node> subjects() {
      return graph.stream().map(Triple::getSubject).distinct();
    }

    @Override
    public Stream<Triple> about(Node subject) {
      return graph.stream(subject, Node.ANY, Node.ANY);
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
