package nl.standaardencatalogus.server.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.shapes.Profile;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One standard gets a description; that is all that a harvester is told when it comes again. */
class ChangedSinceTest {
  static {
    // Before any class of Jena: some cannot be loaded while Jena sets itself up.
    JenaSystem.init();
  }

  private static final Node STANDARD = Iris.standard("aanvraag-levensonderhoud-api");
  private static final Node TEXT =
      NodeFactory.createLiteralLang("Een omschrijving voor even.", "nl");

  private String tag;
  private Instant recorded;

  @BeforeEach
  void describe() {
    tag = CuratedServer.get("/catalog.ttl").headers().firstValue("ETag").orElseThrow();
    Graph changed = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(changed, CuratedServer.catalogue().snapshot().record(STANDARD));
    changed.add(STANDARD, DCTerms.description.asNode(), TEXT);
    recorded =
        commit(
            new Proposal(
                "test",
                Iris.organisation("vng"),
                "Een proef",
                List.of(Change.put(STANDARD, changed))));
  }

  @AfterEach
  void takeBack() {
    long revision = CuratedServer.catalogue().snapshot().current(STANDARD).orElseThrow().revision();
    commit(
        CuratedServer.catalogue().undo(revision, "test", Iris.organisation("vng"), "Na een proef"));
  }

  private static Instant commit(Proposal proposal) {
    Outcome outcome = CuratedServer.catalogue().commit(proposal);
    return assertInstanceOf(Outcome.Recorded.class, outcome).commit().recorded();
  }

  private static Graph since(Instant moment) {
    HttpResponse<String> answer = CuratedServer.get("/catalog.ttl?modifiedSince=" + moment);
    assertEquals(200, answer.statusCode(), answer::body);
    return RDFParser.fromString(answer.body(), Lang.TURTLE).toGraph();
  }

  private static Set<Node> listed(Graph graph, String property) {
    return graph.stream(DcatCatalogue.CATALOG, NodeFactory.createURI(DCAT.NS + property), Node.ANY)
        .map(Triple::getObject)
        .collect(Collectors.toSet());
  }

  @Test
  void only_the_standard_and_its_versions_are_told_and_both_with_the_new_description() {
    Graph part = since(recorded);
    Set<Node> expected =
        CuratedServer.graph().stream(Node.ANY, DCTerms.isVersionOf.asNode(), STANDARD)
            .map(Triple::getSubject)
            .collect(Collectors.toCollection(HashSet::new));
    assertTrue(!expected.isEmpty());
    expected.forEach(
        version -> assertTrue(part.contains(version, DCTerms.description.asNode(), TEXT)));
    expected.add(NodeFactory.createURI(Iris.BASE + "void#catalogus"));
    assertEquals(expected, listed(part, "dataset"));
    assertEquals(Set.of(STANDARD), listed(part, "resource"));
    assertTrue(part.contains(STANDARD, DCTerms.description.asNode(), TEXT));
    for (Profile profile : Profile.values()) {
      assertEquals("", Rules.load(profile).validate(part).text("en"));
    }
  }

  @Test
  void a_moment_later_nothing_of_it_is_told() {
    Graph part = since(recorded.plusMillis(1));
    assertEquals(Set.of(), listed(part, "dataset"));
    assertEquals(Set.of(), listed(part, "resource"));
  }

  @Test
  void the_whole_has_another_tag_and_is_sent_again() {
    HttpResponse<String> again = CuratedServer.get("/catalog.ttl", "If-None-Match", tag);
    assertEquals(200, again.statusCode());
    assertNotEquals(tag, again.headers().firstValue("ETag").orElse(tag));
    assertTrue(again.body().contains(TEXT.getLiteralLexicalForm()));
  }
}
