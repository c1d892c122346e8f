package nl.standaardencatalogus.catalogue.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Rules;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CuratedFactsRulesTest {
  private static List<Finding> findings;

  @BeforeAll
  static void validate() {
    Graph all = GraphFactory.createDefaultGraph();
    CuratedFacts.changes().forEach(change -> GraphUtil.addInto(all, change.graph()));
    GraphUtil.addInto(all, Ontology.graph());
    findings = Rules.load().validate(all).findings();
  }

  @Test
  void the_curated_facts_break_no_rule() {
    assertEquals(
        List.of(),
        findings.stream()
            .filter(finding -> finding.severity() == Severity.VIOLATION)
            .map(finding -> finding.focus() + ": " + finding.messageEn())
            .toList());
  }

  @Test
  void standards_that_ended_while_a_version_lives_are_found() {
    found("Standard-endedVersionInUse", "gemma-e-formulieren", "stuf-wkpb");
  }

  @Test
  void standards_in_use_without_a_version_in_use_are_found() {
    found(
        "Standard-inUseNoVersionInUse",
        "bag-bevragen-api",
        "i-spiegel-exportspecificatie",
        "imnab",
        "rni-koppelvlak-bijhouding",
        "rsgb-bevragingen",
        "stuf-kinderopvang",
        "verwerkingenlogging-api",
        "gekwalificeerde-elektronische-handtekening");
  }

  @Test
  void standards_on_whose_life_the_sources_disagree_are_found() {
    found("Standard-statusOverlap", "klanten-api", "contactmomenten-api", "verzoeken-api");
  }

  @Test
  void four_standards_without_a_version_are_found() {
    assertEquals(4, focuses("Standard-versionKnown").size());
  }

  @Test
  void a_patch_that_is_older_than_what_it_patches_is_found() {
    assertEquals(
        Set.of(Iris.version("zaken-api", "1.3.1")), focuses("StandardVersion-patchNotEarlier"));
  }

  @Test
  void a_label_that_is_not_the_one_in_the_title_is_found() {
    assertTrue(
        focuses("StandardVersion-titleFitsLabel").contains(Iris.version("stuf-wkpb", "102")));
  }

  @Test
  void two_names_for_one_organisation_are_found() {
    assertTrue(
        focuses("Organisation-possiblySame")
            .containsAll(
                Set.of(
                    Iris.organisation("kvk"),
                    Iris.organisation("werkmaatschappij-koop"),
                    Iris.organisation("stichting-infrastructuur-kwaliteitsborging-bodembeheer"))));
  }

  @Test
  void what_is_no_organisation_at_all_is_found() {
    assertTrue(
        focuses("Organisation-nameDoubtful")
            .containsAll(
                Set.of(Iris.organisation("geen"), Iris.organisation("onbekend-was-lost-lemon"))));
  }

  @Test
  void an_oin_that_does_not_fit_is_found_eight_times() {
    assertEquals(8, focuses("Municipality-oinFitsRsin").size());
  }

  private static void found(String shape, String... standards) {
    Set<Node> expected = Set.of(standards).stream().map(Iris::standard).collect(Collectors.toSet());
    Set<Node> focuses = focuses(shape);
    assertTrue(focuses.containsAll(expected), () -> shape + " found " + focuses);
  }

  private static Set<Node> focuses(String shape) {
    return findings.stream()
        .filter(finding -> finding.shape().getURI().equals(Rules.NS + shape))
        .map(Finding::focus)
        .collect(Collectors.toSet());
  }
}
