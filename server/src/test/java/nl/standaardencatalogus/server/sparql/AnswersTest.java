package nl.standaardencatalogus.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client is given of an answer that was given before. */
class AnswersTest {
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "server-timing");

  private static String form(String query) {
    return "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(String parameters, String accept) {
    return CuratedServer.get("/sparql?" + parameters, "Accept", accept);
  }

  private static Map<String, Object> lasting(HttpResponse<String> response) {
    return response.headers().map().entrySet().stream()
        .filter(header -> !OF_THE_MOMENT.contains(header.getKey()))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, ''",
    "text/csv, ''",
    "'text/csv;q=0.4, text/tab-separated-values', ''",
    "*/*, '&format=xml'",
    "*/*, '&validOn=2025-06-30'",
    "*/*, '&asOf=2026-01-01'"
  })
  void it_is_the_same_to_the_last_header(String accept, String parameters) {
    String query = form("SELECT * { ?kept_" + parameters.length() + " a ?t } LIMIT 7");
    HttpResponse<String> first = get(query + parameters, accept);
    HttpResponse<String> second = get(query + parameters, accept);
    assertEquals(200, first.statusCode(), first::body);
    assertEquals(first.body(), second.body());
    assertEquals(lasting(first), lasting(second));
  }

  @Test
  void it_is_that_of_the_state_that_was_asked_of() {
    String query = form("SELECT (COUNT(*) AS ?of_a_state) { ?s ?p ?o }");
    get(query, "text/csv");
    assertNotEquals(
        get(query, "text/csv").body(), get(query + "&validOn=2019-01-01", "text/csv").body());
  }

  @Test
  void it_is_given_for_one_query_only() {
    String query = form("SELECT * { ?one_query a ?t } LIMIT 1");
    get(query, "text/csv");
    HttpResponse<String> two = get(query + '&' + form("ASK {}"), "text/csv");
    assertEquals(400, two.statusCode(), two::body);
  }

  @Test
  void it_is_not_that_of_a_query_beside_the_one_that_is_sent() {
    String query = "SELECT ?beside { VALUES ?beside { 1 } }";
    get(form(query), "text/csv");
    HttpResponse<String> sent =
        CuratedServer.send(
            CuratedServer.request(
                    "/sparql?" + form(query),
                    "Accept",
                    "text/csv",
                    "Content-Type",
                    "application/sparql-query")
                .POST(BodyPublishers.ofString("SELECT ?sent { VALUES ?sent { 2 } }")));
    assertTrue(sent.statusCode() == 400 || sent.body().startsWith("sent"), sent::body);
  }

  /** In a millisecond nobody finds out what was asked, let alone what the answer is. */
  @Test
  void it_is_not_worked_out_again() {
    String asked = "SELECT (COUNT(*) AS ?%s) { ?a ?p ?b . ?b ?q ?c . ?c ?r ?d }";
    String query = form(String.format(asked, "kept"));
    HttpResponse<String> first = get(query, "text/csv");
    assertEquals(200, first.statusCode(), first::body);
    HttpResponse<String> again = get(query + "&timeout=0.001", "text/csv");
    assertEquals(first.body(), again.body());
    String fresh = form(String.format(asked, "fresh"));
    assertEquals(503, get(fresh + "&timeout=0.001", "text/csv").statusCode());
  }

  @Test
  void it_says_what_the_server_spent_on_it() {
    String query = form("SELECT * { ?spent a ?t } LIMIT 3");
    for (int i = 0; i < 2; i++) {
      String timing =
          get(query, "text/csv").headers().firstValue("Server-Timing").orElse("nothing");
      assertTrue(timing.matches("answer;dur=[0-9.]+(E-[0-9])?"), timing);
    }
  }
}
