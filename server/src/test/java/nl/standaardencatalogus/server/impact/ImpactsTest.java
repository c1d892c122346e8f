package nl.standaardencatalogus.server.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.Site;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What would follow from an end or an obligation, over HTTP. */
class ImpactsTest {
  private static final String ENDS = "?standaard=stuf-zkn&dag=2028-01-01";
  private static final String BINDS = "?standaard=zaken-api&wat=verplicht&dag=";

  /**
   * Three municipalities with StUF-ZKN in production: Amsterdam, which uses the successor,
   * Schiermonnikoog, which does not, and one that is no longer there in 2027. A profile rests on
   * the Zaken API, which rests on StUF-ZKN and which the Forum lists too. Nobody recorded when the
   * decision on StUF-ZKN was taken.
   */
  private static final String MORE =
      """
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix gemeente: <https://identifier.overheid.nl/tooi/id/gemeente/> .
      @prefix id: <https://w3id.org/standaardencatalogus/id/> .
      @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix standaard: <https://w3id.org/standaardencatalogus/id/standaard/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      standaard:profiel a sc:Standard ; dct:title "Profiel"@nl ; dct:identifier "profiel" ;
        sc:profileOf standaard:zaken-api .
      standaard:zaken-api sc:status standaard:zaken-api\\#status-forum .
      standaard:zaken-api\\#status-forum a sc:StatusStatement ; sc:about standaard:zaken-api ;
        sc:axis <https://w3id.org/standaardencatalogus/def/status-as/forum-status> ;
        sc:statusValue <https://w3id.org/standaardencatalogus/def/forum-status/verplicht> ;
        sc:authority <https://w3id.org/standaardencatalogus/id/organisatie/forum-standaardisatie> .
      id:besluit\\/onbekend-advies a sc:Decision ; dct:title "Advies"@nl ;
        sc:covers standaard:stuf-zkn .
      gemeente:gm0999 a sc:Municipality ; skos:prefLabel "Straksweg" ; dct:identifier "gm0999" ;
        sc:population 1000 ; sc:validUntil "2026-12-31"^^xsd:date .
      id:verklaring\\/gm0363\\/stuf-zkn a sc:Declaration ; sc:municipality gemeente:gm0363 ;
        sc:standard standaard:stuf-zkn ; sc:phase id:verklaring\\/gm0363\\/stuf-zkn\\#fase-1 .
      id:verklaring\\/gm0363\\/stuf-zkn\\#fase-1 sc:validFrom "2020-01-01"^^xsd:date ;
        sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/in-productie> .
      id:verklaring\\/gm0088\\/stuf-zkn a sc:Declaration ; sc:municipality gemeente:gm0088 ;
        sc:standard standaard:stuf-zkn ; sc:phase id:verklaring\\/gm0088\\/stuf-zkn\\#fase-1 ;
        sc:productName "Oud systeem" ; sc:supplierName "Voorbeeld BV" .
      id:verklaring\\/gm0088\\/stuf-zkn\\#fase-1 sc:validFrom "2020-01-01"^^xsd:date ;
        sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/in-productie> .
      id:verklaring\\/gm0999\\/stuf-zkn a sc:Declaration ; sc:municipality gemeente:gm0999 ;
        sc:standard standaard:stuf-zkn ; sc:phase id:verklaring\\/gm0999\\/stuf-zkn\\#fase-1 .
      id:verklaring\\/gm0999\\/stuf-zkn\\#fase-1 sc:validFrom "2020-01-01"^^xsd:date ;
        sc:phaseValue <https://w3id.org/standaardencatalogus/def/adoptiefase/in-productie> .
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

  private static String body(String path) {
    return site.get(path).body();
  }

  private static int count(String query, Effect effect) {
    Matcher said =
        Pattern.compile("<a href=\"#" + effect.slug() + "\">[^<]*</a></dt><dd>(\\d+)</dd>")
            .matcher(body("/wat-als" + query));
    assertTrue(said.find(), effect.slug());
    return Integer.parseInt(said.group(1));
  }

  /** The rows of a file about one kind of thing. */
  private static List<String> rows(String path, String effect) {
    return body(path).lines().filter(it -> it.startsWith(effect + ";")).toList();
  }

  @Test
  void who_uses_a_successor_is_told_apart_from_who_does_not() {
    List<String> without = rows("/wat-als.csv" + ENDS, "Gemeenten zonder opvolger en zonder plan");
    assertEquals(1, without.size(), without.toString());
    assertTrue(without.get(0).contains("Schiermonnikoog"), without.toString());
    List<String> with = rows("/wat-als.csv" + ENDS, "Gemeenten die al een opvolger gebruiken");
    assertEquals(1, with.size(), with.toString());
    assertTrue(with.get(0).contains("Amsterdam"), with.toString());
  }

  @Test
  void a_municipality_that_is_gone_by_then_does_not_count() {
    assertEquals(2, count("?standaard=stuf-zkn&dag=2026-12-31", Effect.EXPOSED));
    assertEquals(1, count(ENDS, Effect.EXPOSED));
    assertTrue(
        body("/wat-als" + ENDS)
            .contains("1 gemeente die er op 23 november 2026 is, bestaat dan niet"));
  }

  @Test
  void what_rests_on_it_through_another_is_told_with_the_way() {
    assertEquals(2, count(ENDS, Effect.RESTING));
    assertTrue(
        rows("/wat-als.csv" + ENDS, "Standaarden die erop rusten").stream()
            .anyMatch(it -> it.contains("Profiel profiel van Zaken API-standaard | Zaken API")),
        body("/wat-als.csv" + ENDS));
  }

  @Test
  void a_product_is_told_with_its_supplier() {
    assertTrue(body("/wat-als" + ENDS).contains("Oud systeem, Voorbeeld BV"));
  }

  @Test
  void an_end_lists_the_explanations_that_lapse() {
    assertEquals(1, count("?standaard=zaken-api&dag=2026-12-31", Effect.LAPSING));
    assertEquals(0, count("?versie=zaken-api/1.5.1&dag=2026-12-31", Effect.LAPSING));
  }

  @Test
  void only_who_is_on_the_version_is_touched_by_its_end() {
    assertEquals(1, count("?versie=zaken-api/1.5.1&dag=2028-01-01", Effect.EXPOSED));
    assertEquals(0, count("?versie=zaken-api/1.0.0&dag=2028-01-01", Effect.EXPOSED));
  }

  @Test
  void an_explanation_that_is_to_be_looked_at_again_before_the_day_is_needed_anew() {
    assertEquals(1, count(BINDS + "2026-12-31", Effect.EXPLAINING));
    assertEquals(0, count(BINDS + "2028-01-01", Effect.EXPLAINING));
  }

  @Test
  void who_declared_nothing_needs_an_explanation_when_it_binds() {
    List<String> needed = rows("/wat-als.csv" + BINDS + "2026-12-31", "Uitleg die nodig is");
    assertTrue(needed.stream().anyMatch(it -> it.contains("Schiermonnikoog")), needed.toString());
    assertFalse(needed.stream().anyMatch(it -> it.contains("Amsterdam")), needed.toString());
  }

  @Test
  void what_binds_is_told_with_what_it_rests_on_that_has_ended() {
    assertEquals(1, count(BINDS + "2028-01-01", Effect.ENDED));
  }

  @Test
  void a_component_is_told_with_how_heavily_it_asks() {
    assertTrue(
        rows("/wat-als.csv?standaard=zaken-api&dag=2028-01-01", "Referentiecomponenten").stream()
            .anyMatch(it -> it.contains("Zaakregistratiecomponent;Verplicht")));
  }

  @Test
  void who_lists_it_already_is_told_in_one_line() {
    String page = body("/wat-als" + BINDS + "2028-01-01");
    String line =
        "<p>Op 23 november 2026 bindt de standaard gemeenten al. VNG: Pas toe of leg uit. "
            + "Forum Standaardisatie: Verplicht.</p>";
    assertTrue(page.contains(line), page);
  }

  @Test
  void a_decision_of_no_known_day_says_so() {
    List<String> decisions = rows("/wat-als.csv" + ENDS, "Besluiten");
    assertEquals(1, decisions.size(), decisions.toString());
    assertTrue(decisions.get(0).contains("Wanneer het besluit viel, is niet vastgelegd. "));
  }

  @Test
  void a_day_that_is_over_is_told() {
    assertTrue(
        body("/wat-als?standaard=stuf-zkn&dag=2020-01-01").contains("De gekozen dag is voorbij."));
    assertFalse(body("/wat-als" + ENDS).contains("De gekozen dag is voorbij."));
  }

  @Test
  void a_day_before_the_version_was_published_is_told() {
    String page = body("/wat-als?versie=zaken-api/1.0.0&dag=2019-01-01");
    assertTrue(page.contains("pas gepubliceerd op 18 november 2019"), page);
  }

  @Test
  void a_past_day_is_answered_by_what_held_then() {
    assertEquals(0, count(ENDS + "&op=2019-12-31", Effect.EXPOSED));
  }

  @Test
  void what_is_not_known_is_refused() {
    for (String query :
        List.of(
            "?standaard=nergens",
            "?versie=zaken-api/9",
            "?versie=nergens/1",
            "?standaard=zaken-api&dag=morgen",
            "?standaard=zaken-api&dag=2028-02-30",
            "?standaard=zaken-api&dag=%2B12345-01-01",
            "?standaard=zaken-api&dag=-0001-01-01",
            "?standaard=zaken-api&wat=vervalt&besluit=2099-nergens",
            "?standaard=zaken-api&wat=ontploft")) {
      assertEquals(400, site.get("/wat-als" + query).statusCode(), query);
      assertEquals(400, site.get("/wat-als.csv" + query).statusCode(), query);
    }
    assertEquals(400, site.get("/wat-als.csv").statusCode());
  }

  @Test
  void the_graph_tells_how_it_counts_with_the_day() {
    String graph = body("/wat-als.ttl" + ENDS);
    assertTrue(graph.contains("voor een dag van 23 november 2026 tot en met"), graph);
    assertTrue(graph.contains("for a day from 23 November 2026 up to"), graph);
  }

  @Test
  void the_graph_holds_the_claims_on_the_way() {
    Graph graph = RDFParser.fromString(body("/wat-als.ttl" + ENDS), Lang.TURTLE).toGraph();
    assertTrue(graph.contains(Iris.standard("profiel"), SC.PROFILE_OF, Iris.standard("zaken-api")));
    assertTrue(graph.contains(Iris.standard("zaken-api"), SC.BASED_ON, Iris.standard("stuf-zkn")));
  }

  @Test
  void the_page_is_there_in_english() {
    String page = body("/en/wat-als" + ENDS);
    assertTrue(page.contains("Municipalities without a successor or a plan: 1"), page);
  }

  @Test
  void made_up_declarations_are_marked() {
    assertTrue(body("/wat-als" + ENDS).contains("samplemark"));
  }

  @Test
  void a_file_says_of_each_row_whether_it_is_made_up() {
    String heading = body("/wat-als.csv" + ENDS).lines().findFirst().orElseThrow();
    assertTrue(heading.endsWith(";verzonnen"), heading);
    List<String> without = rows("/wat-als.csv" + ENDS, "Gemeenten zonder opvolger en zonder plan");
    assertTrue(without.get(0).endsWith(";nee"), without.toString());
    List<String> with = rows("/wat-als.csv" + ENDS, "Gemeenten die al een opvolger gebruiken");
    assertTrue(with.get(0).endsWith(";ja"), with.toString());
  }

  private static final String LIFTED =
      "?standaard=zaken-api&wat=vervalt&besluit=2021-zaakgericht-werken&dag=2026-12-31";

  @Test
  void what_another_still_obliges_to_frees_nobody() {
    List<String> left = rows("/wat-als.csv" + LIFTED, "Wat dan nog verplicht");
    assertEquals(1, left.size(), left.toString());
    assertTrue(left.get(0).contains("Forum Standaardisatie"), left.toString());
    assertEquals(0, count(LIFTED, Effect.RELEASED));
    assertEquals(0, count(LIFTED, Effect.LAPSING));
    assertTrue(
        body("/wat-als" + LIFTED).contains("Op 31 december 2026 blijft de standaard verplicht"));
  }

  @Test
  void the_end_of_a_decision_frees_who_does_not_use_it_and_has_explanations_lapse() {
    try (Site alone = new Site()) {
      String page = alone.get("/wat-als" + LIFTED).body();
      assertTrue(page.contains("Op 31 december 2026 verplicht dan niets meer"), page);
      assertTrue(page.contains("Wat vervalt: Zaakgericht werken: pas toe of leg uit."), page);
      List<String> rows = alone.get("/wat-als.csv" + LIFTED).body().lines().toList();
      assertTrue(
          rows.stream().anyMatch(it -> it.matches("Gemeenten die niets meer.*Schiermonnikoog.*")),
          rows::toString);
      assertTrue(
          rows.stream().noneMatch(it -> it.matches("Gemeenten die niets meer.*Amsterdam.*")),
          rows::toString);
      assertEquals(1, rows.stream().filter(it -> it.startsWith("Uitleg die vervalt;")).count());
      assertTrue(
          rows.stream().anyMatch(it -> it.matches("Gemeenten die haar al gebruiken.*Amsterdam.*")),
          rows::toString);
      assertTrue(rows.stream().noneMatch(it -> it.startsWith("Wat dan nog")), rows::toString);
      Graph graph =
          RDFParser.fromString(alone.get("/wat-als.ttl" + LIFTED).body(), Lang.TURTLE).toGraph();
      Node decision = Iris.decision("2021", "zaakgericht-werken");
      assertTrue(graph.contains(Node.ANY, DCTerms.subject.asNode(), decision));
      assertTrue(
          graph.contains(Node.ANY, SKOS.member.asNode(), Iris.municipality("gm0088")),
          graph::toString);
      String english = alone.get("/en/wat-als" + LIFTED).body();
      assertTrue(english.contains("Municipalities that need to explain nothing any more"));
      String decided = alone.get("/besluiten/2021-zaakgericht-werken").body();
      assertTrue(
          decided.contains("&amp;wat=vervalt&amp;besluit=2021-zaakgericht-werken\">"), decided);
    }
  }

  @Test
  void before_a_decision_holds_nothing_of_it_ends() {
    String page = body("/wat-als" + LIFTED.replace("2026-12-31", "2021-03-31"));
    assertTrue(page.contains("Er vervalt dus niets."), page);
    try (Site alone = new Site()) {
      String none = alone.get("/wat-als?standaard=stuf-zkn&wat=vervalt&dag=2027-01-01").body();
      assertTrue(none.contains("Er vervalt dus niets."), none);
    }
  }
}
