package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import java.util.List;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short addresses of queries, over HTTP. */
@Tag("long")
class ShortLinkTest {
  private static final String HTML = "text/html,application/xml;q=0.9,*/*;q=0.8";
  private static final String FORM = "application/x-www-form-urlencoded";
  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> keep(String address, String accept, String query)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .headers("Accept", accept, "Content-Type", FORM)
            .POST(
                BodyPublishers.ofString(
                    "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))));
  }

  private HttpResponse<String> keep(String query) throws IOException, InterruptedException {
    return keep(CuratedServer.at("/sparql/q").toString(), "*/*", query);
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  private static void assertProblem(int status, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response::body);
    assertEquals(
        "application/problem+json",
        response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""));
  }

  @Test
  void program_that_sends_a_query_is_told_where_its_text_is() throws Exception {
    String query = "ASK { ?café a ?x } # " + "lang ".repeat(2_000);
    HttpResponse<String> kept = keep(query);
    assertEquals(201, kept.statusCode(), kept::body);
    assertTrue(location(kept).matches("/sparql/q/[0-9a-f]{32}"), location(kept));
    assertEquals(CuratedServer.at(location(kept)) + "\n", kept.body());
    HttpResponse<String> text = CuratedServer.get(location(kept));
    assertEquals(query, text.body());
    assertTrue(
        text.headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/sparql-query"));
  }

  @Test
  void the_same_query_has_the_same_address() throws Exception {
    assertEquals(location(keep("ASK { ?same a ?x }")), location(keep("ASK { ?same a ?x }")));
  }

  @Test
  void reader_is_sent_to_the_page_with_the_query_its_day_and_its_answer() throws Exception {
    HttpResponse<String> sent =
        CuratedServer.send(
            CuratedServer.request("/en/sparql/q", "Accept", HTML, "Content-Type", FORM)
                .POST(BodyPublishers.ofString("query=ASK+%7B%7D&asOf=2026-11-01&format=")));
    assertEquals(303, sent.statusCode(), sent::body);
    assertTrue(location(sent).startsWith("/en/sparql/q/"), location(sent));
    String page = CuratedServer.get(location(sent), "Accept", HTML).body();
    assertTrue(page.contains(">ASK {}</textarea>"), page);
    assertTrue(page.contains("value=\"2026-11-01\""), page);
    assertTrue(page.contains(">Yes</h2>"), page);
  }

  @Test
  void query_about_the_history_is_put_to_the_history() throws Exception {
    String query =
        "PREFIX prov: <http://www.w3.org/ns/prov#> ASK { ?revision prov:specializationOf ?x }";
    HttpResponse<String> sent =
        keep(CuratedServer.at("/sparql/historie/q").toString(), HTML, query);
    assertTrue(location(sent).startsWith("/sparql/historie/q/"), location(sent));
    assertTrue(CuratedServer.get(location(sent), "Accept", HTML).body().contains(">Ja</h2>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "SELECT * { ?s ?p }", "INSERT DATA { <urn:a> <urn:b> 1 }", "<script>alert(1)"})
  void what_is_no_query_is_not_kept(String text) throws Exception {
    assertProblem(400, keep(text));
    assertEquals(400, keep(CuratedServer.at("/sparql/q").toString(), HTML, text).statusCode());
  }

  @Test
  void what_may_not_run_is_not_kept() throws Exception {
    assertProblem(403, keep("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"));
  }

  @Test
  void query_that_no_endpoint_would_read_is_not_kept() throws Exception {
    assertProblem(413, keep("ASK {} #" + "x".repeat(64 << 10)));
  }

  @Test
  void fault_is_shown_to_a_reader_with_the_query() throws Exception {
    String page =
        keep(CuratedServer.at("/sparql/q").toString(), HTML, "SELECT *\n{ ?s ?p }").body();
    assertTrue(page.contains("Regel 2, kolom "), page);
    assertTrue(page.contains("SELECT *\n{ ?s ?p }</textarea>"), page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789abcdef0123456789abcdef",
        "0123",
        "..%2Fformat",
        "0123456789ABCDEF0123456789ABCDEF"
      })
  void name_of_nothing_is_not_found(String name) {
    HttpResponse<String> response = CuratedServer.get("/sparql/q/" + name);
    assertTrue(List.of(400, 404).contains(response.statusCode()), response::body);
    assertTrue(response.body().contains("\"detail\""), response::body);
    assertFalse(response.body().contains("Exception"), response::body);
  }

  @Test
  void reader_who_mistypes_a_name_gets_a_page() {
    HttpResponse<String> response = CuratedServer.get("/sparql/q/0123", "Accept", HTML);
    assertEquals(404, response.statusCode());
    assertTrue(response.body().contains("<h1>"), response::body);
  }

  @Test
  void kept_query_outlives_the_server_as_one_file(@TempDir Path folder) throws Exception {
    String address;
    try (TestServer server = TestServer.on(folder)) {
      address = location(keep(server.address() + "/sparql/q", "*/*", "ASK { ?later a ?x }"));
    }
    try (TestServer server = TestServer.on(folder)) {
      HttpResponse<String> text =
          send(HttpRequest.newBuilder(URI.create(server.address() + address)));
      assertEquals("ASK { ?later a ?x }", text.body());
    }
    try (Stream<Path> files = Files.list(folder.resolve("queries"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void shelf_that_is_full_takes_no_more_but_keeps_what_it_has(@TempDir Path folder)
      throws Exception {
    try (TestServer server = TestServer.on(folder, "SHORT_LINKS", "1")) {
      String shelf = server.address() + "/sparql/q";
      String address = location(keep(shelf, "*/*", "ASK { ?first a ?x }"));
      HttpResponse<String> full = keep(shelf, "*/*", "ASK { ?second a ?x }");
      assertProblem(507, full);
      assertTrue(full.body().contains("kept queries"), full::body);
      HttpResponse<String> page = keep(shelf, HTML, "ASK { ?second a ?x }");
      assertEquals(507, page.statusCode());
      assertTrue(page.body().contains("ASK { ?second a ?x }</textarea>"), page::body);
      assertEquals(address, location(keep(shelf, "*/*", "ASK { ?first a ?x }")));
    }
  }

  @Test
  void client_that_keeps_many_at_once_has_to_wait(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.on(folder)) {
      String shelf = server.address() + "/sparql/q";
      HttpResponse<String> last = null;
      for (int i = 0; i < 40 && (last == null || last.statusCode() == 201); i++) {
        last = keep(shelf, "*/*", "ASK { ?x" + i + " a ?y }");
      }
      assertProblem(429, last);
      assertTrue(last.headers().firstValue("Retry-After").isPresent());
      assertEquals(201, keep(shelf, "*/*", "ASK { ?x0 a ?y }").statusCode());
    }
  }
}
