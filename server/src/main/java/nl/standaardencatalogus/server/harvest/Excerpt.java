package nl.standaardencatalogus.server.harvest;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * The part of a description that changed since a moment: the catalogue itself and its services,
 * every entry whose record, or that of its series, publisher or maintainer, was recorded at that
 * moment or later, and all that these lean on. An entry brings the series that it is in. Links to
 * entries that are left out are left out too, so that the part is as valid as the whole.
 */
final class Excerpt {
  private static final Node TYPE = RDF.type.asNode();
  private static final Node IN_SERIES = NodeFactory.createURI(DCAT.NS + "inSeries");
  private static final Node ALL_DATA = NodeFactory.createURI(Iris.BASE + "void#catalogus");
  private static final Node SERIES = NodeFactory.createURI(DCAT.NS + "DatasetSeries");

  private final Graph whole;
  private final Snapshot snapshot;
  private final Instant released;
  private final Instant since;
  private final Set<Node> entries = new HashSet<>();
  private final Set<Node> kept = new HashSet<>();

  private Excerpt(Graph whole, Snapshot snapshot, Instant released, Instant since) {
    this.whole = whole;
    this.snapshot = snapshot;
    this.released = released;
    this.since = since;
  }

  static Graph of(Graph whole, Snapshot snapshot, Instant released, Instant since) {
    Excerpt excerpt = new Excerpt(whole, snapshot, released, since);
    excerpt.choose();
    return excerpt.gathered();
  }

  private void choose() {
    Stream.of(DCAT.Dataset.asNode(), SERIES)
        .flatMap(type -> whole.stream(Node.ANY, TYPE, type))
        .map(Triple::getSubject)
        .forEach(entries::add);
    entries.stream().filter(this::changed).forEach(kept::add);
    kept.addAll(kept.stream().flatMap(entry -> objects(entry, IN_SERIES)).toList());
  }

  private boolean changed(Node entry) {
    Optional<Snapshot.Current> record = snapshot.current(entry);
    if (record.isEmpty()) {
      // A dump comes when its day is over, later than the commits that are in it.
      return entry.equals(ALL_DATA) && inTime(released)
          || objects(entry, DCTerms.modified.asNode()).anyMatch(this::inTime);
    }
    return Stream.of(IN_SERIES, DCTerms.publisher.asNode(), DCTerms.creator.asNode())
            .flatMap(property -> objects(entry, property))
            .map(snapshot::current)
            .flatMap(Optional::stream)
            .anyMatch(current -> inTime(current.recorded()))
        || inTime(record.get().recorded());
  }

  private boolean inTime(Node modified) {
    return inTime(Instant.parse(modified.getLiteralLexicalForm()));
  }

  private boolean inTime(Instant recorded) {
    return !recorded.isBefore(since);
  }

  private Stream<Node> objects(Node subject, Node property) {
    return whole.stream(subject, property, Node.ANY).map(Triple::getObject);
  }

  private Graph gathered() {
    Graph part = new GraphMem2Fast();
    DcatCatalogue.prefixes(part);
    Set<Node> seen = new HashSet<>(Set.of(DcatCatalogue.CATALOG));
    Deque<Node> waiting = new ArrayDeque<>(seen);
    while (!waiting.isEmpty()) {
      whole.stream(waiting.pop(), Node.ANY, Node.ANY)
          .filter(triple -> belongs(triple.getObject()))
          .forEach(
              triple -> {
                part.add(triple);
                if (seen.add(triple.getObject())) {
                  waiting.push(triple.getObject());
                }
              });
    }
    return part;
  }

  private boolean belongs(Node object) {
    Node entry = objects(object, FOAF.primaryTopic.asNode()).findAny().orElse(object);
    return !entries.contains(entry) || kept.contains(entry);
  }
}
