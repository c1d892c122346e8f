package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
  private static final Rules RULES = Rules.load();
  private static final Node GOAL = Iris.goal("samen");

  @TempDir private Path folder;
  private Catalogue catalogue;

  private static Graph goal(String title) {
    return RDFParser.fromString(
            """
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
            <https://w3id.org/standaardencatalogus/id/doel/samen> a sc:Goal ;
              dct:title "%s"@nl, "Together"@en ;
              dct:description "Aan standaarden."@nl, "On standards."@en ;
              sc:order 9 .
            """
                .formatted(title),
            Lang.TURTLE)
        .toGraph();
  }

  private static Graph untitled() {
    return RDFParser.fromString(
            """
            <https://w3id.org/standaardencatalogus/id/doel/samen>
              a <https://w3id.org/standaardencatalogus/def#Goal> .
            """,
            Lang.TURTLE)
        .toGraph();
  }

  private static Proposal proposal(Change change) {
    return new Proposal("test", Iris.organisation("vng"), "Een proef", List.of(change));
  }

  static Stream<Change> changes() {
    return Stream.of(
        Change.put(GOAL, goal("Samen")),
        Change.put(GOAL, goal("Samen")).basedOn(7),
        Change.put(GOAL, untitled()),
        Change.put(Iris.goal("anders"), goal("Samen")),
        Change.delete(GOAL));
  }

  private Map<String, String> log() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("log"))) {
      for (Path file : files.toList()) {
        contents.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  @BeforeEach
  void open() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-02T08:00:00Z"), ZoneOffset.UTC);
    catalogue =
        Catalogue.open(folder, RULES, Progress.silent(), new Rhythm(clock, 64L << 20, 2_000));
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void it_ends_as_the_commit_would_and_leaves_everything_as_it_was() throws IOException {
    for (Change change : changes().toList()) {
      Snapshot before = catalogue.snapshot();
      Map<String, String> logged = log();
      Outcome dry = catalogue.dryRun(proposal(change));
      assertSame(before, catalogue.snapshot());
      assertEquals(logged, log());
      assertEquals(before.sequence(), catalogue.revisions(GOAL).size());
      Outcome real = catalogue.commit(proposal(change));
      assertEquals(real.getClass(), dry.getClass(), change::toString);
      if (real instanceof Outcome.Recorded recorded) {
        assertEquals(recorded.commit(), ((Outcome.Recorded) dry).commit());
      }
    }
    assertEquals(2, catalogue.snapshot().sequence());
  }

  @Test
  void among_records_of_no_catalogue_it_ends_as_among_those_of_one() {
    List<Change> held = List.of(Change.put(GOAL, goal("Samen")));
    catalogue.commit(proposal(held.get(0)));
    for (Change change : changes().toList()) {
      assertEquals(
          catalogue.dryRun(proposal(change)).getClass(),
          DryRun.among(held, proposal(change), RULES).getClass(),
          change::toString);
    }
  }

  @Test
  void what_has_ended_is_told_by_the_day_of_today() {
    Node version = Iris.version("zaken-api", "1.0");
    Graph ended =
        RDFParser.fromString(
                """
                @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
                <%s> a sc:StandardVersion ;
                  sc:endOfSupport "2021-06"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> .
                """
                    .formatted(version.getURI()),
                Lang.TURTLE)
            .toGraph();
    Outcome.Rejected rejected =
        assertInstanceOf(
            Outcome.Rejected.class,
            DryRun.among(List.of(), proposal(Change.put(version, ended)), RULES));
    assertTrue(
        rejected.report().findings().stream()
            .anyMatch(found -> found.shape().getURI().endsWith("StandardVersion-endedWithReason")),
        rejected::toString);
  }

  @Test
  void when_the_catalogue_is_closed_it_says_so() {
    catalogue.close();
    assertThrows(
        CatalogueException.class,
        () -> catalogue.dryRun(proposal(Change.put(GOAL, goal("Samen")))));
  }

  @Test
  void what_would_be_recorded_can_be_recorded_after_all() {
    assertInstanceOf(
        Outcome.Recorded.class, catalogue.dryRun(proposal(Change.put(GOAL, goal("Samen")))));
    assertInstanceOf(
        Outcome.Recorded.class, catalogue.commit(proposal(Change.put(GOAL, goal("Samen")))));
    assertInstanceOf(
        Outcome.Unchanged.class, catalogue.dryRun(proposal(Change.put(GOAL, goal("Samen")))));
  }
}
