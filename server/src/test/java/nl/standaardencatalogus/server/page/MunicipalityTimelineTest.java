package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The time line on the page of a municipality, on 23 November 2026. */
class MunicipalityTimelineTest {
  private static final String MORE =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX fase: <https://w3id.org/standaardencatalogus/def/adoptiefase/>
      PREFIX gemeente: <https://identifier.overheid.nl/tooi/id/gemeente/>
      BASE <https://w3id.org/standaardencatalogus/id/>

      <standaard/zaken-api/versie/1.5.1> sc:endOfSupport "2027-03-01"^^xsd:date .
      <mandaat/gm0014/dienst> a sc:Mandate ; sc:mandator gemeente:gm0014 ;
        sc:mandatary <samenwerking/roo-27908856> ;
        sc:validFrom "2025-01-01"^^xsd:date ; sc:validUntil "2027-12-31"^^xsd:date .
      <verklaring/gm0014/stuf-zkn> a sc:Declaration ; dct:title "Groningen over StUF"@nl ;
        sc:municipality gemeente:gm0014 ; sc:standard <standaard/stuf-zkn> ;
        sc:plannedFor "2025-05-01"^^xsd:date ; sc:phase <verklaring/gm0014/stuf-zkn#1> .
      <verklaring/gm0014/stuf-zkn#1> sc:phaseValue fase:gepland ; sc:validFrom "2024-02-01"^^xsd:date .
      <verklaring/gm0056/zaken-api> a sc:Declaration ; dct:title "Zuidhorn over Zaken"@nl ;
        sc:municipality gemeente:gm0056 ; sc:standard <standaard/zaken-api> ;
        sc:plannedFor "2020-01-01"^^xsd:date ; sc:phase <verklaring/gm0056/zaken-api#1> .
      <verklaring/gm0056/zaken-api#1> sc:phaseValue fase:gepland ; sc:validFrom "2018-01-01"^^xsd:date .
      <mandaat/gm0056/dienst> a sc:Mandate ; sc:mandator gemeente:gm0056 ;
        sc:mandatary <samenwerking/roo-27908856> ;
        sc:validFrom "2016-01-01"^^xsd:date ; sc:validUntil "2027-12-31"^^xsd:date .
      <verklaring/gm0363/stuf-zkn> a sc:Declaration ; dct:title "Amsterdam over StUF"@nl ;
        sc:municipality gemeente:gm0363 ; sc:standard <standaard/stuf-zkn> ;
        sc:version <standaard/zaken-api/versie/1.5.1> ; sc:phase <verklaring/gm0363/stuf-zkn#1> .
      <verklaring/gm0363/stuf-zkn#1> sc:phaseValue fase:in-productie ;
        sc:validFrom "2020-01-01"^^xsd:date ; sc:validUntil "2025-06-30"^^xsd:date .
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

  private static String part(String path) {
    HttpResponse<String> response = site.get(path);
    assertEquals(200, response.statusCode(), response.body());
    String page = response.body();
    return page.substring(page.indexOf("id=\"tijdlijn\""), page.indexOf("id=\"samenwerking\""));
  }

  /** The rows of the table, as text. */
  private static List<String> rows(String path) {
    return part(path)
        .lines()
        .filter(line -> line.startsWith("<tr>"))
        .map(line -> line.replaceAll(" aria-label=\"[^\"]*\"", ""))
        .map(line -> line.replaceAll(" &lt;script&gt;.*?&lt;/script&gt;", ""))
        .map(line -> line.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip())
        .toList();
  }

  @Test
  void all_that_has_a_day_is_told_with_the_last_first() {
    assertEquals(
        List.of(
            "31 december 2027 komt nog Dienst Noord Mandaat eindigt",
            "1 juni 2027 komt nog Zaken API-standaard Wil de standaard dan gebruiken Bekijk",
            "1 januari 2027 komt nog Zaken API-standaard Uitleg opnieuw bekijken Bekijk",
            "1 mei 2025 datum voorbij StUF-ZKN Wil de standaard dan gebruiken Bekijk",
            "1 januari 2025 Dienst Noord Mandaat begint",
            "1 februari 2024 StUF-ZKN Gepland Bekijk",
            "1 januari 2022 Zaken API-standaard Geen plannen Bekijk",
            "1 januari 2022 Zaken API-standaard Uitleg: lopend contract Bekijk",
            "1 januari 2019 Toevoeging van Zuidhorn uitbreiding",
            "1 januari 2015 Dienst Noord Samenwerking begint"),
        rows("/gemeenten/gm0014"));
  }

  @Test
  void version_in_use_ends_and_a_plan_that_was_carried_out_is_not_due() {
    List<String> rows = rows("/gemeenten/gm0363");
    assertTrue(
        rows.contains(
            "1 maart 2027 komt nog Zaken API-standaard Einde ondersteuning van Zaken API 1.5.1 Bekijk"),
        rows::toString);
    assertFalse(part("/gemeenten/gm0363").contains("datum voorbij"));
  }

  @Test
  void nothing_is_to_come_for_a_municipality_that_is_no_more() {
    String part = part("/gemeenten/gm0056");
    assertTrue(part.contains(">opgeheven</text>"), part);
    assertTrue(part.contains("Gepland"), part);
    assertFalse(part.contains("1 januari 2020"), part);
    assertFalse(part.contains("komt nog") || part.contains("datum voorbij"), part);
  }

  @Test
  void mandate_ends_with_the_municipality_that_gave_it() {
    List<String> rows = rows("/gemeenten/gm0056");
    assertTrue(rows.contains("1 januari 2016 Dienst Noord Mandaat begint"), rows::toString);
    assertFalse(rows.toString().contains("Mandaat eindigt"), rows::toString);
    String drawing = part("/gemeenten/gm0056");
    double end = number(drawing, "x1=\"([0-9.]+)\"[^>]*class=\"mark\"");
    double start = number(drawing, "<rect x=\"([0-9.]+)\"[^>]*class=\"line\"");
    double wide = number(drawing, "<rect [^>]*width=\"([0-9.]+)\"[^>]*class=\"line\"");
    assertEquals(end, start + wide, 0.2, drawing);
  }

  @Test
  void version_of_a_phase_that_is_over_does_not_end_anymore() {
    String rows = rows("/gemeenten/gm0363").toString();
    assertTrue(rows.contains("StUF-ZKN In productie"), rows);
    assertFalse(rows.contains("StUF-ZKN Einde ondersteuning"), rows);
  }

  @Test
  void legend_names_each_colour_that_is_drawn_and_no_other() {
    String groningen = legend("/gemeenten/gm0014");
    for (String said : List.of("Gemeente", "Samenwerking of mandaat", "Uitleg", "Gepland")) {
      assertTrue(groningen.contains("</svg> " + said + "</li>"), said + " is not in " + groningen);
    }
    assertFalse(groningen.contains("In productie"), groningen);
    String amsterdam = legend("/gemeenten/gm0363");
    assertTrue(amsterdam.contains("</svg> In productie</li>"), amsterdam);
    assertFalse(amsterdam.contains("Uitleg") || amsterdam.contains("mandaat"), amsterdam);
  }

  @Test
  void line_of_the_day_begins_below_the_years() {
    String part = part("/gemeenten/gm0014");
    double years = number(part, "y=\"([0-9.]+)\" class=\"year\"");
    double line = number(part, "y1=\"([0-9.]+)\"[^>]*class=\"mark\"");
    assertTrue(line > years, line + " " + years);
  }

  private static String legend(String path) {
    String part = part(path);
    return part.substring(part.indexOf("<ul class=\"legend\">"), part.indexOf("<figcaption>"));
  }

  private static double number(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), text);
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  void past_day_looks_ahead_from_itself() {
    String part = part("/gemeenten/gm0014?op=2025-03-01");
    assertTrue(part.contains("1 mei 2025 <span class=\"badge inf\">komt nog</span>"), part);
    assertFalse(part.contains("datum voorbij"), part);
    assertTrue(part.contains(">gekozen dag</text>"), part);
  }

  @Test
  void who_declared_nothing_is_told_so_and_what_is_made_up_is_marked() {
    assertTrue(part("/gemeenten/gm0088").contains("nog niets met een dag vastgelegd"));
    assertTrue(part("/gemeenten/gm0014").contains("Voorbeeldgegevens"));
  }
}
