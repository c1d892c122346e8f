package nl.standaardencatalogus.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that anybody may read, in a real browser. */
@Tag("browser")
class BrowserTest {
  /** What has a scroll bar that paper does not move, and what is folded. */
  private static final String CUT_OFF =
      """
      () => [...document.querySelectorAll('main .scroll, main pre')]
        .filter(e => getComputedStyle(e).overflowX !== 'visible' || e.scrollWidth > e.clientWidth + 1)
        .map(e => e.outerHTML.slice(0, 120))
        .concat([...document.querySelectorAll('main details:not(td details) > :not(summary)')]
          .filter(e => !e.checkVisibility({contentVisibilityAuto: true}) && e.parentElement.checkVisibility())
          .map(e => e.outerHTML.slice(0, 120)))
      """;

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

  @Test
  void search_at_the_top_finds_a_standard() {
    browser.open(site.at("/"), 1280);
    browser.find("#q0").fill("zaken");
    browser.page().keyboard().press("Enter");
    assertThat(browser.page()).hasURL(site.at("/standaarden?q=zaken"));
    assertThat(browser.find(".facets input[value='zaken']")).isAttached();
    browser.find(".result a").first().click();
    assertThat(browser.find(".hero h1")).hasText("Zaken API-standaard");
  }

  @Test
  void filter_narrows_the_list_and_its_chip_undoes_it() {
    browser.open(site.at("/standaarden"), 1280);
    assertThat(browser.find(".result")).hasCount(3);
    browser.find("label[for='vng-pas-toe-of-leg-uit']").click();
    browser.find(".facets button").click();
    assertThat(browser.find(".chip")).isVisible();
    assertThat(browser.page()).hasURL(Pattern.compile("vng=pas-toe-of-leg-uit"));
    assertThat(browser.find(".result")).hasCount(2);
    browser.find(".chip").click();
    assertThat(browser.find(".facets input[id='vng-pas-toe-of-leg-uit']")).not().isChecked();
    assertThat(browser.find(".result")).hasCount(3);
  }

  @Test
  void filters_are_folded_on_a_phone_only() {
    browser.open(site.at("/standaarden"), 1280);
    assertThat(browser.find("#vng-pas-toe-of-leg-uit")).isVisible();
    assertThat(browser.find(".choices summary")).not().isVisible();
    browser.open(site.at("/standaarden"), 390);
    assertThat(browser.find("#vng-pas-toe-of-leg-uit")).not().isVisible();
    assertThat(browser.find(".result").first()).isVisible();
    browser.find(".choices summary").click();
    assertThat(browser.find("#vng-pas-toe-of-leg-uit")).isVisible();
  }

  /** On a page of A4, between its margins. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/besluiten",
        "/gemeenten/gm0014/geldt",
        "/gemeenten/gm0363",
        "/standaarden/zaken-api"
      })
  void what_is_printed_is_whole(String path) {
    browser.open(CuratedServer.at(path).toString(), 720);
    browser.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
    try {
      assertEquals(List.of(), browser.page().evaluate(CUT_OFF));
      assertTrue(browser.overflow() <= 0, browser::widest);
    } finally {
      browser.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.SCREEN));
    }
  }

  @Test
  void menu_is_folded_on_a_phone_only() {
    browser.open(site.at("/"), 1280);
    assertThat(browser.find(".mainnav a[href='/besluiten']")).isVisible();
    assertThat(browser.find(".menu summary")).not().isVisible();
    browser.open(site.at("/"), 390);
    assertThat(browser.find(".mainnav a[href='/besluiten']")).not().isVisible();
    browser.find(".menu summary").click();
    assertThat(browser.find(".mainnav a[href='/besluiten']")).isVisible();
  }

  @Test
  void what_a_page_is_about_begins_near_the_top_of_a_phone() {
    browser.open(site.at("/gemeenten"), 390);
    assertTrue(browser.find("main").boundingBox().y < 260, "the menu is in the way");
  }

  @Test
  void table_on_a_phone_tells_all_of_a_row_without_scrolling() {
    for (String path : List.of("/leg-uit", "/standaarden/zaken-api/invoering", "/besluiten")) {
      browser.open(site.at(path), 390);
      Locator cell = browser.find(".cards td[data-label]:not(:empty)").last();
      assertThat(cell).isVisible();
      BoundingBox box = cell.boundingBox();
      assertTrue(box.x >= 0 && box.x + box.width <= 390, path);
      assertEquals(
          true,
          cell.evaluate("e => getComputedStyle(e, '::before').content.includes(e.dataset.label)"));
    }
  }

  @Test
  void time_line_shows_its_newest_end_first() {
    browser.open(site.at("/standaarden/zaken-api"), 390);
    BoundingBox today = browser.find(".late svg text:has-text('vandaag')").boundingBox();
    assertTrue(today.x >= 0 && today.x + today.width <= 390, "today is out of sight");
  }

  @Test
  void order_keeps_the_filters() {
    browser.open(site.at("/standaarden?vng=pas-toe-of-leg-uit"), 1280);
    browser.find("select[name='sorteer']").selectOption("invoering");
    browser.find(".toolbar button").click();
    assertThat(browser.find("option[value='invoering'][selected]")).isAttached();
    assertThat(browser.page()).hasURL(Pattern.compile("vng=pas-toe-of-leg-uit"));
    assertThat(browser.find(".result h3").first()).hasText("Zaken API-standaard");
  }

  @Test
  void question_with_few_choices_is_asked_by_choosing() {
    browser.open(site.at("/sparql/vragen/onze-versies"), 1280);
    browser.find("#v-municipality").selectOption("gemeente:gm0014");
    browser.find(".filter button").click();
    assertThat(browser.find("#v-municipality option[value='gemeente:gm0014'][selected]"))
        .isAttached();
    assertThat(browser.page()).hasURL(Pattern.compile("\\?municipality=gemeente%3Agm0014$"));
    assertThat(browser.find("#antwoord")).hasText("0 regels");
  }

  @Test
  void question_with_many_choices_is_asked_by_name() {
    browser.open(CuratedServer.at("/sparql/vragen/onze-versies").toString(), 390);
    assertEquals(List.of(), browser.violations());
    assertEquals(0, browser.overflow(), () -> "wider than the window: " + browser.widest());
    browser.find("#v-municipality").fill("groningen");
    browser.page().keyboard().press("Enter");
    assertThat(browser.find("#v-municipality[value='Groningen']")).isVisible();
    assertThat(browser.find("a[href*='.csv']"))
        .hasAttribute("href", Pattern.compile("gemeente%3Agm0014$"));
  }

  @Test
  void wrong_value_is_kept_and_its_message_leads_to_it() {
    browser.open(site.at("/sparql/vragen/uitleg-loopt-af?from=morgen&until=2026-12-31"), 1280);
    browser.find(".errors a").click();
    assertThat(browser.page()).hasURL(Pattern.compile("#v-from$"));
    assertThat(browser.find("#v-from")).hasValue("morgen");
    assertThat(browser.find("#v-from")).hasAttribute("aria-describedby", "v-from-fout");
  }

  @Test
  void first_tab_leads_past_the_menu() {
    browser.open(site.at("/standaarden/zaken-api"), 1280);
    browser.page().keyboard().press("Tab");
    browser.page().keyboard().press("Enter");
    assertThat(browser.page()).hasURL(site.at("/standaarden/zaken-api#inhoud"));
  }

  @Test
  void other_language_shows_the_same_page() {
    browser.open(site.at("/gemeenten?provincie=pv20"), 1280);
    browser.find(".lang a").click();
    assertThat(browser.page()).hasURL(site.at("/en/gemeenten?provincie=pv20"));
    assertThat(browser.find("html")).hasAttribute("lang", "en");
    assertThat(browser.find("h1")).hasText("Municipalities");
  }

  @Test
  void chosen_day_goes_along_with_every_link() {
    browser.open(site.at("/standaarden/zaken-api?op=2022-06-30"), 390);
    assertThat(browser.find(".past")).containsText("30 juni 2022");
    browser.find(".menu summary").click();
    browser.find(".mainnav a[href^='/besluiten']").click();
    assertThat(browser.find(".mainnav a[href^='/besluiten'][aria-current]")).isAttached();
    assertThat(browser.page()).hasURL(site.at("/besluiten?op=2022-06-30"));
    browser.find(".past a").click();
    assertThat(browser.page()).hasURL(site.at("/besluiten"));
    assertThat(browser.find(".past")).hasCount(0);
  }
}
