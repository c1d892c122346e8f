package nl.standaardencatalogus.server.mine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
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

/** Declaring with a sheet in a real browser. */
@Tag("browser")
class SheetsInBrowserTest {
  private static final String ROWS =
      """
      Sleutel;Versie;Fase 1: Fase;Fase 1: Geldig vanaf;Product;Notitie
      gm0363/zaken-api;Zaken API 1.5.1;In productie;1-9-2024;Een pakket met een hele lange naam;x
      gm0363/fsc;;Gepland;1-9-2024;;
      gm0363/zgw;9.9;Uitgefaseerd;ooit;;
      gm0344/zgw;;;;;
      """;

  @TempDir private static Path folder;
  @TempDir private static Path files;
  private static TestServer server;
  private static Browser browser;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
    String password =
        server.password("gm0363", "proef", Iris.municipality("gm0363"), Role.MUNICIPALITY);
    browser = new Browser();
    browser.open(server.address() + "/mijn", 1280);
    browser.find("#naam").fill("gm0363");
    browser.find("#wachtwoord").fill(password);
    browser.page().keyboard().press("Enter");
    assertThat(browser.find("#aandacht")).isVisible();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    server.close();
  }

  private static void send(String language, String rows, int width) throws IOException {
    Path file = Files.writeString(files.resolve("opgaven.csv"), rows);
    browser.open(server.address() + language + "/mijn/gm0363/blad", width);
    browser.find("#bestand").setInputFiles(file);
    browser.find(".fill button[type=submit]").click();
  }

  private static void fits(String what) {
    assertEquals(List.of(), browser.violations(), what);
    assertEquals(0, browser.overflow(), () -> what + " wider: " + browser.widest());
    assertEquals(
        List.of(), browser.complaints().stream().filter(it -> !it.contains("422")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/en"})
  void the_pages_are_accessible_and_fit(String language) throws Exception {
    for (int width : new int[] {1280, 320}) {
      send(language, "a;b\n1;2\n", width);
      assertThat(browser.find("#bestand-fout")).isVisible();
      fits("a file that cannot be read");
      send(language, ROWS, width);
      assertThat(browser.find("#rij-5")).isVisible();
      fits("a look at what would come of it");
    }
  }

  @Test
  void what_was_sent_is_looked_at_and_taken_over() throws Exception {
    send("", ROWS, 1280);
    assertThat(browser.page()).hasTitle(Pattern.compile("^Fout: "));
    browser.find(".errors a[href='#rij-4']").first().click();
    assertThat(browser.page()).hasURL(Pattern.compile("#rij-4$"));
    browser.find("button[value=overnemen]").click();
    assertThat(browser.find("code").first()).isVisible();
    assertThat(browser.find("tbody tr")).hasCount(2);
    for (int width : new int[] {1280, 320}) {
      browser.open(browser.page().url(), width);
      fits("the receipt");
    }
  }
}
