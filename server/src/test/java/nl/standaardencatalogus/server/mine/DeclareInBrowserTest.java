package nl.standaardencatalogus.server.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.account.Keys;
import nl.standaardencatalogus.server.page.Browser;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Declaring in a real browser: with the keyboard alone, with script and without. */
@Tag("browser")
class DeclareInBrowserTest {
  private static final CharSequence TAB = org.openqa.selenium.Keys.TAB;
  private static final CharSequence ENTER = org.openqa.selenium.Keys.ENTER;
  private static final CharSequence SPACE = org.openqa.selenium.Keys.SPACE;

  private static final Node FSC = Iris.declaration("gm0363", "fsc");

  @TempDir private static Path folder;
  private static TestServer server;
  private static Browser browser;
  private static String password;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
    Instant now = Instant.now();
    password =
        new Keys(folder.resolve("keys"))
            .makeForPeople(
                "gm0363",
                "proef",
                Iris.municipality("gm0363").getURI(),
                Set.of(Role.MUNICIPALITY),
                now,
                now.plusSeconds(3600))
            .text();
    browser = new Browser();
    login();
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

  private static void login() {
    open("/mijn");
    browser.leave(() -> browser.find("#naam").sendKeys("gm0363", TAB, password, ENTER));
    browser.find("#aandacht");
  }

  /** Presses Tab until the focus is where it should be; fails when it never gets there. */
  private static void tabTo(String css) {
    for (int i = 0; i < 200; i++) {
      browser.press(TAB);
      if ((Boolean) browser.evaluate("return document.activeElement.matches(\"" + css + "\")")) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach " + css);
  }

  /** Goes through the three steps; whether there is script makes no difference. */
  private static void declare(String slug) {
    open("/mijn/gm0363/kiezen");
    tabTo("#q1");
    browser.press("zaken api", ENTER);
    browser.await(
        "decodeURIComponent(location.search).replace('+', ' ') === '?q=zaken api' && document.readyState === 'complete'");
    tabTo("a[href='/mijn/gm0363/opgaven/" + slug + "']");
    browser.leave(() -> browser.press(ENTER));
    // Corrected first: no phase, and evidence that is no address.
    tabTo("#evidence");
    browser.press("www.voorbeelddam.nl/besluit");
    tabTo("button[value=controleren]");
    browser.leave(() -> browser.press(ENTER));
    assertTrue(browser.title().startsWith("Fout: "), browser.title());
    tabTo(".errors a[href='#evidence']");
    browser.press(ENTER);
    // Then mended.
    assertEquals("www.voorbeelddam.nl/besluit", browser.find("#evidence").getAttribute("value"));
    browser.find("#evidence").clear();
    browser.find("#evidence").sendKeys("https://www.voorbeelddam.nl/besluit");
    browser.find("#version").sendKeys("1.5.1");
    tabTo("#phase-fase-1-phaseValue");
    for (int i = 0; i < 5; i++) {
      browser.press(org.openqa.selenium.Keys.ARROW_DOWN);
    }
    tabTo("#phase-fase-1-validFrom");
    browser.press("1", TAB, "9", TAB, "2024");
    tabTo("button[value=controleren]");
    browser.leave(() -> browser.press(ENTER));
    tabTo("button[value=versturen]");
    browser.leave(() -> browser.press(SPACE));
    browser.find("code");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void the_keyboard_is_enough_with_script_and_without(boolean scripts) {
    Node record = Iris.declaration("gm0363", "zaken-api");
    browser.scripts(scripts);
    try {
      declare("zaken-api");
    } finally {
      browser.scripts(true);
    }
    assertTrue(
        server
            .catalogue()
            .snapshot()
            .record(record)
            .contains(record, SC.VERSION, Iris.version("zaken-api", "1.5.1")));
    // Undone by withdrawing, so that both begin with nothing.
    browser.follow("a.quiet");
    browser.follow("button[value=intrekken]");
    browser.follow(".fill button[value=intrekken]");
    browser.find("code");
    assertTrue(server.catalogue().snapshot().record(record).isEmpty());
  }

  /** Goes on with what the keyboard reaches at a selector. */
  private static void press(String css) {
    tabTo(css);
    browser.leave(() -> browser.press(ENTER));
  }

  /** Which file it is asks a window of the browser's own; all around it the keyboard does. */
  private static void send(String phase) throws IOException {
    String rows = "Sleutel;Revisie;Fase 1: Fase;Fase 1: Geldig vanaf\ngm0363/fsc;%s;%s;1-9-2024\n";
    long based =
        server.catalogue().snapshot().current(FSC).map(Snapshot.Current::revision).orElse(0L);
    Path file = folder.resolve("opgaven.csv");
    Files.writeString(file, rows.formatted(based == 0 ? "" : based, phase));
    open("/mijn/gm0363/blad");
    browser.find("#bestand").sendKeys(file.toString());
    press(".fill button[type=submit]");
    press("button[value=overnemen]");
    browser.find("code");
  }

  private static boolean says(String phase) {
    return server.catalogue().snapshot().record(FSC).stream()
        .anyMatch(it -> it.getObject().toString().endsWith("/adoptiefase/" + phase));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void a_sheet_is_sent_confirmed_undone_and_withdrawn_with_the_keyboard(boolean scripts)
      throws IOException {
    browser.scripts(scripts);
    try {
      send("Oriëntatie");
      assertTrue(says("orientatie"));
      send("Gepland");
      assertTrue(says("gepland"));
      open("/mijn/gm0363");
      press("form[action='/mijn/gm0363/opgaven/fsc'] button[value=bevestigen]");
      browser.find("code");
      open("/mijn/gm0363/opgaven/fsc");
      press("button[value=herstellen]");
      browser.find("code");
      assertTrue(says("orientatie"), "what was before the last one is back");
      open("/mijn/gm0363/opgaven/fsc");
      press("button[value=intrekken]");
      press(".fill button[value=intrekken]");
      browser.find("code");
      assertTrue(server.catalogue().snapshot().record(FSC).isEmpty());
    } finally {
      browser.scripts(true);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/inloggen",
        "/mijn/gm0363",
        "/mijn/gm0363/kiezen",
        "/mijn/gm0363/mandaten",
        "/mijn/gm0363/mandaten/organisatie/vng-realisatie",
        "/mijn/gm0363/blad",
        "/mijn/gm0363/tabel",
        "/en/mijn/gm0363/blad",
        "/mijn/gm0363/opgaven/zaken-api",
        "/mijn/gm0344",
        "/en/mijn/gm0363/opgaven/zaken-api"
      })
  void pages_are_accessible_and_fit(String path) {
    for (int width : new int[] {1280, 320}) {
      browser.open(server.address() + path, width);
      assertEquals(List.of(), browser.violations(), path);
      assertEquals(0, browser.overflow(), () -> path + " wider: " + browser.widest());
      assertEquals(
          List.of(), browser.complaints().stream().filter(c -> !c.contains("403")).toList());
    }
  }

  @Test
  void what_is_found_changes_as_one_types() {
    open("/mijn/gm0363/kiezen");
    browser.find("#q1").sendKeys("zaken api");
    browser.await("decodeURIComponent(location.search).replace('+', ' ') === '?q=zaken api'");
    int found = browser.all("#gevonden li").size();
    assertTrue(found > 0 && found < 20, found + " found");
    assertEquals(found + " gevonden", browser.find("#aantal").getText());
    assertEquals("q1", browser.evaluate("return document.activeElement.id"));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void a_form_with_errors_is_accessible_too() {
    open("/mijn/gm0363/opgaven/fsc");
    browser.find("#evidence").sendKeys("nergens");
    browser.follow("button[value=controleren]");
    browser.find(".errors");
    assertEquals(List.of(), browser.violations());
  }
}
