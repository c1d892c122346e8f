package nl.standaardencatalogus.server.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for a municipality beside what it declared, over HTTP. */
@Tag("long")
class GapsTest {
  private static final String REPORT = "/gemeenten/gm0363/geldt";
  private static final String DECLARATION =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <https://w3id.org/standaardencatalogus/id/verklaring/gm0363/>

      <%1$s> a sc:Declaration ;
        dct:title "Proef"@nl ;
        sc:municipality <https://identifier.overheid.nl/tooi/id/gemeente/gm0363> ;
        sc:standard <https://w3id.org/standaardencatalogus/id/standaard/%1$s> ;
        sc:declaredBy <https://identifier.overheid.nl/tooi/id/gemeente/gm0363> ;
        sc:lastConfirmed "2026-11-01"^^xsd:date ;
        %3$s
        sc:phase <%1$s#fase-1> .

      <%1$s#fase-1> a sc:PhaseStatement ;
        sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/%2$s> ;
        sc:validFrom "2024-01-01"^^xsd:date .
      """;

  @TempDir private static Path folder;
  private static TestServer server;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.on(folder);
    declare(
        "zaken-api",
        "in-productie",
        "sc:version <https://w3id.org/standaardencatalogus/id/standaard/zaken-api/versie/1.5.1> ;");
    declare(
        "gibit",
        "in-productie",
        "sc:version <https://w3id.org/standaardencatalogus/id/standaard/gibit/versie/2020> ;");
    declare("haven", "gepland", "sc:plannedFor \"2026-01-01\"^^xsd:date ;");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void declare(String slug, String phase, String more) {
    String turtle = DECLARATION.formatted(slug, phase, more);
    Graph graph = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
    Outcome outcome =
        server
            .catalogue()
            .commit(
                new Proposal(
                    "proef",
                    Iris.municipality("gm0363"),
                    "Proef",
                    List.of(Change.put(Iris.declaration("gm0363", slug), graph))));
    assertInstanceOf(Outcome.Recorded.class, outcome, outcome::toString);
  }

  private static HttpResponse<String> get(String path) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create(server.address() + path))
              .header("Accept", "text/html")
              .build(),
          BodyHandlers.ofString());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String page(String path) {
    HttpResponse<String> answer = get(path);
    assertEquals(200, answer.statusCode(), path);
    return answer.body();
  }

  /** The row of a standard in the report. */
  private static String row(String page, String slug) {
    return Arrays.stream(page.split("<tr>"))
        .filter(row -> row.contains("href=\"/standaarden/" + slug + "\""))
        .findFirst()
        .orElse("");
  }

  @Test
  void what_is_in_use_in_an_older_version_is_in_use() {
    assertTrue(page(REPORT).contains("<p>2 van de 23 zijn in gebruik."), page(REPORT));
    List<GapPage.Count> counts =
        List.of(new GapPage.Count(Verdict.ADOPTED, 14), new GapPage.Count(Verdict.OLDER, 1));
    assertEquals(15, new GapPage.Section(Duty.Body.VNG, counts, List.of(), 23).using());
  }

  @Test
  void a_row_says_where_it_stands_why_it_holds_and_what_is_next() {
    String zaken = row(page(REPORT), "zaken-api");
    assertTrue(zaken.contains(">In gebruik</span>"), zaken);
    assertTrue(zaken.contains("href=\"/besluiten/2021-zaakgericht-werken\""), zaken);
    assertTrue(zaken.contains("sinds 1 april 2021"), zaken);
    String haven = row(page(REPORT), "haven");
    assertTrue(haven.contains(">Plan voorbij</span>"), haven);
    assertTrue(haven.contains("Het plan was voor 1 januari 2026"), haven);
    assertTrue(haven.contains("href=\"/mijn/gm0363/opgaven/haven\""), haven);
    assertTrue(row(page(REPORT), "besluiten-api").contains(">Niets opgegeven</span>"));
  }

  @Test
  void who_follows_the_version_that_was_decided_on_is_not_called_behind() {
    String gibit = row(page(REPORT), "gibit");
    assertTrue(gibit.contains(">In gebruik</span>"), gibit);
  }

  @Test
  void what_the_forum_lists_stands_apart_from_what_municipalities_agreed() {
    String report = page(REPORT);
    String forum = report.substring(report.indexOf("id=\"forum\""));
    assertFalse(row(forum, "zaken-api").contains("<th"), "that is no list of the Forum");
    assertTrue(forum.contains("Verplicht (pas toe of leg uit)"), forum);
  }

  @Test
  void a_choice_of_what_is_open_leaves_out_what_is_done() {
    String open = page(REPORT + "?toon=open");
    assertEquals("", row(open, "zaken-api"));
    assertFalse(row(open, "haven").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "grootte, Gemeenten vanaf 250.000 inwoners, 0 van 3",
    "provincie, Gemeenten in Noord-Holland, 0 van 43",
    "alle, Alle andere gemeenten, 0 van 341"
  })
  void it_is_compared_with_who_the_reader_chooses(String way, String heading, String share) {
    String report = page(REPORT + "?vergelijk=" + way);
    assertTrue(report.contains("<th scope=\"col\">" + heading + "</th>"), report);
    assertTrue(row(report, "zaken-api").contains(share), row(report, "zaken-api"));
  }

  @Test
  void an_unknown_way_or_municipality_is_refused() {
    assertEquals(400, get(REPORT + "?vergelijk=lengte").statusCode());
    assertEquals(404, get("/gemeenten/gm9999/geldt").statusCode());
    assertEquals(404, get("/gemeenten/gm9999/geldt.csv").statusCode());
  }

  @Test
  void it_is_there_for_a_spreadsheet() {
    HttpResponse<String> file = get(REPORT + ".csv");
    assertEquals("text/csv;charset=utf-8", file.headers().firstValue("Content-Type").orElse(""));
    String row =
        file.body()
            .lines()
            .filter(line -> line.contains("/standaard/haven;"))
            .findFirst()
            .orElse(file.body());
    assertTrue(row.contains(";Plan voorbij;Gepland;"), row);
    assertEquals(404, get(REPORT + ".docx").statusCode());
  }

  @ParameterizedTest
  @CsvSource({"ttl, TURTLE", "jsonld, JSONLD11"})
  void it_is_there_as_measurements(String suffix, String syntax) {
    Lang lang = syntax.equals("TURTLE") ? Lang.TURTLE : Lang.JSONLD11;
    Graph graph = RDFParser.fromString(get(REPORT + "." + suffix).body(), lang).toGraph();
    Node haven =
        graph
            .find(Node.ANY, SC.STANDARD, Iris.standard("haven"))
            .mapWith(it -> it.getSubject())
            .next();
    Node value = NodeFactory.createURI("http://www.w3.org/ns/dqv#value");
    assertTrue(graph.contains(haven, value, NodeFactory.createLiteralString("late")));
    assertTrue(
        graph.contains(
            haven,
            NodeFactory.createURI("http://www.w3.org/ns/dqv#computedOn"),
            Iris.municipality("gm0363")));
    assertFalse(graph.find().filterKeep(it -> it.getSubject().isBlank()).hasNext());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vwo | Ja. Gemeenten hebben afgesproken dat het moet.",
        "zaken-api | Ja, of u legt uit waarom niet.",
        "digikoppeling-wus | Ja, als u ICT koopt",
        "stuf-zkn | Nee. Er is geen besluit bekend"
      })
  void the_answer_is_yes_or_no_or_when(String slug, String answer) {
    String card = page("/moeten-wij/" + slug);
    assertTrue(card.contains("<strong>" + answer), card);
  }

  @Test
  void the_answer_for_a_municipality_says_what_it_has_to_do() {
    String card = page("/moeten-wij/haven?gemeente=gm0363");
    assertTrue(card.contains("Het plan was voor 1 januari 2026"), card);
    assertTrue(card.contains("href=\"/mijn/gm0363/opgaven/haven\""), card);
    assertFalse(page("/moeten-wij/haven").contains("Het plan was"));
    assertEquals(400, get("/moeten-wij/haven?gemeente=gm9999").statusCode());
    assertEquals(404, get("/moeten-wij/bestaat-niet").statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zaken-api | De nieuwste versie is 1.7.0, gepubliceerd op 9 juni 2026.",
        "stuf-zkn | De nieuwste versie die bekend is, is 3.10.",
        "ai-verordening | Welke versie de nieuwste is, is niet vastgelegd.",
        "gibit | Het besluit gaat over één versie: Gemeentelijke Inkoopvoorwaarden bij IT 2020."
      })
  void the_answer_says_which_version_it_is_about(String slug, String text) {
    String card = page("/moeten-wij/" + slug);
    assertTrue(card.contains(text), card);
  }

  @Test
  void what_the_forum_keeps_off_its_list_is_told_with_the_answer() {
    assertTrue(page("/moeten-wij/bomos").contains("Niet op de lijst"));
    assertFalse(page("/moeten-wij/stuf-zkn").contains("op de lijst"));
  }

  @Test
  void what_binds_stands_first_among_what_is_found() {
    String found = page("/moeten-wij?q=zaken");
    List<String> answers =
        Arrays.stream(found.split("small muted\">"))
            .skip(1)
            .map(it -> it.substring(0, it.indexOf('<')))
            .filter(it -> it.matches("(Ja|Nee|Alleen).*"))
            .map(it -> it.substring(0, 2))
            .distinct()
            .toList();
    assertEquals(List.of("Ja", "Al", "Ne"), answers, found);
  }

  @Test
  void what_a_municipality_declares_on_one_day_is_one_change() {
    String home = page("/");
    String changes = home.substring(home.indexOf("Laatste wijzigingen"));
    assertTrue(
        changes
            .replaceAll("<[^>]*>", " ")
            .replaceAll("\\s+", " ")
            .contains(
                "Amsterdam gaf 3 standaarden op: Haven Gemeentelijke Inkoopvoorwaarden bij IT"),
        changes);
    assertTrue(changes.contains("href=\"/opgaven/gm0363/haven\""), changes);
    assertTrue(changes.contains("href=\"/gemeenten/gm0363\""), changes);
  }

  @Test
  void a_standard_is_found_by_its_abbreviation() {
    assertTrue(page("/moeten-wij?q=ZTC").contains("href=\"/moeten-wij/"));
    assertTrue(page("/moeten-wij?q=qqqqqqqq").contains("qqqqqqqq"));
  }
}
