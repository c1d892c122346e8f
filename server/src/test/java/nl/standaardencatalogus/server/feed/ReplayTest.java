package nl.standaardencatalogus.server.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.dump.Days;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever follows a feed has what the catalogue has, however it was edited. */
@Tag("long")
class ReplayTest {
  @TempDir Path folder;

  private TestServer serve() {
    try (Catalogue catalogue = Catalogue.open(folder, Rules.load(), Progress.silent())) {
      new Edits(catalogue, 0).record(Edits.goal("eerste", 1));
    }
    return TestServer.on(folder);
  }

  private static void assertSame(Map<Node, Graph> expected, Map<Node, Graph> found) {
    assertEquals(triples(expected), triples(found));
  }

  private static Map<Node, Set<Triple>> triples(Map<Node, Graph> records) {
    return records.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> e.getValue().stream().collect(Collectors.toSet())));
  }

  /** What the DCAT feed says of the records that are there. */
  private static Map<Node, Graph> entities(Catalogue catalogue) {
    return catalogue
        .snapshot()
        .records()
        .filter(Feed.DCAT.records())
        .collect(Collectors.toMap(record -> record, record -> entity(catalogue, record)));
  }

  private static Graph entity(Catalogue catalogue, Node record) {
    List<Revision> revisions = catalogue.revisions(record);
    return CanonicalGraph.read(Entity.of(revisions.get(revisions.size() - 1), Questions.load()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void any_history_replays_to_the_state(long seed) throws InterruptedException {
    try (TestServer server = serve()) {
      Catalogue catalogue = server.catalogue();
      Edits edits = new Edits(catalogue, seed);
      Random random = new Random(seed);
      Harvester follower = new Harvester(server.address() + "/ldes");
      Map<Node, Graph> half = Map.of();
      Instant moment = Instant.EPOCH;
      int rounds = 20 + random.nextInt(30);
      int bulk = random.nextInt(rounds);
      for (int round = 0; round < rounds; round++) {
        edits.edit();
        // The DCAT feed has no sequence, only times: two edits of one standard need two of them.
        Thread.sleep(2);
        if (round == bulk) {
          edits.bulk("veel", 200 + random.nextInt(600));
        }
        if (random.nextInt(10) == 0) {
          follower.catchUp();
          assertSame(Edits.records(catalogue.snapshot()), follower.copy());
          half = follower.copy();
          moment = follower.until();
        }
      }
      Map<Node, Graph> state = Edits.records(catalogue.snapshot());
      Harvester resumed = new Harvester(server.address() + "/ldes", half, moment);
      Harvester fromZero = new Harvester(server.address() + "/ldes");
      Harvester dcat = new Harvester(server.address() + "/ldes/dcat");
      Harvester latest = new Harvester(server.address() + "/ldes/dcat/laatste");
      for (Harvester harvester : new Harvester[] {resumed, fromZero, dcat, latest}) {
        harvester.catchUp();
      }
      assertSame(state, resumed.copy());
      assertSame(state, fromZero.copy());
      assertEquals(catalogue.snapshot().sequence(), fromZero.transactions());
      assertSame(entities(catalogue), dcat.copy());
      assertSame(entities(catalogue), latest.copy());
    }
  }

  @Test
  void a_bulk_import_is_one_transaction_though_it_takes_several_pages() {
    try (TestServer server = serve()) {
      Edits edits = new Edits(server.catalogue(), 7);
      edits.bulk("veel", 3 * Feeds.PAGE_SIZE + 10);
      Harvester harvester = new Harvester(server.address() + "/ldes");
      harvester.catchUp();
      assertEquals(2, harvester.transactions());
      assertEquals(3 * Feeds.PAGE_SIZE + 11, harvester.copy().size());
    }
  }

  @Test
  void who_follows_while_others_edit_ends_with_the_state_too() {
    try (TestServer server = serve()) {
      Edits edits = new Edits(server.catalogue(), 8);
      Harvester harvester = new Harvester(server.address() + "/ldes");
      CompletableFuture<Void> editing =
          CompletableFuture.runAsync(
              () -> {
                for (int round = 0; round < 20; round++) {
                  edits.bulk("ronde-" + round, 40);
                }
              });
      while (!editing.isDone()) {
        harvester.catchUp();
        assertEquals(0, (harvester.copy().size() - 1) % 40, "half a commit");
      }
      editing.join();
      harvester.catchUp();
      assertSame(Edits.records(server.catalogue().snapshot()), harvester.copy());
    }
  }

  @Test
  void a_deletion_arrives() {
    try (TestServer server = serve()) {
      Edits edits = new Edits(server.catalogue(), 7);
      edits.record(Edits.goal("even", 2));
      Harvester harvester = new Harvester(server.address() + "/ldes");
      harvester.catchUp();
      assertTrue(harvester.copy().containsKey(Iris.goal("even")));
      edits.record(Change.delete(Iris.goal("even")));
      harvester.catchUp();
      assertEquals(Set.of(Iris.goal("eerste")), harvester.copy().keySet());
    }
  }

  @Test
  void who_resumes_from_the_moment_of_a_commit_gets_the_next_one_of_that_moment_too() {
    try (TestServer server = serve()) {
      Edits edits = new Edits(server.catalogue(), 7);
      Instant moment = edits.record(Edits.goal("een", 1)).commit().recorded();
      edits.record(Edits.goal("twee", 2));
      Map<Node, Graph> none = Map.of();
      Harvester harvester = new Harvester(server.address() + "/ldes", none, moment);
      harvester.catchUp();
      assertEquals(Set.of(Iris.goal("een"), Iris.goal("twee")), harvester.copy().keySet());
    }
  }

  @Test
  void who_follows_the_feed_has_what_the_dump_of_the_last_day_has() throws Exception {
    try (Days days = new Days(folder)) {
      days.record("2026-03-02", "09:00", Days.goal("een", 1), Days.standard("iets", "Iets"));
      days.record("2026-03-03", "09:00", Days.goal("twee", 2), Days.standard("iets", "Anders"));
      days.record("2026-03-04", "09:00", Change.delete(Iris.goal("een")));
      days.make("2026-03-05");
    }
    try (TestServer server = TestServer.on(folder)) {
      Harvester harvester = new Harvester(server.address() + "/ldes");
      harvester.catchUp();
      URL dump = new URL(server.address() + "/dumps/latest.nq.gz");
      DatasetGraph quads = DatasetGraphFactory.create();
      try (InputStream in = new GZIPInputStream(dump.openStream())) {
        RDFParser.source(in).lang(Lang.NQUADS).parse(quads);
      }
      Map<Node, Graph> dumped = new HashMap<>();
      quads.listGraphNodes().forEachRemaining(name -> dumped.put(name, quads.getGraph(name)));
      assertSame(dumped, harvester.copy());
      assertEquals(2, dumped.size());
    }
  }
}
