package nl.standaardencatalogus.server.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectsTest {
  private static Site site;

  @BeforeAll
  static void start() {
    site = new Site();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  /** The text of a page, without its tags. */
  private static String text(String path) {
    return flat(body(path));
  }

  private static String body(String path) {
    HttpResponse<String> response = site.get(path);
    assertEquals(200, response.statusCode(), path + "\n" + response.body());
    return response.body();
  }

  private static String flat(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private static void holds(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), part + " is not in\n" + text);
    }
  }

  @Test
  void goal_leads_over_projects_to_standards_and_who_uses_them() {
    holds(
        text("/doelen"),
        "1. Handelen als één branche",
        "2 projecten dragen bij. Dat levert 1 standaard op. Samen zijn zij 1 keer in gebruik",
        "Samen zaken uitwisselen van 1 maart 2025 tot en met 2027 Ontwikkeling",
        "Zaken API-standaard 1 van 3 gemeenten in productie",
        "2. Betere dienstverlening Bij dit doel is nog geen project vastgelegd.");
  }

  @Test
  void goal_has_its_own_projects_only() {
    holds(text("/doelen/een-branche"), "Samen zaken uitwisselen", "Samen verkennen");
    String other = text("/doelen/betere-dienstverlening");
    assertFalse(other.contains("Samen zaken uitwisselen"), other);
    holds(other, "Bij dit doel is nog geen project vastgelegd.");
  }

  @Test
  void projects_of_one_phase_or_one_goal() {
    String phase = text("/projecten?fase=verkenning");
    holds(phase, "1 van 2 projecten", "Samen verkennen");
    assertFalse(phase.contains("Samen zaken uitwisselen"), phase);
    holds(text("/projecten?doel=een-branche&fase=ontwikkeling"), "1 van 2 projecten");
    holds(text("/projecten?doel=betere-dienstverlening"), "Niets past bij deze keuze.");
    assertEquals(400, site.get("/projecten?fase=nergens").statusCode());
    assertEquals(400, site.get("/projecten?doel=nergens").statusCode());
  }

  @Test
  void project_tells_what_it_yields_and_who_takes_part() {
    holds(
        text("/projecten/samen-zaken"),
        "Gemeenten maken samen een API.",
        "Zaken API-standaard 1 van 3 gemeenten in productie",
        "Zaken API 1.5.1 1 van 3 gemeenten in productie (alle versies samen)",
        "Zaakregistratiecomponent wordt niet per gemeente geteld",
        "Deelnemers 2 deelnemers Amsterdam Groningen",
        "Ontwikkeling De standaard wordt gemaakt.",
        "Advies over Samen zaken uitwisselen VNG 15 januari 2025 Positief EUR\u00a0350.000,30 gevraagd:"
            + " EUR\u00a0400.000");
  }

  @Test
  void target_is_laid_beside_what_municipalities_declare_and_not_beside_what_is_typed() {
    String project = text("/projecten/samen-zaken");
    holds(
        project,
        "Zaken API-standaard 2 gemeenten 30 juni 2026 1 niet gehaald",
        "Zaken API 1.5.1 33% van de gemeenten (1) 2027 1 gehaald",
        "Fasen Verkenning van 1 maart 2025 tot en met december 2025 Ontwikkeling vanaf 1 januari"
            + " 2026");
    holds(
        text("/doelen"),
        "Streefcijfer: 2 gemeenten, uiterlijk 30 juni 2026, met Zaken API-standaard : niet"
            + " gehaald");
    holds(text("/projecten/samen-verkennen"), "Van dit project is geen streefcijfer vastgelegd.");
  }

  @Test
  void target_counts_municipalities_of_today_and_is_open_until_its_day() {
    String more =
        """
        BASE <https://w3id.org/standaardencatalogus/id/project/>
        PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <samen-verkennen> sc:adoptionTarget <samen-verkennen#streef> .
        <samen-verkennen#streef> a sc:AdoptionTarget ; sc:dueOn "2099-12-31"^^xsd:date ;
          sc:concerns <https://w3id.org/standaardencatalogus/id/standaard/zaken-api> ;
          sc:targetShare 33.4 .
        """;
    try (Site wanting = Site.with(more)) {
      holds(
          flat(wanting.get("/projecten/samen-verkennen").body()),
          "33,4% van de gemeenten (2) 31 december 2099 1 nog niet gehaald");
    }
  }

  @Test
  void decision_on_money_is_told_with_its_advice_its_condition_and_its_amount() {
    holds(
        text("/projecten/samen-zaken"),
        "Besluiten over financiering Besluit Genomen door Besloten op Op advies van Voorwaarden"
            + " Bedrag Geld voor Samen zaken uitwisselen VNG 13 februari 2025 Advies over Samen"
            + " zaken uitwisselen Elk jaar volgt een verslag. EUR\u00a0350.000,30");
    holds(
        text("/fonds"),
        "Geld voor Samen zaken uitwisselen Samen zaken uitwisselen VNG 13 februari 2025");
    holds(
        text("/besluiten/2025-geld-samen-zaken"),
        "Gaat over Samen zaken uitwisselen Voorwaarden Elk jaar volgt een verslag.",
        "EUR\u00a0350.000,30",
        "Op advies van Advies over Samen zaken uitwisselen",
        "Dit is verzonnen");
    holds(
        text("/projecten/samen-verkennen"),
        "Over dit project is geen besluit over financiering vastgelegd.");
  }

  @Test
  void few_participants_are_there_at_once_and_many_are_folded() {
    assertTrue(body("/projecten/samen-zaken").contains("<details open><summary>2 deelnemers"));
    StringBuilder many =
        new StringBuilder("PREFIX sc: <https://w3id.org/standaardencatalogus/def#>\n");
    for (int i = 1; i <= 13; i++) {
      many.append("<https://w3id.org/standaardencatalogus/id/project/samen-zaken> sc:participant ")
          .append("<https://identifier.overheid.nl/tooi/id/gemeente/gm20%02d> .\n".formatted(i));
    }
    try (Site large = Site.with(many.toString())) {
      String page = large.get("/projecten/samen-zaken").body();
      assertTrue(page.contains("<details><summary>15 deelnemers"), page);
    }
  }

  @Test
  void amounts_have_totals_by_year_and_in_all() {
    holds(
        text("/projecten/samen-zaken"),
        "Jaar Fonds GGU Rijk Totaal",
        "2025 100.000,10 – 100.000,10",
        "2026 250.000,20 50.000,00 300.000,20",
        "Totaal 350.000,30 50.000,00 400.000,30");
  }

  @Test
  void fund_comes_to_what_its_projects_come_to() {
    String fund = body("/fonds");
    List<String> rows =
        Pattern.compile("<tr><th scope=\"row\">.*?</tr>", Pattern.DOTALL)
            .matcher(fund)
            .results()
            .map(MatchResult::group)
            .map(ProjectsTest::flat)
            .map(String::strip)
            .toList();
    assertEquals(
        List.of(
            "Samen verkennen – 1.000,00 1.000,00",
            "Samen zaken uitwisselen 100.000,10 250.000,20 350.000,30",
            "Totaal 100.000,10 251.000,20 351.000,30",
            "Samen verkennen 1.000,00 – 1.000,00",
            "Samen zaken uitwisselen 350.000,30 50.000,00 400.000,30",
            "Totaal 351.000,30 50.000,00 401.000,30"),
        rows.subList(0, 6));
    holds(text("/projecten/samen-verkennen"), "Totaal 1.000 1.000");
  }

  @Test
  void fund_names_the_advice_with_its_project() {
    holds(
        text("/fonds"),
        "Advies over Samen zaken uitwisselen Samen zaken uitwisselen VNG 15 januari 2025 Positief");
  }

  @Test
  void advice_tells_its_amount_as_people_write_it() {
    holds(text("/adviezen/2025-samen-zaken"), "350.000,30");
    holds(text("/en/adviezen/2025-samen-zaken"), "350,000.30");
  }

  @Test
  void list_of_advice_has_moved_to_the_fund() {
    HttpResponse<String> moved = site.get("/en/adviezen");
    assertEquals(301, moved.statusCode());
    assertEquals("/en/fonds#adviezen", moved.headers().firstValue("Location").orElseThrow());
    holds(body("/adviezen/2025-samen-zaken"), "href=\"/fonds\"");
  }

  @Test
  void what_is_no_project_is_no_page() {
    assertEquals(404, site.get("/projecten/een-branche").statusCode());
    assertEquals(404, site.get("/doelen/samen-zaken").statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/doelen | Er is nog geen project vastgelegd.",
        "/doelen/een-branche | Bij dit doel is nog geen project vastgelegd.",
        "/projecten | Er is nog geen project vastgelegd.",
        "/fonds | Er is nog geen bedrag uit het Fonds GGU vastgelegd.",
      })
  void curated_catalogue_says_that_nothing_is_recorded_yet(String path, String none) {
    String text = flat(CuratedServer.get(path, "Accept", "text/html").body());
    holds(text, none, "Dat zegt niet dat er niets is.", "Hier komt", "Stel het voor");
  }

  @Test
  void the_five_goals_stand_in_their_order() {
    List<String> slugs =
        Pattern.compile("<h2 id=\"doel-\\d\">\\d\\. <a href=\"/doelen/([a-z-]+)\"")
            .matcher(CuratedServer.get("/doelen", "Accept", "text/html").body())
            .results()
            .map(match -> match.group(1))
            // Other tests add goals to this catalogue, which come after these.
            .limit(5)
            .toList();
    assertEquals(
        List.of(
            "een-branche",
            "betere-dienstverlening",
            "efficient-organiseren",
            "gezamenlijke-standaarden",
            "een-gesprekspartner"),
        slugs);
  }

  @Test
  void a_real_project_of_which_nothing_is_counted_yet_has_nothing_that_is_made_up() {
    String more =
        """
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
        BASE <https://w3id.org/standaardencatalogus/id/>
        <standaard/nieuw> a sc:Standard ; dct:title "Nieuwe standaard"@nl ; dct:identifier "nieuw" .
        <project/echt> a sc:Project ; dct:title "Echt project"@nl ; sc:yields <standaard/nieuw> .
        """;
    try (Site real = Site.with(more)) {
      String page = real.get("/projecten/echt").body();
      assertTrue(page.contains("Nieuwe standaard"), page);
      assertFalse(page.contains("class=\"samplemark\""), page);
      assertTrue(
          real.get("/projecten/samen-zaken").body().contains("class=\"samplemark\""),
          "that one is made up");
    }
  }

  @Test
  void a_year_without_money_is_left_out_of_a_card() {
    holds(body("/fonds"), "<td class=\"num nothing\" data-label=\"2025\">");
  }
}
