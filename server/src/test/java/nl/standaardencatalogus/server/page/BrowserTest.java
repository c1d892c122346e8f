package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@Tag("browser")
class BrowserTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/en",
          "/standaarden",
          "/standaarden?vng=pas-toe-of-leg-uit&q=zaken",
          "/standaarden/zaken-api",
          "/standaarden/zaken-api?op=2022-06-30",
          "/standaarden/stuf-zkn",
          "/standaarden/zaken-api/invoering",
          "/standaarden/zaken-api/versies/1.5.1",
          "/gemeenten",
          "/gemeenten/gm0014",
          "/architectuur",
          "/architectuur/refcomp-zaakregistratiecomponent",
          "/besluiten",
          "/besluiten/2021-zaakgericht-werken",
          "/kwaliteit",
          "/opgaven/gm0363/zaken-api",
          "/begrippen",
          "/revisies/5",
          "/commits",
          "/over",
          "/hergebruik",
          "/ontologie",
          "/sparql/vragen",
          "/sparql/vragen/verplicht-op-component",
          "/sparql/vragen/wat-geldt-en-is-opgegeven?municipality=groningen",
          "/en/sparql/vragen/achterblijvers",
          "/sparql/vragen/uitleg-loopt-af?from=morgen&until=2026-12-31",
          "/nergens");

  private static Site site;
  private static Browser browser;

  @BeforeAll
  static void start() {
    site = new Site();
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    site.close();
  }

  static Stream<Arguments> pages() {
    return PAGES.stream().flatMap(p -> Stream.of(1280, 390).map(w -> Arguments.of(p, w)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_is_accessible_and_fits(String path, int width) {
    browser.open(site.at(path), width);
    assertEquals(List.of(), browser.violations());
    assertEquals(0, browser.overflow(), () -> "wider than the window: " + browser.widest());
    assertEquals(
        List.of(),
        browser.complaints().stream()
            .filter(c -> !c.contains("404 (Not Found)") && !c.contains("400 (Bad Request)"))
            .toList());
  }

  @Test
  void search_at_the_top_finds_a_standard() {
    browser.open(site.at("/"), 1280);
    WebElement field = browser.find("#q0");
    browser.leave(() -> field.sendKeys("zaken", Keys.ENTER));
    browser.find(".facets input[value='zaken']");
    assertTrue(browser.address().endsWith("/standaarden?q=zaken"), browser.address());
    browser.follow(".result a");
    assertEquals("Zaken API-standaard", browser.find(".hero h1").getText());
  }

  @Test
  void filter_narrows_the_list_and_its_chip_undoes_it() {
    browser.open(site.at("/standaarden"), 1280);
    assertEquals(3, browser.all(".result").size());
    browser.find("label[for='vng-pas-toe-of-leg-uit']").click();
    browser.follow(".facets button");
    browser.find(".chip");
    assertTrue(browser.address().contains("vng=pas-toe-of-leg-uit"), browser.address());
    assertEquals(2, browser.all(".result").size());
    browser.follow(".chip");
    browser.find(".facets input[id='vng-pas-toe-of-leg-uit']:not(:checked)");
    assertEquals(3, browser.all(".result").size());
  }

  @Test
  void order_keeps_the_filters() {
    browser.open(site.at("/standaarden?vng=pas-toe-of-leg-uit"), 1280);
    browser.find("select[name='sorteer'] option[value='invoering']").click();
    browser.follow(".toolbar button");
    browser.find("option[value='invoering'][selected]");
    assertTrue(browser.address().contains("vng=pas-toe-of-leg-uit"), browser.address());
    assertEquals("Zaken API-standaard", browser.find(".result h3").getText());
  }

  @Test
  void question_with_few_choices_is_asked_by_choosing() {
    browser.open(site.at("/sparql/vragen/onze-versies"), 1280);
    browser.find("#v-municipality option[value='gemeente:gm0014']").click();
    browser.follow(".filter button");
    browser.find("#v-municipality option[value='gemeente:gm0014'][selected]");
    assertTrue(browser.address().endsWith("?municipality=gemeente%3Agm0014"), browser.address());
    assertEquals("0 regels", browser.find("#antwoord").getText());
  }

  @Test
  void question_with_many_choices_is_asked_by_name() {
    browser.open(CuratedServer.at("/sparql/vragen/onze-versies").toString(), 390);
    assertEquals(List.of(), browser.violations());
    assertEquals(0, browser.overflow(), () -> "wider than the window: " + browser.widest());
    WebElement field = browser.find("#v-municipality");
    field.clear();
    browser.leave(() -> field.sendKeys("groningen", Keys.ENTER));
    browser.find("#v-municipality[value='Groningen']");
    assertTrue(
        browser.find("a[href*='.csv']").getDomAttribute("href").endsWith("gemeente%3Agm0014"));
  }

  @Test
  void wrong_value_is_kept_and_its_message_leads_to_it() {
    browser.open(site.at("/sparql/vragen/uitleg-loopt-af?from=morgen&until=2026-12-31"), 1280);
    browser.find(".errors a").click();
    browser.await("location.hash");
    assertTrue(browser.address().endsWith("#v-from"), browser.address());
    assertEquals("morgen", browser.find("#v-from").getDomProperty("value"));
    assertEquals("v-from-fout", browser.find("#v-from").getDomAttribute("aria-describedby"));
  }

  @Test
  void first_tab_leads_past_the_menu() {
    browser.open(site.at("/standaarden/zaken-api"), 1280);
    browser.find("body").sendKeys(Keys.TAB, Keys.ENTER);
    browser.await("location.hash");
    assertTrue(browser.address().endsWith("#inhoud"), browser.address());
  }

  @Test
  void other_language_shows_the_same_page() {
    browser.open(site.at("/gemeenten?provincie=pv20"), 1280);
    browser.follow(".lang a");
    browser.find("html[lang='en']");
    assertTrue(browser.address().endsWith("/en/gemeenten?provincie=pv20"), browser.address());
    assertEquals("Municipalities", browser.find("h1").getText());
    assertEquals("en", browser.evaluate("return document.documentElement.lang"));
  }

  @Test
  void chosen_day_goes_along_with_every_link() {
    browser.open(site.at("/standaarden/zaken-api?op=2022-06-30"), 390);
    assertTrue(browser.find(".past").getText().contains("30 juni 2022"));
    browser.follow(".mainnav a[href^='/besluiten']");
    browser.find(".mainnav a[href^='/besluiten'][aria-current]");
    assertTrue(browser.address().endsWith("/besluiten?op=2022-06-30"), browser.address());
    browser.follow(".past a");
    browser.find("body:not(:has(.past))");
    assertTrue(browser.address().endsWith("/besluiten"), browser.address());
  }
}
