package nl.standaardencatalogus.catalogue.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

/** What is known to be wrong in the sources: all of it is found, and nothing beside it. */
class CuratedFactsRulesTest {
  private static List<Finding> findings;

  @BeforeAll
  static void validate() {
    Graph all = GraphFactory.createDefaultGraph();
    CuratedFacts.changes().forEach(change -> GraphUtil.addInto(all, change.graph()));
    GraphUtil.addInto(all, Ontology.graph());
    findings = Rules.load().validate(all, LocalDate.parse("2026-07-01")).findings();
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
    found("Standard-endedVersionInUse", 3, standards("gemma-e-formulieren", "stuf-wkpb"));
  }

  @Test
  void standards_in_use_without_a_version_in_use_are_found() {
    found(
        "Standard-inUseNoVersionInUse",
        9,
        standards(
            "bag-bevragen-api",
            "i-spiegel-exportspecificatie",
            "imnab",
            "rni-koppelvlak-bijhouding",
            "rsgb-bevragingen",
            "stuf-ef",
            "stuf-kinderopvang",
            "verwerkingenlogging-api",
            "gekwalificeerde-elektronische-handtekening"));
  }

  @Test
  void what_two_publications_of_one_authority_say_differently_is_found() {
    found(
        "Standard-statusOverlap",
        4,
        Set.of(
            Iris.standard("klanten-api"),
            Iris.standard("contactmomenten-api"),
            Iris.standard("verzoeken-api"),
            Iris.version("stuf-ef", "3.15")));
  }

  @Test
  void a_patch_that_is_older_than_what_it_patches_is_found() {
    found("StandardVersion-patchNotEarlier", 1, Set.of(Iris.version("zaken-api", "1.3.1")));
  }

  @Test
  void a_label_that_is_not_the_one_in_the_title_is_found() {
    found("StandardVersion-titleFitsLabel", 1, Set.of(Iris.version("stuf-wkpb", "102")));
  }

  @Test
  void other_readings_of_one_value_are_found() {
    found(
        "Record-disagreement",
        5,
        Set.of(
            Iris.version("brk-levering", "1.2.1"),
            Iris.version("documenten-api", "1.5.0"),
            Iris.standard("im-dbk"),
            Iris.version("aanvraag-levensonderhoud-api", "actueel"),
            Iris.version("beslissing-levensonderhoud-api", "actueel")));
  }

  @Test
  void what_is_no_organisation_at_all_is_found() {
    found(
        "Organisation-nameDoubtful",
        3,
        organisations("geen", "onbekend-was-lost-lemon", "vng-realisatie-a-i"));
  }

  @Test
  void standards_without_a_maintainer_are_found() {
    found(
        "Standard-maintainerKnown",
        3,
        standards(
            "aanvraag-levensonderhoud-api",
            "beslissing-levensonderhoud-api",
            "gekwalificeerde-elektronische-handtekening"));
  }

  @Test
  void two_names_for_one_organisation_are_found() {
    found(
        "Organisation-possiblySame",
        7,
        organisations(
            "ictu-nora-beheer",
            "kvk",
            "ministerie-van-bzk",
            "open-geospatial-consortium",
            "stichting-infrastructuur-kwaliteitsborging-bodembeheer",
            "vng-realisatie-a-i",
            "werkmaatschappij-koop"));
  }

  @Test
  void standards_without_a_version_are_found() {
    found(
        "Standard-versionKnown",
        4,
        standards(
            "bag-woz-testset", "imori", "open-raadsinformatie-api", "stuf-participatieladder"));
  }

  @Test
  void standards_that_ended_and_are_still_asked_of_a_component_are_found() {
    found(
        "Standard-endedStillObliged",
        9,
        standards("gemma-e-formulieren", "imwe", "stuf-wkpb", "tmlo"));
    assertEquals(
        2,
        of("Standard-endedStillObliged").stream()
            .filter(finding -> finding.messageNl().contains("(\"Verplicht\")"))
            .count());
  }

  @Test
  void what_rests_on_a_weak_source_is_found_for_standards_versions_statuses_and_relations() {
    assertEquals(
        Map.of("standard", 44L, "version", 75L, "status", 43L, "relation", 24L),
        of("Record-sourceWeak").stream()
            .collect(
                Collectors.groupingBy(finding -> kind(finding.focus()), Collectors.counting())));
  }

  @Test
  void an_oin_that_does_not_fit_is_found_eight_times() {
    assertEquals(8, of("Municipality-oinFitsRsin").size());
  }

  private static String kind(Node node) {
    String iri = node.getURI();
    return iri.contains("#relatie-")
        ? "relation"
        : iri.contains("#") ? "status" : iri.contains("/versie/") ? "version" : "standard";
  }

  private static void found(String rule, int times, Set<Node> expected) {
    assertEquals(expected, of(rule).stream().map(Finding::focus).collect(Collectors.toSet()));
    assertEquals(times, of(rule).size());
  }

  private static List<Finding> of(String rule) {
    return findings.stream().filter(finding -> finding.rule().equals(rule)).toList();
  }

  private static Set<Node> standards(String... slugs) {
    return Arrays.stream(slugs).map(Iris::standard).collect(Collectors.toSet());
  }

  private static Set<Node> organisations(String... slugs) {
    return Arrays.stream(slugs).map(Iris::organisation).collect(Collectors.toSet());
  }
}
