package nl.standaardencatalogus.server.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.shapes.Rules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read about the rules and what these find in the curated facts. */
class QualityTest {
  private static final Pattern COUNT = Pattern.compile("<strong>([0-9.]+) bevinding");

  @BeforeAll
  static void check() throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    while (page("/kwaliteit").contains("worden nu nagelopen")) {
      assertTrue(Instant.now().isBefore(end), "the rules are still being checked");
      Thread.sleep(50);
    }
  }

  private static HttpResponse<String> get(String path) {
    return CuratedServer.get(path, "Accept", "text/html");
  }

  private static String page(String path) {
    HttpResponse<String> answer = get(path);
    assertEquals(200, answer.statusCode(), path);
    return answer.body();
  }

  private static int count(String path) {
    Matcher count = COUNT.matcher(page(path));
    assertTrue(count.find(), path);
    return Integer.parseInt(count.group(1).replace(".", ""));
  }

  /** The part of a page below a heading. */
  private static String part(String page, String id) {
    String part = page.substring(page.indexOf("<section class=\"block\" id=\"" + id + "\""));
    return part.substring(0, part.indexOf("</section>"));
  }

  @Test
  void findings_stand_by_rule_in_words() {
    String rules = part(page("/kwaliteit"), "regels");
    assertTrue(rules.contains(">GEMMA vraagt niet om een standaard die is beëindigd</a>"), rules);
    assertTrue(rules.contains("href=\"/kwaliteit?regel=Standard-endedStillObliged\""), rules);
  }

  @Test
  void contradictions_stand_by_themselves() {
    String part = part(page("/kwaliteit"), "tegenspraak");
    assertTrue(part.contains("Documenten API 1.5.0"), part);
    assertTrue(part.contains("de tag in Git is van 29 maart 2024"), part);
    assertFalse(part.contains("Zoek een bron op"), part);
  }

  @Test
  void a_choice_of_one_rule_has_no_other() {
    String body = page("/kwaliteit?regel=Standard-endedStillObliged");
    assertEquals(9, count("/kwaliteit?regel=Standard-endedStillObliged"));
    assertTrue(body.contains("href=\"/regels/Standard-endedStillObliged\""), body);
    assertFalse(body.contains("/regels/Standard-landingPageKnown"), body);
  }

  @Test
  void choices_add_up() {
    int vng = count("/kwaliteit?bij=vng-realisatie");
    int warnings = count("/kwaliteit?bij=vng-realisatie&gewicht=warning");
    int infos = count("/kwaliteit?bij=vng-realisatie&gewicht=info");
    assertTrue(warnings > 0 && infos > 0);
    assertEquals(vng, warnings + infos);
  }

  @Test
  void a_maintainer_answers_for_his_standards_and_nobody_for_what_has_none() {
    String vng = page("/kwaliteit?bij=vng-realisatie");
    assertTrue(vng.contains("href=\"/standaarden/"), vng);
    String editors = page("/kwaliteit?bij=redactie&regel=Standard-maintainerKnown");
    assertTrue(editors.contains("De redactie van de catalogus"), editors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"regel=geen", "bij=niemand", "gewicht=zwaar", "gewicht=info&p=nul"})
  void what_is_unknown_is_refused(String query) {
    assertEquals(400, get("/kwaliteit?" + query).statusCode());
  }

  @Test
  void the_same_choice_is_there_for_a_spreadsheet() {
    HttpResponse<String> file =
        CuratedServer.get("/kwaliteit.csv?regel=Standard-endedStillObliged");
    assertEquals(200, file.statusCode());
    List<String> lines = file.body().lines().toList();
    assertEquals(10, lines.size(), file.body());
    assertTrue(
        lines.get(0).endsWith("Regel;Gewicht;Wie;Identificatie (URI);Naam;Bevinding;verzonnen"));
    assertTrue(lines.get(1).contains("https://w3id.org/standaardencatalogus/id/standaard/"));
    assertEquals(404, CuratedServer.get("/kwaliteit.docx").statusCode());
  }

  @Test
  void what_has_no_date_is_counted() {
    String part = part(page("/kwaliteit"), "zwak");
    assertTrue(part.contains("Van 313 van de 585 versies"), part);
  }

  @Test
  void a_rule_has_a_page_with_what_it_says_and_how_it_is_written() {
    String rule = page("/regels/Declaration-versionEnded");
    assertTrue(rule.contains("<h1>De versie in productie wordt ondersteund</h1>"), rule);
    assertTrue(rule.contains("Versie … is in productie"), rule);
    assertTrue(rule.contains("vormen:Declaration-versionEnded"), rule);
    assertTrue(rule.contains("sh:sparql"), rule);
    assertTrue(page("/en/regels/Declaration-versionEnded").contains("The version in production"));
    assertEquals(404, get("/regels/Bestaat-niet").statusCode());
  }

  @Test
  void all_rules_stand_in_one_list() {
    String rules = page("/regels");
    Rules.load()
        .rules()
        .values()
        .forEach(it -> assertTrue(rules.contains("/regels/" + it.name() + "\""), it.name()));
  }

  @Test
  void who_asks_for_the_rules_as_a_reader_gets_their_page() {
    HttpResponse<String> answer = get("/def/vormen");
    assertEquals("/regels", answer.headers().firstValue("Location").orElse(answer.body()));
  }
}
