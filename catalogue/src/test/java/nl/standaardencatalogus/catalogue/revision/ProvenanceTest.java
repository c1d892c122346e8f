package nl.standaardencatalogus.catalogue.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.log.Commits;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
  private final List<Commit> commits =
      new Commits().put("a", "Eén").commit("begin").put("a", "Twee").commit("verder").made();

  @Test
  void a_commit_says_when_by_whom_for_whom_why_and_what_it_made() {
    Commit commit = commits.get(1);
    Graph said = GraphFactory.createDefaultGraph();
    Provenance.commit(commit, said::add);
    String expected =
        """
        PREFIX id: <https://w3id.org/standaardencatalogus/id/>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <https://w3id.org/standaardencatalogus/id/commit/2> a sc:Commit, prov:Activity ;
          sc:commitNumber 2 ;
          prov:endedAtTime "2025-06-30T08:15:01.120Z"^^xsd:dateTime ;
          sc:actor "redactie" ;
          sc:onBehalfOf <https://w3id.org/standaardencatalogus/id/organisatie/vng> ;
          sc:reason "verder" ;
          sc:commitHash "%s" ;
          sc:previousCommitHash "%s" ;
          prov:generated <https://w3id.org/standaardencatalogus/id/revisie/2> .
        """
            .formatted(commit.hash(), commit.previousHash());
    assertSame(expected, said);
  }

  @Test
  void a_commit_of_what_somebody_else_put_forward_is_associated_with_both() {
    Commit one = commits.get(1);
    Commit proposed =
        new Commit(
            one.number(),
            one.recorded(),
            one.actor(),
            one.onBehalfOf(),
            Optional.of(new Proposer("een beheerder", Iris.organisation("geonovum"))),
            one.reason(),
            one.revisions(),
            one.previousHash(),
            one.hash());
    Graph said = GraphFactory.createDefaultGraph();
    Provenance.commit(proposed, said::add);
    Node commit = Iris.commit(one.number());
    assertTrue(said.contains(commit, SC.ON_BEHALF_OF, Iris.organisation("vng")));
    assertTrue(said.contains(commit, SC.PROPOSED_ON_BEHALF_OF, Iris.organisation("geonovum")));
    assertTrue(
        said.contains(commit, SC.PROPOSER, NodeFactory.createLiteralString("een beheerder")));
    for (Node property : List.of(SC.ON_BEHALF_OF, SC.PROPOSED_ON_BEHALF_OF)) {
      assertTrue(
          Ontology.graph()
              .contains(
                  property,
                  RDFS.subPropertyOf.asNode(),
                  NodeFactory.createURI("http://www.w3.org/ns/prov#wasAssociatedWith")));
    }
  }

  @Test
  void a_revision_says_of_what_it_is_one_and_where_it_came_from() {
    Commit commit = commits.get(1);
    Graph said = GraphFactory.createDefaultGraph();
    Provenance.revision(commit.revisions().get(0), commit, said::add);
    String expected =
        """
        PREFIX as: <https://www.w3.org/ns/activitystreams#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <https://w3id.org/standaardencatalogus/id/revisie/2> a sc:Revision, prov:Entity, as:Update ;
          sc:revisionNumber 2 ;
          sc:revisionKind as:Update ;
          prov:specializationOf <https://w3id.org/standaardencatalogus/id/doel/a> ;
          sc:contentHash "%s" ;
          prov:wasGeneratedBy <https://w3id.org/standaardencatalogus/id/commit/2> ;
          prov:generatedAtTime "2025-06-30T08:15:01.120Z"^^xsd:dateTime ;
          prov:wasAttributedTo <https://w3id.org/standaardencatalogus/id/organisatie/vng> ;
          prov:wasRevisionOf <https://w3id.org/standaardencatalogus/id/revisie/1> .
        """
            .formatted(commit.revisions().get(0).contentHash());
    assertSame(expected, said);
  }

  @Test
  void the_first_revision_of_a_record_follows_on_none() {
    Commit commit = commits.get(0);
    Graph said = GraphFactory.createDefaultGraph();
    Provenance.revision(commit.revisions().get(0), commit, said::add);
    assertFalse(
        said.stream()
            .anyMatch(triple -> triple.getPredicate().getURI().endsWith("#wasRevisionOf")));
    assertEquals(10, said.size());
  }

  private static void assertSame(String expected, Graph said) {
    Graph graph = RDFParser.fromString(expected, Lang.TURTLE).toGraph();
    assertTrue(graph.isIsomorphicWith(said), () -> said.find().toList().toString());
  }
}
