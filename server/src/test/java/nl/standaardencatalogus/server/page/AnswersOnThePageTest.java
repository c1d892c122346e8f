package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.question.Endpoint;
import nl.standaardencatalogus.catalogue.question.Library;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader who asks in SPARQL gets to see, over HTTP. */
class AnswersOnThePageTest {
  private static final String SC = "PREFIX sc: <https://w3id.org/standaardencatalogus/def#> ";

  @BeforeAll
  static void awaitHistory() throws InterruptedException {
    CuratedServer.catalogue().history().await(1, Progress.silent());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> ask(String query) {
    return get("/sparql?query=" + encoded(query));
  }

  private static HttpResponse<String> get(String path) {
    return CuratedServer.get(path, "Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");
  }

  private static HttpResponse<String> post(String path, String form) {
    return CuratedServer.send(
        CuratedServer.request(
                path, "Accept", "text/html", "Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static void holds(HttpResponse<String> response, String text) {
    assertTrue(response.body().contains(text), () -> text + " is not in\n" + response.body());
  }

  @Test
  void more_rows_than_fit_are_told_and_linked_to() {
    HttpResponse<String> response = ask("SELECT * { ?s a ?type }");
    holds(response, "De eerste 1.000 van ");
    holds(response, "name=\"format\" value=\"csv\"");
    assertEquals(1_000, response.body().split("<tr><td").length - 1);
  }

  @Test
  void map_counts_rows_that_the_table_has_no_room_for() {
    // Each municipality four times, the last time beyond the table.
    HttpResponse<String> response =
        ask(
            SC
                + "SELECT ?gemeente ?n { VALUES ?n { 1 2 3 4 } ?gemeente a sc:Municipality }"
                + " ORDER BY ?n");
    holds(response, "De eerste 1.000 van 1.368 rijen");
    holds(response, "De kaart toont alle 1.368 rijen, de tabel alleen de eerste 1.000.");
    assertEquals(
        342,
        Pattern.compile("<path class=\"muni f-(?!none)")
            .matcher(response.body())
            .results()
            .count());
    holds(response, "<span>4</span> <span class=\"num muted\">342</span>");
  }

  @Test
  void answer_too_large_for_a_map_says_so() {
    HttpResponse<String> response =
        ask(
            SC
                + "SELECT ?gemeente ?a ?b { ?gemeente a sc:Municipality . VALUES ?a { 1 2 3 4 5 6 7"
                + " 8 9 10 11 12 13 14 } VALUES ?b { 1 2 3 4 5 6 7 8 9 10 11 } }");
    holds(response, "van 52.668 rijen");
    holds(response, "Hier staat geen kaart: het antwoord heeft meer dan 50.000 rijen.");
    assertFalse(response.body().contains("answermap"), response::body);
  }

  @Test
  void answer_without_municipalities_says_nothing_of_a_map() {
    String page = ask("SELECT * { ?s a ?type }").body();
    assertFalse(page.contains("geen kaart") || page.contains("answermap"), page);
  }

  @Test
  void state_that_answered_is_named() {
    long sequence = CuratedServer.sequence();
    holds(ask("ASK {}"), "volgnummer " + new Texts(Language.NL).number(sequence) + ".");
  }

  @Test
  void yes_and_no_are_words() {
    holds(ask("ASK {}"), ">Ja</h2>");
    holds(ask("ASK { <urn:a> <urn:b> <urn:c> }"), ">Nee</h2>");
  }

  @Test
  void triples_come_as_turtle_with_the_prefixes_of_the_catalogue() {
    HttpResponse<String> response =
        ask("DESCRIBE <https://w3id.org/standaardencatalogus/id/standaard/zaken-api>");
    holds(response, "sc:Standard");
    holds(response, "PREFIX sc:");
  }

  @Test
  void rows_of_the_history_have_their_values() {
    HttpResponse<String> response =
        get(
            "/sparql/historie?query="
                + encoded(
                    "PREFIX prov: <http://www.w3.org/ns/prov#> SELECT ?r ?x"
                        + " { ?r prov:specializationOf ?x } LIMIT 3"));
    holds(response, "3 rijen");
    assertTrue(
        Pattern.compile("<td[^>]*><a href=\"/revisies/\\d+\">").matcher(response.body()).find(),
        response::body);
  }

  @Test
  void what_is_asked_of_one_record_is_not_asked_of_all() {
    String from = "FROM <https://w3id.org/standaardencatalogus/id/standaard/zaken-api>";
    String query = encoded(SC + "SELECT DISTINCT ?x " + from + " { ?x a sc:Standard }");
    holds(get("/sparql?query=" + query), "1 rij");
  }

  @Test
  void what_is_asked_as_of_a_day_before_everything_is_empty() {
    String query = encoded(SC + "SELECT * { ?x a sc:Standard }");
    holds(get("/sparql?asOf=1999-12-31&query=" + query), "0 rijen");
  }

  @Test
  void what_is_asked_for_a_day_counts_the_municipalities_of_that_day() {
    String query = encoded(SC + "SELECT (COUNT(*) AS ?n) { ?x a sc:Municipality }");
    holds(get("/sparql?query=" + query), ">342<");
    holds(get("/sparql?validOn=2022-12-31&query=" + query), ">344<");
  }

  @Test
  void what_is_no_day_is_told_at_its_field_and_kept() {
    HttpResponse<String> response = get("/sparql?asOf=gisteren&query=ASK%7B%7D");
    assertEquals(400, response.statusCode());
    holds(response, "href=\"#asOf\"");
    holds(response, "value=\"gisteren\"");
  }

  @Test
  void fault_is_told_with_line_and_column_and_the_query_is_kept() {
    HttpResponse<String> response = ask("SELECT *\n{ ?s ?p }");
    assertEquals(400, response.statusCode());
    holds(response, "Regel 2, kolom ");
    holds(response, "SELECT *\n{ ?s ?p }</textarea>");
  }

  @Test
  void what_the_gate_refuses_is_refused_here_too() {
    HttpResponse<String> response = ask("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }");
    assertEquals(403, response.statusCode());
    holds(response, "SERVICE");
  }

  @Test
  void query_that_takes_too_long_is_stopped_here_too() {
    assertEquals(
        503, ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }").statusCode());
  }

  @Test
  void query_of_brackets_within_brackets_breaks_nothing() {
    HttpResponse<String> response =
        post("/sparql", "query=" + encoded("SELECT * " + "{".repeat(9000) + "}".repeat(9000)));
    assertEquals(400, response.statusCode());
  }

  @Test
  void markup_in_a_query_stays_text() {
    HttpResponse<String> response =
        ask("SELECT ('<script>x</script>' AS ?a) (<urn:\"onclick> AS ?b) {}");
    assertFalse(response.body().contains("<script>x"), response::body);
    assertFalse(ask("SELECT ('<b>x' AS ?a) {}").body().contains("<b>x"));
  }

  @Test
  void address_that_a_query_names_is_no_script() {
    assertFalse(
        ask("SELECT (IRI('javascript:alert(1)') AS ?a) {}").body().contains("href=\"javascript:"));
  }

  @Test
  void short_question_that_is_sent_gets_an_address() {
    HttpResponse<String> response = post("/sparql", "query=ASK%7B%7D&asOf=2026-11-01&format=");
    assertEquals(303, response.statusCode());
    assertEquals(
        "/sparql?query=ASK%7B%7D&asOf=2026-11-01",
        response.headers().firstValue("Location").orElse(""));
  }

  @Test
  void long_question_is_answered_where_it_was_sent() {
    HttpResponse<String> response =
        post("/sparql", "query=" + encoded("ASK {} #" + "x".repeat(3_000)));
    assertEquals(200, response.statusCode());
    holds(response, ">Ja</h2>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "xml", "tsv"})
  void named_form_comes_from_the_endpoint(String format) {
    HttpResponse<String> response = get("/sparql?format=" + format + "&query=SELECT*%7B%7D");
    assertEquals(200, response.statusCode());
    assertFalse(response.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
  }

  @Test
  void named_form_on_the_english_page_is_had_from_the_endpoint() {
    HttpResponse<String> response = post("/en/sparql", "query=ASK%7B%7D&format=json");
    assertEquals(307, response.statusCode());
    assertEquals("/sparql", response.headers().firstValue("Location").orElse(""));
  }

  @Test
  void every_example_is_answered_in_the_language_of_the_page() {
    for (String language : new String[] {"", "/en"}) {
      List<String> examples =
          Pattern.compile("<li><a href=\"(" + language + "/sparql\\?query=[^\"]+)\"")
              .matcher(get(language + "/sparql").body())
              .results()
              .map(found -> found.group(1).replace("&amp;", "&"))
              .toList();
      assertEquals(6, examples.size());
      for (String example : examples) {
        assertEquals(200, get(example).statusCode(), example);
      }
    }
  }

  @Test
  void every_question_about_the_history_is_an_example_there() {
    List<LibraryQuestion> questions =
        Library.of(Questions.load()).all().stream()
            .filter(question -> question.endpoint() == Endpoint.HISTORY)
            .toList();
    assertFalse(questions.isEmpty());
    String page = get("/en/sparql/historie").body();
    for (LibraryQuestion question : questions) {
      Matcher link =
          Pattern.compile(
                  "href=\"(/en/sparql/historie\\?query=[^\"]+)\">"
                      + Pattern.quote(question.title().en()))
              .matcher(page);
      assertTrue(link.find(), () -> question.name() + " is not in\n" + page);
      String query = URLDecoder.decode(link.group(1).split("=", 2)[1], StandardCharsets.UTF_8);
      assertEquals(question.query(question.examples()), QueryFactory.create(query));
    }
  }
}
