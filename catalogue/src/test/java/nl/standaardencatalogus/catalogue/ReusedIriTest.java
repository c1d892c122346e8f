package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReusedIriTest {
  private static final Rules RULES = Rules.load();
  private static final Node GOAL = Iris.goal("samen");
  private static final Node AMSTERDAM = Iris.municipality("gm0363");
  private static final Node VNG = Iris.organisation("vng");

  @TempDir private Path folder;
  private Catalogue catalogue;

  private static Graph graph(String turtle) {
    return RDFParser.fromString(
            """
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            """
                + turtle,
            Lang.TURTLE)
        .toGraph();
  }

  private static Graph goal(String title) {
    return graph(
        """
        <%s> a sc:Goal ; dct:title "%s"@nl, "Together"@en ;
          dct:description "Aan standaarden."@nl, "On standards."@en ; sc:order 9 .
        """
            .formatted(GOAL, title));
  }

  private static Graph municipality(String name) {
    return graph(
        """
        <%s> a sc:FormerMunicipality ; skos:prefLabel "%s" ; sc:cbsCode "GM0363" ;
          dct:identifier "gm0363" ; sc:validUntil "2026-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ;
          sc:sourceText "een proef" ;
          sc:confidence <https://w3id.org/standaardencatalogus/def/betrouwbaarheid/hoog> .
        """
            .formatted(AMSTERDAM, name));
  }

  private Outcome commit(Change change) {
    return catalogue.commit(new Proposal("test", VNG, "Een proef", List.of(change)));
  }

  private void record(Change change) {
    Outcome outcome = commit(change);
    assertInstanceOf(Outcome.Recorded.class, outcome, outcome::toString);
  }

  @BeforeEach
  void open() {
    catalogue = Catalogue.open(folder, RULES, Progress.silent());
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void the_iri_of_what_was_deleted_is_not_given_to_another_thing() {
    record(Change.put(GOAL, goal("Samen")));
    record(Change.delete(GOAL));
    assertEquals(new Outcome.Reused(GOAL, 2), commit(Change.put(GOAL, goal("Alleen"))));
    assertEquals(2, catalogue.snapshot().sequence());
  }

  @Test
  void also_not_after_a_restart() {
    record(Change.put(GOAL, goal("Samen")));
    record(Change.delete(GOAL));
    catalogue.close();
    open();
    assertEquals(new Outcome.Reused(GOAL, 2), commit(Change.put(GOAL, goal("Alleen"))));
  }

  @Test
  void a_deletion_can_be_undone_and_what_is_back_can_be_changed() {
    record(Change.put(GOAL, goal("Samen")));
    record(Change.delete(GOAL));
    Outcome undone = catalogue.commit(catalogue.undo(2, "test", VNG, "Toch niet weg"));
    assertInstanceOf(Outcome.Recorded.class, undone);
    record(Change.put(GOAL, goal("Samen verder")));
  }

  @Test
  void a_code_that_says_which_thing_it_is_may_come_back_with_more_said_of_it() {
    record(Change.put(AMSTERDAM, municipality("Amsterdam")));
    record(Change.delete(AMSTERDAM));
    record(Change.put(AMSTERDAM, municipality("Amsterdam (oud)")));
  }
}
