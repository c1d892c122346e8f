package nl.standaardencatalogus.server.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.dump.Days;
import nl.standaardencatalogus.server.dump.Releases;
import nl.standaardencatalogus.shapes.Profile;
import nl.standaardencatalogus.shapes.Report;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VCARD4;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DcatCatalogueTest {
  static {
    // Before any class of Jena: some cannot be loaded while Jena sets itself up.
    JenaSystem.init();
  }

  private static Graph described(Graph state, String email) {
    URI address = email == null ? null : URI.create(email);
    Holder holder = new Holder("https://example.org", Iris.organisation("vng-realisatie"), address);
    return new DcatCatalogue(Questions.load(), holder).of(state, Instant.EPOCH, Graph.emptyGraph);
  }

  private static boolean madeUp(Graph description) {
    Node adoption = NodeFactory.createURI(Iris.BASE + "catalog#adoptie");
    return description.stream(adoption, DCTerms.description.asNode(), Node.ANY)
        .allMatch(t -> t.getObject().getLiteralLexicalForm().contains("sc:SampleData"));
  }

  @Test
  void the_adoption_dataset_says_that_declarations_are_made_up_only_when_they_are() {
    Graph state = GraphFactory.createDefaultGraph();
    assertFalse(madeUp(described(state, null)));
    state.add(
        NodeFactory.createURI(Iris.BASE + "id/verklaring/gm0000/iets"),
        RDF.type.asNode(),
        SC.SAMPLE_DATA_CLASS);
    assertTrue(madeUp(described(state, null)));
  }

  @Test
  void an_address_for_questions_is_told_only_when_there_is_one() {
    Graph state = GraphFactory.createDefaultGraph();
    Node email = VCARD4.hasEmail.asNode();
    assertFalse(described(state, null).contains(Node.ANY, email, Node.ANY));
    assertEquals(
        "mailto:catalogus@example.org",
        described(state, "mailto:catalogus@example.org")
            .find(Node.ANY, email, Node.ANY)
            .next()
            .getObject()
            .getURI());
  }

  @Test
  void services_are_where_the_catalogue_is_on_the_web() {
    Graph description = described(GraphFactory.createDefaultGraph(), null);
    Node service = NodeFactory.createURI(Iris.BASE + "catalog#sparql");
    assertTrue(
        description.contains(
            service,
            NodeFactory.createURI("http://www.w3.org/ns/dcat#endpointURL"),
            NodeFactory.createURI("https://example.org/sparql")));
  }

  @Test
  void the_files_of_a_dump_are_distributions_that_conform(@TempDir Path folder) throws IOException {
    try (Days days = new Days(folder)) {
      days.record("2026-03-02", "10:00", Days.goal("een", 1));
      days.make("2026-03-03");
    }
    Graph release = Releases.open(folder.resolve("releases")).latest().orElseThrow().said().graph();
    Holder holder = new Holder("https://example.org", Iris.organisation("vng-realisatie"), null);
    Graph description =
        new DcatCatalogue(Questions.load(), holder)
            .of(CuratedServer.graph(), Instant.EPOCH, release);
    String file = "https://example.org/dumps/2026-03-02/standaardencatalogus-2026-03-02.";
    for (String end : List.of("nq.gz", "nq.zst", "ttl.gz", "ttl.zst")) {
      assertTrue(
          description.contains(
              Node.ANY, DCAT.downloadURL.asNode(), NodeFactory.createURI(file + end)),
          end);
    }
    for (Profile profile : Profile.values()) {
      Report report = Rules.load(profile).validate(description);
      assertTrue(report.conforms(), () -> report.text("en"));
    }
  }
}
