package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
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
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

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
    browser.complaints();
    browser.open(at(path), 1280);
    browser.find(".with-editor");
  }

  private static String typed() {
    return (String)
        browser.evaluate("return document.querySelector('.CodeMirror').CodeMirror.getValue()");
  }

  private static void type(String text) {
    browser.find(".CodeMirror-code").click();
    browser.control("a");
    browser.press(Keys.DELETE);
    browser.press(text);
  }

  private static String hint(String start) {
    return "document.querySelector('.CodeMirror-hint')?.textContent.startsWith('" + start + "')";
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
    browser.find(".with-editor");
    assertEquals(List.of(), browser.violations());
    assertEquals(0, browser.overflow(), () -> "wider than the window: " + browser.widest());
    assertEquals(
        List.of(),
        browser.evaluate(
            "return performance.getEntriesByType('resource').map(r => r.name)"
                + ".filter(name => !name.startsWith(location.origin + '/'))"));
    assertEquals(
        List.of(),
        browser.complaints().stream().filter(c -> !c.contains("400 (Bad Request)")).toList());
  }

  @Test
  void query_that_is_typed_is_answered_with_rows_that_lead_into_the_catalogue() {
    open("/sparql");
    type(STANDARDS.replace('\n', ' '));
    browser.control(Keys.ENTER);
    WebElement first = browser.find("#uitkomst tbody td a");
    assertEquals(7, browser.all("#uitkomst tbody tr").size());
    assertTrue(first.getAttribute("href").contains("/standaarden/"), first.getAttribute("href"));
    assertTrue(browser.address().contains("?query="), browser.address());
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void words_of_the_ontology_are_completed_and_their_prefix_is_added() {
    open("/sparql");
    type("SELECT * { ?x a sc:StandardV");
    browser.await(hint("sc:StandardVersion · Standaardversie"));
    browser.press(Keys.ENTER);
    browser.find(".CodeMirror:not(:has(.CodeMirror-hint))");
    assertTrue(typed().contains("?x a sc:StandardVersion"), typed());
    assertTrue(
        typed().startsWith("PREFIX sc: <https://w3id.org/standaardencatalogus/def#>"), typed());
  }

  @Test
  void a_word_is_found_by_what_it_is_called_in_dutch() {
    open("/sparql");
    type("SELECT * { ?x a opga");
    browser.await(hint("sc:Declaration"));
  }

  @Test
  void focus_is_seen_around_the_editor() {
    open("/sparql");
    String outline = "return getComputedStyle(document.querySelector('.editor')).outlineStyle";
    assertEquals("none", browser.evaluate(outline));
    browser.find(".CodeMirror-code").click();
    browser.find(".CodeMirror-focused");
    assertEquals("solid", browser.evaluate(outline));
  }

  @Test
  void tab_leaves_the_editor() {
    open("/sparql");
    browser.find(".CodeMirror-code").click();
    browser.press(Keys.TAB);
    assertEquals("asOf", browser.evaluate("return document.activeElement.id"));
  }

  @Test
  void address_of_a_query_restores_it_with_its_answer_and_its_day() {
    String today = LocalDate.now(Validity.ZONE).toString();
    open(asked(STANDARDS) + "&asOf=" + today);
    assertEquals(STANDARDS, typed());
    assertEquals(today, browser.find("#asOf").getAttribute("value"));
    assertEquals("7 rijen", browser.find("#antwoord").getText());
  }

  @Test
  void municipalities_come_with_a_map_that_is_coloured_by_the_column_of_choice() {
    open(asked(MUNICIPALITIES));
    assertEquals(342, browser.all(".answermap path.muni:not(.f-none)").size());
    assertTrue(browser.find(".answermap figcaption b").getText().endsWith("inwoners"));
    browser.find(".answermap button[value='oppervlak']").click();
    browser.find(".answermap button[value='oppervlak'][aria-pressed='true']");
    assertTrue(browser.find(".answermap figcaption b").getText().endsWith("oppervlak"));
  }

  @Test
  void names_with_numbers_come_with_bars() {
    open(asked(PER_PROVINCE));
    assertEquals(12, browser.all(".bars li").size());
    assertEquals(1, browser.all(".bars rect[width='100.0']").size());
  }

  @Test
  void fault_is_pointed_at_and_what_was_typed_stays() {
    open("/sparql");
    type("SELECT * ");
    browser.press(Keys.ENTER, "{ ?s ?p }");
    browser.control(Keys.ENTER);
    assertTrue(browser.find("#fout a").getText().startsWith("Regel 2, kolom"));
    assertEquals("fout", browser.evaluate("return document.activeElement.id"));
    assertTrue(typed().contains("?s ?p"), typed());
    browser.find(".CodeMirror .here");
    assertTrue(
        String.valueOf(browser.evaluate("return document.title")).startsWith("Fout:"),
        () -> String.valueOf(browser.evaluate("return document.title")));
  }

  @Test
  void earlier_queries_can_be_taken_up_again() {
    open(asked("ASK { ?eerst a ?x }"));
    open(asked("ASK { ?later a ?x }"));
    browser.find("#geschiedenis summary").click();
    List<WebElement> earlier = browser.all("#geschiedenis li a");
    assertEquals("ASK { ?later a ?x }", earlier.get(0).getText());
    earlier.get(1).click();
    browser.await(
        "document.querySelector('.CodeMirror')?.CodeMirror.getValue() === 'ASK { ?eerst a ?x }'");
  }

  @Test
  void query_too_long_for_an_address_gets_a_short_link_that_restores_it() {
    String query = STANDARDS + "# " + "lang ".repeat(1_000) + "\n";
    open("/sparql");
    browser.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue(`" + query + "`)");
    browser.find("#vraag button[type='submit']").click();
    browser.find("#antwoord");
    assertTrue(browser.address().endsWith("/sparql"), browser.address());
    browser.find("#kort").click();
    String link = browser.find("#kort-adres").getText();
    assertEquals(link, browser.address());
    assertTrue(link.matches("http://[^/]+/sparql/q/[0-9a-f]{32}"), link);
    open(link.replaceFirst("http://[^/]+", ""));
    assertEquals(query, typed());
    assertEquals("7 rijen", browser.find("#antwoord").getText());
    assertEquals(List.of(), browser.violations());
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void without_script_a_short_link_is_given_too() {
    browser.scripts(false);
    browser.open(at("/en/sparql"), 390);
    WebElement field = browser.find("#query");
    field.clear();
    field.sendKeys("ASK { ?short a ?link }");
    assertEquals("Short link", browser.find("#kort").getText());
    browser.follow("#kort");
    assertEquals(browser.address(), browser.find("#kort-adres").getText());
    assertTrue(browser.address().contains("/en/sparql/q/"), browser.address());
    assertEquals(0, browser.overflow(), () -> "wider than the window: " + browser.widest());
  }

  @Test
  void without_script_the_form_is_answered_too() {
    browser.scripts(false);
    browser.open(at("/sparql"), 390);
    WebElement field = browser.find("#query");
    assertTrue(field.isDisplayed());
    field.clear();
    field.sendKeys(STANDARDS);
    browser.follow("#vraag button[type='submit']");
    assertEquals("7 rijen", browser.find("#antwoord").getText());
    assertTrue(browser.address().contains("?query="), browser.address());
    assertFalse(browser.find("#stop").isDisplayed());
  }
}
