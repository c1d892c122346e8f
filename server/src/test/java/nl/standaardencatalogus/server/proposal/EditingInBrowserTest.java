package nl.standaardencatalogus.server.proposal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.page.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editing and asking in a real browser. */
@Tag("browser")
class EditingInBrowserTest {
  private static final Pattern DRAFT = Pattern.compile("\\?concept=[0-9a-f]{16}&bewaard=1$");
  private static final Pattern ASKED = Pattern.compile("/voorstel/[0-9a-f]{16}$");

  @TempDir private static Path folder;
  private static TestServer server;
  private static Browser browser;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder, "FOUR_EYES", "false");
    String password =
        server.password("redactie", "redactie", Iris.organisation("vng-realisatie"), Role.EDITOR);
    browser = new Browser();
    open("/bewerken/standaard/zaken-api");
    browser.find("#naam").fill("redactie");
    browser.find("#wachtwoord").fill(password);
    browser.find("#wachtwoord").press("Enter");
    assertThat(browser.find("#title")).isVisible();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    server.close();
  }

  private static void open(String path) {
    browser.open(server.address() + path, 1280);
  }

  private static void isGood(String what) {
    assertEquals(List.of(), browser.violations(), what);
    assertEquals(0, browser.overflow(), () -> what + " wider: " + browser.widest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bewerken/standaard",
        "/bewerken/standaard/zaken-api",
        "/en/bewerken/standaard/zaken-api",
        "/bewerken/versie/zaken-api/1.5.1",
        "/bewerken/versie?over=zaken-api",
        "/bewerken/besluit/2016-gibit",
        "/bewerken/project",
        "/bewerken/advies",
        "/bewerken/procedure",
        "/bewerken/vergadering",
        "/bewerken/gemma",
        "/en/bewerken/gemma",
        "/bewerken/gemma/afwijkingen",
        "/bewerken/organisatie/vng-bestuur",
        "/bewerken/component/refcomp-zaakregistratiecomponent",
        "/voorstellen",
        "/voorstel",
        "/en/voorstel?over=standaard/zaken-api"
      })
  void pages_are_accessible_and_fit(String path) {
    for (int width : new int[] {1280, 320}) {
      browser.open(server.address() + path, width);
      isGood(path + " at " + width);
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void what_a_field_suggests_is_taken_and_a_draft_shows_what_it_is() {
    open("/bewerken/standaard");
    browser.find("#title").fill("Proef in een browser");
    assertTrue(browser.find("#lijst-Standard option").count() > 100);
    String first = browser.find("#lijst-Standard option").first().getAttribute("value");
    browser.find("#basedOn").fill(first);
    browser.find("button[value=controleren]").click();
    assertThat(browser.find(".errors")).isVisible();
    assertThat(browser.find("#basedOn")).hasValue(first);
    isGood("with errors");
    browser.find("button[value=concept]").click();
    assertThat(browser.page()).hasURL(DRAFT);
    assertThat(browser.find("#basedOn")).hasValue(first);
    isGood("a draft");
    browser.find("aside a[href^='/voorstellen/']").click();
    assertThat(browser.find("button[value=weggooien]")).isVisible();
    isGood("the whole draft");
    browser.find("button[value=weggooien]").click();
    assertThat(browser.find("#open")).isVisible();
  }

  @Test
  void anybody_asks_and_reads_what_became_of_it() {
    open("/standaarden/zaken-api");
    browser.find(".wronghere a").click();
    browser.find("#titel").fill("Andere titel");
    browser.find("form.fill button").click();
    assertThat(browser.find(".errors")).isVisible();
    isGood("with errors");
    browser.find("#tekst").fill("De titel is niet die van de beheerder.");
    browser.find("form.fill button").click();
    assertThat(browser.page()).hasURL(ASKED);
    isGood("what became of it");
    open("/voorstellen");
    browser.find("#open a").first().click();
    assertThat(browser.find("button[value=afwijzen]")).isVisible();
    isGood("a remark");
  }
}
