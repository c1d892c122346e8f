package nl.standaardencatalogus.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that mean harm, put to a running server: none of them reaches anything outside it, none
 * outlives its time, and after each of them others are answered.
 */
@Tag("long")
class AttackTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";
  private static final String HTML = "text/html";
  private static final Duration LIMIT = Duration.ofSeconds(1);

  /** For a machine that is busy with other tests; a query that is not stopped takes far longer. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private static final AtomicInteger HITS = new AtomicInteger();

  @TempDir static Path folder;
  private static TestServer server;
  private static HttpServer outside;
  private static Path secret;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void start() throws IOException {
    server =
        TestServer.on(
            folder.resolve("data"),
            "QUERY_SECONDS",
            String.valueOf(LIMIT.toSeconds()),
            "QUERY_CLIENT_SECONDS",
            "86400",
            "QUERY_MEGABYTES",
            "16",
            "QUERY_ROWS",
            "400000");
    outside = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          HITS.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    outside.start();
    secret = Files.writeString(folder.resolve("secret.ttl"), "<urn:a> <urn:b> 'the secret' .");
  }

  @AfterAll
  static void end() {
    outside.stop(0);
    server.close();
  }

  @AfterEach
  void othersAreAnswered() {
    assertEquals(0, HITS.getAndSet(0), "the server asked another one");
    assertEquals(200, query("ASK {}").statusCode());
  }

  private static String outside() {
    return "http://127.0.0.1:" + outside.getAddress().getPort() + "/x";
  }

  private HttpResponse<String> post(String path, String type, String accept, String body) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(server.address() + path))
              .headers("Content-Type", type, "Accept", accept)
              .POST(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> query(String text) {
    return post("/sparql", QUERY, "text/csv", text);
  }

  private static String form(String query) {
    return "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  /** Refused wherever a query may come in: both endpoints, a past state, the page, a short link. */
  private void assertRefusedEverywhere(int status, String text) {
    for (String path : List.of("/sparql", "/sparql/historie", "/sparql?asOf=2026-01-01")) {
      HttpResponse<String> response = post(path, QUERY, "text/csv", text);
      assertEquals(status, response.statusCode(), path + " " + response.body());
    }
    HttpResponse<String> kept = post("/sparql/q", FORM, "*/*", form(text));
    assertEquals(status, kept.statusCode(), kept::body);
    // A short query is first sent on to an address of its own.
    HttpResponse<String> page = post("/sparql", FORM, HTML, form(text + " #" + "x".repeat(2_000)));
    assertEquals(status, page.statusCode(), page::body);
  }

  static Stream<String> federated() {
    return Stream.of(
        "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <%s> { ?a ?b ?c } } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE SILENT <%s> { ?a ?b ?c } } }",
        "SELECT * { VALUES ?u { <%s> } SERVICE ?u { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o OPTIONAL { SERVICE <%s> { ?a ?b ?c } } }",
        "SELECT * { ?s ?p ?o MINUS { SERVICE <%s> { ?s ?p ?o } } }",
        "SELECT * { GRAPH ?g { SERVICE <%s> { ?s ?p ?o } } }",
        "SELECT (EXISTS { SERVICE <%s> { ?s ?p ?o } } AS ?x) {}",
        "SELECT ?s { ?s ?p ?o } ORDER BY EXISTS { SERVICE <%s> { ?a ?b ?c } }",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING EXISTS { SERVICE <%s> { ?a ?b ?c } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <%s> { ?s ?p ?o } }");
  }

  @ParameterizedTest
  @MethodSource("federated")
  void no_other_endpoint_is_asked(String query) {
    assertRefusedEverywhere(403, query.formatted(outside()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOAD <%s>", "LOAD SILENT <%s>", "LOAD <%s> INTO GRAPH <urn:g>"})
  void nothing_is_loaded(String load) {
    for (String what : List.of(outside(), secret.toUri().toString())) {
      String update = load.formatted(what);
      for (HttpResponse<String> response :
          List.of(
              post("/sparql", UPDATE, "*/*", update),
              post("/sparql/historie", UPDATE, "*/*", update),
              post("/sparql", FORM, "*/*", "update=" + form(update).substring(6)),
              post("/sparql", QUERY, "*/*", update),
              post("/sparql", FORM, HTML, form(update + " #" + "x".repeat(2_000))))) {
        assertTrue(List.of(400, 403).contains(response.statusCode()), response::body);
      }
    }
    assertFalse(query("SELECT * { ?s <urn:b> ?o }").body().contains("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM <%s> { ?s ?p ?o }",
        "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH <%s> { ?s ?p ?o } }",
        "DESCRIBE <%s>"
      })
  void graph_of_another_server_is_empty(String query) {
    for (String what : List.of(outside(), secret.toUri().toString())) {
      for (String path : List.of("/sparql", "/sparql/historie")) {
        HttpResponse<String> response = post(path, QUERY, "*/*", query.formatted(what));
        assertEquals(200, response.statusCode(), response::body);
        assertFalse(response.body().contains("secret"), response::body);
      }
    }
    assertEquals(
        "n\r\n0\r\n",
        query("SELECT (COUNT(*) AS ?n) FROM <" + outside() + "> { ?s ?p ?o }").body());
  }

  @Test
  void dataset_of_the_protocol_is_not_fetched() {
    for (String name : List.of("default-graph-uri", "named-graph-uri")) {
      String path = "/sparql?" + name + "=" + URLEncoder.encode(outside(), StandardCharsets.UTF_8);
      HttpResponse<String> response =
          post(
              path, QUERY, "text/csv", "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }");
      assertEquals(1, response.body().lines().count(), response::body);
    }
  }

  static Stream<Arguments> documents() {
    String deep = "[".repeat(5_000);
    String xml = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>";
    return Stream.of(
        Arguments.of("application/ld+json", "{\"@context\":\"%s\"}"),
        Arguments.of("application/ld+json", "{\"@context\":[\"%s\",{\"a\":\"urn:a\"}]}"),
        Arguments.of("application/ld+json", "{\"@context\":{\"@import\":\"%s\"}}"),
        Arguments.of("application/ld+json", "{\"@context\":{\"a\":{\"@context\":\"%s\"}}}"),
        Arguments.of("text/turtle", "<> <http://www.w3.org/2002/07/owl#imports> <%s> ."),
        Arguments.of("application/rdf+xml", "<!DOCTYPE x [<!ENTITY e SYSTEM '%s'>]>" + xml),
        Arguments.of("application/rdf+xml", "<!DOCTYPE x SYSTEM '%s'>" + xml),
        Arguments.of("application/rdf+xml", bomb() + xml),
        Arguments.of("text/turtle", "<urn:a> <urn:b> " + deep),
        Arguments.of("application/ld+json", deep),
        Arguments.of("text/xml", "<a>".repeat(5_000)));
  }

  private static String bomb() {
    return IntStream.range(1, 10)
        .mapToObj(i -> "<!ENTITY e%d '%s'>".formatted(i, ("&e" + (i - 1) + ";").repeat(10)))
        .collect(Collectors.joining("", "<!DOCTYPE x [<!ENTITY e0 'lol'>", "]>"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void document_that_is_sent_is_read_nowhere(String type, String document) {
    String body = document.formatted(outside());
    assertEquals(415, post("/sparql", type, "*/*", body).statusCode());
    assertEquals(400, post("/sparql/q", type, "*/*", body).statusCode());
    for (String path : List.of("/", "/doc/standaard/zaken-api", "/id/standaard/zaken-api")) {
      assertEquals(405, post(path, type, "*/*", body).statusCode(), path);
    }
  }

  static Stream<String> deep() {
    return Stream.of(
        "SELECT * " + "{".repeat(2_000) + "}".repeat(2_000),
        "ASK { FILTER(" + "(".repeat(2_000) + "1" + ")".repeat(2_000) + ") }",
        "ASK { " + "[".repeat(2_000) + "]".repeat(2_000) + " ?p ?o }",
        "ASK { " + "(".repeat(2_000) + ")".repeat(2_000) + " ?p ?o }",
        "ASK { FILTER(" + "!".repeat(60_000) + "true) }",
        "ASK { FILTER(" + "- ".repeat(30_000) + "1 = 1) }");
  }

  @ParameterizedTest
  @MethodSource("deep")
  void query_too_deep_to_be_read_is_refused(String query) {
    assertRefusedEverywhere(400, query);
  }

  static Stream<String> wide() {
    return Stream.of(
        "ASK { FILTER(" + "true||".repeat(10_000) + "true) }",
        "ASK { FILTER(" + "1+".repeat(30_000) + "1 > 0) }",
        "ASK { ?s " + "<a>/".repeat(15_000) + "<a> ?o }",
        "ASK { ?s " + "<a>|".repeat(15_000) + "<a> ?o }",
        "ASK { {} " + "UNION{}".repeat(8_000) + " }",
        "ASK { {} " + "UNION{?s ?p 1}".repeat(4_000) + " }",
        "ASK { FILTER EXISTS { {} " + "UNION{}".repeat(8_000) + " } }",
        "ASK { {} " + "OPTIONAL{}".repeat(6_000) + " }",
        "ASK { ?s ?p ?o " + "MINUS{?s ?p 1}".repeat(4_000) + " }",
        "ASK { " + "{}".repeat(30_000) + " }");
  }

  /** Whether such a query can be run depends on the stack; that it cannot is never a fault here. */
  @ParameterizedTest
  @MethodSource("wide")
  void query_too_wide_to_be_run_is_refused_or_answered(String query) {
    for (String accept : List.of("text/csv", HTML)) {
      HttpResponse<String> response = post("/sparql", FORM, accept, form(query));
      assertTrue(List.of(200, 400, 503).contains(response.statusCode()), response::body);
    }
    HttpResponse<String> kept = post("/sparql/q", FORM, "*/*", form(query));
    assertTrue(List.of(201, 400).contains(kept.statusCode()), kept::body);
  }

  @Test
  void query_of_thousands_of_patterns_ends_in_time() {
    long start = System.nanoTime();
    HttpResponse<String> response = query("ASK { ?s a 1" + ";a 1".repeat(14_000) + " }");
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(List.of(200, 503).contains(response.statusCode()), response::body);
    assertTrue(took.compareTo(LIMIT.plus(GRACE)) < 0, () -> "ended after " + took);
  }

  @Test
  void query_larger_than_any_is_refused() {
    String large = "ASK {} #" + "x".repeat(64 << 10);
    assertRefusedEverywhere(413, large);
    String larger = "ASK {} #" + "{".repeat(100_000);
    for (String path : List.of("/sparql", "/en/sparql", "/sparql/q")) {
      HttpResponse<String> response = post(path, FORM, HTML, form(larger));
      assertTrue(List.of(400, 413).contains(response.statusCode()), response::body);
    }
  }

  static Stream<String> unbounded() {
    return Stream.of(
        "SELECT (COUNT(DISTINCT ?l) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f LIMIT 1",
        "SELECT DISTINCT ?c ?f ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } OFFSET 1000000000",
        "SELECT (STRLEN(GROUP_CONCAT(?c)) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER NOT EXISTS { ?x ?y ?z . ?u ?v ?w"
            + " FILTER(?x = ?w && ?z = ?a && ?d = ?u) } } OFFSET 1000000000",
        "SELECT (COUNT(*) AS ?n) { ?a (<urn:a>|!<urn:a>)* ?b . ?c (<urn:a>|!<urn:a>)* ?d }",
        "SELECT * { ?a ?b ?c MINUS { ?c ?e ?f . ?g ?h ?i . ?j ?k ?b FILTER(?f = ?j) } } OFFSET 1000000000",
        "SELECT ?c (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?c",
        "SELECT * { { SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } OFFSET 1000000000 } }");
  }

  @ParameterizedTest
  @MethodSource("unbounded")
  void query_without_end_is_stopped_in_time(String query) {
    long start = System.nanoTime();
    HttpResponse<String> response = query(query);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertEquals(503, response.statusCode(), response::body);
    assertTrue(response.headers().firstValue("Retry-After").isPresent());
    assertTrue(took.compareTo(LIMIT.plus(GRACE)) < 0, () -> "stopped after " + took);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((!<urn:e>)*)*",
        "((!<urn:e>*)*)*",
        "((!<urn:e>)*/(!<urn:e>)*/(!<urn:e>)*)*",
        "((!<urn:e>)+|<urn:f>)+",
        "(^((!<urn:e>)*))+",
        "(<urn:f>?/(!<urn:e>)*)*"
      })
  void closure_within_a_closure_is_refused(String path) {
    assertRefusedEverywhere(403, "SELECT (COUNT(*) AS ?n) { ?a " + path + " ?b }");
    assertRefusedEverywhere(403, "ASK { ?s ?p ?o FILTER EXISTS { ?a " + path + " ?b } }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(!<urn:e>)*",
        "(!<urn:e>)*/(!<urn:e>)*/(!<urn:e>)*",
        "(^(!<urn:e>)|(!<urn:f>))+",
        "(!<urn:e>)/(!<urn:e>)/(!<urn:e>)/(!<urn:e>)/(!<urn:e>)",
        "((!<urn:e>)?/(!<urn:e>)?/(!<urn:e>)?)+"
      })
  void path_that_may_run_ends_in_time(String path) {
    long start = System.nanoTime();
    HttpResponse<String> response = query("SELECT (COUNT(*) AS ?n) { ?a " + path + " ?b }");
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(List.of(200, 503).contains(response.statusCode()), response::body);
    assertTrue(took.compareTo(LIMIT.plus(GRACE)) < 0, () -> "ended after " + took);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(a*)*(a*)*(a*)*(a*)*(a*)*\\\\1\\\\2b$",
        "^(a*)*b$",
        "^(a+)+$",
        "^(a|aa)+$",
        "(?:a*){20}b",
        "^(a)\\\\1$"
      })
  void pattern_that_explodes_is_refused(String pattern) {
    String text = "a".repeat(40);
    assertRefusedEverywhere(403, "ASK { FILTER REGEX('" + text + "', '" + pattern + "') }");
    assertRefusedEverywhere(
        403, "SELECT (REPLACE('" + text + "', '" + pattern + "', 'c') AS ?x) {}");
    assertRefusedEverywhere(
        403, "ASK { BIND('" + pattern + "' AS ?p) FILTER REGEX('" + text + "', ?p) }");
  }

  @Test
  void strings_that_double_are_refused() {
    String doubling =
        IntStream.range(1, 22)
            .mapToObj(i -> "BIND(CONCAT(?v%1$d, ?v%1$d) AS ?v%2$d)".formatted(i - 1, i))
            .collect(Collectors.joining(" ", "SELECT ?v21 { BIND('x' AS ?v0) ", " }"));
    assertRefusedEverywhere(403, doubling);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java:java.lang.System",
        "java:org.apache.jena.sparql.function.library.wait",
        "http://jena.apache.org/ARQ/function#wait",
        "http://jena.apache.org/ARQ/jsFunction#f",
        "http://jena.hpl.hp.com/ARQ/function#wait",
        "urn:js:f"
      })
  void function_that_runs_code_is_refused(String iri) {
    String call = "<" + iri + ">(5000)";
    for (String query :
        List.of(
            "SELECT (%s AS ?x) {}",
            "SELECT * { BIND(%s AS ?x) }",
            "SELECT * { ?s ?p ?o FILTER(%s) }",
            "SELECT * { { SELECT (IF(true, %s, 1) AS ?x) {} } }",
            "SELECT * { ?s ?p ?o FILTER EXISTS { FILTER(%s) } }",
            "SELECT ?s { ?s ?p ?o } ORDER BY %s LIMIT 1",
            "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(%s)",
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (%s AS ?g)",
            "SELECT (SUM(%s) AS ?n) { ?s ?p ?o }")) {
      HttpResponse<String> response = query(query.formatted(call));
      assertEquals(403, response.statusCode(), query + " " + response.body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java:x.Y",
        "http://jena.apache.org/ARQ/list#member",
        "http://jena.apache.org/ARQ/property#splitIRI",
        "http://jena.hpl.hp.com/ARQ/property#concat"
      })
  void property_that_runs_code_is_refused(String iri) {
    for (String query :
        List.of(
            "SELECT * { ?s <%s> ?o }",
            "SELECT * { ?s ?p ?o FILTER EXISTS { ?s <%s> ?x } }",
            "SELECT * { { SELECT * { ?s <%s> (?a ?b) } } }",
            "CONSTRUCT WHERE { ?s <%s> ?o }")) {
      assertRefusedEverywhere(403, query.formatted(iri));
    }
  }

  /** Small ones are refused with a status, large ones break off: none ends as if it were whole. */
  @ParameterizedTest
  @ValueSource(
      strings = {"text/csv", "application/sparql-results+json", "application/sparql-results+xml"})
  void half_an_answer_never_ends_as_a_whole_one(String type) {
    for (String query :
        List.of(
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "SELECT (1 AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(?a = ?f) . ?g ?h ?i FILTER(?g = ?a && ?i = ?d)}")) {
      try {
        HttpResponse<String> response = post("/sparql", QUERY, type, query);
        assertTrue(List.of(403, 503).contains(response.statusCode()), response::body);
        assertTrue(response.body().contains("\"detail\""), response::body);
      } catch (IllegalStateException brokenOff) {
        assertTrue(brokenOff.getCause() instanceof IOException, brokenOff::toString);
      }
    }
  }
}
