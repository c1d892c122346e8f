package nl.standaardencatalogus.server.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Provenance;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.revision.Tombstone;
import nl.standaardencatalogus.catalogue.snapshot.Draft;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.SKOS;

/** Finds the document at a path: of a record, a revision, a commit, a word or the rules. */
final class Shelf {
  private static final String DEF = Iris.BASE + "def";
  private static final Pattern NUMBERED = Pattern.compile("(revisie|commit)/([1-9][0-9]{0,17})");

  private final Archive archive;

  Shelf(Archive archive) {
    this.archive = archive;
  }

  /** The document about the thing at a path below {@code id/}; empty when there is none. */
  Optional<Document> thing(String tail) {
    var numbered = NUMBERED.matcher(tail);
    if (numbered.matches()) {
      long number = Long.parseLong(numbered.group(2));
      return numbered.group(1).equals("commit") ? commit(number) : revision(number);
    }
    return record(Iris.thingAt(tail));
  }

  private Optional<Document> record(Node record) {
    Snapshot now = archive.now();
    return now.current(record).map(current -> record(record, () -> now.record(record), current));
  }

  /** The same for a record of now and one of the past, so that the newest of both is the same. */
  private static Document record(Node record, Supplier<Graph> own, Snapshot.Current place) {
    String path = path(record);
    List<Triple> said = Annotations.of(record, path, place);
    return new Document(
        record,
        path,
        () -> {
          Graph graph = graph();
          GraphUtil.addInto(graph, own.get());
          said.forEach(graph::add);
          return graph;
        },
        Document.hash(Stream.concat(Stream.of(place.contentHash()), Document.lines(said.stream()))),
        place.recorded());
  }

  /** The document about a record as a revision left it; a tombstone where that deleted it. */
  Optional<Document> memento(Revision revision) {
    return archive
        .commitOf(revision.number())
        .map(
            commit ->
                revision.kind() == Kind.DELETE
                    ? deleted(revision, commit)
                    : record(
                        revision.record(),
                        () -> CanonicalGraph.read(revision.content()),
                        Draft.place(commit, revision)));
  }

  private Document deleted(Revision revision, Commit commit) {
    Graph last =
        revision
            .previous()
            .flatMap(archive::revision)
            .map(before -> CanonicalGraph.read(before.content()))
            .orElse(Graph.emptyGraph);
    return document(new Tombstone(revision, commit, last), Graph.emptyGraph);
  }

  private Optional<Document> revision(long number) {
    return archive
        .revision(number)
        .flatMap(revision -> archive.commitOf(number).map(commit -> revision(revision, commit)));
  }

  private static Document revision(Revision revision, Commit commit) {
    Graph graph = graph();
    Provenance.revision(revision, commit, graph::add);
    return Document.of(
        Iris.revision(revision.number()),
        "/doc/revisie/" + revision.number(),
        graph,
        commit.recorded());
  }

  private Optional<Document> commit(long number) {
    return archive
        .commit(number)
        .map(
            commit -> {
              Graph graph = graph();
              Provenance.commit(commit, graph::add);
              return Document.of(
                  Iris.commit(number), "/doc/commit/" + number, graph, commit.recorded());
            });
  }

  /** The document about what was at a path below {@code id/} and has been deleted. */
  Optional<Document> tombstone(String tail) {
    return archive
        .tombstone(Iris.thingAt(tail))
        .map(tombstone -> document(tombstone, archive.now().graph()));
  }

  private static Document document(Tombstone tombstone, Graph now) {
    Node record = tombstone.record();
    Graph graph = graph();
    Provenance.tombstone(tombstone, graph::add);
    tombstone
        .successors(now)
        .forEach(successor -> graph.add(record, DCTerms.isReplacedBy.asNode(), successor));
    return Document.of(record, path(record), graph, tombstone.commit().recorded());
  }

  /** The document about a word or a code list; the whole ontology for an empty path. */
  Optional<Document> word(String tail) {
    Node about = NodeFactory.createURI(tail.isEmpty() ? DEF : DEF + "/" + tail);
    Graph words = archive.words();
    if (tail.isEmpty() || words.contains(Node.ANY, OWL2.versionIRI.asNode(), about)) {
      return Optional.of(ontology());
    }
    if (tail.equals("vormen")) {
      Graph graph = graph();
      Skolem.addInto(graph, archive.rules());
      return Optional.of(Document.of(about, "/def/vormen", graph, null));
    }
    if (!words.contains(about, Node.ANY, Node.ANY)) {
      return Optional.empty();
    }
    Graph graph = graph();
    words.find(about, Node.ANY, Node.ANY).forEach(graph::add);
    words
        .find(Node.ANY, SKOS.inScheme.asNode(), about)
        .mapWith(triple -> triple.getSubject())
        .toList()
        .forEach(concept -> words.find(concept, Node.ANY, Node.ANY).forEach(graph::add));
    return Optional.of(Document.of(about, "/def/" + tail, graph, null));
  }

  private Document ontology() {
    Graph graph = graph();
    archive.words().stream()
        .filter(
            triple ->
                triple.getSubject().isURI() && !triple.getSubject().getURI().startsWith(DEF + "/"))
        .forEach(graph::add);
    return Document.of(NodeFactory.createURI(DEF), "/def", graph, null);
  }

  /** Where the document about a thing is. */
  static String path(Node thing) {
    return Iris.document(thing)
        .map(iri -> iri.substring(Iris.BASE.length() - 1))
        .orElseThrow(() -> new IllegalStateException("No document for " + thing));
  }

  private static Graph graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    Vocabularies.prefixes().forEach(graph.getPrefixMapping()::setNsPrefix);
    return graph;
  }
}
