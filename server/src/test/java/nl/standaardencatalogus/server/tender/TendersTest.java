package nl.standaardencatalogus.server.tender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;

/** What to ask for in a tender, over HTTP. */
class TendersTest {
  private static final String CHOSEN = "?component=refcomp-zaakregistratiecomponent";

  private static HttpResponse<String> get(String path) {
    return CuratedServer.get(path, "Accept", "text/html");
  }

  @Test
  void the_text_names_one_exact_version() {
    String page = get("/aanbesteding" + CHOSEN).body();
    assertTrue(page.contains("Zaken API-standaard, versie 1.7.0 (VNG, pas toe of leg uit"), page);
  }

  @Test
  void what_a_decision_asks_is_a_demand_where_gemma_only_recommends_it() {
    String page = get("/aanbesteding" + CHOSEN).body();
    String complies = page.substring(page.indexOf("De oplossing voldoet aan:"));
    complies = complies.substring(0, complies.indexOf("</ul>"));
    assertTrue(complies.contains("Autorisaties API"), complies);
  }

  @Test
  void what_is_replaced_in_a_new_way_is_not_asked_of_a_new_solution() {
    String page = get("/aanbesteding" + CHOSEN).body();
    String complies = page.substring(page.indexOf("De oplossing voldoet aan:"));
    String there = complies.substring(complies.indexOf("Voor koppelingen die er al zijn, voldoet"));
    complies = complies.substring(0, complies.length() - there.length());
    assertTrue(there.contains("Zaak- en documentservices, versie 1.2"), there);
    assertTrue(there.contains("functioneel vervangen door "), there);
    assertFalse(complies.contains("Zaak- en documentservices"), complies);
  }

  @Test
  void the_annex_tells_where_gemma_asks_less_than_a_decision() {
    String rows = get("/aanbesteding.csv" + CHOSEN).body();
    assertTrue(
        rows.lines()
            .anyMatch(
                it -> it.contains("Autorisaties API") && it.contains("een besluit vraagt meer")),
        rows);
  }

  @Test
  void a_component_that_is_not_there_is_refused() {
    assertEquals(400, get("/aanbesteding?component=nope").statusCode());
  }

  @Test
  void what_has_ended_is_not_asked_for_and_told() {
    String page = get("/aanbesteding?component=refcomp-mijngemeentecomponent").body();
    String left = page.substring(page.indexOf("Niet gevraagd"));
    assertTrue(left.contains("De standaard is beëindigd."), left);
  }

  @Test
  void the_annex_is_rdf_that_names_versions() {
    Graph annex =
        RDFParser.fromString(get("/aanbesteding.ttl" + CHOSEN).body(), Lang.TURTLE).toGraph();
    assertTrue(
        annex.contains(Node.ANY, DCTerms.requires.asNode(), Iris.version("zaken-api", "1.7.0")));
  }

  @Test
  void a_version_in_development_is_told_apart() {
    String page = get("/aanbesteding" + CHOSEN).body();
    String coming = page.substring(page.indexOf("In ontwikkeling, nog niet vragen:"));
    String first = coming.substring(0, coming.indexOf("</p>"));
    assertTrue(first.contains("/standaarden/rgbz/versies/2.0\""), first);
  }
}
