package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages make of the curated facts, with the words and numbers that people tripped over. */
class FactsOnThePagesTest {
  private static String page(String path) {
    return CuratedServer.get(path, "Accept", "text/html").body();
  }

  private static String text(String page) {
    return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private static List<String> all(String body, String pattern) {
    return Pattern.compile(pattern).matcher(body).results().map(r -> r.group(1)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zaken-api",
        "catalogi-api",
        "documenten-api",
        "besluiten-api",
        "autorisaties-api",
        "notificaties-api"
      })
  void the_family_of_case_management_is_found_by_its_abbreviation(String slug) {
    String page = page("/standaarden?q=zgw");
    assertTrue(page.contains("<a href=\"/standaarden/" + slug + "\">"), page);
  }

  @Test
  void an_address_finds_what_addresses_find() {
    String link = "<h3[^>]*><a href=\"(/standaarden/[^\"?]*)\"";
    List<String> many = all(page("/standaarden?q=adressen"), link);
    assertTrue(many.size() > 10, many::toString);
    assertTrue(all(page("/standaarden?q=adres"), link).containsAll(many));
  }

  @Test
  void a_filter_says_what_counts_more_than_once() {
    String page = page("/standaarden");
    String phases = page.substring(page.indexOf("Levensfase"), page.indexOf("Soort"));
    assertTrue(phases.contains("3 standaarden hebben er meer dan één"), phases);
  }

  @Test
  void a_line_of_versions_is_not_counted_among_them() {
    String page = page("/standaarden/zaken-api");
    assertTrue(page.contains("Alle 14 versies en 1.x (versielijn) als tabel"), page);
    assertTrue(text(page).contains("Specificatie vng-realisatie.github.io (versie 1.7.0)"), page);
  }

  @Test
  void versions_stand_by_number_and_not_by_date() {
    String standard = page("/standaarden/documenten-api");
    List<String> numbers =
        all(standard, "<th scope=\"row\"><a href=\"[^\"]*/versies/([^\"]*)\"").subList(0, 8);
    assertEquals(
        List.of("1.7.0", "1.6.0", "1.5.0", "1.4.3", "1.4.2", "1.4.1", "1.4.0", "1.3.2"), numbers);
    String element = text(page("/architectuur/refcomp-documentregistratiecomponent"));
    assertTrue(element.contains("1.7.0 , 1.6.0 , 1.5.0 , 1.4.3 , 1.4.2 , 1.4.1"), element);
  }

  @Test
  void codes_of_cooperations_are_told_in_words_and_notes_say_their_language() {
    String page = page("/samenwerkingen/equalit");
    assertTrue(text(page).contains("toestand actief"), page);
    assertTrue(page.contains("ondergebracht bij de gemeente Oosterhout"), page);
    assertTrue(page.contains("<span lang=\"en\">Oosterhout (host)"), page);
    assertTrue(page("/en/samenwerkingen/equalit").contains("hosted by municipality"), page);
  }

  @Test
  void not_on_the_list_is_said_only_where_a_source_says_so() {
    assertTrue(page("/standaarden/bomos").contains("Niet op de lijst"));
    assertFalse(page("/standaarden/stuf-zkn").contains("Niet op de lijst"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tijdlijn?thema=x",
        "/tijdlijn?beheerder=x",
        "/tijdlijn?toon=x",
        "/tijdlijn?van=x",
        "/monitor?welke=x",
        "/leg-uit?toon=x",
        "/leg-uit?standaard=x",
        "/leg-uit?grond=x",
        "/leg-uit?provincie=x",
        "/besluiten?soort=x",
        "/besluiten?orgaan=x",
        "/samenwerkingen?soort=x",
        "/projecten?fase=x"
      })
  void an_unknown_value_is_refused_with_what_is_known(String path) {
    var answer = CuratedServer.get(path, "Accept", "text/html");
    assertEquals(400, answer.statusCode(), path);
    assertTrue(answer.body().contains("“x”"), answer.body());
    assertEquals(
        200,
        CuratedServer.get(path.replace("?", "?onbekend-"), "Accept", "text/html").statusCode());
  }
}
