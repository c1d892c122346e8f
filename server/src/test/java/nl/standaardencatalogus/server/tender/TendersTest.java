package nl.standaardencatalogus.server.tender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What to ask for in a tender, over HTTP. */
class TendersTest {
  private static final String CHOSEN = "?component=refcomp-zaakregistratiecomponent";

  @TempDir private static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Accept", "text/html")
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void the_text_names_one_exact_version() throws Exception {
    String page = get("/aanbesteding" + CHOSEN).body();
    assertTrue(page.contains("Zaken API-standaard, versie 1.7.0 (VNG, pas toe of leg uit"), page);
  }

  @Test
  void the_annex_tells_where_gemma_asks_less_than_a_decision() throws Exception {
    String rows = get("/aanbesteding.csv" + CHOSEN).body();
    assertTrue(
        rows.lines()
            .anyMatch(
                it -> it.contains("Autorisaties API") && it.contains("een besluit vraagt meer")),
        rows);
  }

  @Test
  void a_component_that_is_not_there_is_refused() throws Exception {
    assertEquals(400, get("/aanbesteding?component=nope").statusCode());
  }

  @Test
  void what_has_ended_is_not_asked_for_and_told() throws Exception {
    String page = get("/aanbesteding?component=refcomp-mijngemeentecomponent").body();
    String left = page.substring(page.indexOf("Niet gevraagd"));
    assertTrue(left.contains("De standaard is beëindigd."), left);
  }

  @Test
  void the_annex_is_rdf_that_names_versions() throws Exception {
    Graph annex =
        RDFParser.fromString(get("/aanbesteding.ttl" + CHOSEN).body(), Lang.TURTLE).toGraph();
    assertTrue(
        annex.contains(Node.ANY, DCTerms.requires.asNode(), Iris.version("zaken-api", "1.7.0")));
  }
}
