package nl.standaardencatalogus.server.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.dump.Releases;
import nl.standaardencatalogus.shapes.Profile;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConformanceTest {
  private static Conformance publishedBy(String slug) {
    Holder holder = new Holder("https://example.org", Iris.organisation(slug), null);
    return new Conformance(
        CuratedServer.catalogue()::snapshot,
        new Descriptions(
            Questions.load(),
            holder,
            () -> new Releases.Newest(Graph.emptyGraph, Instant.EPOCH),
            CuratedServer.catalogue()::commit));
  }

  @Test
  void the_real_catalogue_conforms_in_every_layer() {
    try (Conformance conformance = publishedBy("vng-realisatie")) {
      Conformance.Checked checked = conformance.current();
      assertTrue(checked.conforms());
      assertEquals(CuratedServer.sequence(), checked.sequence());
      assertEquals(
          List.of(Profile.values()),
          checked.layers().stream().map(Conformance.Layer::profile).toList());
    }
  }

  @Test
  void a_publisher_that_the_catalogue_does_not_know_is_found() {
    try (Conformance conformance = publishedBy("bestaat-niet")) {
      Conformance.Checked checked = conformance.current();
      assertFalse(checked.conforms());
      assertTrue(
          checked.layers().get(0).report().findings().stream()
              .anyMatch(finding -> finding.rule().equals("DcatAp-Catalog-publisher")));
    }
  }

  @Test
  @Timeout(60)
  void a_state_is_checked_without_anybody_waiting_for_it() throws InterruptedException {
    try (Conformance conformance = publishedBy("vng-realisatie")) {
      assertEquals(Optional.empty(), conformance.newest());
      conformance.follow();
      while (conformance.newest().isEmpty()) {
        Thread.sleep(20);
      }
      assertTrue(conformance.newest().orElseThrow().conforms());
    }
  }
}
