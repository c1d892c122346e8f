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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
  private static Site site;

  @BeforeAll
  static void start() {
    site = new Site();
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

  private static void holds(String body, String... texts) {
    String flat = body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    for (String text : texts) {
      assertTrue(flat.contains(text) || body.contains(text), text + " is not in\n" + body);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | Standaarden voor gemeenten | Welke standaarden gelden voor gemeenten?",
        "/standaarden | Standaarden | Standaarden",
        "/standaarden/zaken-api | Zaken API-standaard | Zaken API-standaard",
        "/en | Standards for municipalities | Which standards hold for municipalities?",
        "/en/standaarden | Standards | Standards",
        "/en/standaarden/zaken-api | Zaken API-standaard | Zaken API-standaard",
      })
  void page_has_its_title_and_one_heading(String path, String title, String heading) {
    String body = ok(path);
    assertTrue(body.contains("<title>" + title + " – Standaardencatalogus</title>"), body);
    assertEquals(List.of(heading), all(body, "<h1[^>]*>([^<]*)</h1>"));
    assertTrue(body.contains("<a class=\"skip\" href=\"#inhoud\">"));
    assertEquals(1, all(body, "(id=\"inhoud\")").size());
    assertTrue(
        body.contains("<link rel=\"canonical\" href=\"https://example.org" + path + "\">"), body);
    assertFalse(body.contains(" style="), "no inline style");
    assertFalse(body.contains("<script"), "no script");
  }

  private static List<String> all(String body, String pattern) {
    return Pattern.compile(pattern).matcher(body).results().map(r -> r.group(1)).toList();
  }

  @Test
  void standard_tells_every_authority_apart() {
    String body = ok("/standaarden/zaken-api");
    holds(
        body,
        "Pas toe of leg uit",
        "sinds 1 april 2021",
        "door het besluit over API-standaarden voor Zaakgericht werken");
    holds(
        body,
        "In gebruik",
        "volgens VNG Realisatie",
        "In ontwikkeling",
        "volgens Beheer ZGW",
        "zekerheid laag");
    holds(body, "Bronnen spreken elkaar tegen.");
    holds(body, "Niet vastgelegd");
  }

  @Test
  void standard_tells_who_uses_it() {
    String body = ok("/standaarden/zaken-api");
    holds(
        body,
        "1 van de 3 gemeenten gebruiken deze standaard. 0 zijn ermee bezig of hebben een plan. 1 wijken af");
    holds(
        body,
        "<title>Amsterdam: in gebruik</title>",
        "<title>Groningen: wijkt af (met uitleg)</title>");
  }

  @Test
  void silence_is_not_a_no() {
    String body = ok("/standaarden/stuf-zkn");
    holds(
        body,
        "Geen van de 3 gemeenten heeft over deze standaard iets opgegeven. Dat zegt niet of zij de standaard gebruiken.");
  }

  @Test
  void ended_standard_names_its_successor_first() {
    String body = ok("/standaarden/stuf-zkn");
    holds(
        body,
        "Deze standaard wordt niet meer ondersteund.",
        "Kijk bij de opvolger: Zaken API-standaard");
  }

  @Test
  void hostile_label_stays_text() {
    for (String path : List.of("/standaarden/stuf-zkn", "/standaarden", "/standaarden/zaken-api")) {
      assertFalse(ok(path).contains("<script>alert"), path);
    }
    assertFalse(ok("/standaarden/stuf-zkn").contains("href=\"javascript:"));
    assertFalse(ok("/standaarden?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").contains("<script>"));
  }

  @Test
  void filters_combine_and_count_what_they_leave() {
    String body = ok("/standaarden?vng=pas-toe-of-leg-uit&fase=in-gebruik");
    holds(body, "1 van 3 standaarden", "VNG: Pas toe of leg uit", "Levensfase: In gebruik");
    Matcher count =
        Pattern.compile("for=\"vng-niet-vastgelegd\">.*?</span>(\\d+)</span>").matcher(body);
    assertTrue(count.find());
    assertEquals("0", count.group(1));
    assertTrue(body.contains("<meta name=\"robots\" content=\"noindex\">"));
  }

  @Test
  void unknown_value_is_refused_with_what_is_known() {
    HttpResponse<String> response = site.get("/standaarden?vng=misschien");
    assertEquals(400, response.statusCode());
    holds(response.body(), "“misschien” is geen bekende waarde voor “vng”.", "pas-toe-of-leg-uit");
    assertEquals(400, site.get("/standaarden?p=0").statusCode());
    assertEquals(400, site.get("/standaarden?sorteer=kleur").statusCode());
    assertEquals(400, site.get("/standaarden?op=2999-01-01").statusCode());
    assertEquals(200, site.get("/standaarden?kleur=rood").statusCode());
  }

  @Test
  void search_finds_by_abbreviation_and_offers_what_is_near() {
    holds(
        ok("/standaarden?q=zgw"), "1 van 3 standaarden", "API-standaarden voor Zaakgericht werken");
    holds(ok("/standaarden?q=zaakgerigt"), "Bedoelde u …?");
    holds(
        ok("/standaarden?q=Amsterdam"), "Niets gevonden voor “Amsterdam”.", "Amsterdam (gemeente)");
  }

  @Test
  void past_day_is_said_and_kept_in_links() {
    String body = ok("/standaarden/zaken-api?op=2022-06-30");
    holds(body, "U ziet de catalogus zoals die was op 30 juni 2022.");
    holds(body, "0 van de 3 gemeenten gebruiken deze standaard. 1 zijn ermee bezig");
    assertTrue(body.contains("href=\"/gemeenten?op=2022-06-30\""));
  }

  @Test
  void made_up_data_is_called_so() {
    holds(ok("/"), "alle opgaven van gemeenten in deze catalogus zijn verzonnen");
  }

  @Test
  void unknown_page_offers_what_is_near() {
    HttpResponse<String> response = site.get("/standaarden/zaken");
    assertEquals(404, response.statusCode());
    holds(response.body(), "Deze pagina bestaat niet", "Zaken API-standaard");
    assertEquals(404, site.get("/nergens").statusCode());
  }

  @Test
  void style_is_named_by_its_content_and_kept_for_a_year() {
    String href = all(ok("/"), "href=\"(/static/catalogue[^\"]*)\"").get(0);
    HttpResponse<String> response = site.get(href);
    assertEquals(200, response.statusCode());
    assertEquals(
        "public, max-age=31536000, immutable",
        response.headers().firstValue("Cache-Control").orElse(""));
  }
}
