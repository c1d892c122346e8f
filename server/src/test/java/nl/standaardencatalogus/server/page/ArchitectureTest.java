package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Test;

/** The architecture and its elements, over HTTP. */
class ArchitectureTest {
  /** Aap, beer and cavia are each a part of the next; aal is a part of two of them. */
  private static final String CIRCLE =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX type: <https://w3id.org/standaardencatalogus/def/archimate-type/>
      PREFIX laag: <https://w3id.org/standaardencatalogus/def/architectuurlaag/>
      BASE <https://w3id.org/standaardencatalogus/id/component/>

      <aap> a sc:ArchitectureElement ; dct:title "Aap"@nl ; sc:layer laag:business ;
        sc:elementType type:business-function ; sc:composedOf <beer> .
      <beer> a sc:ArchitectureElement ; dct:title "Beer"@nl ; sc:layer laag:business ;
        sc:elementType type:business-function ; sc:composedOf <cavia> , <aal> .
      <cavia> a sc:ArchitectureElement ; dct:title "Cavia"@nl ; sc:layer laag:business ;
        sc:elementType type:business-function ; sc:composedOf <aap> , <aal> .
      <aal> a sc:ArchitectureElement ; dct:title "Aal"@nl ; sc:layer laag:business ;
        sc:elementType type:business-function .
      """;

  private static String page(String path) {
    return CuratedServer.get(path, "Accept", "text/html").body();
  }

  @Test
  void a_part_is_below_its_whole() {
    String tree = page("/architectuur");
    String below = tree.substring(tree.indexOf("/architectuur/bfunc-bewaking\""));
    String parts = below.substring(0, below.indexOf("</ul>"));
    assertTrue(parts.contains("/architectuur/bfunc-compliance-management\""), parts);
  }

  @Test
  void a_hit_is_shown_unfolded_in_its_place() {
    String tree = page("/architectuur?q=zaakregistratiecomponent");
    assertEquals(2, tree.split("<details open").length - 1, "the layer and the kind");
    assertEquals(5, page("/architectuur").split("<details open").length - 1, "the layers");
    assertTrue(tree.contains("/architectuur/refcomp-zaakregistratiecomponent\""), tree);
    assertFalse(tree.contains("/architectuur/bfunc-automatiseringsmanagement\""), tree);
  }

  @Test
  void the_list_is_still_there() {
    String list = page("/architectuur?vorm=lijst");
    assertTrue(list.contains("<th scope=\"row\""), list);
    assertFalse(list.contains("class=\"plain tree\""), list);
  }

  @Test
  void a_form_that_is_not_there_is_refused() {
    assertEquals(
        400, CuratedServer.get("/architectuur?vorm=nope", "Accept", "text/html").statusCode());
  }

  @Test
  void an_element_tells_which_versions_are_alive() {
    String page = page("/architectuur/refcomp-zaakregistratiecomponent");
    assertTrue(page.contains("/standaarden/zaken-api/versies/1.7.0\""), page);
  }

  @Test
  void a_part_tells_what_it_is_a_part_of() {
    String page = page("/architectuur/bfunc-compliance-management");
    String place = page.substring(page.indexOf("Plaats in de architectuur"));
    String way = place.substring(0, place.indexOf("</section>"));
    assertTrue(way.contains("/architectuur/bfunc-bewaking\""), way);
  }

  @Test
  void a_circle_of_parts_has_one_root_and_each_element_counts_once() {
    try (Site site = Site.with(CIRCLE)) {
      String tree = site.get("/architectuur").body();
      for (String slug : List.of("aap", "beer", "cavia")) {
        assertEquals(2, tree.split("/architectuur/" + slug + "\"", -1).length, slug + "\n" + tree);
      }
      assertEquals(3, tree.split("/architectuur/aal\"", -1).length, "below both its wholes");
      assertTrue(tree.contains("<span class=\"small muted\">(4)</span>"), tree);
      String aal = site.get("/architectuur?q=aal").body();
      assertTrue(aal.contains("<span class=\"small muted\">(1)</span>"), aal);
    }
  }

  @Test
  void an_element_that_has_ended_is_on_no_list_and_keeps_its_page() {
    String ended =
        CIRCLE + "<aap> sc:validUntil \"2020-01-31\"^^<http://www.w3.org/2001/XMLSchema#date> .";
    try (Site site = Site.with(ended)) {
      assertFalse(site.get("/architectuur").body().contains("/architectuur/aap\""));
      assertFalse(site.get("/architectuur?vorm=lijst").body().contains("/architectuur/aap\""));
      assertFalse(site.get("/archimate.xml").body().contains("Aap"));
      String page = site.get("/architectuur/aap").body();
      assertTrue(page.contains("stond erin tot en met 31 januari 2020"), page);
      assertFalse(site.get("/architectuur/beer").body().contains("stond erin tot en met"));
    }
  }
}
