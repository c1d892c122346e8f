package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what holds is told with the advice that its decision rests on. */
class BecauseTest {
  private static final String ADVICE =
      "<a href=\"%s/besluiten/2021-cvd-advies-zaakgericht-werken\">%s</a>";

  private static Site site;

  @BeforeAll
  static void start() {
    site =
        Site.with(
            """
            PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
            PREFIX def: <https://w3id.org/standaardencatalogus/def/>
            PREFIX id: <https://w3id.org/standaardencatalogus/id/>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            id:besluit\\/2019-stuf a sc:Decision ; dct:title "StUF: pas toe of leg uit"@nl ;
              sc:decisionBody id:organisatie\\/vng ; sc:effectiveFrom "2019-01-01"^^xsd:date ;
              sc:covers id:standaard\\/stuf-zkn ;
              sc:force def:vng-verbindendheid\\/pas-toe-of-leg-uit .
            """);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/standaarden/zaken-api",
        "/moeten-wij/zaken-api",
        "/gemeenten/gm0014/geldt",
      })
  void what_holds_comes_with_the_advice_that_its_decision_rests_on(String path) {
    String dutch = "op advies van College van Dienstverleningszaken, 11 februari 2021";
    String page = site.get(path).body();
    assertTrue(page.contains(ADVICE.formatted("", dutch)), page);
    String english = "on advice of College van Dienstverleningszaken, 11 February 2021";
    String other = site.get("/en" + path).body();
    assertTrue(other.contains(ADVICE.formatted("/en", english)), other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/standaarden/stuf-zkn", "/moeten-wij/stuf-zkn"})
  void where_no_advice_is_known_nothing_is_said_of_one(String path) {
    String page = site.get(path).body();
    assertTrue(page.contains("Pas toe of leg uit"), page);
    assertFalse(page.contains("op advies van"), page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gemeenten/gm0014/geldt.csv"})
  void the_file_of_what_holds_names_it_too(String path) {
    String rows = site.get(path).body();
    assertTrue(
        rows.contains("op advies van College van Dienstverleningszaken, 11 februari 2021"), rows);
  }
}
