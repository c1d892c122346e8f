package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Report;
import nl.standaardencatalogus.shapes.Rules;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the catalogue takes for a record, and what the rules see when one joins the others. */
class WhatARecordMayBeTest {
  private static final Rules RULES = Rules.load();
  private static final String ID = Iris.BASE + "id/";
  private static final Node MUNICIPALITY = Iris.municipality("gm0363");
  private static final Node STANDARD = Iris.standard("x-api");
  private static final Node VERSION = Iris.version("x-api", "1.0");
  private static final Node DECLARATION = Iris.declaration("gm0363", "x-api");

  @TempDir private Path folder;
  private Catalogue catalogue;

  @BeforeEach
  void open() {
    catalogue = Catalogue.open(folder, RULES, Progress.silent());
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void a_record_without_a_class_is_refused() {
    assertEquals(
        Set.of("Record-class"),
        rules(commit(STANDARD, "<%s> rdfs:label \"X\" .".formatted(STANDARD.getURI()))));
  }

  @Test
  void a_record_of_a_class_that_does_not_exist_is_refused() {
    assertEquals(
        Set.of("Record-class"),
        rules(commit(STANDARD, "<%s> a sc:Standrad .".formatted(STANDARD.getURI()))));
  }

  @Test
  void a_part_without_a_class_is_refused() {
    assertTrue(
        rules(
                commit(
                    Iris.goal("x"),
                    "<%1$sdoel/x> a sc:Goal ; rdfs:seeAlso <%1$sdoel/x#deel> .".formatted(ID)
                        + "<%sdoel/x#deel> rdfs:label \"deel\" .".formatted(ID)))
            .contains("Record-class"));
  }

  @Test
  void a_record_under_an_identifier_that_climbs_is_refused() {
    Node climbing = NodeFactory.createURI(ID + "standaard/x/../y");
    assertTrue(
        rules(catalogue.commit(proposal(Change.put(climbing, typed(climbing)))))
            .contains("Record-standardForm"));
  }

  @Test
  void a_municipality_is_taken_in_the_one_way_that_tooi_writes_it() {
    for (String tail : List.of("GM0363", "gm0363/", "gm0363/x")) {
      Node other = NodeFactory.createURI(Iris.TOOI + "gemeente/" + tail);
      assertInstanceOf(
          Outcome.Malformed.class,
          catalogue.commit(proposal(Change.put(other, typed(other)))),
          tail);
    }
  }

  @Test
  void an_identifier_that_is_too_long_is_refused() {
    Node just = NodeFactory.createURI("https://voorbeeld.example/" + "a".repeat(1_974));
    Node more = NodeFactory.createURI(just.getURI() + "a");
    assertTrue(rules(commit(STANDARD, pointing(just))).contains("Record-class"));
    Outcome.Malformed refused =
        assertInstanceOf(Outcome.Malformed.class, commit(STANDARD, pointing(more)));
    assertTrue(refused.reason().contains("2001 characters"), refused.reason());
  }

  @Test
  void a_part_of_a_municipality_is_validated_though_its_identifier_is_ours() {
    setTheScene();
    String outlined =
        municipality()
            + " sc:geometry <%sgemeente/gm0363#omtrek> .".formatted(ID)
            + "<%sgemeente/gm0363#omtrek> a geo:Geometry .".formatted(ID);
    assertEquals(Set.of("Geometry-asWKT"), rules(commit(MUNICIPALITY, outlined)));
  }

  @Test
  void a_record_that_others_refer_to_cannot_be_deleted() {
    setTheScene();
    assertTrue(
        rules(catalogue.commit(proposal(Change.delete(Iris.organisation("vng")))))
            .contains("Standard-maintainer"));
  }

  @Test
  void a_declaration_without_a_version_does_not_stop_the_first_version() {
    setTheScene();
    recorded(commit(DECLARATION, declaration("Opgave")));
    recorded(commit(VERSION, version()));
    Report report = RULES.validate(catalogue.snapshot().graph());
    assertTrue(report.conforms(), () -> report.text("en"));
    assertTrue(
        report.findings().stream()
            .anyMatch(
                finding ->
                    finding.rule().equals("Declaration-versionKnown")
                        && finding.focus().equals(DECLARATION)));
  }

  @Test
  void who_declares_anew_must_choose_from_the_versions_that_are_there() {
    setTheScene();
    recorded(commit(DECLARATION, declaration("Opgave")));
    recorded(commit(VERSION, version()));
    assertEquals(
        Set.of("Declaration-phaseNeedsVersion"),
        rules(commit(DECLARATION, declaration("Opgave, bevestigd"))));
  }

  private void setTheScene() {
    recorded(
        catalogue.commit(
            proposal(
                put(
                    Iris.organisation("vng"),
                    "<%sorganisatie/vng> a sc:Organisation ; skos:prefLabel \"VNG\" ."
                        .formatted(ID)),
                put(
                    Iris.tooi("provincie/pv27"),
                    "<%sprovincie/pv27> a sc:Province ; skos:prefLabel \"Noord-Holland\" ."
                        .formatted(Iris.TOOI)),
                put(MUNICIPALITY, municipality() + "."),
                put(
                    STANDARD,
                    """
                    <%sstandaard/x-api> a sc:Standard ; dct:title "X API"@nl ;
                      dct:identifier "x-api" ; sc:kind def:soort\\/api ;
                      dcat:theme def:thema\\/stuf ; sc:sourceText "bron" ;
                      sc:confidence def:betrouwbaarheid\\/hoog ;
                      sc:maintainer <%sorganisatie/vng> .
                    """
                        .formatted(ID, ID)))));
  }

  private static String municipality() {
    return """
    <%1$sgemeente/gm0363> a sc:Municipality ; skos:prefLabel "Amsterdam" ;
      sc:officialName "gemeente Amsterdam" ; sc:cbsCode "GM0363" ; dct:identifier "gm0363" ;
      sc:province <%1$sprovincie/pv27> ; sc:population 900000 ; sc:oin "00000001002564440000" ;
      sc:wikidata <http://www.wikidata.org/entity/Q9899> ; sc:sourceText "bron" ;
      sc:confidence def:betrouwbaarheid\\/hoog ;
    """
        .formatted(Iris.TOOI);
  }

  private static String version() {
    return """
    <%1$sstandaard/x-api/versie/1.0> a sc:StandardVersion ; dct:title "X API 1.0"@nl ;
      dcat:version "1.0" ; dct:identifier "x-api/1.0" ; sc:sourceText "bron" ;
      sc:confidence def:betrouwbaarheid\\/hoog ; dct:isVersionOf <%1$sstandaard/x-api> ;
      dcat:inSeries <%1$sstandaard/x-api> .
    """
        .formatted(ID);
  }

  private static String declaration(String title) {
    return """
    <%1$s> a sc:Declaration ; dct:title "%2$s"@nl ; sc:municipality <%3$s> ;
      sc:declaredBy <%3$s> ; sc:standard <%4$s> ; sc:phase <%1$s#fase-1> .
    <%1$s#fase-1> a sc:PhaseStatement ; sc:phaseValue def:adoptiefase\\/in-productie ;
      sc:validFrom "2024-01-01"^^xsd:date .
    """
        .formatted(DECLARATION.getURI(), title, MUNICIPALITY.getURI(), STANDARD.getURI());
  }

  private static String pointing(Node to) {
    return "<%s> rdfs:seeAlso <%s> .".formatted(STANDARD.getURI(), to.getURI());
  }

  private static Graph typed(Node record) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(record, RDF.type.asNode(), SC.STANDARD_CLASS);
    return graph;
  }

  private Outcome commit(Node record, String turtle) {
    return catalogue.commit(proposal(put(record, turtle)));
  }

  private static Change put(Node record, String turtle) {
    String prefixes =
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX def: <https://w3id.org/standaardencatalogus/def/>
        PREFIX geo: <http://www.opengis.net/ont/geosparql#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        """;
    return Change.put(record, RDFParser.fromString(prefixes + turtle, Lang.TURTLE).toGraph());
  }

  private static Proposal proposal(Change... changes) {
    return new Proposal("tester", MUNICIPALITY, "om te proberen", List.of(changes));
  }

  private static void recorded(Outcome outcome) {
    assertInstanceOf(
        Outcome.Recorded.class,
        outcome,
        () -> outcome instanceof Outcome.Rejected rejected ? rejected.report().text("en") : "");
  }

  private static Set<String> rules(Outcome outcome) {
    return assertInstanceOf(Outcome.Rejected.class, outcome).report().findings().stream()
        .filter(finding -> finding.severity() == Severity.VIOLATION)
        .map(Finding::rule)
        .collect(Collectors.toSet());
  }
}
