package nl.standaardencatalogus.server.mine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Keyboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
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
  private static final Pattern SOUGHT = Pattern.compile("\\?q=zaken(\\+|%20)api$");

  private static final Node FSC = Iris.declaration("gm0363", "fsc");

  @TempDir private static Path folder;
  private static TestServer server;
  private static Browser browser;
  private static String password;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
    password = server.password("gm0363", "proef", Iris.municipality("gm0363"), Role.MUNICIPALITY);
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
    tabTo("#naam");
    keyboard().type("gm0363");
    tabTo("#wachtwoord");
    keyboard().type(password);
    keyboard().press("Enter");
    assertThat(browser.find("#aandacht")).isVisible();
  }

  private static Keyboard keyboard() {
    return browser.page().keyboard();
  }

  /** Presses Tab until the focus is where it should be; fails when it never gets there. */
  private static void tabTo(String css) {
    assertThat(browser.find(css).first()).isVisible();
    for (int i = 0; i < 200; i++) {
      keyboard().press("Tab");
      if (browser.find(css).and(browser.find(":focus")).count() > 0) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach " + css);
  }

  /** Goes on with what the keyboard reaches at a selector. */
  private static void press(String css) {
    tabTo(css);
    keyboard().press("Enter");
  }

  private static void recorded() {
    assertThat(browser.find("code").first()).isVisible();
  }

  /** Goes through the three steps; whether there is script makes no difference. */
  private static void declare(String slug) {
    open("/mijn/gm0363/kiezen");
    tabTo("#q1");
    keyboard().type("zaken api");
    keyboard().press("Enter");
    assertThat(browser.page()).hasURL(SOUGHT);
    // With script the list may be replaced once more, and the focus in it would be lost.
    assertThat(browser.find(".htmx-request")).hasCount(0);
    press("a[href='/mijn/gm0363/opgaven/" + slug + "']");
    // Corrected first: no phase, and evidence that is no address.
    tabTo("#evidence");
    keyboard().type("www.voorbeelddam.nl/besluit");
    press("button[value=controleren]");
    assertThat(browser.page()).hasTitle(Pattern.compile("^Fout: "));
    press(".errors a[href='#evidence']");
    // Then mended.
    assertThat(browser.find("#evidence")).isFocused();
    assertThat(browser.find("#evidence")).hasValue("www.voorbeelddam.nl/besluit");
    keyboard().press("Control+a");
    keyboard().type("https://www.voorbeelddam.nl/besluit");
    tabTo("#version");
    keyboard().type("1.5.1");
    tabTo("#phase-fase-1-phaseValue");
    for (int i = 0; i < 5; i++) {
      keyboard().press("ArrowDown");
    }
    tabTo("#phase-fase-1-validFrom");
    keyboard().type("1");
    keyboard().press("Tab");
    keyboard().type("9");
    keyboard().press("Tab");
    keyboard().type("2024");
    press("button[value=controleren]");
    tabTo("button[value=versturen]");
    keyboard().press("Space");
    recorded();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void the_keyboard_is_enough_with_script_and_without(boolean scripts) {
    Node record = Iris.declaration("gm0363", "zaken-api");
    browser.scripts(scripts);
    try {
      declare("zaken-api");
      assertTrue(
          server
              .catalogue()
              .snapshot()
              .record(record)
              .contains(record, SC.VERSION, Iris.version("zaken-api", "1.5.1")));
      // Undone by withdrawing, so that both begin with nothing.
      browser.find("a.quiet").click();
      browser.find("button[value=intrekken]").click();
      browser.find(".fill button[value=intrekken]").click();
      recorded();
      assertTrue(server.catalogue().snapshot().record(record).isEmpty());
    } finally {
      browser.scripts(true);
    }
  }

  /** Which file it is asks a window of the browser's own; all around it the keyboard does. */
  private static void send(String phase) throws IOException {
    String rows = "Sleutel;Revisie;Fase 1: Fase;Fase 1: Geldig vanaf\ngm0363/fsc;%s;%s;1-9-2024\n";
    long based =
        server.catalogue().snapshot().current(FSC).map(Snapshot.Current::revision).orElse(0L);
    Path file = folder.resolve("opgaven.csv");
    Files.writeString(file, rows.formatted(based == 0 ? "" : based, phase));
    open("/mijn/gm0363/blad");
    browser.find("#bestand").setInputFiles(file);
    press(".fill button[type=submit]");
    press("button[value=overnemen]");
    recorded();
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
      recorded();
      open("/mijn/gm0363/opgaven/fsc");
      press("button[value=herstellen]");
      recorded();
      assertTrue(says("orientatie"), "what was before the last one is back");
      open("/mijn/gm0363/opgaven/fsc");
      press("button[value=intrekken]");
      press(".fill button[value=intrekken]");
      recorded();
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
    browser.find("#q1").pressSequentially("zaken api");
    assertThat(browser.page()).hasURL(SOUGHT);
    int found = browser.find("#gevonden li").count();
    assertTrue(found > 0 && found < 20, found + " found");
    assertThat(browser.find("#aantal")).hasText(found + " gevonden");
    assertThat(browser.find("#q1")).isFocused();
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void a_form_with_errors_is_accessible_too() {
    open("/mijn/gm0363/opgaven/fsc");
    browser.find("#evidence").fill("nergens");
    browser.find("button[value=controleren]").click();
    assertThat(browser.find(".errors")).isVisible();
    assertEquals(List.of(), browser.violations());
  }
}
