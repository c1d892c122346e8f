package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a version is in its life. */
class VersionLifeTest {
  private static final String DAY = "2026-03-01";
  private static final String ENDED = "De standaard is beëindigd: begin er niet meer mee.";

  private static VersionLife of(String status, String label, String issued, String end) {
    return VersionLife.of(List.of(status), label, issued, end, DAY);
  }

  @Test
  void support_lasts_until_the_end_of_its_last_day() {
    assertEquals(VersionLife.ALIVE, of("in-gebruik", "1.0", null, DAY));
    assertEquals(VersionLife.UNSUPPORTED, of("in-gebruik", "1.0", null, "2026-02-28"));
  }

  @Test
  void what_one_authority_ended_has_ended() {
    List<String> both = List.of("in-gebruik", "eo");
    assertEquals(VersionLife.UNSUPPORTED, VersionLife.of(both, "1.0", null, null, DAY));
  }

  @Test
  void what_was_taken_back_is_not_to_come() {
    assertEquals(VersionLife.WITHDRAWN, of("teruggetrokken", "1.0-rc", null, null));
  }

  @Test
  void what_is_published_later_or_to_try_it_out_is_to_come() {
    assertEquals(VersionLife.COMING, of("in-gebruik", "1.0", "2026-03-02", null));
    assertEquals(VersionLife.COMING, of("def", "2.0-beta", "2026-01-01", null));
    assertEquals(VersionLife.COMING, of("in-ontwikkeling", "2.0", null, null));
  }

  @Test
  void standard_is_over_as_a_version_is_when_one_says_so() {
    String both =
        """
        PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
        PREFIX def: <https://w3id.org/standaardencatalogus/def/>
        BASE <https://w3id.org/standaardencatalogus/id/standaard/>
        <stuf-zkn> sc:status <stuf-zkn#anders> .
        <stuf-zkn#anders> a sc:StatusStatement ; sc:about <stuf-zkn> ;
          sc:axis <https://w3id.org/standaardencatalogus/def/status-as/levensfase> ;
          sc:statusValue <https://w3id.org/standaardencatalogus/def/levensfase/in-gebruik> .
        <zaken-api> sc:status <zaken-api#later> .
        <zaken-api#later> a sc:StatusStatement ; sc:about <zaken-api> ;
          sc:axis <https://w3id.org/standaardencatalogus/def/status-as/levensfase> ;
          sc:statusValue <https://w3id.org/standaardencatalogus/def/levensfase/teruggetrokken> ;
          sc:validFrom "2027"^^<http://www.w3.org/2001/XMLSchema#gYear> .
        """;
    try (Site site = Site.with(both)) {
      assertTrue(site.get("/moeten-wij/stuf-zkn").body().contains(ENDED), "one says so");
      assertFalse(site.get("/moeten-wij/zaken-api").body().contains(ENDED), "not before 2027");
    }
  }
}
