package nl.standaardencatalogus.server.gap;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import nl.standaardencatalogus.server.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of a later day does not count yet, on 23 November 2026. */
class GapDatesTest {
  private static final String MORE =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX fase: <https://w3id.org/standaardencatalogus/def/adoptiefase/>
      PREFIX gemeente: <https://identifier.overheid.nl/tooi/id/gemeente/>
      BASE <https://w3id.org/standaardencatalogus/id/>

      <standaard/zaken-api/versie/1.5.1> sc:status <standaard/zaken-api/versie/1.5.1#later> .
      <standaard/zaken-api/versie/1.5.1#later> a sc:StatusStatement ;
        sc:about <standaard/zaken-api/versie/1.5.1> ;
        sc:axis <https://w3id.org/standaardencatalogus/def/status-as/levensfase> ;
        sc:statusValue <https://w3id.org/standaardencatalogus/def/levensfase/teruggetrokken> ;
        sc:validFrom "2027-01"^^xsd:gYearMonth .
      <verklaring/gm0088/zaken-api> a sc:Declaration ; dct:title "Schiermonnikoog"@nl ;
        sc:municipality gemeente:gm0088 ; sc:standard <standaard/zaken-api> ;
        sc:phase <verklaring/gm0088/zaken-api#1> ;
        sc:explanation <verklaring/gm0088/zaken-api#2> .
      <verklaring/gm0088/zaken-api#1> sc:phaseValue fase:geen-plannen ;
        sc:validFrom "2022-01-01"^^xsd:date .
      <verklaring/gm0088/zaken-api#2> a sc:Explanation ; sc:validFrom "2027-01-01"^^xsd:date ;
        sc:ground <https://w3id.org/standaardencatalogus/def/leg-uit-grond/lopend-contract> .
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

  private static String row(String path) {
    return Arrays.stream(site.get(path).body().split("<tr>"))
        .filter(row -> row.contains("href=\"/standaarden/zaken-api\""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void version_that_is_withdrawn_later_is_no_old_one() {
    String row = row("/gemeenten/gm0363/geldt");
    assertTrue(row.contains(">In gebruik</span>"), row);
  }

  @Test
  void explanation_that_begins_later_explains_nothing_yet() {
    String row = row("/gemeenten/gm0088/geldt");
    assertTrue(row.contains(">Niet, en niet uitgelegd</span>"), row);
    assertFalse(row.toLowerCase().contains("lopend contract"), row);
  }
}
