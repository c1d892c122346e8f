package nl.standaardencatalogus.server.gap;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.standaardencatalogus.server.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the card tells to do: no more than what is asked, and not what has a successor. */
class AnswerStepsTest {
  private static final String MORE =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX fase: <https://w3id.org/standaardencatalogus/def/adoptiefase/>
      PREFIX gemeente: <https://identifier.overheid.nl/tooi/id/gemeente/>
      BASE <https://w3id.org/standaardencatalogus/id/>

      <verklaring/gm0088/stuf-zkn> a sc:Declaration ; dct:title "Schiermonnikoog"@nl ;
        sc:municipality gemeente:gm0088 ; sc:standard <standaard/stuf-zkn> ;
        sc:phase <verklaring/gm0088/stuf-zkn#1> .
      <verklaring/gm0088/stuf-zkn#1> sc:phaseValue fase:uitgefaseerd ;
        sc:validFrom "2022-01-01"^^xsd:date .
      <standaard/stuf-zkn/versie/3.10> a sc:StandardVersion ; dct:title "StUF-ZKN 3.10"@nl ;
        <http://www.w3.org/ns/dcat#version> "3.10" ; dct:isVersionOf <standaard/stuf-zkn> ;
        dct:issued "2012-01-01"^^xsd:date .
      <standaard/zaken-api> sc:relation <standaard/zaken-api#naar-1> , <standaard/zaken-api#naar-2> .
      <standaard/zaken-api#naar-1> a sc:Relation ; sc:from <standaard/zaken-api> ;
        sc:to <standaard/zgw> ; sc:relationType sc:functionallyReplacedBy .
      <standaard/zaken-api#naar-2> a sc:Relation ; sc:from <standaard/zaken-api> ;
        sc:to <standaard/stuf-zkn> ; sc:relationType sc:functionallyReplacedBy .
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

  private static String card(String path) {
    return site.get("/moeten-wij/" + path).body();
  }

  private static String steps(String path) {
    String card = card(path);
    return card.substring(card.indexOf("Wat moet u doen?"), card.indexOf("Wie kunt u het vragen?"));
  }

  @Test
  void what_nobody_asks_needs_no_explanation() {
    String card = card("stuf-zkn?gemeente=gm0088");
    assertTrue(card.toLowerCase().contains("uitgefaseerd"), card);
    assertFalse(card.contains("niet uitgelegd"), card);
    assertFalse(steps("stuf-zkn?gemeente=gm0088").contains("Leg uit"), card);
  }

  @Test
  void what_nobody_asks_is_not_advised_in_a_version() {
    String steps = steps("stuf-zkn?gemeente=gm0014");
    assertFalse(steps.contains("Gebruik versie"), steps);
  }

  @Test
  void what_does_the_same_in_a_new_way_comes_first() {
    String steps = steps("stuf-zkn");
    assertTrue(steps.contains("Kiest u nieuw? Bekijk dan eerst Zaken API-standaard."), steps);
  }

  @Test
  void who_uses_it_reads_own_version_and_is_not_told_to_use_another() {
    String card = card("zaken-api?gemeente=gm0363");
    assertTrue(card.contains("In productie, versie 1.5.1"), card);
    assertFalse(steps("zaken-api?gemeente=gm0363").contains("Gebruik versie"), card);
  }

  @Test
  void several_that_do_the_same_are_told_apart() {
    String card = card("zaken-api");
    String told = card.substring(card.indexOf("Functioneel vervangen door:"));
    told = told.substring(0, told.indexOf("</p>"));
    assertTrue(told.split("<a ", -1).length == 3, told);
    assertTrue(told.split("<span class=\"item\">", -1).length == 3, told);
  }
}
