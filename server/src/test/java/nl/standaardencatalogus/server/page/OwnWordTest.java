package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What records say themselves of how they relate, without a relation that says it. */
class OwnWordTest {
  private static final String MORE =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX def: <https://w3id.org/standaardencatalogus/def/>
      BASE <https://w3id.org/standaardencatalogus/id/>

      <standaard/proef> a sc:Standard ; dct:title "Proefstandaard"@nl ; dct:identifier "proef" ;
        sc:requires <standaard/zaken-api> ; sc:basedOn <standaard/stuf-zkn> ;
        dct:isPartOf <standaard/zgw> .
      <component/refcomp-zaakregistratiecomponent> sc:relation
        <component/refcomp-zaakregistratiecomponent#proef> .
      <component/refcomp-zaakregistratiecomponent#proef> a sc:Relation ;
        sc:from <component/refcomp-zaakregistratiecomponent> ; sc:to <standaard/proef> ;
        sc:relationType sc:realises ; sc:qualifier def:gemma-kwalificatie\\/verplicht .
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

  private static String text(String path) {
    String body = site.get(path).body();
    int main = body.indexOf("<main");
    return body.substring(Math.max(0, main)).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @CsvSource({
    "/standaarden/proef, vereist Zaken API-standaard",
    "/standaarden/proef, bouwt op StUF-ZKN",
    "/standaarden/proef, deel van API-standaarden voor Zaakgericht werken",
    "/standaarden/zaken-api, vereist door Proefstandaard",
    "/standaarden/stuf-zkn, basis voor Proefstandaard"
  })
  void a_page_lists_what_a_record_says_of_itself(String path, String told) {
    String text = text(path);
    assertTrue(text.contains(told), told + " is not in " + text);
  }

  @Test
  void a_family_lists_who_says_to_be_a_member() {
    String text = text("/standaarden/zgw");
    assertTrue(text.contains("heeft als deel Proefstandaard"), text);
  }

  @Test
  void a_component_that_says_to_realise_a_standard_has_to_carry_it() {
    String page = site.get("/architectuur/refcomp-zaakregistratiecomponent").body();
    String mandatory = page.substring(page.indexOf("Verplichte standaarden"));
    assertTrue(mandatory.contains("/standaarden/proef"), page);
    String standard = site.get("/standaarden/proef").body();
    String applied = standard.substring(standard.indexOf("id=\"toepassing\""));
    assertTrue(applied.contains("/architectuur/refcomp-zaakregistratiecomponent"), applied);
  }

  @Test
  void an_exchange_file_has_what_a_record_says_of_itself() {
    String model = site.get("/standaarden/proef/archimate.xml").body();
    assertEquals(200, site.get("/standaarden/proef/archimate.xml").statusCode());
    assertTrue(model.contains("basedOn") || model.contains("bouwt op"), model);
  }

  @Test
  void a_day_that_is_not_over_cannot_be_chosen() {
    String page = site.get("/standaarden/zaken-api").body();
    assertTrue(page.contains("name=\"op\" max=\"2026-11-22\""), page);
  }
}
