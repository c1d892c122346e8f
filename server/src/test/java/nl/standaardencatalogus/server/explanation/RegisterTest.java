package nl.standaardencatalogus.server.explanation;

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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who explains why, over HTTP. */
@Tag("long")
class RegisterTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String DECLARATION =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <https://w3id.org/standaardencatalogus/id/verklaring/%1$s/>

      <haven> a sc:Declaration ;
        dct:title "Proef"@nl ;
        sc:municipality <https://identifier.overheid.nl/tooi/id/gemeente/%1$s> ;
        sc:standard <https://w3id.org/standaardencatalogus/id/standaard/haven> ;
        sc:declaredBy <https://identifier.overheid.nl/tooi/id/gemeente/%1$s> ;
        sc:lastConfirmed "2026-11-01"^^xsd:date ;
        sc:explanation <haven#uitleg-1> ;
        sc:phase <haven#fase-1> .

      <haven#uitleg-1> a sc:Explanation ;
        sc:ground <https://w3id.org/standaardencatalogus/def/leg-uit-grond/%3$s> ;
        dct:description "Uitleg van %1$s"@nl ;
        sc:validFrom "2024-01-01"^^xsd:date ;
        sc:reviewBy "%4$s"^^xsd:date .

      <haven#fase-1> a sc:PhaseStatement ;
        sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/%2$s> ;
        sc:validFrom "2024-01-01"^^xsd:date .
      """;

  @TempDir private static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
    declare("gm0363", "geen-plannen", "keten-niet-gereed", "2025-01-01");
    declare("gm0014", "geen-plannen", "kosten-onevenredig", "2099-01-01");
    declare("gm0599", "in-productie", "kosten-onevenredig", "2099-01-01");
    declareOnly("gm0344", "geen-plannen");
    declareOnly("gm0518", "niet-van-toepassing");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void declare(String code, String phase, String ground, String review) {
    declare(code, DECLARATION.formatted(code, phase, ground, review));
  }

  /** Without an explanation. */
  private static void declareOnly(String code, String phase) {
    declare(
        code,
        DECLARATION
            .formatted(code, phase, "", "")
            .replaceFirst("  sc:explanation [^;]*;\n", "")
            .replaceFirst("(?s)<haven#uitleg-1> a.*?\\.\n\n", ""));
  }

  private static void declare(String code, String turtle) {
    Graph graph = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
    Change change = Change.put(Iris.declaration(code, "haven"), graph);
    Outcome outcome =
        server
            .catalogue()
            .commit(new Proposal("proef", Iris.municipality(code), "Proef", List.of(change)));
    assertInstanceOf(Outcome.Recorded.class, outcome, outcome::toString);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Accept", "text/html")
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void what_is_to_be_looked_at_again_comes_first_and_is_marked() throws Exception {
    String page = get("/leg-uit").body();
    int overdue = page.indexOf("Uitleg van gm0363");
    int later = page.indexOf("Uitleg van gm0014");
    assertTrue(overdue > 0 && later > overdue, page);
    String row = page.substring(overdue, page.indexOf("</tr>", overdue));
    assertTrue(row.contains("datum voorbij"), row);
    assertFalse(page.substring(later, page.indexOf("</tr>", later)).contains("datum voorbij"));
  }

  @Test
  void page_of_a_municipality_says_that_an_explanation_is_overdue() throws Exception {
    String sentence = "Van 1 standaard is de uitleg verlopen";
    String page = get("/gemeenten/gm0363").body();
    assertTrue(page.contains(sentence), page);
    String row = page.substring(page.indexOf("/standaarden/haven\""));
    row = row.substring(0, row.indexOf("</tr>"));
    assertTrue(row.contains("<span class=\"badge war\">Uitleg verlopen</span>"), row);
    assertFalse(get("/gemeenten/gm0014").body().contains("Uitleg verlopen"));
  }

  @Test
  void who_uses_the_standard_after_all_explains_nothing() throws Exception {
    assertFalse(get("/leg-uit").body().contains("Uitleg van gm0599"));
  }

  @Test
  void a_choice_leaves_out_the_others() throws Exception {
    String overdue = get("/leg-uit?toon=verlopen").body();
    assertTrue(overdue.contains("Uitleg van gm0363"), overdue);
    assertFalse(overdue.contains("Uitleg van gm0014"), overdue);
    String ground = get("/leg-uit?grond=kosten-onevenredig").body();
    assertFalse(ground.contains("Uitleg van gm0363"), ground);
  }

  @Test
  void of_one_municipality_it_is_told_what_it_explains_and_what_it_does_not() throws Exception {
    String page = get("/leg-uit?gemeente=gm0014").body();
    assertTrue(page.contains("Uitleg van gm0014") && !page.contains("Uitleg van gm0363"), page);
    String own = page.substring(page.indexOf("id=\"eigen\""), page.indexOf("</main>"));
    assertTrue(own.contains("Wat Groningen niet uitlegt"), own);
    assertTrue(own.contains("/standaarden/zaken-api\""), own);
    assertFalse(own.contains("/standaarden/haven\""), own);
    String overdue = get("/leg-uit?gemeente=gm0363").body();
    String late = overdue.substring(overdue.indexOf("id=\"eigen\""));
    assertTrue(
        late.contains("Haven</a></span> <span class=\"muted\">Uitleg verlopen</span>"), late);
    assertFalse(get("/leg-uit").body().contains("id=\"eigen\""));
    assertEquals(2, get("/leg-uit.csv?gemeente=gm0014").body().lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"toon=later", "grond=zin", "standaard=geen", "provincie=geen", "gemeente=gm9999"})
  void what_is_unknown_is_refused(String query) throws Exception {
    assertEquals(400, get("/leg-uit?" + query).statusCode());
  }

  @Test
  void who_says_nothing_is_counted_apart_from_who_says_no() throws Exception {
    String page = get("/leg-uit").body();
    String silent = page.substring(page.indexOf("id=\"stil\""));
    String haven = silent.substring(silent.indexOf("/standaarden/haven\""));
    haven = haven.substring(0, haven.indexOf("</tr>")).replaceAll(" data-label=\"[^\"]*\"", "");
    assertTrue(
        haven.contains(
            "<td class=\"num\"><a href=\"/standaarden/haven/invoering?fase=unexplained\">1</a></td>\n"
                + "<td class=\"num\"><a href=\"/standaarden/haven/invoering?fase=none\">337</a></td>\n"
                + "<td class=\"num\"><a href=\"/leg-uit?standaard=haven&amp;toon=verlopen\">1</a></td>\n"
                + "<td class=\"num\"><a href=\"/leg-uit?standaard=haven&amp;toon=geldig\">1</a></td>\n"
                + "<td class=\"num\">342</td>"),
        haven);
    String named = get("/standaarden/haven/invoering?fase=none").body();
    assertEquals(338, named.split("<tr>", -1).length - 1, "337 names below the headings");
  }

  @Test
  void who_does_not_explain_is_who_the_rule_asks_to_do_so() throws Exception {
    String named = get("/standaarden/haven/invoering?fase=unexplained").body();
    assertEquals(
        List.of("gm0344"), codes("<th scope=\"row\"><a href=\"/gemeenten/(gm\\d+)", named));
    for (int i = 0; i < 600 && get("/kwaliteit").body().contains("worden nu nagelopen"); i++) {
      Thread.sleep(100);
    }
    String found = get("/kwaliteit.csv?regel=Declaration-explanationMissing").body();
    assertEquals(List.of("gm0344"), codes("/id/verklaring/(gm\\d+)/haven;", found));
    String own = get("/leg-uit?gemeente=gm0518").body();
    assertTrue(
        own.contains(
            "Haven</a></span> <span class=\"muted\">Niet van toepassing, niet uitgelegd</span>"),
        own);
  }

  private static List<String> codes(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(it -> it.group(1)).toList();
  }

  @Test
  void what_is_valid_and_what_is_overdue_are_all_there_is() throws Exception {
    int all = found("/leg-uit");
    int overdue = found("/leg-uit?toon=verlopen");
    assertTrue(overdue > 0);
    assertEquals(all, overdue + found("/leg-uit?toon=geldig"));
  }

  private static int found(String path) throws Exception {
    Matcher found = Pattern.compile("id=\"res\">([0-9.]+) keer").matcher(get(path).body());
    assertTrue(found.find(), path);
    return Integer.parseInt(found.group(1).replace(".", ""));
  }

  @Test
  void it_is_there_for_a_spreadsheet() throws Exception {
    List<String> lines = get("/leg-uit.csv?toon=verlopen").body().lines().toList();
    assertEquals(2, lines.size(), lines::toString);
    assertTrue(lines.get(1).startsWith("Amsterdam;gm0363;Haven;https://"), lines.get(1));
    assertTrue(lines.get(0).endsWith(";verzonnen"), lines.get(0));
    assertTrue(lines.get(1).endsWith(";nee"), lines.get(1));
    assertEquals(404, get("/leg-uit.docx").statusCode());
  }
}
