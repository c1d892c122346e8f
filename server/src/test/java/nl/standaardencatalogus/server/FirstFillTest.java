package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.facts.CuratedFacts;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.sample.SampleHistory;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class FirstFillTest {
  private static final Rules RULES = Rules.load();

  @TempDir private Path folder;

  private static Graph goal(String slug, String title, String types) {
    return RDFParser.fromString(
            """
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
            <%s> a %s ; dct:title "%s"@nl, "Goal"@en ;
              dct:description "Een doel."@nl, "A goal."@en ; sc:order 9 .
            """
                .formatted(Iris.goal(slug).getURI(), types, title),
            Lang.TURTLE)
        .toGraph();
  }

  private static DatedProposal on(int day, String slug, String title) {
    Change change = Change.put(Iris.goal(slug), goal(slug, title, "sc:Goal"));
    return new DatedProposal(
        Instant.parse("2020-01-0" + day + "T08:00:00.123456Z"),
        new Proposal("test", Iris.organisation("vng"), "Dag " + day, List.of(change)));
  }

  /** The third changes nothing. */
  private static List<DatedProposal> past() {
    return List.of(
        on(1, "een", "Een"),
        on(2, "twee", "Twee"),
        on(3, "twee", "Twee"),
        on(4, "drie", "Drie"),
        on(5, "een", "Nog een"));
  }

  private Catalogue open(String name) {
    return Catalogue.open(folder.resolve(name), RULES, Progress.silent());
  }

  private Settings settings(boolean sample) {
    return Settings.of(
        Map.of(
            "CATALOGUE_PORT", "0",
            "CATALOGUE_DATA", folder.resolve("data").toString(),
            "CATALOGUE_SAMPLE", String.valueOf(sample)));
  }

  @Test
  void a_past_that_was_interrupted_anywhere_goes_on_as_if_it_was_not() {
    String whole;
    try (Catalogue catalogue = open("whole")) {
      catalogue.load(past().iterator(), Progress.silent());
      whole = catalogue.snapshot().hash();
    }
    for (int taken = 0; taken <= past().size(); taken++) {
      try (Catalogue catalogue = open("after" + taken)) {
        catalogue.load(past().subList(0, taken).iterator(), Progress.silent());
        catalogue.load(FirstFill.notYetTaken(catalogue, past().iterator()), Progress.silent());
        assertEquals(4, catalogue.snapshot().sequence());
        assertEquals(whole, catalogue.snapshot().hash());
      }
    }
  }

  @Test
  void another_past_is_not_put_after_what_is_there() {
    try (Catalogue catalogue = open("other")) {
      catalogue.load(past().subList(0, 2).iterator(), Progress.silent());
      Iterator<DatedProposal> other = past().subList(3, 5).iterator();
      assertThrows(Unable.class, () -> FirstFill.notYetTaken(catalogue, other));
    }
  }

  @Test
  void a_fill_with_samples_that_was_interrupted_is_not_served_without_samples() throws IOException {
    try (Catalogue catalogue = open("data")) {
      Iterator<DatedProposal> sample = SampleHistory.from(CuratedFacts.changes());
      catalogue.load(List.of(sample.next()).iterator(), Progress.silent());
    }
    Files.writeString(folder.resolve("data/filling-with-samples"), "");
    refused();
  }

  @Test
  void a_folder_with_samples_is_not_served_without_samples() {
    try (Catalogue catalogue = open("data")) {
      Change change =
          Change.put(Iris.goal("een"), goal("een", "Verzonnen", "sc:Goal, sc:SampleData"));
      catalogue.commit(
          new Proposal("test", Iris.organisation("vng"), "Een proef", List.of(change)));
      assertEquals(1, catalogue.snapshot().sequence());
    }
    refused();
  }

  private void refused() {
    Unable told =
        assertThrows(
            Unable.class,
            () -> Serve.Running.start(settings(false), new Bar(System.err), Duration.ZERO));
    assertTrue(told.getMessage().contains("CATALOGUE_SAMPLE=false"), told::getMessage);
    try (Catalogue freed = open("data")) {
      assertEquals(1, freed.snapshot().sequence());
    }
  }

  @Test
  void what_a_fill_left_before_its_first_commit_is_no_sample() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/filling-with-samples"), "");
    try (Serve.Running running =
        Serve.Running.start(settings(false), new Bar(System.err), Duration.ZERO)) {
      assertEquals(1, running.catalogue().snapshot().sequence());
      assertFalse(Files.exists(folder.resolve("data/filling-with-samples")));
    }
  }
}
