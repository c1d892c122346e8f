package nl.standaardencatalogus.server.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What municipalities inherit, over the reorganisations that there have been. */
class InheritedTest {
  private static final Node STANDARD = Iris.standard("zaken-api");

  @TempDir private static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<Inherited> inherited(String heir, String... declarants) {
    Snapshot now = server.catalogue().snapshot();
    Graph more = GraphFactory.createDefaultGraph();
    for (String code : declarants) {
      Node declaration = Iris.declaration(code, "zaken-api");
      more.add(declaration, SC.MUNICIPALITY, Iris.municipality(code));
      more.add(declaration, SC.STANDARD, STANDARD);
    }
    return Inherited.of(Questions.load(), new Union(now.graph(), more), Iris.municipality(heir));
  }

  @ParameterizedTest
  @CsvSource({
    "Voorne aan Zee 2023, gm1992, gm0501, false",
    "Land van Cuijk 2022, gm1982, gm0756, false",
    "Weesp into Amsterdam 2022, gm0363, gm0457, false",
    "Haaren over four 2021, gm0855, gm0788, true",
    "Groesbeek 2015 and its new name 2016, gm1945, gm0241, false",
    "Millingen through Groesbeek, gm1945, gm0265, false"
  })
  void a_successor_inherits(String what, String heir, String predecessor, boolean divided) {
    List<Inherited> found = inherited(heir, predecessor);
    assertEquals(
        List.of(predecessor),
        found.stream().map(it -> Mine.code(it.predecessor())).distinct().toList(),
        what);
    assertEquals(divided, found.get(0).divided(), what);
  }

  @Test
  void what_has_been_announced_can_be_prepared() {
    Inherited found = inherited("gm0402", "gm1696").get(0);
    assertEquals("gm1696", Mine.code(found.predecessor()));
    assertEquals("2027-01-01", found.date());
    assertTrue(found.announced());
    assertEquals(List.of(), inherited("gm0402", "gm1696", "gm0402"));
  }

  @Test
  void predecessors_that_contradict_are_both_there() {
    assertEquals(2, inherited("gm1992", "gm0501", "gm0530").size());
  }

  @Test
  void what_the_municipality_declared_itself_goes_before() {
    assertEquals(List.of(), inherited("gm1992", "gm0501", "gm1992"));
  }

  @Test
  void nobody_else_inherits() {
    assertEquals(List.of(), inherited("gm0344", "gm0501", "gm0788", "gm0457"));
  }
}
