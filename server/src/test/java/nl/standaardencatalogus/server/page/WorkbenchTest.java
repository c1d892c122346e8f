package nl.standaardencatalogus.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page to ask in SPARQL, in a real browser on the real server. */
@Tag("browser")
class WorkbenchTest {
  private static final String STANDARDS =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      SELECT ?standaard ?naam { ?standaard a sc:Standard ; dct:title ?naam } ORDER BY ?naam LIMIT 7
      """;

  private static final String MUNICIPALITIES =
      """
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      SELECT ?gemeente ?inwoners ?oppervlak
      { ?gemeente a sc:Municipality ; sc:population ?inwoners ; sc:areaKm2 ?oppervlak }
      """;

  private static final String PER_PROVINCE =
      """
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      SELECT ?naam (COUNT(*) AS ?gemeenten)
      { ?gemeente a sc:Municipality ; sc:province/skos:prefLabel ?naam } GROUP BY ?naam
      """;

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @AfterEach
  void scripts() {
    browser.scripts(true);
  }

  private static String at(String path) {
    return CuratedServer.at(path).toString();
  }

  private static String asked(String query) {
    return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static void open(String path) {
    browser.open(at(path), 1280);
    assertThat(browser.find(".with-editor")).isVisible();
  }

  private static Keyboard keyboard() {
    return browser.page().keyboard();
  }

  private static String typed() {
    return (String) browser.find(".CodeMirror").evaluate("editor => editor.CodeMirror.getValue()");
  }

  private static void type(String text) {
    browser.find(".CodeMirror-code").click();
    keyboard().press("Control+a");
    keyboard().press("Delete");
    keyboard().type(text);
  }

  private static Locator firstHint() {
    return browser.find(".CodeMirror-hint").first();
  }

  static Stream<Arguments> pages() {
    return Stream.of(
            "/sparql",
            "/en/sparql",
            "/sparql/historie",
            asked(STANDARDS),
            asked(MUNICIPALITIES),
            asked(PER_PROVINCE),
            asked("ASK {}"),
            asked("DESCRIBE <https://w3id.org/standaardencatalogus/id/standaard/zaken-api>"),
            asked("SELECT * { ?s ?p }"))
        .flatMap(path -> Stream.of(1280, 320).map(width -> Arguments.of(path, width)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_is_accessible_fits_and_asks_nothing_of_others(String path, int width) {
    browser.open(at(path), width);
    assertThat(browser.find(".with-editor")).isVisible();
    assertEquals(List.of(), browser.violations());
    assertEquals(0, browser.overflow(), () -> "wider than the window: " + browser.widest());
    assertEquals(List.of(), browser.shifts());
    assertEquals(
        List.of(),
        browser
            .page()
            .evaluate(
                "performance.getEntriesByType('resource').map(r => r.name)"
                    + ".filter(name => !name.startsWith(location.origin + '/'))"));
    assertEquals(
        List.of(),
        browser.complaints().stream().filter(c -> !c.contains("400 (Bad Request)")).toList());
  }

  @Test
  void query_that_is_typed_is_answered_with_rows_that_lead_into_the_catalogue() {
    open("/sparql");
    type(STANDARDS.replace('\n', ' '));
    keyboard().press("Control+Enter");
    assertThat(browser.find("#uitkomst tbody tr")).hasCount(7);
    assertThat(browser.find("#uitkomst tbody td a").first())
        .hasAttribute("href", Pattern.compile("/standaarden/"));
    assertThat(browser.page()).hasURL(Pattern.compile("\\?query="));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void words_of_the_ontology_are_completed_and_their_prefix_is_added() {
    open("/sparql");
    type("SELECT * { ?x a sc:StandardV");
    assertThat(firstHint()).hasText(Pattern.compile("^sc:StandardVersion · Standaardversie"));
    keyboard().press("Enter");
    assertThat(browser.find(".CodeMirror-line").first())
        .hasText("PREFIX sc: <https://w3id.org/standaardencatalogus/def#>");
    assertTrue(typed().contains("?x a sc:StandardVersion"), typed());
  }

  @Test
  void a_word_is_found_by_what_it_is_called_in_dutch() {
    open("/sparql");
    type("SELECT * { ?x a opga");
    assertThat(firstHint()).hasText(Pattern.compile("^sc:Declaration"));
  }

  @Test
  void focus_is_seen_around_the_editor() {
    open("/sparql");
    assertThat(browser.find(".editor")).hasCSS("outline-style", "none");
    browser.find(".CodeMirror-code").click();
    assertThat(browser.find(".editor")).hasCSS("outline-style", "solid");
  }

  @Test
  void tab_leaves_the_editor() {
    open("/sparql");
    browser.find(".CodeMirror-code").click();
    keyboard().press("Tab");
    assertThat(browser.find("#asOf")).isFocused();
  }

  @Test
  void address_of_a_query_restores_it_with_its_answer_and_its_day() {
    String today = LocalDate.now(Validity.ZONE).toString();
    open(asked(STANDARDS) + "&asOf=" + today);
    assertEquals(STANDARDS, typed());
    assertThat(browser.find("#asOf")).hasValue(today);
    assertThat(browser.find("#antwoord")).hasText("7 rijen");
  }

  @Test
  void municipalities_come_with_a_map_that_is_coloured_by_the_column_of_choice() {
    open(asked(MUNICIPALITIES));
    assertThat(browser.find(".answermap path.muni:not(.f-none)")).hasCount(342);
    assertThat(browser.find(".answermap figcaption b")).hasText(Pattern.compile("inwoners$"));
    browser.find(".answermap button[value='oppervlak']").click();
    assertThat(browser.find(".answermap button[value='oppervlak']"))
        .hasAttribute("aria-pressed", "true");
    assertThat(browser.find(".answermap figcaption b")).hasText(Pattern.compile("oppervlak$"));
  }

  @Test
  void names_with_numbers_come_with_bars() {
    open(asked(PER_PROVINCE));
    assertThat(browser.find(".bars li")).hasCount(12);
    assertThat(browser.find(".bars rect[width='100.0']")).hasCount(1);
  }

  @Test
  void fault_is_pointed_at_and_what_was_typed_stays() {
    open("/sparql");
    type("SELECT * ");
    keyboard().press("Enter");
    keyboard().type("{ ?s ?p }");
    keyboard().press("Control+Enter");
    assertThat(browser.find("#fout a")).hasText(Pattern.compile("^Regel 2, kolom"));
    assertThat(browser.find("#fout")).isFocused();
    assertTrue(typed().contains("?s ?p"), typed());
    assertThat(browser.find(".CodeMirror .here").first()).isVisible();
    assertThat(browser.page()).hasTitle(Pattern.compile("^Fout:"));
  }

  @Test
  void earlier_queries_can_be_taken_up_again() {
    open(asked("ASK { ?eerst a ?x }"));
    open(asked("ASK { ?later a ?x }"));
    browser.find("#geschiedenis summary").click();
    Locator earlier = browser.find("#geschiedenis li a");
    assertThat(earlier.first()).hasText("ASK { ?later a ?x }");
    earlier.nth(1).click();
    assertThat(browser.find(".CodeMirror-line")).hasText("ASK { ?eerst a ?x }");
  }

  @Test
  void query_too_long_for_an_address_gets_a_short_link_that_restores_it() {
    String query = STANDARDS + "# " + "lang ".repeat(1_000) + "\n";
    open("/sparql");
    browser
        .find(".CodeMirror")
        .evaluate("(editor, query) => editor.CodeMirror.setValue(query)", query);
    browser.find("#vraag button[type='submit']").first().click();
    assertThat(browser.find("#antwoord")).isVisible();
    assertThat(browser.page()).hasURL(at("/sparql"));
    browser.find("#kort").click();
    String link = browser.find("#kort-adres").innerText();
    assertThat(browser.page()).hasURL(link);
    assertTrue(link.matches("http://[^/]+/sparql/q/[0-9a-f]{32}"), link);
    open(link.replaceFirst("http://[^/]+", ""));
    assertEquals(query, typed());
    assertThat(browser.find("#antwoord")).hasText("7 rijen");
    assertEquals(List.of(), browser.violations());
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void without_script_a_short_link_is_given_too() {
    browser.scripts(false);
    browser.open(at("/en/sparql"), 390);
    browser.find("#query").fill("ASK { ?short a ?link }");
    assertThat(browser.find("#kort")).hasText("Short link");
    browser.find("#kort").click();
    String link = browser.find("#kort-adres").innerText();
    assertThat(browser.page()).hasURL(link);
    assertTrue(link.contains("/en/sparql/q/"), link);
    assertEquals(0, browser.overflow(), () -> "wider than the window: " + browser.widest());
  }

  @Test
  void without_script_the_form_is_answered_too() {
    browser.scripts(false);
    browser.open(at("/sparql"), 390);
    assertThat(browser.find("#query")).isVisible();
    browser.find("#query").fill(STANDARDS);
    browser.find("#vraag button[type='submit']").first().click();
    assertThat(browser.find("#antwoord")).hasText("7 rijen");
    assertThat(browser.page()).hasURL(Pattern.compile("\\?query="));
    assertThat(browser.find("#stop")).hasCSS("display", "none");
  }
}
