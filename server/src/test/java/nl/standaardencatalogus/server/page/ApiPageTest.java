package nl.standaardencatalogus.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator.FilterOptions;
import java.util.List;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.api.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page about the API, in a real browser on the real server with its policy. */
@Tag("browser")
class ApiPageTest {
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

  private static void open(String path, int width) {
    browser.open(CuratedServer.at(path).toString(), width);
  }

  @ParameterizedTest
  @CsvSource({"/api, 1280", "/api, 390", "/en/api, 1280", "/en/api, 390"})
  void page_is_accessible_and_fits(String path, int width) {
    open(path, width);
    browser.find("details").evaluateAll("all => all.forEach(each => each.open = true)");
    assertEquals(List.of(), browser.violations());
    assertEquals(0, browser.overflow(), () -> "wider than the window: " + browser.widest());
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void everything_can_be_read_without_a_script() {
    browser.scripts(false);
    open("/api", 1280);
    assertThat(browser.find(".operation")).hasCount(Operation.all().size());
    String page = CuratedServer.get("/api", "Accept", "text/html").body();
    for (Operation operation : Operation.all()) {
      assertTrue(page.contains("/api/v1" + operation.path()), operation.path());
      assertTrue(page.contains(operation.summary()), operation.summary());
    }
    assertThat(browser.find("#proef")).hasCSS("display", "none");
  }

  @Test
  void viewer_shows_every_operation_and_breaches_no_policy() {
    open("/api", 1280);
    browser.find("#proef button").click();
    assertThat(browser.find("#viewer .opblock")).hasCount(Operation.all().size());
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void viewer_sends_a_request_and_shows_the_answer() {
    open("/en/api", 1280);
    browser.find("#proef button").click();
    browser.find("#viewer [id$='listMunicipalities'] .opblock-summary-control").click();
    browser.find("#viewer .btn.execute").click();
    assertThat(
            browser
                .find("#viewer .live-responses-table .highlight-code")
                .filter(new FilterOptions().setHasText(Pattern.compile("Aa en Hunze|gm0"))))
        .isVisible();
    assertEquals(List.of(), browser.complaints());
  }
}
