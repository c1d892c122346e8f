package nl.standaardencatalogus.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Test;

/** A query is read and optimised once, whatever and whoever it is asked of afterwards. */
class PreparedQueryTest {
  private static final String PREFIX =
      "PREFIX sc: <https://w3id.org/standaardencatalogus/def#>"
          + " PREFIX dct: <http://purl.org/dc/terms/>"
          + " PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";

  private static String ask(String query, String more) {
    HttpResponse<String> response =
        CuratedServer.get(
            "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more,
            "Accept",
            "text/csv");
    assertEquals(200, response.statusCode(), response::body);
    return response.body();
  }

  @Test
  void many_at_once_get_the_same_answer() {
    String query =
        PREFIX
            + "SELECT ?s ?n (xsd:string(xsd:integer(xsd:string(?n))) AS ?again) {"
            + " { SELECT ?s (COUNT(?v) AS ?n) { ?s a sc:Standard OPTIONAL { ?v dct:isVersionOf ?s } }"
            + " GROUP BY ?s } FILTER NOT EXISTS { ?s dct:isReplacedBy ?other } } ORDER BY ?s";
    Set<String> answers =
        IntStream.range(0, 64)
            .parallel()
            // Each of another name, so that none is given the answer of another.
            .mapToObj(i -> ask(query, "&callback=c" + i))
            .collect(Collectors.toSet());
    assertEquals(1, answers.size());
  }

  @Test
  void a_query_is_asked_of_the_graph_that_is_named_with_it() {
    String query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
    String record = "https://w3id.org/standaardencatalogus/id/standaard/zaken-api";
    String whole = ask(query, "");
    String one = ask(query, "&default-graph-uri=" + record);
    assertNotEquals(whole, one);
    assertEquals(whole, ask(query + " ", ""));
    assertEquals(one, ask("SELECT (COUNT(*) AS ?n) FROM <" + record + "> { ?s ?p ?o }", ""));
  }

  @Test
  void what_varies_is_worked_out_each_time() {
    String query = "SELECT (STRUUID() AS ?id) (RAND() AS ?chance) (BNODE('a') AS ?node) {}";
    assertNotEquals(ask(query, ""), ask(query, ""));
  }
}
