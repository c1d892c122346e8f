package nl.standaardencatalogus.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people come to each kind of page for, done in a real browser. */
@Tag("browser")
class MainActionTest {
  @TempDir private static Path folder;
  private static Site site;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    site = Site.withRelease(folder);
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    site.close();
  }

  private static void open(String path) {
    browser.open(site.at(path), 1280);
  }

  /** Opens a page again until what is worked out beside it has come. */
  private static Locator open(String path, String awaited) {
    Locator found = browser.find(awaited).first();
    for (int i = 0; i < 120; i++) {
      open(path);
      if (found.count() > 0) {
        return found;
      }
      browser.page().waitForTimeout(500);
    }
    return found;
  }

  private static void choose(String name, String value) {
    browser.find("#inhoud select[name='" + name + "']").selectOption(value);
    send();
  }

  private static void send() {
    browser.find("#inhoud form button[type='submit']").first().click();
  }

  /** A link in the page itself, by its words. */
  private static Locator link(String words) {
    return browser.find("#inhoud a:has-text(\"" + words + "\")").first();
  }

  private static void at(String path) {
    assertThat(browser.page()).hasURL(site.at(path));
  }

  private static void title(String words) {
    assertThat(browser.find("h1")).hasText(words);
  }

  private static void rows(int count) {
    assertThat(browser.find("#inhoud table").first().locator("tbody tr")).hasCount(count);
  }

  @Test
  void home_leads_an_architect_to_a_component() {
    open("/");
    Locator form = browser.find("#inhoud form[action='/architectuur']");
    form.locator("input[name='q']").fill("zaakregistratie");
    form.locator("button").click();
    link("Zaakregistratiecomponent").click();
    title("Zaakregistratiecomponent");
  }

  @Test
  void standard_leads_to_the_answer_whether_it_is_a_must() {
    open("/standaarden/zaken-api");
    link("Moeten wij dit?").click();
    title("Moeten wij Zaken API-standaard gebruiken?");
  }

  @Test
  void standard_leads_to_its_versions_and_back() {
    open("/standaarden/zaken-api/versies/1.5.1");
    link("Zaken API-standaard").click();
    at("/standaarden/zaken-api");
  }

  @Test
  void uptake_is_narrowed_to_a_phase() {
    open("/standaarden/zaken-api/invoering");
    rows(3);
    choose("fase", "none");
    assertThat(browser.find("option[value='none'][selected]")).isAttached();
    rows(1);
  }

  @Test
  void municipality_is_found_by_its_name() {
    open("/gemeenten");
    browser.find("#inhoud input[name='q']").fill("groning");
    send();
    rows(1);
    link("Groningen").click();
    title("Groningen");
  }

  @Test
  void municipality_leads_to_what_holds_for_it() {
    open("/gemeenten/gm0014");
    browser.find("#inhoud a[href='/gemeenten/gm0014/geldt']").first().click();
    title("Wat geldt voor Groningen");
  }

  @Test
  void report_of_gaps_is_compared_with_peers_of_the_readers_choice() {
    open("/gemeenten/gm0014/geldt");
    choose("vergelijk", "alle");
    assertThat(browser.find("option[value='alle'][selected]")).isAttached();
    assertThat(browser.find("#inhoud thead").first()).containsText("Alle andere gemeenten");
  }

  @Test
  void card_answers_for_the_municipality_that_is_chosen() {
    open("/moeten-wij?q=zaken");
    link("Zaken API-standaard").click();
    choose("gemeente", "gm0014");
    at("/moeten-wij/zaken-api?gemeente=gm0014");
    assertThat(browser.find("#inhoud")).containsText("Groningen");
  }

  @Test
  void register_is_narrowed_to_a_ground() {
    open("/leg-uit");
    choose("grond", "lopend-contract");
    assertThat(browser.find("option[value='lopend-contract'][selected]")).isAttached();
    rows(1);
  }

  @Test
  void tree_of_the_architecture_opens_down_to_a_component() {
    open("/architectuur");
    assertThat(link("Zaakregistratiecomponent")).not().isVisible();
    browser.find("#inhoud summary:has-text('Referentiecomponent')").click();
    link("Zaakregistratiecomponent").click();
    title("Zaakregistratiecomponent");
  }

  @Test
  void tender_asks_for_the_standards_of_a_component() {
    open("/aanbesteding");
    choose("component", "refcomp-zaakregistratiecomponent");
    assertThat(browser.find("#inhoud blockquote, #inhoud .quote").first())
        .containsText("Zaken API-standaard");
  }

  @Test
  void supposed_end_tells_whom_it_touches() {
    open("/wat-als");
    browser.find("#inhoud input[name='standaard']").fill("zaken api-standaard");
    browser.find("#inhoud input[name='dag']").fill("2026-12-31");
    send();
    title("Wat als Zaken API-standaard eindigt op 31 december 2026?");
    link("Gemeenten zonder opvolger en zonder plan").click();
    assertThat(browser.page().locator("#exposed:target")).containsText("Amsterdam");
  }

  @Test
  void version_leads_to_what_its_end_would_touch() {
    open("/standaarden/zaken-api/versies/1.5.1");
    link("Wat als deze versie eindigt?").click();
    assertThat(browser.find("select[name='versie'] option[selected]").last()).hasText("1.5.1");
    assertThat(browser.find("#exposed")).containsText("Amsterdam");
  }

  @Test
  void obligation_tells_who_would_have_to_explain() {
    open("/wat-als?standaard=stuf-zkn&dag=2028-01-01");
    choose("wat", "verplicht");
    assertThat(browser.find("h1")).containsText("verplicht wordt");
    assertThat(browser.find("#needed")).containsText("Amsterdam");
  }

  @Test
  void decision_of_a_body_leads_to_what_it_covers() {
    open("/besluiten");
    choose("orgaan", "vng");
    rows(2);
    link("Zaakgericht werken: pas toe of leg uit").click();
    link("Zaken API-standaard").click();
    at("/standaarden/zaken-api");
  }

  @Test
  void cooperation_leads_to_who_takes_part() {
    open("/samenwerkingen");
    browser.find("#inhoud tbody a").first().click();
    link("Groningen").click();
    at("/gemeenten/gm0014");
  }

  @Test
  void road_map_shows_the_years_that_are_chosen() {
    open("/tijdlijn");
    browser.find("select[name='van']").selectOption("2019");
    choose("tot", "2022");
    assertThat(browser.find("#res")).containsText("van 2019 tot en met 2022");
    assertThat(browser.find("#inhoud svg text:has-text('2020')").first()).isVisible();
  }

  @Test
  void goal_leads_to_the_projects_that_contribute() {
    open("/doelen");
    link("Handelen als één branche").click();
    title("Handelen als één branche");
    link("Alle doelen").click();
    link("Projecten").click();
    at("/projecten");
  }

  @Test
  void project_leads_to_what_it_yields() {
    open("/projecten/samen-zaken");
    link("Zaken API 1.5.1").click();
    at("/standaarden/zaken-api/versies/1.5.1");
  }

  @Test
  void advice_leads_to_the_project_that_it_is_on() {
    open("/fonds");
    link("Advies over Samen zaken uitwisselen").click();
    link("Samen zaken uitwisselen").click();
    title("Samen zaken uitwisselen");
  }

  @Test
  void province_leads_to_its_municipalities() {
    open("/provincies");
    link("Groningen").click();
    at("/provincies/pv20");
    link("Groningen").click();
    at("/gemeenten/gm0014");
  }

  @Test
  void reorganisation_leads_to_the_municipality_that_went_on() {
    open("/herindelingen");
    link("Toevoeging van Zuidhorn").click();
    link("Groningen").click();
    at("/gemeenten/gm0014");
  }

  @Test
  void organisation_leads_to_what_it_maintains() {
    open("/organisaties");
    link("VNG Realisatie").click();
    Locator maintained = link("Zaken API-standaard");
    if (!maintained.isVisible()) {
      browser.find("#inhoud summary:has-text('beheerder')").click();
    }
    maintained.click();
    at("/standaarden/zaken-api");
  }

  @Test
  void commit_leads_to_what_was_recorded() {
    open("/commits/1");
    link("Revisie 5").click();
    at("/revisies/5");
  }

  @Test
  void concept_is_found_and_leads_to_what_has_it() {
    open("/begrippen");
    link("Koppelvlak").click();
    link("StUF-ZKN").click();
    at("/standaarden/stuf-zkn");
  }

  @Test
  void dump_is_fetched() {
    open("/dumps/");
    link("2 november 2026").click();
    Download file = browser.page().waitForDownload(() -> link(".ttl.zst").click());
    assertEquals("standaardencatalogus-2026-11-02.ttl.zst", file.suggestedFilename());
    assertNull(file.failure());
  }

  @Test
  void what_was_deleted_helps_by_searching() {
    open("/standaarden/vergeten");
    assertThat(browser.find("#inhoud")).containsText("verwijderd");
    browser.find("#inhoud input[name='q']").fill("zaken");
    browser.page().keyboard().press("Enter");
    at("/standaarden?q=zaken");
  }

  @Test
  void meeting_leads_to_the_papers_of_an_item() {
    open("/vergaderingen/2021-cvd-februari");
    link("Zaakgericht werken").click();
    at("/vergaderingen/2021-cvd-februari/punt-2");
    browser.find("#inhoud a[href^='/wat-als?standaard=zaken-api']").click();
    assertThat(browser.find("h1")).containsText("verplicht wordt");
  }

  @Test
  void two_municipalities_are_set_side_by_side() {
    open("/vergelijken");
    browser.find("#inhoud input[name='gemeente']").first().fill("Groningen");
    browser.find("#inhoud input[name='gemeente']").nth(1).fill("amsterdam");
    send();
    assertThat(browser.find("h1")).containsText("Groningen");
    assertThat(browser.find("#inhoud thead").first()).containsText("Amsterdam");
  }

  @Test
  void monitor_leads_to_the_course_of_one_standard() {
    open("/monitor", "#inhoud a[href='/monitor/zaken-api']").click();
    title("Invoering van Zaken API-standaard over de tijd");
  }

  @Test
  void rule_leads_to_what_it_finds() {
    open("/regels/Municipality-confidence", "#inhoud a[href*='/kwaliteit?']").click();
    assertThat(browser.find("#inhoud tbody")).containsText("Groningen");
  }

  @Test
  void word_of_the_ontology_is_reached_from_its_drawing() {
    open("/ontologie");
    browser.find("#inhoud svg a").first().click();
    assertThat(browser.page().locator(":target")).isVisible();
  }

  @Test
  void page_that_is_not_there_helps_by_searching() {
    open("/nergens");
    browser.find("#inhoud input[name='q']").fill("zaken");
    browser.page().keyboard().press("Enter");
    at("/standaarden?q=zaken");
    assertThat(browser.find(".result").first()).isVisible();
  }
}
