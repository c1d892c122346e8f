package nl.standaardencatalogus.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlTest {
  private static HttpResponse<String> ask(String query, String accept) {
    return CuratedServer.get("/sparql?query=" + encoded(query), "Accept", accept);
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static void assertProblem(int status, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response::body);
    assertTrue(
        response
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/problem+json"),
        () -> response.headers().toString());
    assertTrue(response.body().contains("\"detail\""), response::body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/csv", "application/sparql-results+json", "application/sparql-results+xml"})
  void standards_are_counted_in_the_form_that_is_asked_for(String type) {
    HttpResponse<String> response =
        ask(
            "PREFIX sc: <https://w3id.org/standaardencatalogus/def#>"
                + " SELECT (COUNT(*) AS ?n) { ?x a sc:Standard }",
            type);
    assertEquals(200, response.statusCode());
    assertTrue(response.body().contains("353"), response::body);
    assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith(type));
  }

  @ParameterizedTest
  @CsvSource({
    "'text/html;q=0.1, text/csv', text/csv",
    "'text/html;q=0.5, application/sparql-results+json;q=0.6', application/sparql-results+json",
    "'text/html, text/csv;q=0.9', text/html",
    "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', text/html",
    "*/*, application/sparql-results+json"
  })
  void what_a_client_likes_best_it_gets_a_page_too(String accept, String type) {
    HttpResponse<String> response = ask("SELECT * { ?s ?p ?o } LIMIT 1", accept);
    assertEquals(200, response.statusCode());
    String got = response.headers().firstValue("Content-Type").orElse("");
    assertTrue(got.startsWith(type), got);
  }

  @ParameterizedTest
  @ValueSource(strings = {"asof", "as-of", "valid_on", "validon", "Timeout"})
  void a_misspelt_parameter_does_not_give_the_answer_of_today(String name) {
    HttpResponse<String> response =
        CuratedServer.send(
            CuratedServer.request(
                    "/sparql?query=" + encoded("ASK {}") + "&" + name + "=2025-01-01",
                    "Accept",
                    "text/csv")
                .GET());
    assertProblem(400, response);
    assertTrue(response.body().contains("do you mean"), response::body);
  }

  @Test
  void a_form_by_another_name_is_told_what_it_is_called_here() {
    HttpResponse<String> response =
        CuratedServer.send(
            CuratedServer.request(
                    "/sparql?query=" + encoded("ASK {}") + "&format=jsonld", "Accept", "text/csv")
                .GET());
    assertProblem(400, response);
    assertTrue(response.body().contains("do you mean json-ld"), response::body);
  }

  @Test
  void a_query_may_come_by_post() {
    for (String type :
        new String[] {"application/sparql-query", "application/x-www-form-urlencoded"}) {
      String body = type.endsWith("query") ? "ASK {}" : "query=" + encoded("ASK {}");
      HttpResponse<String> response =
          CuratedServer.send(
              CuratedServer.request("/sparql", "Content-Type", type)
                  .POST(BodyPublishers.ofString(body)));
      assertEquals(200, response.statusCode(), response::body);
    }
  }

  @Test
  void a_construct_comes_as_rdf() {
    HttpResponse<String> response =
        ask("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 5", "application/n-triples");
    assertEquals(200, response.statusCode());
    assertEquals(5, response.body().lines().count());
  }

  @Test
  void an_update_has_nowhere_to_go() {
    HttpResponse<String> response =
        CuratedServer.send(
            CuratedServer.request("/sparql", "Content-Type", "application/sparql-update")
                .POST(BodyPublishers.ofString("INSERT DATA { <urn:a> <urn:b> 1 }")));
    assertProblem(403, response);
  }

  @Test
  void broken_sparql_is_told_with_its_place() {
    HttpResponse<String> response = ask("SELECT * { ?s ?p }", "text/csv");
    assertProblem(400, response);
    assertTrue(response.body().contains("\"line\" : 1"), response::body);
    assertTrue(response.body().contains("\"column\" : 18"), response::body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
        "SELECT (COUNT(*) AS ?n) { ?a ((<urn:e>*)*)* ?b }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { ?s (<urn:e>+)+ ?z } }",
        "SELECT (<java:java.lang.System>() AS ?t) {}",
        "SELECT * { BIND(<http://jena.apache.org/ARQ/function#wait>(5000) AS ?v) }",
        "SELECT * { ?s <java:x.Y> ?o }",
        "SELECT * { ?s <http://jena.apache.org/ARQ/list#member> ?o }",
        "SELECT * { ?s ?p ?o FILTER REGEX(STR(?o), '^(a*)*b$') }",
        "SELECT * { ?s ?p ?o FILTER REGEX(STR(?o), STR(?s)) }",
        "SELECT * { VALUES ?u { <http://127.0.0.1:1/> } SERVICE ?u { ?s ?p ?o } }",
        "SELECT ?c { BIND(STR(<http://e.x/>) AS ?a) BIND(CONCAT(?a,?a,?a,?a,?a,?a,?a,?a,?a,?a,?a,?a)"
            + " AS ?b) BIND(CONCAT(?b,?b,?b,?b,?b,?b,?b,?b,?b,?b,?b,?b) AS ?c0)"
            + " BIND(CONCAT(?c0,?c0,?c0,?c0,?c0,?c0,?c0,?c0,?c0,?c0,?c0,?c0) AS ?c) }",
        "SELECT ?x { BIND('abc' AS ?a) BIND(REPLACE(?a, 'b', ?a) AS ?x) }"
      })
  void what_no_time_limit_stops_is_refused(String query) {
    assertProblem(403, ask(query, "text/csv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { BIND(CALL(<java:org.apache.jena.sparql.function.library.wait>, 3000) AS ?x) }",
        "SELECT * { UNFOLD(<http://jena.apache.org/ARQ/function#wait>(3000) AS ?x) }",
        "SELECT * { LET (?x := 1) }",
        "SELECT * { ?s ?p ?o LATERAL { ?s ?q ?r } }",
        "JSON { 'a' : ?s } WHERE { ?s ?p ?o }",
        "SELECT (AGG <java:x.Y>(?s) AS ?n) { ?s ?p ?o }"
      })
  void only_the_language_of_the_standard_is_spoken(String query) {
    HttpResponse<String> response = ask(query, "text/csv");
    assertTrue(List.of(400, 403).contains(response.statusCode()), response::body);
  }

  @Test
  void a_string_of_everything_is_refused_and_leaves_room_for_others() {
    assertProblem(
        503,
        ask(
            "SELECT (STRLEN(GROUP_CONCAT(?c)) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?nothing",
            "text/csv"));
    assertEquals(200, ask("ASK {}", "text/csv").statusCode());
  }

  @Test
  void strings_that_double_are_refused() {
    StringBuilder query = new StringBuilder("SELECT ?v21 { BIND('x' AS ?v0) ");
    for (int i = 1; i < 22; i++) {
      query.append("BIND(CONCAT(?v%1$d, ?v%1$d) AS ?v%2$d) ".formatted(i - 1, i));
    }
    assertProblem(403, ask(query + "}", "text/csv"));
  }

  @Test
  void a_query_of_brackets_within_brackets_is_refused() {
    String query = "SELECT * " + "{".repeat(2000) + "}".repeat(2000);
    assertProblem(
        400,
        CuratedServer.send(
            CuratedServer.request("/sparql", "Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(query))));
  }

  @Test
  void a_query_that_takes_too_long_is_stopped_and_told() {
    HttpResponse<String> response =
        ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "text/csv");
    assertProblem(503, response);
    assertTrue(response.headers().firstValue("Retry-After").isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/csv", "application/sparql-results+json", "application/sparql-results+xml"})
  void half_an_answer_never_ends_as_a_whole_one(String type) {
    try {
      // On a slow machine so little has come by the end of its time that it can still be refused.
      assertProblem(503, ask("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", type));
    } catch (UncheckedIOException brokenOff) {
      assertTrue(brokenOff.getCause() instanceof IOException, brokenOff::toString);
    }
  }

  @Test
  void the_history_answers_beside_the_state() {
    HttpResponse<String> response =
        CuratedServer.get(
            "/sparql/historie?query="
                + encoded(
                    "PREFIX prov: <http://www.w3.org/ns/prov#>"
                        + " PREFIX sc: <https://w3id.org/standaardencatalogus/def#>"
                        + " SELECT (COUNT(*) AS ?n) { ?revision prov:specializationOf"
                        + " <https://w3id.org/standaardencatalogus/id/standaard/zaken-api>"
                        + " GRAPH ?revision { ?standard a sc:Standard } }"),
            "Accept",
            "text/csv");
    assertEquals("n\r\n1\r\n", response.body());
  }

  @Test
  void without_a_query_a_program_gets_the_service_description() {
    HttpResponse<String> response = CuratedServer.get("/sparql", "Accept", "text/turtle");
    assertEquals(200, response.statusCode());
    assertTrue(response.body().contains("sd:SPARQL11Query"), response::body);
  }

  @Test
  void the_management_of_fuseki_is_not_there() {
    for (String path : new String[] {"/$/ping", "/$/datasets", "/sparql/data", "/sparql/update"}) {
      assertEquals(404, CuratedServer.get(path).statusCode(), path);
    }
  }
}
