package nl.standaardencatalogus.server.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.page.Site;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Municipalities with plans in time, late and past, with explanations and with several versions,
 * when a standard ends or becomes binding. Today is 23 November 2026.
 */
class PlansTest {
  private static final String OLD = "?standaard=oud&dag=2028-01-01";
  private static final String BINDS = "?standaard=nieuw&wat=verplicht&dag=2028-01-01";

  /**
   * Oud is replaced by Nieuw, which the VNG binds and which rests on something in development.
   * Three components carry Nieuw, one of them only through two interfaces. Reeks has a line of
   * versions, one beyond it that ends in 2027, and one that goes on. Los is replaced by Streng,
   * which binds too and has one version.
   */
  private static final String STANDARDS =
      """
      @prefix component: <https://w3id.org/standaardencatalogus/id/component/> .
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix def: <https://w3id.org/standaardencatalogus/def/> .
      @prefix id: <https://w3id.org/standaardencatalogus/id/> .
      @prefix organisatie: <https://w3id.org/standaardencatalogus/id/organisatie/> .
      @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix standaard: <https://w3id.org/standaardencatalogus/id/standaard/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      def:gemma-kwalificatie\\/aanbevolen a skos:Concept ; skos:prefLabel "Aanbevolen"@nl .

      standaard:oud a sc:Standard ; dct:title "Oud"@nl ; dct:identifier "oud" ;
        dct:isReplacedBy standaard:nieuw .
      standaard:nieuw a sc:Standard ; dct:title "Nieuw"@nl ; dct:identifier "nieuw" ;
        sc:basedOn standaard:basis ; sc:appliesTo component:a .
      standaard:basis a sc:Standard ; dct:title "Basis"@nl ; dct:identifier "basis" ;
        sc:status standaard:basis\\#status-1 .
      standaard:basis\\#status-1 a sc:StatusStatement ; sc:about standaard:basis ;
        sc:axis def:status-as\\/levensfase ; sc:statusValue def:levensfase\\/in-ontwikkeling .
      standaard:reeks a sc:Standard ; dct:title "Reeks"@nl ; dct:identifier "reeks" .
      standaard:los a sc:Standard ; dct:title "Los"@nl ; dct:identifier "los" ;
        dct:isReplacedBy standaard:streng .
      standaard:streng a sc:Standard ; dct:title "Streng"@nl ; dct:identifier "streng" .
      id:besluit\\/2021-streng a sc:Decision ; dct:title "Streng bindt"@nl ;
        sc:decisionBody organisatie:vng ; sc:covers standaard:streng ; sc:effectiveFrom "2021-01-01"^^xsd:date ;
        sc:force def:vng-verbindendheid\\/pas-toe-of-leg-uit .

      id:besluit\\/2020-nieuw a sc:Decision ; dct:title "Nieuw bindt"@nl ;
        sc:decisionBody organisatie:vng ; sc:covers standaard:nieuw ; sc:effectiveFrom "2020-01-01"^^xsd:date ;
        sc:force def:vng-verbindendheid\\/pas-toe-of-leg-uit .
      id:besluit\\/2019-nieuw a sc:Decision ; dct:title "Advies over Nieuw"@nl ;
        sc:covers standaard:nieuw ; sc:decidedOn "2019-05-01"^^xsd:date .

      component:a a sc:ArchitectureElement ; dct:title "A-component"@nl ;
        sc:elementType def:archimate-type\\/application-component ;
        sc:gemmaType def:gemma-type\\/referentiecomponent ; sc:serves component:proces .
      component:b a sc:ArchitectureElement ; dct:title "B-component"@nl ;
        sc:elementType def:archimate-type\\/application-component ;
        sc:gemmaType def:gemma-type\\/referentiecomponent .
      component:c a sc:ArchitectureElement ; dct:title "C-component"@nl ;
        sc:elementType def:archimate-type\\/application-component ;
        sc:gemmaType def:gemma-type\\/referentiecomponent .
      component:een a sc:ArchitectureElement ; dct:title "Z-koppelvlak"@nl ;
        sc:elementType def:archimate-type\\/application-interface .
      component:twee a sc:ArchitectureElement ; dct:title "K-koppelvlak"@nl ;
        sc:elementType def:archimate-type\\/application-interface .
      component:proces a sc:ArchitectureElement ; dct:title "Beslissen"@nl ;
        sc:elementType def:archimate-type\\/business-process .
      """
          + relation(1, "standaard:nieuw", "component:a", "appliesTo", "aanbevolen")
          + relation(2, "standaard:nieuw", "component:b", "appliesTo", "verplicht")
          + relation(3, "standaard:nieuw", "component:een", "appliesTo", null)
          + relation(4, "standaard:nieuw", "component:twee", "appliesTo", null)
          + relation(5, "component:een", "component:c", "serves", null)
          + relation(6, "component:twee", "component:c", "serves", null)
          + version("reeks", "1.x", null)
          + version("reeks", "1.0.0", null)
          + version("reeks", "1.1.0", null)
          + version("reeks", "2.0.0", "2027-06-30")
          + version("reeks", "3.0.0", null)
          + version("streng", "1.0", null)
          + version("nieuw", "1.0", null)
          + version("nieuw", "2.0", null);

  private static Site site;

  @BeforeAll
  static void start() {
    List<String> names =
        List.of("Tijdig", "Laat", "Voorbij", "Uitleg", "Leeg", "Klaar", "Wijkt", "Dubbel", "Stil");
    StringBuilder turtle = new StringBuilder(STANDARDS);
    for (int i = 0; i < names.size(); i++) {
      turtle.append(
          "<https://identifier.overheid.nl/tooi/id/gemeente/gm900%1$d> a sc:Municipality ; skos:prefLabel \"%2$s\" ; dct:identifier \"gm900%1$d\" .\n"
              .formatted(i + 1, names.get(i)));
    }
    Stream.of(
            declaration(1, "oud", "in-productie", ""),
            declaration(1, "nieuw", "gepland", planned("2027-06-01")),
            declaration(2, "oud", "in-productie", ""),
            declaration(2, "nieuw", "in-implementatie", planned("2029-01-01")),
            declaration(3, "oud", "in-productie", ""),
            declaration(3, "nieuw", "gepland", planned("2025-01-01")),
            declaration(4, "oud", "in-productie", ""),
            declaration(4, "nieuw", "gepland", planned("2027-06-01") + why("2027-03-01") + "<> "),
            declaration(5, "oud", "in-productie", "sc:productName \"Pakket\" ; "),
            declaration(6, "oud", "in-productie", "sc:productName \"Pakket\" ; "),
            declaration(6, "nieuw", "in-productie", ""),
            declaration(7, "oud", "gepland", planned("2027-06-01") + why("2099-01-01") + "<> "),
            declaration(8, "oud", "in-productie", ""),
            declaration(8, "nieuw/1.0", "gepland", planned("2025-01-01")),
            declaration(8, "nieuw/2.0", "gepland", planned("2027-06-01")),
            declaration(5, "reeks/1.1.0", "in-productie", ""),
            declaration(6, "reeks/1.1.0", "in-productie", ""),
            declaration(6, "reeks/3.0.0", "in-productie", ""),
            declaration(1, "streng/1.0", "in-productie", ""),
            declaration(1, "streng", "geen-plannen", why("2099-01-01") + "<> "),
            declaration(2, "streng/1.0", "in-productie", ""),
            declaration(2, "streng", "geen-plannen", why("2027-03-01") + "<> "),
            declaration(3, "streng/1.0", "in-productie", why("2099-01-01") + "<> "),
            declaration(4, "streng/1.0", "in-productie", ""),
            declaration(5, "los", "in-productie", ""),
            declaration(5, "streng", "geen-plannen", why("2099-01-01") + "<> "),
            declaration(6, "los", "in-productie", ""),
            declaration(6, "streng", "geen-plannen", why("2027-03-01") + "<> "),
            declaration(2, "reeks/1.0.0", "uitgefaseerd", ""),
            declaration(2, "reeks/3.0.0", "geen-plannen", why("2099-01-01") + "<> "))
        .forEach(turtle::append);
    site = Site.with(turtle.toString());
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static String relation(int n, String from, String to, String type, String weight) {
    return "standaard:nieuw\\#relatie-"
        + n
        + " a sc:Relation ; sc:from %s ; sc:to %s ; sc:relationType sc:%s%s .\n"
            .formatted(
                from,
                to,
                type,
                weight == null ? "" : " ; sc:qualifier def:gemma-kwalificatie\\/" + weight);
  }

  private static String version(String standard, String label, String end) {
    return """
        <https://w3id.org/standaardencatalogus/id/standaard/%1$s/versie/%2$s>
          a sc:StandardVersion ; dct:title "%1$s %2$s"@nl ; dcat:version "%2$s" ;
          dct:identifier "%1$s/%2$s" ; dct:issued "2020-01-01"^^xsd:date ;%3$s
          dct:isVersionOf standaard:%1$s .
        """
        .formatted(
            standard, label, end == null ? "" : " sc:endOfSupport \"" + end + "\"^^xsd:date ;");
  }

  private static String planned(String day) {
    return "sc:plannedFor \"" + day + "\"^^xsd:date ; ";
  }

  private static String why(String review) {
    return """
        sc:explanation <#uitleg-%1$s> .
        <#uitleg-%1$s> a sc:Explanation ; sc:ground def:leg-uit-grond\\/lopend-contract ;
          sc:validFrom "2022-01-01"^^xsd:date ; sc:reviewBy "%1$s"^^xsd:date .
        """
        .formatted(review);
  }

  /** What one municipality declares of a standard, or of a version of it. */
  private static String declaration(int municipality, String about, String phase, String more) {
    String[] parts = about.split("/");
    String iri = "https://w3id.org/standaardencatalogus/id/verklaring/gm900" + municipality;
    String version =
        parts.length == 1
            ? ""
            : "sc:version standaard:" + parts[0] + "\\/versie\\/" + parts[1] + " ; ";
    return """
        @base <%1$s/%2$s> .
        <> a sc:Declaration ; sc:standard standaard:%3$s ; %4$s
          sc:municipality <https://identifier.overheid.nl/tooi/id/gemeente/gm900%6$d> ;
          sc:phase <#fase-1> .
        <#fase-1> sc:validFrom "2022-01-01"^^xsd:date ;
          sc:phaseValue def:adoptiefase\\/%7$s .
        <> %5$s a sc:Declaration .
        """
        .formatted(iri, about, parts[0], version, more, municipality, phase);
  }

  private static String body(String path) {
    return site.get(path).body();
  }

  /** The names of what is touched, by the kind that the file calls it. */
  private static Map<String, List<String>> touched(String query) {
    return body("/wat-als.csv" + query)
        .lines()
        .skip(1)
        .map(it -> it.split(";"))
        .collect(
            Collectors.groupingBy(
                it -> it[0], TreeMap::new, Collectors.mapping(it -> it[2], Collectors.toList())));
  }

  private static List<String> touched(String query, String effect) {
    return touched(query).getOrDefault(effect, List.of());
  }

  private static String row(String query, String name) {
    return body("/wat-als.csv" + query)
        .lines()
        .filter(it -> it.contains(";" + name + ";"))
        .findFirst()
        .orElse("");
  }

  /** What the page says of where to go. */
  private static String places(String query) {
    String page = body("/wat-als" + query);
    int at = page.indexOf("Als opvolger gelden:");
    assertTrue(at > 0, page);
    return page.substring(at, page.indexOf("</p>", at)).replaceAll("<[^>]*>", " ");
  }

  @Test
  void a_plan_up_to_the_day_prepares() {
    assertEquals(
        List.of("Dubbel", "Tijdig", "Uitleg"), touched(OLD, "Gemeenten met een plan op tijd"));
  }

  @Test
  void a_plan_after_the_day_or_one_that_is_over_is_not_in_time() {
    assertEquals(
        List.of("Laat", "Voorbij"), touched(OLD, "Gemeenten met een plan dat niet op tijd is"));
  }

  @Test
  void a_plan_counts_for_who_explains_too() {
    String row = row(OLD, "Uitleg");
    assertTrue(row.startsWith("Gemeenten met een plan op tijd;"), row);
    assertTrue(row.contains("plan: Nieuw, 1 juni 2027"), row);
  }

  @Test
  void who_plans_what_ends_and_explains_is_touched_as_well() {
    assertEquals(
        List.of("Leeg", "Wijkt"), touched(OLD, "Gemeenten zonder opvolger en zonder plan"));
  }

  @Test
  void a_good_plan_goes_before_one_that_is_over() {
    String row = row(OLD, "Dubbel");
    assertTrue(row.contains("plan: Nieuw, 1 juni 2027"), row);
  }

  @Test
  void an_end_asks_an_explanation_of_who_has_no_way_out_in_time() {
    assertEquals(
        List.of("Laat", "Leeg", "Voorbij", "Wijkt"),
        touched(OLD, "Uitleg die nodig is").stream().sorted().toList());
    String row =
        body("/wat-als.csv" + OLD)
            .lines()
            .filter(it -> it.startsWith("Uitleg die nodig is;") && it.contains(";Leeg;"))
            .findFirst()
            .orElse("");
    assertTrue(row.contains("uitleg over Nieuw"), row);
  }

  @Test
  void an_explanation_that_holds_on_the_day_is_not_needed_again() {
    String ofVersion = "?versie=streng/1.0&dag=";
    String ofStandard = "?standaard=los&dag=";
    String needed = "Uitleg die nodig is";
    assertEquals(List.of("Uitleg", "Voorbij"), touched(ofVersion + "2027-02-28", needed));
    assertEquals(List.of(), touched(ofStandard + "2027-02-28", needed));
    assertEquals(List.of("Laat", "Uitleg", "Voorbij"), touched(ofVersion + "2028-01-01", needed));
    assertEquals(List.of("Klaar"), touched(ofStandard + "2028-01-01", needed));
  }

  @Test
  void what_binds_is_planned_by_who_has_a_plan_in_time_whatever_it_explained() {
    assertEquals(
        List.of("Dubbel", "Tijdig", "Uitleg"),
        touched(BINDS, "Gemeenten met een plan tot en met de dag"));
    List<String> needed = touched(BINDS, "Uitleg die nodig is");
    assertTrue(needed.containsAll(List.of("Laat", "Voorbij", "Leeg", "Stil")), needed.toString());
    assertFalse(needed.contains("Uitleg"), needed.toString());
  }

  @Test
  void an_explanation_that_still_holds_goes_before_a_plan() {
    assertEquals(
        List.of("Uitleg"),
        touched("?standaard=nieuw&wat=verplicht&dag=2027-02-28", "Gemeenten die uitleg geven"));
  }

  @Test
  void what_binds_is_told_with_what_it_rests_on_that_is_in_development() {
    assertEquals(List.of("Basis"), touched(BINDS, "Basis in ontwikkeling"));
  }

  @Test
  void what_binds_is_told_with_the_processes_behind_it() {
    assertEquals(List.of("Beslissen"), touched(BINDS, "Processen"));
  }

  @Test
  void interfaces_are_told_apart_from_components() {
    assertEquals(
        new TreeSet<>(List.of("K-koppelvlak", "Z-koppelvlak")),
        new TreeSet<>(touched(BINDS, "Koppelvlakken en diensten")));
  }

  @Test
  void the_component_that_asks_most_heavily_comes_first() {
    assertEquals(
        List.of("B-component", "A-component", "C-component"),
        touched(BINDS, "Referentiecomponenten"));
  }

  @Test
  void the_interfaces_on_the_way_to_a_component_are_told_by_name() {
    String row = row(BINDS, "C-component");
    assertTrue(row.contains("Door K-koppelvlak, Z-koppelvlak"), row);
  }

  @Test
  void a_decision_without_force_was_taken_on_a_day_and_holds_from_none() {
    String advice = row(BINDS, "Advies over Nieuw");
    assertTrue(advice.contains("Besloten op 1 mei 2019."), advice);
    assertFalse(advice.contains("Geldt"), advice);
    String binding = row(BINDS, "Nieuw bindt");
    assertTrue(binding.contains("Geldt vanaf 1 januari 2020."), binding);
  }

  @Test
  void a_standard_comes_in_the_place_of_another() {
    assertTrue(places(OLD).contains("Nieuw"), places(OLD));
  }

  @Test
  void what_is_over_by_the_day_is_no_place_to_go() {
    String before = places("?versie=reeks/1.1.0&dag=2027-06-30");
    assertTrue(before.contains("2.0.0") && before.contains("3.0.0"), before);
    String after = places("?versie=reeks/1.1.0&dag=2028-01-01");
    assertTrue(!after.contains("2.0.0") && after.contains("3.0.0"), after);
  }

  @Test
  void what_belongs_to_a_line_of_versions_ends_with_it() {
    String places = places("?versie=reeks/1.x&dag=2027-01-01");
    assertTrue(places.contains("2.0.0"), places);
    assertFalse(places.contains("1.0.0") || places.contains("1.1.0"), places);
  }

  @Test
  void who_uses_a_newer_version_besides_is_told_apart() {
    String query = "?versie=reeks/1.1.0&dag=2028-01-01";
    assertEquals(List.of("Klaar"), touched(query, "Gemeenten die al een opvolger gebruiken"));
    assertEquals(List.of("Leeg"), touched(query, "Gemeenten zonder opvolger en zonder plan"));
  }

  @Test
  void the_end_of_a_version_ends_only_what_was_explained_of_it() {
    assertEquals(List.of(), touched("?versie=reeks/1.0.0&dag=2028-01-01", "Uitleg die vervalt"));
    assertEquals(
        List.of("Laat"), touched("?versie=reeks/3.0.0&dag=2028-01-01", "Uitleg die vervalt"));
  }

  @Test
  void a_product_has_a_name_and_a_number_in_the_graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(body("/wat-als.ttl" + OLD), Lang.TURTLE).parse(graph);
    assertFalse(
        graph.stream().anyMatch(it -> it.getSubject().isBlank() || it.getObject().isBlank()));
    Node product =
        graph
            .find(Node.ANY, SKOS.prefLabel.asNode(), NodeFactory.createLiteralString("Pakket"))
            .next()
            .getSubject();
    assertEquals(
        2, graph.find(product, RDF.value.asNode(), Node.ANY).next().getObject().getLiteralValue());
  }

  @Test
  void on_a_past_day_the_data_is_that_of_the_day() {
    Matcher links =
        Pattern.compile("href=\"(/wat-als\\.(?:ttl|jsonld)[^\"]*)\"")
            .matcher(body("/wat-als" + OLD + "&op=2026-06-01"));
    List<String> found = links.results().map(it -> it.group(1)).toList();
    assertFalse(found.isEmpty());
    found.forEach(it -> assertTrue(it.endsWith("&amp;op=2026-06-01"), it));
  }

  @Test
  void on_a_past_day_nothing_is_said_of_now() {
    for (String query : List.of(OLD, BINDS)) {
      String page = body("/wat-als" + query + "&op=2026-06-01");
      String main = page.substring(page.indexOf("class=\"pagehead\""), page.indexOf("</main>"));
      Matcher now = Pattern.compile("[^.>]*\\bnu\\b[^.<]*").matcher(main);
      assertFalse(now.find(), () -> now.group());
      assertTrue(main.contains("wat de catalogus op 1 juni 2026 weet"), main);
    }
  }
}
