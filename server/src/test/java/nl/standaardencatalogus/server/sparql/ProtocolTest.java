package nl.standaardencatalogus.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The endpoint against SPARQL 1.1 Protocol and SPARQL 1.1 Service Description. Methods that begin
 * with {@code w3c_} are the cases of the W3C's protocol suite under their own names, asked of the
 * catalogue's graphs instead of those of the suite.
 */
class ProtocolTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DIRECT = "application/sparql-query";
  private static final String ONE = "https://w3id.org/standaardencatalogus/id/standaard/zaken-api";
  private static final String OTHER =
      "https://w3id.org/standaardencatalogus/id/standaard/documenten-api";

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(String parameters, String... headers) {
    return CuratedServer.get("/sparql?" + parameters, headers);
  }

  private static HttpResponse<String> post(String path, String type, String body) {
    HttpRequest.Builder request =
        type == null
            ? CuratedServer.request(path)
            : CuratedServer.request(path, "Content-Type", type);
    return CuratedServer.send(request.POST(BodyPublishers.ofString(body)));
  }

  private static void assertAnswer(boolean answer, HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response::body);
    assertTrue(
        response.body().replaceAll("\\s", "").contains("\"boolean\":" + answer), response::body);
  }

  private static void assertRefused(HttpResponse<String> response) {
    assertEquals(4, response.statusCode() / 100, response::body);
    assertTrue(
        response
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/problem+json"),
        () -> response.headers().toString());
  }

  @Test
  void w3c_query_get() {
    assertAnswer(true, get("query=" + encoded("ASK {}")));
  }

  @Test
  void w3c_query_post_form() {
    assertAnswer(true, post("/sparql", FORM, "query=" + encoded("ASK {}")));
  }

  @Test
  void w3c_query_post_direct() {
    assertAnswer(true, post("/sparql", DIRECT, "ASK {}"));
  }

  @Test
  void w3c_query_dataset_default_graph() {
    String ask = "query=" + encoded("ASK { <" + ONE + "> ?p ?o }");
    assertAnswer(true, get(ask + "&default-graph-uri=" + encoded(ONE)));
    assertAnswer(false, get(ask + "&default-graph-uri=" + encoded(OTHER)));
  }

  @Test
  void w3c_query_dataset_default_graphs_get() {
    assertAnswer(
        true,
        get(
            "query="
                + encoded("ASK { <" + ONE + "> ?p ?o . <" + OTHER + "> ?q ?r }")
                + "&default-graph-uri="
                + encoded(ONE)
                + "&default-graph-uri="
                + encoded(OTHER)));
  }

  @Test
  void w3c_query_dataset_default_graphs_post() {
    assertAnswer(
        true,
        post(
            "/sparql?default-graph-uri=" + encoded(ONE) + "&default-graph-uri=" + encoded(OTHER),
            DIRECT,
            "ASK { <" + ONE + "> ?p ?o . <" + OTHER + "> ?q ?r }"));
  }

  @Test
  void w3c_query_dataset_named_graphs_get() {
    assertAnswer(
        true,
        get(
            "query="
                + encoded("ASK { GRAPH ?g { <" + ONE + "> ?p ?o } FILTER (?g = <" + ONE + ">) }")
                + "&named-graph-uri="
                + encoded(ONE)
                + "&named-graph-uri="
                + encoded(OTHER)));
  }

  @Test
  void w3c_query_dataset_named_graphs_post() {
    assertAnswer(
        false,
        post(
            "/sparql?named-graph-uri=" + encoded(OTHER),
            DIRECT,
            "ASK { GRAPH ?g { <" + ONE + "> ?p ?o } }"));
  }

  @Test
  void w3c_query_dataset_full() {
    assertAnswer(
        true,
        post(
            "/sparql?default-graph-uri=" + encoded(OTHER) + "&named-graph-uri=" + encoded(ONE),
            DIRECT,
            "ASK { <" + OTHER + "> ?p ?o GRAPH <" + ONE + "> { ?s ?q ?r } }"));
  }

  @Test
  void w3c_query_multiple_dataset() {
    assertAnswer(
        true,
        get(
            "query="
                + encoded("ASK FROM <" + OTHER + "> { <" + ONE + "> ?p ?o }")
                + "&default-graph-uri="
                + encoded(ONE)));
  }

  @ParameterizedTest
  @CsvSource({
    "w3c_query_content_type_select, SELECT (1 AS ?value) {}, application/sparql-results+json",
    "w3c_query_content_type_ask, ASK {}, application/sparql-results+json",
    "w3c_query_content_type_describe, DESCRIBE <https://example.org/x>, text/turtle",
    "w3c_query_content_type_construct, CONSTRUCT { <urn:a> <urn:b> 1 } WHERE {}, text/turtle"
  })
  void w3c_query_content_type(String name, String query, String type) {
    HttpResponse<String> response = get("query=" + encoded(query));
    assertEquals(200, response.statusCode(), name);
    assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith(type), name);
  }

  @Test
  void w3c_bad_query_method() {
    assertRefused(
        CuratedServer.send(
            CuratedServer.request("/sparql?query=" + encoded("ASK {}"))
                .PUT(BodyPublishers.noBody())));
  }

  @Test
  void w3c_bad_multiple_queries() {
    assertRefused(get("query=" + encoded("ASK {}") + "&query=" + encoded("SELECT * {}")));
  }

  @Test
  void w3c_bad_query_wrong_media_type() {
    assertRefused(post("/sparql", "text/plain", "ASK {}"));
  }

  @Test
  void w3c_bad_query_missing_form_type() {
    assertRefused(post("/sparql", null, "query=" + encoded("ASK {}")));
  }

  @Test
  void w3c_bad_query_missing_direct_type() {
    assertRefused(post("/sparql", null, "ASK {}"));
  }

  @Test
  void w3c_bad_query_non_utf8() {
    assertRefused(
        CuratedServer.send(
            CuratedServer.request("/sparql", "Content-Type", DIRECT + "; charset=UTF-16")
                .POST(BodyPublishers.ofByteArray("ASK {}".getBytes(StandardCharsets.UTF_16)))));
  }

  @Test
  void w3c_bad_query_syntax() {
    assertRefused(get("query=" + encoded("ASK { ?s ?p }")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update=CLEAR+ALL",
        "update=CLEAR+ALL&update=CLEAR+ALL",
        "update=CLEAR+XYZ",
        "query=ASK+%7B%7D&update=CLEAR+ALL"
      })
  void w3c_bad_update_by_form(String body) {
    assertRefused(post("/sparql", FORM, body));
    assertRefused(get(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLEAR ALL", "INSERT DATA { <urn:a> <urn:b> 1 }", "LOAD <file:///etc>"})
  void w3c_bad_update_direct(String update) {
    assertRefused(post("/sparql", "application/sparql-update", update));
    assertRefused(
        post("/sparql?using-graph-uri=" + encoded(ONE), "application/sparql-update", update));
    assertRefused(post("/sparql", null, update));
  }

  @Test
  void a_head_is_a_get_without_the_body() {
    String path = "/sparql?query=" + encoded("ASK {}");
    HttpResponse<String> get = CuratedServer.get(path, "Accept", "text/csv");
    HttpResponse<String> head =
        CuratedServer.send(
            CuratedServer.request(path, "Accept", "text/csv")
                .method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    for (String name : List.of("Content-Type", "Content-Length", "ETag", "Last-Modified")) {
      assertEquals(get.headers().firstValue(name), head.headers().firstValue(name), name);
    }
  }

  @Test
  void options_name_the_methods_and_let_other_sites_in() {
    HttpResponse<String> response =
        CuratedServer.send(
            CuratedServer.request("/sparql").method("OPTIONS", BodyPublishers.noBody()));
    assertEquals(204, response.statusCode());
    assertEquals("GET, HEAD, POST, OPTIONS", response.headers().firstValue("Allow").orElse(""));
    assertEquals("*", response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv | text/csv",
        "text/tab-separated-values | text/tab-separated-values",
        "application/sparql-results+xml | application/sparql-results+xml",
        "text/csv;q=0.5, application/sparql-results+xml | application/sparql-results+xml",
        "application/*;q=0.4, text/csv;q=0.9 | text/csv",
        "*/* | application/sparql-results+json",
        "application/sparql-results+json, text/csv;q=0.1 | application/sparql-results+json"
      })
  void rows_come_in_the_form_that_is_asked_for(String accept, String type) {
    HttpResponse<String> response =
        get("query=" + encoded("SELECT (1 AS ?n) {}"), "Accept", accept);
    assertEquals(200, response.statusCode(), response::body);
    String given = response.headers().firstValue("Content-Type").orElse("");
    assertTrue(given.startsWith(type), given);
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle, text/turtle",
    "application/n-triples, application/n-triples",
    "application/ld+json, application/ld+json",
    "application/rdf+xml, application/rdf+xml",
    "'application/rdf+xml;q=0.2, text/turtle;q=0.8', text/turtle"
  })
  void triples_come_in_the_form_that_is_asked_for(String accept, String type) {
    HttpResponse<String> response =
        get("query=" + encoded("CONSTRUCT { <urn:a> <urn:b:c> 1 } WHERE {}"), "Accept", accept);
    assertEquals(200, response.statusCode(), response::body);
    String given = response.headers().firstValue("Content-Type").orElse("");
    assertTrue(given.startsWith(type), given);
  }

  @Test
  void all_lines_of_what_a_client_accepts_count() {
    String query = "query=" + encoded("SELECT (1 AS ?n) {}");
    HttpResponse<String> response =
        get(query, "Accept", "image/png", "Accept", "text/csv;q=0.2", "Accept", "text/plain;q=0.1");
    assertEquals(200, response.statusCode(), response::body);
    String given = response.headers().firstValue("Content-Type").orElse("");
    assertTrue(given.startsWith("text/csv"), given);
    HttpResponse<String> better =
        get(query, "Accept", "text/csv;q=0.2", "Accept", "application/sparql-results+json");
    given = better.headers().firstValue("Content-Type").orElse("");
    assertTrue(given.startsWith("application/sparql-results+json"), given);
  }

  @Test
  void a_form_that_does_not_exist_is_refused_with_those_that_do() {
    HttpResponse<String> response =
        get("query=" + encoded("SELECT * { ?s ?p ?o } LIMIT 1"), "Accept", "image/png");
    assertEquals(406, response.statusCode(), response::body);
    assertTrue(response.body().contains("text/csv"), response::body);
  }

  @Test
  void triples_that_cannot_be_written_as_xml_are_refused_with_a_reason() {
    HttpResponse<String> response =
        get(
            "query=" + encoded("CONSTRUCT { <urn:a> <urn:1> 1 } WHERE {}"),
            "Accept",
            "application/rdf+xml");
    assertRefused(response);
    assertEquals(406, response.statusCode());
  }

  @Test
  void an_answer_is_not_sent_again_to_who_has_it() {
    String query = "query=" + encoded("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    HttpResponse<String> first = get(query, "Accept", "text/csv");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get(query, "Accept", "text/csv", "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    HttpResponse<String> other = get(query, "Accept", "text/tab-separated-values");
    assertFalse(tag.equals(other.headers().firstValue("ETag").orElseThrow()));
  }

  @Test
  void what_varies_is_never_kept() {
    String query = "query=" + encoded("SELECT (STRUUID() AS ?n) {}");
    HttpResponse<String> first = get(query, "Accept", "text/csv");
    assertTrue(first.headers().firstValue("ETag").isEmpty());
    assertFalse(first.body().equals(get(query, "Accept", "text/csv").body()));
  }

  @Test
  void a_large_answer_is_compressed_for_who_can_read_that() throws Exception {
    String query = "query=" + encoded("SELECT ?s { ?s a ?o } LIMIT 500");
    HttpResponse<byte[]> response =
        java.net.http.HttpClient.newHttpClient()
            .send(
                CuratedServer.request(
                        "/sparql?" + query, "Accept", "text/csv", "Accept-Encoding", "gzip")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElse(""));
    try (var plain =
        new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(response.body()))) {
      assertEquals(
          get(query, "Accept", "text/csv").body(),
          new String(plain.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void the_answer_says_of_which_state_it_is() {
    HttpResponse<String> response = get("query=" + encoded("ASK {}"));
    // Other tests commit to the same server.
    assertEquals(
        String.valueOf(CuratedServer.catalogue().snapshot().sequence()),
        response.headers().firstValue("Catalogue-Sequence").orElse(""));
    assertTrue(response.headers().firstValue("Last-Modified").isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/rdf+xml",
        "application/ld+json",
        "application/n-triples"
      })
  void w3c_service_description(String type) {
    Map<String, Lang> languages =
        Map.of(
            "text/turtle", Lang.TURTLE,
            "application/rdf+xml", Lang.RDFXML,
            "application/ld+json", Lang.JSONLD,
            "application/n-triples", Lang.NTRIPLES);
    HttpResponse<String> response = CuratedServer.get("/sparql", "Accept", type);
    assertEquals(200, response.statusCode(), response::body);
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(response.body(), languages.get(type)).parse(graph);
    Node service = sd("Service");
    List<Node> services =
        graph.find(Node.ANY, RDF.type.asNode(), service).mapWith(t -> t.getSubject()).toList();
    assertEquals(1, services.size(), response::body);
    assertTrue(graph.contains(services.get(0), sd("endpoint"), Node.ANY));
    assertTrue(graph.contains(services.get(0), sd("supportedLanguage"), sd("SPARQL11Query")));
    assertTrue(graph.contains(services.get(0), sd("defaultDataset"), Node.ANY));
  }

  private static Node sd(String name) {
    return NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#" + name);
  }
}
