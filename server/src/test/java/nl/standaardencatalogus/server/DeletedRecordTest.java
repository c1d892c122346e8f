package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletedRecordTest {
  private static final String ACTIVITY = "https://www.w3.org/ns/activitystreams#";

  /** One of the curated goals. */
  private static final Node SUCCESSOR = Iris.goal("een-branche");

  private static Graph goal(Node goal, String more) {
    return RDFParser.fromString(
            """
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
            <%s> a sc:Goal ;
              dct:title "Een tijdelijk doel"@nl, "A temporary goal"@en ;
              dct:description "Een doel voor even."@nl, "A goal for a while."@en ;
              sc:order 9 %s.
            """
                .formatted(goal.getURI(), more),
            Lang.TURTLE)
        .toGraph();
  }

  private static Node deleted(String slug, String more) {
    Node goal = Iris.goal(slug);
    record(Change.put(goal, goal(goal, more)));
    record(Change.delete(goal));
    return goal;
  }

  private static Node deletedWithSuccessor(String slug) {
    return deleted(slug, "; dct:isReplacedBy <" + SUCCESSOR.getURI() + "> ");
  }

  private static void record(Change change) {
    Outcome outcome =
        CuratedServer.catalogue()
            .commit(new Proposal("test", Iris.organisation("vng"), "Een proef", List.of(change)));
    assertInstanceOf(Outcome.Recorded.class, outcome, () -> Findings.inNoFile().of(outcome));
  }

  @Test
  void what_is_recorded_shows_at_once_and_what_is_deleted_is_gone() {
    Node goal = Iris.goal("tijdelijk");
    record(Change.put(goal, goal(goal, "")));
    HttpResponse<String> there = CuratedServer.get("/doc/doel/tijdelijk.ttl");
    assertEquals(200, there.statusCode());
    assertTrue(there.body().contains("Een tijdelijk doel"), there::body);
    record(Change.delete(goal));
    for (String path : List.of("/id/doel/tijdelijk", "/doc/doel/tijdelijk.ttl")) {
      HttpResponse<String> gone = CuratedServer.get(path, "Accept", "text/turtle");
      assertEquals(410, gone.statusCode(), path);
      assertTrue(gone.body().contains("/id/revisie/"), gone::body);
    }
  }

  @ParameterizedTest
  @CsvSource({"ttl,Turtle", "jsonld,JSON-LD", "rdf,RDF/XML", "nt,N-Triples"})
  void a_tombstone_says_in_rdf_what_it_was_and_what_came_in_its_place(String suffix, String lang) {
    Node goal = deletedWithSuccessor("vervangen-" + suffix);
    HttpResponse<String> gone = CuratedServer.get("/doc/doel/vervangen-" + suffix + "." + suffix);
    assertEquals(410, gone.statusCode());
    Graph said = RDFParser.fromString(gone.body(), RDFLanguages.nameToLang(lang)).toGraph();
    assertTrue(said.contains(goal, RDF.type.asNode(), activity("Tombstone")), gone::body);
    assertTrue(said.contains(goal, activity("formerType"), SC.GOAL_CLASS));
    assertTrue(said.contains(goal, activity("deleted"), Node.ANY));
    assertTrue(said.contains(goal, DCTerms.isReplacedBy.asNode(), SUCCESSOR));
    assertTrue(said.contains(Node.ANY, RDF.type.asNode(), activity("Delete")));
    assertFalse(said.contains(goal, DCTerms.title.asNode(), Node.ANY));
    assertLeadsOn(gone);
  }

  @ParameterizedTest
  @CsvSource({"/id/doel/pagina", "/doc/doel/pagina", "/doc/doel/pagina.html", "/doelen/pagina"})
  void a_reader_gets_a_page_that_leads_on(String path) {
    String slug = "leesbaar" + path.replaceAll("[^a-z]", "");
    deletedWithSuccessor(slug);
    HttpResponse<String> gone =
        CuratedServer.get(path.replace("pagina", slug), "Accept", "text/html");
    assertEquals(410, gone.statusCode());
    assertTrue(gone.body().contains("<h1>Een tijdelijk doel</h1>"), gone::body);
    assertTrue(gone.body().contains("href=\"/doelen/een-branche\""), gone::body);
    assertTrue(gone.body().contains("href=\"/en/doelen/" + slug + "\""), gone::body);
    assertLeadsOn(gone);
  }

  private static void assertLeadsOn(HttpResponse<String> gone) {
    String link = "<" + SUCCESSOR.getURI() + ">; rel=\"successor-version\"";
    assertTrue(
        gone.headers().allValues("Link").stream().anyMatch(links -> links.contains(link)),
        gone.headers()::toString);
  }

  @Test
  void the_page_is_in_english_too_and_says_when_there_is_no_successor() {
    deleted("zonder-opvolger", "");
    HttpResponse<String> gone =
        CuratedServer.get("/en/doelen/zonder-opvolger", "Accept", "text/html");
    assertEquals(410, gone.statusCode());
    assertTrue(gone.body().contains("<h1>A temporary goal</h1>"), gone::body);
    assertTrue(gone.body().contains("A successor is not recorded."), gone::body);
  }

  @Test
  void a_program_that_reads_no_rdf_gets_a_problem() {
    deleted("alleen-json", "");
    HttpResponse<String> gone =
        CuratedServer.get("/doc/doel/alleen-json", "Accept", "application/problem+json");
    assertEquals(410, gone.statusCode());
    assertTrue(gone.body().contains("\"status\""), gone::body);
  }

  @Test
  void what_is_put_back_is_there_again() {
    deleted("terug", "");
    Node goal = Iris.goal("terug");
    long last = CuratedServer.catalogue().revisions(goal).get(1).number();
    Outcome undone =
        CuratedServer.catalogue()
            .commit(
                CuratedServer.catalogue()
                    .undo(last, "test", Iris.organisation("vng"), "Toch niet weg"));
    assertInstanceOf(Outcome.Recorded.class, undone);
    assertEquals(200, CuratedServer.get("/doc/doel/terug.ttl").statusCode());
  }

  private static Node activity(String term) {
    return NodeFactory.createURI(ACTIVITY + term);
  }
}
