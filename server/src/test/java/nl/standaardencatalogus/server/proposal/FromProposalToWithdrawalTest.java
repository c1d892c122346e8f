package nl.standaardencatalogus.server.proposal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.page.Browser;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A made-up standard from what a visitor proposes to its withdrawal, in real browsers: of a
 * visitor, of an editor who records each step, and of the secretariat that looks at it and accepts
 * it.
 */
@Tag("browser")
class FromProposalToWithdrawalTest {
  private static final String DEF = "https://w3id.org/standaardencatalogus/def/";
  private static final String TITLE = "Voorbeeldstandaard Buurtmeldingen";
  private static final String STANDARD = TITLE + " (standaard/voorbeeld-buurtmeldingen)";
  private static final String VERSION = "1.0 (standaard/voorbeeld-buurtmeldingen/versie/1.0)";
  private static final String PROCEDURE = "Voorbeeld: buurtmeldingen vaststellen";
  private static final String FORM = "/bewerken/procedure/2026-voorbeeld-buurtmeldingen";
  private static final String BOARD = "VNG-bestuur (organisatie/vng-bestuur)";
  private static final String COLLEGE =
      "College van Dienstverleningszaken (organisatie/college-van-dienstverleningszaken)";
  private static final String PAGE = "/standaarden/voorbeeld-buurtmeldingen";

  private static final Predicate<String> IS_CHOSEN = Set.of("radio", "checkbox")::contains;

  @TempDir private static Path folder;
  private static TestServer server;
  private static Browser visitor;
  private static Browser editor;
  private static Browser colleague;
  private static Browser secretariat;

  /** How many steps there are in the procedure. */
  private int steps;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder, "FOUR_EYES", "true");
    visitor = new Browser();
    editor = loggedIn("redactie", Iris.organisation("vng-realisatie"), Role.EDITOR);
    colleague = loggedIn("eindredactie", Iris.organisation("vng-realisatie"), Role.EDITOR);
    secretariat = loggedIn("secretariaat", Iris.organisation("vng"), Role.SECRETARIAT);
  }

  @AfterAll
  static void stop() {
    for (Browser each : List.of(visitor, editor, colleague, secretariat)) {
      each.close();
    }
    server.close();
  }

  private static Browser loggedIn(String name, Node organisation, Role role) {
    String password = server.password(name, name, organisation, role);
    Browser browser = new Browser();
    browser.page().setDefaultTimeout(7000);
    browser.open(server.address() + "/voorstellen", 1280);
    browser.find("#naam").fill(name);
    browser.find("#wachtwoord").fill(password);
    browser.find("#wachtwoord").press("Enter");
    assertThat(browser.find("h1")).hasText("Voorstellen");
    return browser;
  }

  private static void open(Browser browser, String path) {
    browser.open(server.address() + path, 1280);
    System.out.println(
        "DEBUG "
            + path
            + " "
            + browser.page().url()
            + " "
            + browser.find("h1").allInnerTexts()
            + server
                .catalogue()
                .snapshot()
                .records()
                .filter(r -> r.getURI().contains("buurtm"))
                .toList());
  }

  /** Fills in fields by their names, as the form of the editor has them. */
  private static void fill(String... fields) {
    for (int i = 0; i < fields.length; i += 2) {
      Locator field = editor.find("[name='" + fields[i] + "']");
      unfold(field.first());
      if (IS_CHOSEN.test(String.valueOf(field.first().getAttribute("type")))) {
        editor.find("[name='" + fields[i] + "'][value='" + fields[i + 1] + "']").check();
      } else {
        field.last().fill(fields[i + 1]);
      }
    }
  }

  /** Opens what a field is folded away in. */
  private static void unfold(Locator field) {
    for (Locator folded : field.locator("xpath=ancestor::details[not(@open)]").all()) {
      folded.locator("> summary").click();
    }
  }

  private static void day(String name, String day) {
    if (editor.find("[name='" + name + ".jaar']").count() == 0) {
      // A field that takes a month or a year as well is one text.
      fill(name, day);
      return;
    }
    String[] parts = day.split("-");
    fill(name + ".jaar", parts[0], name + ".maand", parts[1], name + ".dag", parts[2]);
  }

  /** The editor hands in what stands in the form; the secretariat accepts it. */
  private static void record(String reason) {
    record(reason, secretariat);
  }

  private static void record(String reason, Browser other) {
    editor.find("#reden").fill(reason);
    editor.find("button[value=voorleggen]").first().click();
    assertEquals(List.of(), editor.find(".errors").allInnerTexts(), reason);
    assertThat(editor.page()).hasURL(Pattern.compile("/voorstellen/[0-9a-f]{16}$"));
    accept(other, editor.page().url());
  }

  private static void accept(Browser other, String address) {
    other.page().navigate(address);
    other.find("#reden").fill("Nagezien en akkoord.");
    other.find("button[value=aanvaarden]").click();
    assertThat(other.find("main")).containsText("Vastgelegd in");
  }

  private static String get(String path, String accept) {
    try {
      return HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build()
          .send(
              HttpRequest.newBuilder(URI.create(server.address() + path))
                  .header("Accept", accept)
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  private static String asked(String query) {
    return get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "text/csv");
  }

  private static void tells(String path, String... texts) {
    open(visitor, path);
    for (String text : texts) {
      assertThat(visitor.find("main")).containsText(text);
    }
  }

  @Test
  void a_made_up_standard_goes_all_the_way_and_the_public_pages_tell_it() {
    String asked = aVisitorProposesIt();
    anEditorMakesRecordsOfIt();
    tells(asked.substring(server.address().length()), "Nagezien en akkoord.");
    tells(PAGE, TITLE, "verzonnen");

    theProcedureBegins();
    theCollegeAdvises();
    theBoardDecides();
    tells(PAGE, "Pas toe of leg uit", "op advies van");
    String binds =
        asked(
            "ASK { <"
                + Iris.BASE
                + "id/standaard/voorbeeld-buurtmeldingen> <"
                + Iris.BASE
                + "def#boundBy> ?decision }");
    assertTrue(binds.contains("true"), binds);
    itIsEvaluatedAndWithdrawn();

    tells(PAGE, "Intrekking van buurtmeldingen", PROCEDURE);
    tells(
        "/procedures/2026-voorbeeld-buurtmeldingen",
        "Aanmelding",
        "Intake",
        "Expertonderzoek",
        "Openbare consultatie",
        "Het is een goed begin.",
        "Positief met voorwaarden",
        "Er komt een testplatform.",
        "Een lid wilde wachten.",
        "Publicatie",
        "Evaluatie",
        "Intrekking");
    itIsInAQuery();
    bothWhoProposedAndWhoAcceptedAreInThePast();
    itIsInTheFeed();
  }

  private static String aVisitorProposesIt() {
    open(visitor, "/voorstel");
    visitor.find("#titel").fill(TITLE);
    visitor.find("#tekst").fill("Verzonnen: meldingen uit de buurt komen overal anders binnen.");
    visitor.find("form.fill button").click();
    assertThat(visitor.page()).hasURL(Pattern.compile("/voorstel/[0-9a-f]{16}$"));
    return visitor.page().url();
  }

  private static void anEditorMakesRecordsOfIt() {
    open(editor, "/voorstellen");
    editor.find("#open a").first().click();
    editor.find("a[href*='/bewerken/standaard?']").first().click();
    assertThat(editor.find("#title")).hasValue(TITLE);
    fill(
        "kind",
        DEF + "soort/api",
        "theme",
        DEF + "thema/dienstverlening",
        "adres",
        "voorbeeld-buurtmeldingen",
        "sourceText",
        "verzonnen voor een proef",
        "confidence",
        DEF + "betrouwbaarheid/laag",
        "voorbeeld",
        "1");
    editor.find("button[value=concept]").click();
    assertThat(editor.page()).hasURL(Pattern.compile("bewaard=1"));
    editor.find("aside a[href*='/bewerken/versie?']").first().click();
    fill(
        "title", "Voorbeeldstandaard Buurtmeldingen 1.0",
        "version", "1.0",
        "sourceText", "verzonnen voor een proef",
        "confidence", DEF + "betrouwbaarheid/laag",
        "voorbeeld", "1");
    record("Een voorbeeld, om de weg van een standaard te laten zien.", colleague);
  }

  private void theProcedureBegins() {
    open(editor, "/bewerken/procedure");
    fill(
        "title",
        PROCEDURE,
        "concerns",
        STANDARD,
        "procedureKind",
        DEF + "proceduresoort/nieuwe-standaard",
        "procedureTrack",
        DEF + "procedurespoor/vng",
        "adres",
        "2026-voorbeeld-buurtmeldingen",
        "sourceText",
        "verzonnen voor een proef",
        "voorbeeld",
        "1");
    step("aanmelding", "2026-01-12");
    record("De aanmelding is ontvankelijk.");
    next("intake", "2026-01-26", "De intake is begonnen.");
    next("expertonderzoek", "2026-02-16", "De deskundigen zijn begonnen.");
    open(editor, FORM);
    String consultation = step("openbare-consultatie", "2026-03-16");
    day(consultation + ".endsOn", "2026-05-15");
    record("De consultatie is begonnen.");
    open(editor, FORM);
    editor.find("details:has([name='" + consultation + ".stepKind']) > summary").first().click();
    String reaction = consultation + ".reaction.stap-4-reactie-1";
    fill(
        reaction + ".reactedBy", "Groningen (gemeente/gm0014)",
        reaction + ".description", "Het is een goed begin.",
        reaction + ".answer", "Dank.");
    day(reaction + ".reactedOn", "2026-04-02");
    day(reaction + ".answeredOn", "2026-05-20");
    record("Op de reactie is geantwoord.");
  }

  private static final String STEP = "step.stap-";

  /** Fills in a further step; gives what its fields are called. */
  private String step(String kind, String begins) {
    steps++;
    String name = STEP + steps;
    fill(name + ".stepKind", DEF + "procedurestap/" + kind);
    day(name + ".beginsOn", begins);
    return name;
  }

  private void next(String kind, String begins, String reason) {
    open(editor, FORM);
    step(kind, begins);
    record(reason);
  }

  private void theCollegeAdvises() {
    open(editor, "/bewerken/vergadering");
    fill(
        "title", "Voorbeeldvergadering over buurtmeldingen",
        "meetingBody", COLLEGE,
        "agendaItem.agendapunt-1.order", "1",
        "agendaItem.agendapunt-1.title", "Buurtmeldingen",
        "agendaItem.agendapunt-1.concerns",
            PROCEDURE + " (procedure/2026-voorbeeld-buurtmeldingen)",
        "adres", "voorbeeld-buurtmeldingen",
        "voorbeeld", "1");
    day("heldOn", "2026-06-10");
    record("De agenda staat vast.");
    tells(
        "/vergaderingen/2026-voorbeeld-buurtmeldingen/agendapunt-1", TITLE, "Openbare consultatie");

    open(editor, "/bewerken/besluit");
    fill(
        "title",
        "Advies over buurtmeldingen",
        "decisionBody",
        COLLEGE,
        "decisionKind",
        DEF + "besluitsoort/cvd-advies",
        "covers",
        STANDARD,
        "adviceOutcome",
        DEF + "advies-uitkomst/positief-met-voorwaarden",
        "condition",
        "Er komt een testplatform.",
        "minorityView",
        "Een lid wilde wachten.",
        "takenIn",
        "Voorbeeldvergadering over buurtmeldingen" + " (vergadering/2026-voorbeeld-buurtmeldingen)",
        "adres",
        "voorbeeld-advies-buurtmeldingen",
        "sourceText",
        "verzonnen voor een proef",
        "confidence",
        DEF + "betrouwbaarheid/laag",
        "voorbeeld",
        "1");
    day("decidedOn", "2026-06-10");
    record("Het College heeft geadviseerd.");
    leading(
        "advies", "2026-06-10", "Advies over buurtmeldingen", "voorbeeld-advies-buurtmeldingen");
  }

  private void leading(String kind, String day, String title, String slug) {
    open(editor, FORM);
    String name = step(kind, day);
    fill(name + ".leadsTo", title + " (besluit/2026-" + slug + ")");
    record("De stap is gezet: " + title + ".");
  }

  private void theBoardDecides() {
    open(editor, "/bewerken/besluit");
    fill(
        "title",
        "Buurtmeldingen: pas toe of leg uit",
        "decisionBody",
        BOARD,
        "decisionKind",
        DEF + "besluitsoort/bestuursbesluit",
        "covers",
        STANDARD,
        "force",
        DEF + "vng-verbindendheid/pas-toe-of-leg-uit",
        "adres",
        "voorbeeld-buurtmeldingen",
        "sourceText",
        "verzonnen voor een proef",
        "confidence",
        DEF + "betrouwbaarheid/laag",
        "voorbeeld",
        "1");
    day("decidedOn", "2026-07-02");
    day("effectiveFrom", "2026-08-01");
    editor.find("#reden").fill("Het bestuur heeft besloten.");
    editor.find("button[value=voorleggen]").first().click();
    // What binds without advice is refused, whoever asks for it.
    assertThat(editor.find(".errors")).containsText("advies");
    fill("onAdviceOf", "Advies over buurtmeldingen (besluit/2026-voorbeeld-advies-buurtmeldingen)");
    record("Het bestuur heeft besloten.");
    leading(
        "besluit", "2026-07-02", "Buurtmeldingen: pas toe of leg uit", "voorbeeld-buurtmeldingen");
    next("publicatie", "2026-07-10", "Het besluit is bekendgemaakt.");
  }

  private void itIsEvaluatedAndWithdrawn() {
    next("evaluatie", "2026-10-01", "De evaluatie is begonnen.");
    open(editor, "/bewerken/besluit");
    fill(
        "title", "Intrekking van buurtmeldingen",
        "decisionBody", BOARD,
        "decisionKind", DEF + "besluitsoort/intrekking",
        "covers", STANDARD,
        "supersedes", "Buurtmeldingen: pas toe of leg uit (besluit/2026-voorbeeld-buurtmeldingen)",
        "adres", "voorbeeld-intrekking-buurtmeldingen",
        "sourceText", "verzonnen voor een proef",
        "confidence", DEF + "betrouwbaarheid/laag",
        "voorbeeld", "1");
    day("decidedOn", "2026-11-05");
    day("effectiveFrom", "2026-11-10");
    record("Het bestuur heeft de standaard ingetrokken.");
    leading(
        "intrekking",
        "2026-11-05",
        "Intrekking van buurtmeldingen",
        "voorbeeld-intrekking-buurtmeldingen");
  }

  private static void itIsInAQuery() {
    String standard = "<" + Iris.BASE + "id/standaard/voorbeeld-buurtmeldingen>";
    String binds = asked("ASK { " + standard + " <" + Iris.BASE + "def#boundBy> ?decision }");
    assertTrue(binds.contains("false"), binds);
    String story =
        asked(
            "PREFIX sc: <"
                + DEF.replaceFirst("/$", "#")
                + "> SELECT ?kind ?day { <"
                + Iris.BASE
                + "id/procedure/2026-voorbeeld-buurtmeldingen> sc:step ?step ."
                + " ?step sc:stepKind ?kind ; sc:beginsOn ?day } ORDER BY ?day ?kind");
    List<String> kinds = story.lines().skip(1).map(it -> it.replaceAll(".*/|,.*", "")).toList();
    assertEquals(
        List.of(
            "aanmelding",
            "intake",
            "expertonderzoek",
            "openbare-consultatie",
            "advies",
            "besluit",
            "publicatie",
            "evaluatie",
            "intrekking"),
        kinds,
        story);
  }

  private static void bothWhoProposedAndWhoAcceptedAreInThePast() {
    String commit = get("/id/commit/2", "text/turtle");
    assertTrue(commit.contains("onBehalfOf"), commit);
    assertTrue(commit.contains("proposedOnBehalfOf"), commit);
    assertTrue(commit.contains("\"redactie\""), commit);
    tells("/commits/2", "Voorgesteld door", "redactie", "eindredactie");
  }

  private static void itIsInTheFeed() {
    String news = get(PAGE + "/nieuws.atom", "application/atom+xml");
    assertTrue(news.contains("Intrekking van buurtmeldingen"), news);
    StringBuilder feed = new StringBuilder();
    for (int number = 1; number < 50; number++) {
      feed.append(get("/ldes/pagina/" + number, "application/n-quads"));
    }
    assertTrue(
        feed.indexOf("besluit/2026-voorbeeld-intrekking-buurtmeldingen") >= 0, feed::toString);
  }
}
