package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The time line of decisions, over HTTP. */
class DecisionsDrawingTest {
  private static final String BODY =
      """
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <https://w3id.org/standaardencatalogus/id/besluit/>
      """;

  private static String decision(String slug, String day) {
    String decided = day == null ? "" : " ; sc:decidedOn \"%s\"^^xsd:date".formatted(day);
    return """
        <%1$s> a sc:Decision ; dct:title "Besluit %1$s"@nl %2$s ;
          sc:decisionBody <https://w3id.org/standaardencatalogus/id/organisatie/vng> .
        """
        .formatted(slug, decided);
  }

  private static String page(String decisions) {
    try (Site site = Site.with(BODY + decisions)) {
      return site.get("/besluiten").body();
    }
  }

  private static List<double[]> dots(String page) {
    Matcher dot =
        Pattern.compile("<circle cx=\"([0-9.]+)\" cy=\"([0-9.]+)\" r=\"6\"").matcher(page);
    List<double[]> dots = new ArrayList<>();
    while (dot.find()) {
      dots.add(new double[] {Double.parseDouble(dot.group(1)), Double.parseDouble(dot.group(2))});
    }
    return dots;
  }

  @Test
  void no_dot_is_on_another() {
    String page =
        page(
            decision("een", "2021-04-01")
                + decision("twee", "2021-04-02")
                + decision("drie", "2021-05-01")
                + decision("vier", "2026-05-01"));
    List<double[]> dots = dots(page);
    assertEquals(7, dots.size(), page);
    for (double[] one : dots) {
      for (double[] other : dots) {
        double apart = Math.hypot(one[0] - other[0], one[1] - other[1]);
        assertTrue(one == other || apart >= 24, page);
      }
    }
    assertFalse(page.contains("niet in de tekening"), page);
  }

  @Test
  void what_has_no_day_is_counted_and_led_to() {
    String page = page(decision("een", null) + decision("twee", null));
    assertEquals(3, dots(page).size(), page);
    assertTrue(page.contains("2 besluiten hebben geen dag en staan niet in de tekening."), page);
    assertTrue(page.contains("<a href=\"#res\">Zie het eind van de lijst</a>"), page);
    assertTrue(page.indexOf("Besluit een") > page.indexOf("1 april 2021"), page);
  }
}
