package nl.standaardencatalogus.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.standaardencatalogus.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server with narrow limits does to those who want more. */
@Tag("long")
class LimitsTest {
  private static final String ENDLESS =
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

  // apache/jena#3044: a plain OPTIONAL and NOT EXISTS that ran for hours past its time limit.
  private static final String STUBBORN =
      "SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f } FILTER NOT EXISTS { ?c ?g ?a . ?f ?h ?d } }"
          + " ORDER BY ?a ?d";

  @TempDir static Path folder;
  private static TestServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    server = TestServer.on(folder, "QUERY_SECONDS", "2", "QUERY_CLIENT_SECONDS", "86400");
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private static HttpRequest request(String address, String query) {
    return HttpRequest.newBuilder(
            URI.create(
                address + "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
        .header("Accept", "text/csv")
        .build();
  }

  private CompletableFuture<HttpResponse<String>> ask(String query) {
    return client.sendAsync(request(server.address(), query), BodyHandlers.ofString());
  }

  private static List<String> queryThreads() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(
            entry ->
                List.of(entry.getValue()).stream()
                    .anyMatch(frame -> frame.getClassName().endsWith("QueryOperation")))
        .map(entry -> entry.getKey().getName())
        .toList();
  }

  @Test
  void a_query_past_its_limit_is_answered_and_gone() {
    for (String query : List.of(ENDLESS, STUBBORN)) {
      HttpResponse<String> response = ask(query).join();
      assertEquals(503, response.statusCode(), response::body);
      assertTrue(response.headers().firstValue("Retry-After").isPresent());
      assertEquals(List.of(), queryThreads());
    }
  }

  @Test
  void many_long_queries_take_turns_and_short_ones_go_between() {
    List<CompletableFuture<HttpResponse<String>>> longOnes =
        IntStream.range(0, 10).mapToObj(i -> ask(ENDLESS + " LIMIT " + (i + 1))).toList();
    HttpResponse<String> shortOne = ask("SELECT * { ?s ?p ?o } LIMIT 1").join();
    assertEquals(200, shortOne.statusCode());
    assertTrue(
        longOnes.stream().anyMatch(one -> !one.isDone()),
        "the short query came after the long ones");
    longOnes.forEach(one -> assertEquals(503, one.join().statusCode()));
    assertTrue(
        longOnes.stream().anyMatch(one -> one.join().body().contains("waited for other long")),
        "nobody is told that others were before him");
    assertEquals(List.of(), queryThreads());
  }

  @Test
  void a_client_may_ask_for_less_time_but_not_for_more() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(
                        server.address()
                            + "/sparql?timeout=0.3&query="
                            + URLEncoder.encode(ENDLESS, StandardCharsets.UTF_8)))
                .build(),
            BodyHandlers.ofString());
    assertEquals(503, response.statusCode(), response::body);
    assertTrue(response.body().contains("more than 0.3 s"), response::body);
    HttpResponse<String> wrong =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(server.address() + "/sparql?timeout=ages&query=ASK+%7B%7D"))
                .build(),
            BodyHandlers.ofString());
    assertEquals(400, wrong.statusCode(), wrong::body);
  }

  @Test
  void a_client_that_has_used_its_time_has_to_wait(@TempDir Path other) throws Exception {
    try (TestServer narrow =
        TestServer.on(other, "QUERY_SECONDS", "1", "QUERY_CLIENT_SECONDS", "1")) {
      // The second one overdraws what the first one has left.
      client.send(request(narrow.address(), ENDLESS), BodyHandlers.ofString());
      client.send(request(narrow.address(), ENDLESS), BodyHandlers.ofString());
      HttpResponse<String> refused =
          client.send(request(narrow.address(), "ASK {}"), BodyHandlers.ofString());
      assertEquals(429, refused.statusCode(), refused::body);
      assertTrue(refused.headers().firstValue("Retry-After").isPresent());
      assertTrue(refused.body().contains("client time"), refused::body);
      HttpResponse<String> page =
          client.send(
              HttpRequest.newBuilder(URI.create(narrow.address() + "/standaarden")).build(),
              BodyHandlers.ofString());
      assertEquals(200, page.statusCode());
    }
  }
}
