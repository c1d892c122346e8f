package nl.standaardencatalogus.server.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the members of the DCAT feed hold. */
class EntityTest {
  private static final int MANY = 10;

  private static DatasetGraph page(String address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/n-quads").build();
    String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return RDFParser.fromString(body, Lang.NQUADS).toDatasetGraph();
  }

  @Test
  @Tag("every-record")
  void every_member_of_the_curated_past_conforms() {
    Members members = Members.of(CuratedServer.catalogue());
    assertTrue(members.count() > 1000, () -> members.count() + " members");
    assertEquals(List.of(), members.alone());
    assertEquals(List.of(), members.together());
  }

  /** What is wrong in a page that is closed stays: this cannot wait for the check of them all. */
  @Test
  void a_sample_of_the_members_of_each_kind_conforms() {
    Members members = Members.sample(CuratedServer.catalogue(), 20);
    assertEquals(
        Set.of(
            ThingKind.STANDARD,
            ThingKind.VERSION,
            ThingKind.ORGANISATION,
            ThingKind.COOPERATION,
            ThingKind.PUBLIC_BODY),
        members.kinds());
    assertEquals(List.of(), members.alone());
  }

  @Test
  void a_member_holds_an_entity_of_dcat_ap_under_the_iri_of_the_activity(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (Catalogue catalogue = Catalogue.open(folder, Rules.load(), Progress.silent())) {
      new Edits(catalogue, 0).record(Edits.standard("een", 1));
    }
    Node standard = Iris.standard("een");
    DatasetGraph first;
    Revision revision;
    try (TestServer server = TestServer.on(folder, "PUBLIC_URL", "https://een.example.org")) {
      first = page(server.address() + "/ldes/dcat/pagina/1");
      List<Revision> revisions = server.catalogue().revisions(standard);
      revision = revisions.get(0);
    }
    Graph entity = first.getGraph(Iris.revision(revision.number()));
    assertTrue(entity.contains(standard, RDF.type.asNode(), DCAT.Dataset.asNode()));
    assertTrue(entity.contains(standard, DCTerms.publisher.asNode(), Node.ANY));
    // Of the record's own words only those that DCAT-AP has.
    assertFalse(
        entity.stream().anyMatch(t -> t.getPredicate().getURI().startsWith(Iris.BASE + "def#")));
    try (TestServer server =
        TestServer.on(
            folder,
            "PUBLIC_URL",
            "https://ander.example.org",
            "CONTACT_EMAIL",
            "iemand@example.org")) {
      new Edits(server.catalogue(), 1).record(Edits.standard("twee", 1));
      Graph again =
          page(server.address() + "/ldes/dcat/pagina/1").getGraph(Iris.revision(revision.number()));
      assertTrue(entity.isIsomorphicWith(again), "it depends on a setting or on another record");
    }
  }

  @Test
  void a_standard_with_many_values_is_described_with_them_all(@TempDir Path folder) {
    try (Catalogue catalogue = Catalogue.open(folder, Rules.load(), Progress.silent())) {
      new Edits(catalogue, 0).record(Edits.many("veel", MANY));
    }
    Node standard = Iris.standard("veel");
    try (TestServer server = TestServer.on(folder)) {
      long number = server.catalogue().revisions(standard).get(0).number();
      // When values multiply with one another there is no end to it.
      Graph entity =
          assertTimeoutPreemptively(
                  Duration.ofSeconds(20), () -> page(server.address() + "/ldes/dcat/pagina/1"))
              .getGraph(Iris.revision(number));
      Graph catalog =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () -> RDFParser.source(server.address() + "/catalog.ttl").toGraph());
      Map<Node, Integer> expected = new HashMap<>();
      expected.put(DCTerms.title.asNode(), 2);
      expected.put(DCTerms.description.asNode(), 2);
      expected.put(DCAT.keyword.asNode(), MANY);
      expected.put(DCTerms.publisher.asNode(), 1);
      expected.put(DCTerms.creator.asNode(), MANY);
      expected.put(DCAT.theme.asNode(), MANY + 1);
      expected.put(DCAT.landingPage.asNode(), 1);
      expected.put(FOAF.page.asNode(), MANY + MANY - 1);
      expected.put(NodeFactory.createURI("http://www.w3.org/ns/adms#identifier"), MANY);
      expected.put(DCTerms.isPartOf.asNode(), MANY);
      expected.put(DCTerms.replaces.asNode(), MANY);
      expected.put(DCTerms.isReplacedBy.asNode(), MANY);
      expected.put(DCTerms.accessRights.asNode(), 1);
      for (Graph description : List.of(entity, catalog)) {
        expected.forEach(
            (property, values) ->
                assertEquals(
                    values.longValue(),
                    description.stream(standard, property, Node.ANY).count(),
                    property::toString));
      }
    }
  }

  @Test
  void the_root_names_the_shape_of_its_members() throws IOException, InterruptedException {
    Graph root = page(CuratedServer.at("/ldes/dcat").toString()).getDefaultGraph();
    assertTrue(
        root.contains(
            Feed.DCAT.stream(),
            NodeFactory.createURI(Quads.TREE + "shape"),
            NodeFactory.createURI(
                "https://semiceu.github.io/LDES-DCAT-AP-feeds/shape.ttl#ActivityShape")));
  }

  @Test
  void whoever_publishes_or_maintains_a_standard_is_in_the_feed_as_an_agent() {
    for (Node property : List.of(DCTerms.publisher.asNode(), SC.MAINTAINER)) {
      List<Triple> found = CuratedServer.graph().find(Node.ANY, property, Node.ANY).toList();
      assertFalse(found.isEmpty(), property::toString);
      for (Triple triple : found) {
        assertTrue(Feed.DCAT.records().test(triple.getObject()), triple::toString);
      }
    }
    assertTrue(Feed.DCAT.records().test(Iris.municipality("gm0363")));
    assertFalse(Feed.DCAT.records().test(Iris.goal("een")));
  }
}
