package nl.standaardencatalogus.server.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The road map over HTTP, on 23 November 2026. */
class RoadmapTest {
  private static final String MORE =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <https://w3id.org/standaardencatalogus/id/>

      <standaard/zaken-api/versie/1.5.1> sc:endOfSupport "2027-03-01"^^xsd:date .
      <standaard/zaken-api/versie/2.0.0> a sc:StandardVersion ; dct:title "Zaken API 2.0.0"@nl ;
        dct:identifier "zaken-api/2.0.0" ; dcat:version "2.0.0" ;
        dct:isVersionOf <standaard/zaken-api> ; dct:issued "2026"^^xsd:gYear .
      <besluit/later> a sc:Decision ; dct:title "Besluit van later"@nl ;
        sc:decisionBody <organisatie/vng> ; sc:decidedOn "2026-05-01"^^xsd:date ;
        sc:effectiveFrom "2028-01-01"^^xsd:date ; sc:covers <standaard/stuf-zkn> .
      <besluit/advies> a sc:Decision ; dct:title "Advies van nu"@nl ;
        sc:decisionKind <https://w3id.org/standaardencatalogus/def/besluitsoort/cvd-advies> ;
        sc:decisionBody <organisatie/vng> ; sc:decidedOn "2026-02-01"^^xsd:date ;
        sc:covers <standaard/stuf-zkn> .
      <standaard/stuf-zkn/versie/1.6> a sc:StandardVersion ; dct:title "StUF-ZKN 1.6"@nl ;
        dct:identifier "stuf-zkn/1.6" ; dcat:version "1.6" ;
        dct:isVersionOf <standaard/stuf-zkn> ; dct:issued "2026-08-25"^^xsd:date .
      <standaard/fsc> a sc:Standard ; dct:title "FSC"@nl ; dct:identifier "fsc" ;
        dcat:theme <https://w3id.org/standaardencatalogus/def/thema/common-ground> .
      <standaard/fsc/versie/1.0> a sc:StandardVersion ; dct:title "FSC 1.0"@nl ;
        dct:identifier "fsc/1.0" ; dcat:version "1.0" ;
        dct:isVersionOf <standaard/fsc> ; dct:issued "2024-05-01"^^xsd:date .
      """;

  private static Site site;

  @BeforeAll
  static void start() {
    site = Site.with(MORE);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static String ok(String path) {
    HttpResponse<String> response = site.get(path);
    assertEquals(200, response.statusCode(), path + "\n" + response.body());
    return response.body();
  }

  /** The rows of the file, without its headings. */
  private static List<String> rows(String query) {
    return ok("/tijdlijn.csv" + query).lines().skip(1).toList();
  }

  private static boolean tells(List<String> rows, String start) {
    return rows.stream().anyMatch(row -> row.startsWith(start));
  }

  @Test
  void last_three_years_and_the_next_two_are_told_with_the_last_first() {
    List<String> rows = rows("");
    assertEquals(
        List.of(
            "2028-01-01",
            "2027-03-01",
            "2026-08-25",
            "2026-02-01",
            "2026",
            "2024-05-01",
            "2023-09-26"),
        rows.stream().map(row -> row.split(";")[0]).toList());
    assertTrue(
        rows("?van=2019&tot=2019").get(0).startsWith("2019-11-18;geweest;Versie verschijnt"));
  }

  @Test
  void what_is_to_come_is_told_alone() {
    List<String> rows = rows("?toon=komend");
    assertEquals(2, rows.size(), rows::toString);
    assertTrue(tells(rows, "2028-01-01;komt nog;Besluit geldt;Besluit van later;"), rows::toString);
    assertTrue(tells(rows, "2027-03-01;komt nog;Einde ondersteuning;"), rows::toString);
  }

  @Test
  void page_draws_and_lists_the_same() {
    String page = ok("/tijdlijn");
    for (String said :
        List.of(
            "Besluit van later: besluit geldt, 1 januari 2028",
            "Zaken API 1.5.1: einde ondersteuning, 1 maart 2027")) {
      assertTrue(page.contains("<title>" + said + "</title>"), said + " is not in\n" + page);
    }
    assertTrue(page.contains("7 gebeurtenissen van 2023 tot en met 2028"), page);
    assertEquals(8, page.split("<tr>", -1).length - 1, page);
    assertTrue(page.contains(">vandaag</text>"), page);
  }

  @Test
  void advice_is_no_decision_and_is_drawn_like_one() {
    assertTrue(
        tells(rows(""), "2026-02-01;geweest;Advies gegeven;Advies van nu;"), () -> rows("") + "");
    String page = ok("/tijdlijn");
    String drawn =
        "<title>Advies van nu: advies gegeven, 1 februari 2026</title><path class=\"dot\"";
    assertTrue(page.contains(drawn), page);
  }

  @Test
  void label_stands_beside_the_line_of_the_day() {
    String page = ok("/tijdlijn");
    double today =
        Double.parseDouble(
            page.split("class=\"mark\"")[0].replaceAll("(?s).*x1=\"([0-9.]+)\".*", "$1"));
    Matcher label =
        Pattern.compile("<text x=\"([0-9.]+)\"[^>]*class=\"note( end)?\">([0-9.]+)</text>")
            .matcher(page);
    List<String> labels = new ArrayList<>();
    while (label.find()) {
      labels.add(label.group(3));
      double x = Double.parseDouble(label.group(1));
      double wide = label.group(3).length() * 7.2;
      double left = label.group(2) == null ? x : x - wide;
      assertTrue(left + wide <= today || left >= today, label.group());
    }
    assertTrue(labels.contains("1.6"), labels::toString);
  }

  @Test
  void theme_and_maintainer_leave_out_the_others() {
    assertEquals(
        3, rows("?beheerder=vng-realisatie").size(), () -> rows("?beheerder=vng-realisatie") + "");
    assertFalse(tells(rows("?beheerder=vng-realisatie"), "2028-01-01"));
    assertEquals(6, rows("?thema=zaakgericht-werken").size());
    List<String> other = rows("?thema=common-ground");
    assertEquals(1, other.size(), other::toString);
    assertTrue(tells(other, "2024-05-01;geweest;Versie verschijnt;FSC 1.0;"), other::toString);
  }

  @Test
  void past_day_knows_nothing_of_what_came_or_was_decided_later() {
    List<String> rows = rows("?op=2024-01-01&van=2019&tot=2028");
    assertFalse(tells(rows, "2026"), rows::toString);
    assertFalse(tells(rows, "2028"), rows::toString);
    assertTrue(tells(rows, "2027-03-01;komt nog;"), rows::toString);
    assertTrue(ok("/tijdlijn?op=2024-01-01").contains(">gekozen dag</text>"));
  }

  @Test
  void period_with_nothing_in_it_says_so_and_leads_back() {
    String page = ok("/tijdlijn?van=2020&tot=2020");
    assertTrue(page.contains("Van 2020 tot en met 2020 is bij deze keuze niets vastgelegd."), page);
    assertTrue(page.contains("<a href=\"/tijdlijn\">Kies opnieuw</a>"), page);
    assertFalse(page.contains("tijdlijn.csv"), page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"thema=nergens", "beheerder=x", "van=1066", "tot=later", "toon=niets"})
  void unknown_choice_is_refused(String query) {
    assertEquals(400, site.get("/tijdlijn?" + query).statusCode());
  }
}
