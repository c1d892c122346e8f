package nl.standaardencatalogus.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader is shown of a document that has no page of its own, such as a mandate. */
@Tag("long")
class DocumentPageTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String DOCUMENT = "/doc/mandaat/gm0363/vng";

  @TempDir private static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
    Node amsterdam = Iris.municipality("gm0363");
    Node vng = Iris.organisation("vng");
    Node mandate = Iris.mandate("gm0363", vng);
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(mandate, RDF.type.asNode(), SC.MANDATE_CLASS);
    graph.add(mandate, SC.MANDATOR, amsterdam);
    graph.add(mandate, SC.MANDATARY, vng);
    graph.add(
        mandate, SC.VALID_FROM, NodeFactory.createLiteralDT("2026-01-01", XSDDatatype.XSDdate));
    Outcome outcome =
        server
            .catalogue()
            .commit(new Proposal("proef", amsterdam, "Proef", List.of(Change.put(mandate, graph))));
    assertInstanceOf(Outcome.Recorded.class, outcome, outcome::toString);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> read(String languages) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address() + DOCUMENT))
            .header("Accept", "text/html")
            .header("Accept-Language", languages)
            .build(),
        BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void it_is_in_the_language_that_the_reader_prefers() throws Exception {
    HttpResponse<String> dutch = read("nl");
    HttpResponse<String> english = read("fr, en-GB;q=0.8");
    assertTrue(dutch.body().contains("Dit document voor programma’s:"), dutch::body);
    assertTrue(dutch.body().contains("<html lang=\"nl\">"), dutch::body);
    assertTrue(english.body().contains("This document for programs:"), english::body);
    assertTrue(english.body().contains("<html lang=\"en\">"), english::body);
    assertEquals("Accept, Accept-Language", header(english, "Vary"));
    assertFalse(header(dutch, "ETag").equals(header(english, "ETag")));
  }

  @Test
  void a_language_that_nobody_can_read_is_no_problem() throws Exception {
    HttpResponse<String> response = read(";;q=x");
    assertEquals(200, response.statusCode());
    assertEquals("nl", header(response, "Content-Language"));
  }
}
