package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class StandardsFileTest {
  private static final String FAMILY = "?familie=zaakgericht-werken-api-standaarden";

  private static int shown(String query) {
    String page = CuratedServer.get("/standaarden" + query, "Accept", "text/html").body();
    Matcher count = Pattern.compile("id=\"res\">([0-9]+) van").matcher(page);
    assertTrue(count.find(), page);
    return Integer.parseInt(count.group(1));
  }

  @Test
  void all_that_is_chosen_is_in_the_file_on_whichever_page_it_stands() {
    List<String> rows = CuratedServer.get("/standaarden.csv?p=2").body().lines().toList();
    assertEquals(shown(""), rows.size() - 1);
    assertTrue(rows.get(0).contains("standaard;uri;verbindendheid VNG;geldt sinds"), rows.get(0));
  }

  @Test
  void a_family_and_what_an_element_has_to_carry_can_be_chosen() {
    String rows = CuratedServer.get("/standaarden.csv" + FAMILY).body();
    assertTrue(rows.contains("Zaken API-standaard;"), rows);
    assertFalse(rows.contains("DKIM;"), rows);
    assertEquals(shown(FAMILY), rows.lines().count() - 1);
    String component = FAMILY + "&component=refcomp-zaakregistratiecomponent";
    int narrower = shown(component);
    assertTrue(narrower > 0 && narrower <= shown(FAMILY), component);
  }

  @Test
  void in_rdf_it_has_the_record_of_each() {
    String turtle = CuratedServer.get("/standaarden.ttl" + FAMILY).body();
    Graph graph = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
    Node type = SC.STANDARD_CLASS;
    assertEquals(shown(FAMILY), graph.find(Node.ANY, RDF.type.asNode(), type).toList().size());
    Node zaken = Iris.standard("zaken-api");
    assertTrue(
        CuratedServer.catalogue()
            .snapshot()
            .record(zaken)
            .find()
            .filterDrop(triple -> triple.getSubject().isBlank() || triple.getObject().isBlank())
            .toList()
            .stream()
            .allMatch(graph::contains));
  }

  @Test
  void a_value_that_is_none_is_told() {
    assertEquals(400, CuratedServer.get("/standaarden.csv?familie=nergens").statusCode());
    assertEquals(404, CuratedServer.get("/standaarden.xyz").statusCode());
  }
}
