package nl.standaardencatalogus.server.harvest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.dump.Releases;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a description may stand for that of a later state. */
@Tag("long")
class DescriptionsTest {
  private static final Node STANDARD = Iris.standard("fsc");

  @TempDir private static Path folder;
  private static TestServer server;
  private static Catalogue catalogue;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
    catalogue = server.catalogue();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Descriptions descriptions() {
    return new Descriptions(
        Questions.load(),
        new Holder("https://example.org", Iris.organisation("vng"), null),
        () -> new Releases.Newest(Graph.emptyGraph, Instant.EPOCH),
        catalogue::commit);
  }

  private static Snapshot after(Change change) {
    Proposal proposal = new Proposal("proef", Iris.organisation("vng"), "Proef", List.of(change));
    Outcome outcome = catalogue.commit(proposal);
    assertInstanceOf(Outcome.Recorded.class, outcome, outcome::toString);
    return catalogue.snapshot();
  }

  private static Change declared(String code) {
    Node record = Iris.declaration(code, "fsc");
    String text =
        """
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <%1$s> a sc:Declaration ; dct:title "Opgave"@nl ;
          sc:municipality <https://identifier.overheid.nl/tooi/id/gemeente/%2$s> ;
          sc:standard <https://w3id.org/standaardencatalogus/id/standaard/fsc> ;
          sc:declaredBy <https://identifier.overheid.nl/tooi/id/gemeente/%2$s> ;
          sc:phase <%1$s#fase-1> .
        <%1$s#fase-1> a sc:PhaseStatement ;
          sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/orientatie> ;
          sc:validFrom "2025-01-01"^^xsd:date .
        """
            .formatted(record.getURI(), code);
    return Change.put(record, RDFParser.fromString(text, Lang.TURTLE).toGraph());
  }

  private static Change renamed(String title) {
    Graph graph = GraphFactory.createDefaultGraph();
    catalogue.snapshot().record(STANDARD).find().forEach(graph::add);
    graph.remove(STANDARD, DCTerms.title.asNode(), Node.ANY);
    graph.add(STANDARD, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "nl"));
    return Change.put(STANDARD, graph);
  }

  @Test
  void a_declaration_leaves_what_is_said_of_all_else_as_it_was() {
    Descriptions descriptions = descriptions();
    Graph before = descriptions.near(catalogue.snapshot());
    assertSame(before, descriptions.near(after(declared("gm0363"))));
    assertSame(before, descriptions.near(after(declared("gm0344"))));
    Graph exact = descriptions.graph(catalogue.snapshot());
    assertNotSame(before, exact);
    // Megabytes, which no message should show.
    assertTrue(undated(exact).equals(undated(before)));
  }

  private static Set<Triple> undated(Graph description) {
    return description.stream()
        .filter(triple -> !triple.getPredicate().equals(DCTerms.modified.asNode()))
        .collect(Collectors.toSet());
  }

  @Test
  void a_declaration_that_is_the_first_made_up_one_is_described_at_once() {
    Descriptions descriptions = descriptions();
    after(declared("gm0599"));
    Graph before = descriptions.near(catalogue.snapshot());
    Graph made = GraphFactory.createDefaultGraph();
    Change plain = declared("gm0599");
    plain.graph().find().forEach(made::add);
    made.add(plain.record(), RDF.type.asNode(), SC.SAMPLE_DATA_CLASS);
    Graph now = descriptions.near(after(Change.put(plain.record(), made)));
    assertFalse(undated(before).equals(undated(now)));
  }

  @Test
  void any_other_record_that_changes_is_described_at_once() {
    Descriptions descriptions = descriptions();
    descriptions.near(catalogue.snapshot());
    after(declared("gm0518"));
    Graph now = descriptions.near(after(renamed("Een andere naam")));
    assertTrue(
        now.contains(
            Node.ANY,
            DCTerms.title.asNode(),
            NodeFactory.createLiteralLang("Een andere naam", "nl")));
  }
}
