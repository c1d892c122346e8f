package nl.standaardencatalogus.catalogue.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
  private final Search search =
      Search.over(
          List.of(
              entry("Standard", "API-standaarden voor Zaakgericht werken", "ZGW", "zgw", false),
              entry("Standard", "Zaken API-standaard", "", "zaken-api", false),
              entry("Standard", "Zaak- en Documentservices", "ZDS", "zds", true),
              entry("Standard", "Zaaktypen in RGBZ", "", "zaaktypen", false),
              entry("Standard", "Documenten API-standaard", "DRC", "documenten-api", false),
              entry("Standard", "StUF Zaken", "StUF-ZKN", "stuf-zkn", true),
              entry("Standard", "Basisregistratie Adressen en Gebouwen", "BAG", "bag", false),
              entry("Standard", "Postadres en brief", "", "postadres", false),
              entry("Standard", "Digitaal adres", "", "digitaal-adres", false),
              entry("Municipality", "Fryske Marren", "De Fryske Marren", "gm1940", false),
              entry("Municipality", "Súdwest-Fryslân", "", "gm1900", false)));

  private static Entry entry(String kind, String name, String other, String code, boolean ended) {
    return new Entry(
        NodeFactory.createURI("https://example.org/" + code),
        kind,
        other.isEmpty() ? List.of(name) : List.of(name, other),
        List.of(code),
        code.endsWith("-api")
            ? List.of("API-standaarden voor Zaakgericht werken", "ZGW")
            : List.of(),
        "",
        ended);
  }

  private List<String> found(String words) {
    return search.find(words, 10, Set.of()).found().stream().map(Entry::name).toList();
  }

  @Test
  void abbreviation_comes_before_names_that_hold_it() {
    assertEquals("Zaak- en Documentservices", found("zds").get(0));
    assertEquals("API-standaarden voor Zaakgericht werken", found("ZGW").get(0));
  }

  @Test
  void identifier_is_found_whole() {
    assertEquals(List.of("Fryske Marren"), found("gm1940"));
    assertEquals("StUF Zaken", found("stuf-zkn").get(0));
  }

  @Test
  void begin_of_a_name_comes_before_words_inside_one() {
    assertEquals("Zaken API-standaard", found("zaken").get(0));
    assertTrue(found("zaken").contains("StUF Zaken"));
  }

  @Test
  void members_of_a_family_are_found_by_its_names() {
    assertEquals(
        List.of(
            "API-standaarden voor Zaakgericht werken",
            "Zaken API-standaard",
            "Documenten API-standaard"),
        found("zgw"));
    assertEquals(Set.copyOf(found("zgw")), Set.copyOf(found("zaakgericht werken")));
  }

  @ParameterizedTest
  @CsvSource({"adres, adressen", "brief, brieven", "zaak, zaken", "document, documenten"})
  void a_word_finds_all_that_its_plural_finds(String one, String many) {
    assertFalse(found(many).isEmpty());
    assertTrue(found(one).containsAll(found(many)), () -> found(one) + " " + found(many));
  }

  @Test
  void synonyms_are_looked_for_in_every_form_of_a_word() {
    assertTrue(found("adres").contains("Basisregistratie Adressen en Gebouwen"));
    assertTrue(found("adressen").contains("Digitaal adres"));
  }

  @Test
  void what_is_over_stands_below_what_is_in_force() {
    assertEquals(
        List.of("Zaaktypen in RGBZ", "Zaak- en Documentservices"),
        found("zaak").stream().filter(n -> n.startsWith("Zaak")).toList());
  }

  @Test
  void diacritics_and_hyphens_do_not_matter() {
    assertEquals(List.of("Súdwest-Fryslân"), found("sudwest fryslan"));
    assertEquals(List.of("Súdwest-Fryslân"), found("SÚDWEST-FRYSLÂN"));
  }

  @Test
  void all_words_are_asked_for() {
    assertEquals(List.of("Documenten API-standaard"), found("standaard documenten"));
  }

  @Test
  void slip_of_the_pen_is_offered_apart() {
    Hits hits = search.find("docmenten", 10, Set.of());
    assertEquals(List.of(), hits.found());
    assertEquals("Documenten API-standaard", hits.near().get(0).name());
  }

  @Test
  void short_words_are_not_bent() {
    assertEquals(List.of(), search.find("zdz", 10, Set.of()).near());
  }

  @Test
  void kinds_limit_what_is_found() {
    assertEquals(List.of(), search.find("zaken", 10, Set.of("Municipality")).found());
  }

  @Test
  void it_does_not_matter_whether_a_name_is_one_word_or_more() {
    assertEquals("Documenten API-standaard", found("documentenapi").get(0));
    assertEquals("Postadres en brief", found("post adres").get(0));
  }

  @Test
  void what_is_longer_than_any_name_breaks_nothing() {
    assertEquals(List.of(), found("a".repeat(20_000)));
    assertTrue(found("zaak ".repeat(5_000)).contains("StUF Zaken"));
  }

  @Test
  void odd_signs_find_nothing_and_break_nothing() {
    assertEquals(List.of(), found("\"*:~^[]"));
    assertEquals(List.of(), found(""));
  }
}
