package nl.standaardencatalogus.server.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import nl.standaardencatalogus.server.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages tell of a decision that was taken and binds only later. */
class ComingTest {
  private static final String DECISION =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX def: <https://w3id.org/standaardencatalogus/def/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <https://w3id.org/standaardencatalogus/id/>

      <standaard/proef> a sc:Standard ; dct:title "Proefstandaard"@nl ; dct:identifier "proef" .
      <besluit/2026-proef> a sc:Decision ; dct:title "Besluit over de proef"@nl ;
        sc:decisionBody <organisatie/vng> ; sc:force def:vng-verbindendheid\\/%s ;
        sc:covers <standaard/proef> ;
        sc:decidedOn "%s"^^xsd:date ; sc:effectiveFrom "%s"^^xsd:date .
      """;

  private static Site site;

  @BeforeAll
  static void start() {
    site = Site.with(DECISION.formatted("verplicht", "2026-11-01", "2027-01-01"));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static String text(Site site, String path) {
    HttpResponse<String> response = site.get(path);
    assertEquals(200, response.statusCode(), path);
    return response.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private static void holds(String text, String part) {
    assertTrue(text.contains(part), part + " is not in\n" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/moeten-wij/proef", "/moeten-wij/proef?gemeente=gm0363"})
  void the_answer_is_not_yet_and_from_when_because_of_what(String path) {
    String card = text(site, path);
    holds(card, "Nu nog niet. Vanaf 1 januari 2027 wel: dan moet het.");
    holds(card, "Straks wel: Verplicht VNG, vanaf 1 januari 2027: Besluit over de proef");
    assertFalse(card.contains("geen besluit bekend"), card);
    assertFalse(card.contains("Geen gremium"), card);
  }

  @Test
  void the_answer_is_the_same_in_english() {
    holds(text(site, "/en/moeten-wij/proef"), "Not yet. From 1 January 2027 you do");
  }

  @Test
  void the_answer_in_a_list_is_the_same() {
    holds(text(site, "/moeten-wij?q=proef"), "Nu nog niet. Vanaf 1 januari 2027 wel");
  }

  @Test
  void a_municipality_reads_what_to_do_by_then() {
    holds(
        text(site, "/moeten-wij/proef?gemeente=gm0014"),
        "Zorg dat u de standaard op 1 januari 2027 gebruikt");
  }

  @ParameterizedTest
  @CsvSource({
    "/standaarden/proef/embleem.svg, VNG: Verplicht vanaf 1 januari 2027",
    "/standaarden/proef, VNG Verplicht vanaf 1 januari 2027",
    "/gemeenten/gm0363/geldt, Proefstandaard Verplicht VNG",
    "/besluiten/2026-proef, Dit besluit bindt nu nog niet. Vanaf 1 januari 2027 wel.",
    "/besluiten/2026-proef, Standaarden die hierdoor gaan gelden"
  })
  void pages_tell_from_when(String path, String told) {
    holds(text(site, path), told);
  }

  @Test
  void a_report_for_a_spreadsheet_has_it_as_coming() {
    String rows = site.get("/gemeenten/gm0363/geldt.csv").body();
    String row = rows.lines().filter(it -> it.contains("proef")).findFirst().orElse(rows);
    holds(row, "2027-01-01");
    holds(row, "Geldt nog niet");
  }

  @Test
  void what_was_not_yet_taken_on_the_day_is_not_told_on_it() {
    String decision = DECISION.formatted("verplicht", "2026-12-01", "2027-01-01");
    try (Site later = Site.with(decision)) {
      holds(text(later, "/moeten-wij/proef"), "Nee. Er is geen besluit bekend");
    }
  }

  @Test
  void to_explain_and_to_be_advised_are_told_apart() {
    String explain = DECISION.formatted("pas-toe-of-leg-uit", "2026-11-01", "2027-01-01");
    try (Site later = Site.with(explain)) {
      holds(text(later, "/moeten-wij/proef"), "Vanaf 1 januari 2027 wel, of u legt uit");
    }
    String advised = DECISION.formatted("aanbevolen", "2026-11-01", "2027-01-01");
    try (Site later = Site.with(advised)) {
      holds(text(later, "/moeten-wij/proef"), "Vanaf 1 januari 2027 is het wel aanbevolen.");
    }
  }

  @Test
  void what_binds_now_and_otherwise_later_is_no_contradiction() {
    String now =
        DECISION
            .formatted("aanbevolen", "2020-01-01", "2020-03-01")
            .replace("besluit/2026-proef", "besluit/2020-proef");
    String later = DECISION.formatted("verplicht", "2026-11-01", "2027-01-01");
    try (Site both = Site.with(now + later)) {
      String page = text(both, "/standaarden/proef");
      holds(page, "Aanbevolen sinds 1 maart 2020");
      holds(page, "Verplicht vanaf 1 januari 2027");
      assertFalse(page.contains("spreken elkaar tegen"), page);
    }
  }
}
