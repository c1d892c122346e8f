package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class DeletedRecordTest {
  private static final Node GOAL = Iris.goal("tijdelijk");
  private static final Graph CONTENT =
      RDFParser.fromString(
              """
              @prefix dct: <http://purl.org/dc/terms/> .
              @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
              <https://w3id.org/standaardencatalogus/id/doel/tijdelijk> a sc:Goal ;
                dct:title "Tijdelijk"@nl, "Temporary"@en ;
                dct:description "Een doel voor even."@nl, "A goal for a while."@en ;
                sc:order 9 .
              """,
              Lang.TURTLE)
          .toGraph();

  private static void record(Change change) {
    Outcome outcome =
        CuratedServer.catalogue()
            .commit(new Proposal("test", Iris.organisation("vng"), "Een proef", List.of(change)));
    assertInstanceOf(Outcome.Recorded.class, outcome, () -> Findings.inNoFile().of(outcome));
  }

  @Test
  void what_is_recorded_shows_at_once_and_what_is_deleted_is_gone() {
    record(Change.put(GOAL, CONTENT));
    HttpResponse<String> there = CuratedServer.get("/doc/doel/tijdelijk.ttl");
    assertEquals(200, there.statusCode());
    assertTrue(there.body().contains("Tijdelijk"), there::body);
    record(Change.delete(GOAL));
    for (String path : List.of("/id/doel/tijdelijk", "/doc/doel/tijdelijk.ttl")) {
      HttpResponse<String> gone = CuratedServer.get(path, "Accept", "text/turtle");
      assertEquals(410, gone.statusCode(), path);
      assertTrue(gone.body().contains("/id/revisie/"), gone::body);
    }
  }
}
