package nl.standaardencatalogus.server.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
  private static String page(String query) {
    return CuratedServer.get("/vergelijken" + query, "Accept", "text/html").body();
  }

  @Test
  void municipalities_are_named_by_name_or_code() {
    String page = page("?gemeente=amsterdam&gemeente=gm0344");
    assertTrue(page.contains("<h1>Amsterdam en Utrecht vergeleken</h1>"), page);
    assertTrue(page.contains("value=\"Amsterdam\"") && page.contains("value=\"Utrecht\""), page);
    assertTrue(page.contains("Noord-Holland"), page);
  }

  @Test
  void standards_are_compared_by_what_each_authority_says() {
    String page = page("?standaard=zaken-api&standaard=StUF+ZKN");
    assertTrue(page.contains("Pas toe of leg uit"), page);
    assertTrue(page.contains(">Verbindendheid") || page.contains("VNG"), page);
    assertTrue(page.contains(">3.10<"), "no version of StUF ZKN has a date\n" + page);
  }

  @Test
  void what_they_are_alike_in_can_be_left_out() {
    String all = page("?gemeente=gm0363&gemeente=gm0344");
    String different = page("?gemeente=gm0363&gemeente=gm0344&toon=verschillen");
    assertTrue(all.contains("Zaken API-standaard"), all);
    assertFalse(different.contains("/standaarden/zaken-api\""), "neither declared anything");
    assertTrue(different.contains("Inwoners"), different);
  }

  @Test
  void who_is_not_known_is_told_at_the_field_and_the_rest_stays() {
    String page = page("?gemeente=gm0363&gemeente=Utrecth");
    assertTrue(page.contains("‘Utrecth’ is niet bekend"), page);
    assertTrue(page.contains("aria-invalid=\"true\" aria-describedby=\"v1-f\""), page);
    assertTrue(page.contains("value=\"Amsterdam\""), page);
  }

  @Test
  void no_more_than_five_are_compared() {
    StringBuilder query = new StringBuilder("?gemeente=gm0363");
    for (String code : new String[] {"gm0344", "gm0518", "gm0599", "gm0014", "gm0772"}) {
      query.append("&gemeente=").append(code);
    }
    String page = page(query.toString());
    String heading = page.substring(page.indexOf("<h1>"), page.indexOf("</h1>"));
    assertEquals(5, heading.split(", | en ").length, heading);
    assertFalse(heading.contains("Eindhoven"), heading);
  }

  @Test
  void a_spreadsheet_has_a_column_for_each() {
    String file = CuratedServer.get("/vergelijken.csv?gemeente=gm0363&gemeente=gm0344").body();
    assertTrue(file.contains("onderwerp;Amsterdam;Utrecht"), file);
    assertTrue(file.contains("Zaken API-standaard;Geen opgave;Geen opgave"), file);
    assertEquals(400, CuratedServer.get("/vergelijken.csv?gemeente=gm0363").statusCode());
  }
}
