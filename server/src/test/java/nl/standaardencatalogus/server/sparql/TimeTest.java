package nl.standaardencatalogus.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.facts.CuratedFacts;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two times of a query. In 2024 a municipality declared to have a standard in production since
 * February 2024; today it corrects that: it was June.
 */
class TimeTest {
  private static final Node RECORD =
      NodeFactory.createURI("https://w3id.org/standaardencatalogus/id/verklaring/gm0363/zaken-api");
  private static final Node AMSTERDAM = Iris.municipality("gm0363");
  private static final String IN_PRODUCTION =
      """
      PREFIX fase: <https://w3id.org/standaardencatalogus/def/adoptiefase/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX standaard: <https://w3id.org/standaardencatalogus/id/standaard/>
      SELECT ?municipality {
        ?declaration sc:standard standaard:zaken-api ; sc:municipality ?municipality ; sc:phase ?phase .
        ?phase sc:phaseValue fase:in-productie .
      }
      """;
  private static final String USERS =
      """
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX standaard: <https://w3id.org/standaardencatalogus/id/standaard/>
      SELECT ?municipality { ?municipality sc:uses standaard:zaken-api }
      """;
  private static final String MUNICIPALITIES =
      """
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      SELECT (COUNT(*) AS ?n) { ?municipality a sc:Municipality }
      """;

  @TempDir static Path folder;
  private static TestServer server;
  private static String before;

  @BeforeAll
  static void tell_a_story() {
    try (Catalogue catalogue = Catalogue.open(folder, Rules.load(), Progress.silent())) {
      catalogue.load(
          List.of(
                  new DatedProposal(
                      Instant.parse("2020-01-01T10:00:00Z"),
                      proposal("Beginstand", CuratedFacts.changes())),
                  new DatedProposal(
                      Instant.parse("2024-03-01T10:00:00Z"),
                      proposal("Opgave", List.of(declaration("2024-02-01")))))
              .iterator(),
          Progress.silent());
    }
    server = TestServer.on(folder);
    before = answer(IN_PRODUCTION, "asOf=2024-12-31");
    assertInstanceOf(
        Outcome.Recorded.class,
        server.catalogue().commit(proposal("Correctie", List.of(declaration("2024-06-01")))));
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private static Proposal proposal(String reason, List<Change> changes) {
    return new Proposal("test", Iris.organisation("vng-realisatie"), reason, changes);
  }

  private static Change declaration(String inProduction) {
    Graph graph = GraphFactory.createDefaultGraph();
    String turtle =
        """
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX fase: <https://w3id.org/standaardencatalogus/def/adoptiefase/>
        PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <%1$s> a sc:Declaration ; dct:title "Opgave van Amsterdam"@nl ;
          sc:declaredBy <%2$s> ; sc:municipality <%2$s> ; sc:lastConfirmed "2024-02-20"^^xsd:date ;
          sc:standard <https://w3id.org/standaardencatalogus/id/standaard/zaken-api> ;
          sc:version <https://w3id.org/standaardencatalogus/id/standaard/zaken-api/versie/1.5.1> ;
          sc:phase <%1$s#fase-1>, <%1$s#fase-2> .
        <%1$s#fase-1> a sc:PhaseStatement ; sc:phaseValue fase:in-implementatie ;
          sc:validFrom "2023-10-01"^^xsd:date .
        <%1$s#fase-2> a sc:PhaseStatement ; sc:phaseValue fase:in-productie ;
          sc:validFrom "%3$s"^^xsd:date .
        """
            .formatted(RECORD.getURI(), AMSTERDAM.getURI(), inProduction);
    RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
    return Change.put(RECORD, graph);
  }

  private static HttpResponse<String> ask(String query, String times) {
    URI address =
        URI.create(
            server.address()
                + "/sparql?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8)
                + "&"
                + times);
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(address).header("Accept", "text/csv").build(),
              BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String answer(String query, String times) {
    HttpResponse<String> response = ask(query, times);
    assertEquals(200, response.statusCode(), response::body);
    return response.body();
  }

  private static boolean amsterdam(String query, String times) {
    return answer(query, times).contains("gm0363");
  }

  @Test
  void a_correction_leaves_as_known_then_as_it_was() {
    assertTrue(before.contains("gm0363"), before);
    assertEquals(before, answer(IN_PRODUCTION, "asOf=2024-12-31"));
    assertTrue(amsterdam(IN_PRODUCTION, "asOf=2024-12-31&validOn=2024-04-01"));
  }

  @Test
  void a_correction_changes_what_held_then_as_known_now() {
    assertEquals(false, amsterdam(IN_PRODUCTION, "validOn=2024-04-01"));
    assertTrue(amsterdam(IN_PRODUCTION, "validOn=2024-07-01"));
  }

  @Test
  void what_had_not_been_recorded_is_not_known() {
    assertEquals(false, amsterdam(IN_PRODUCTION, "asOf=2024-02-15"));
    assertTrue(amsterdam(IN_PRODUCTION, "asOf=2024-03-01T10:00:00Z"));
    assertEquals(false, amsterdam(IN_PRODUCTION, "asOf=2024-03-01T09:59:59Z"));
  }

  @Test
  void what_follows_from_dates_follows_for_the_day_of_looking() {
    assertTrue(amsterdam(USERS, ""));
    assertEquals(false, amsterdam(USERS, "validOn=2024-04-01"));
    assertTrue(amsterdam(USERS, "asOf=2024-04-01"));
  }

  @Test
  void municipalities_are_counted_as_there_were_on_the_day() {
    assertEquals("n\r\n342\r\n", answer(MUNICIPALITIES, ""));
    assertEquals("n\r\n342\r\n", answer(MUNICIPALITIES, "validOn=2023-01-01"));
    assertEquals("n\r\n344\r\n", answer(MUNICIPALITIES, "validOn=2022-12-31"));
  }

  @Test
  void a_past_state_says_which_one_it_is() {
    HttpResponse<String> response = ask("ASK {}", "asOf=2021-01-01");
    assertEquals("1", response.headers().firstValue("Catalogue-Sequence").orElse(""));
    assertEquals(
        "Wed, 01 Jan 2020 10:00:00 GMT", response.headers().firstValue("Last-Modified").orElse(""));
  }

  @Test
  void a_day_that_is_none_or_has_not_been_is_refused() {
    assertEquals(400, ask("ASK {}", "asOf=gisteren").statusCode());
    assertEquals(400, ask("ASK {}", "validOn=2024-13-01").statusCode());
    assertEquals(400, ask("ASK {}", "asOf=2999-01-01").statusCode());
    assertEquals(400, ask("ASK {}", "asOf=2024-01-01&asOf=2025-01-01").statusCode());
  }

  @Test
  void everything_that_is_derived_agrees_with_the_log() {
    assertEquals(List.of(), server.catalogue().verify(Progress.silent()).problems());
  }
}
