package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  @TempDir Path folder;
  private final SetClock clock = new SetClock("2025-06-30T08:15:00.123Z");
  private Catalogue catalogue;

  @BeforeEach
  void open() {
    catalogue = Catalogues.open(folder, new Rhythm(clock, 1 << 20, 1_000));
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void a_new_record_is_created() {
    Commit commit = commit(Goals.put("a", "Eén"));
    assertEquals(1, commit.number());
    assertEquals(Instant.parse("2025-06-30T08:15:00.123Z"), commit.recorded());
    assertEquals(Kind.CREATE, commit.revisions().get(0).kind());
    assertEquals(Optional.empty(), commit.revisions().get(0).previous());
    assertEquals("Eén", title("a"));
  }

  @Test
  void a_record_that_is_there_is_updated_whole() {
    commit(Goals.put("a", "Eén"));
    Commit commit = commit(Goals.put("a", "Twee"));
    assertEquals(Kind.UPDATE, commit.revisions().get(0).kind());
    assertEquals(Optional.of(1L), commit.revisions().get(0).previous());
    assertTrue(
        Goals.graph("a", "Twee").isIsomorphicWith(catalogue.snapshot().record(Goals.goal("a"))));
  }

  @Test
  void a_record_that_is_deleted_is_gone() {
    commit(Goals.put("a", "Eén"));
    Set<Triple> before = triples();
    commit(Goals.put("b", "Twee"));
    Commit commit = commit(Change.delete(Goals.goal("b")));
    assertEquals(Kind.DELETE, commit.revisions().get(0).kind());
    assertEquals(Optional.empty(), catalogue.snapshot().current(Goals.goal("b")));
    assertEquals(before, triples());
  }

  @Test
  void a_record_that_was_deleted_can_be_created_again_as_the_same_thing() {
    commit(Goals.put("a", "Eén"));
    commit(Change.delete(Goals.goal("a")));
    Commit commit = commit(Goals.put("a", "Eén"));
    assertEquals(Kind.CREATE, commit.revisions().get(0).kind());
    assertEquals(Optional.of(2L), commit.revisions().get(0).previous());
  }

  @Test
  void changes_of_one_proposal_are_one_commit() {
    Commit commit = commit(Goals.put("a", "Eén"), Goals.put("b", "Twee"));
    assertEquals(List.of(1L, 2L), commit.revisions().stream().map(each -> each.number()).toList());
    assertEquals(1, catalogue.snapshot().sequence());
  }

  @Test
  void the_snapshot_says_of_each_record_what_its_current_revision_is() {
    commit(Goals.put("a", "Eén"));
    commit(Goals.put("a", "Twee"));
    assertEquals(
        List.of(Iris.revision(2)),
        catalogue
            .snapshot()
            .graph()
            .find(Goals.goal("a"), SC.CURRENT_REVISION, Node.ANY)
            .mapWith(Triple::getObject)
            .toList());
  }

  @Test
  void recorded_times_never_go_back() {
    commit(Goals.put("a", "Eén"));
    clock.set("2020-01-01T00:00:00Z");
    assertEquals(
        Instant.parse("2025-06-30T08:15:00.123Z"), commit(Goals.put("a", "Twee")).recorded());
  }

  @Test
  void recorded_times_are_whole_milliseconds() {
    clock.set("2025-07-01T00:00:00.123456789Z");
    assertEquals(
        Instant.parse("2025-07-01T00:00:00.123Z"), commit(Goals.put("a", "Eén")).recorded());
  }

  @Test
  void a_change_of_the_current_revision_is_taken() {
    commit(Goals.put("a", "Eén").basedOn(0));
    commit(Goals.put("a", "Twee").basedOn(1));
    assertEquals("Twee", title("a"));
  }

  @Test
  void a_change_of_an_earlier_revision_is_stale() {
    commit(Goals.put("a", "Eén"));
    commit(Goals.put("a", "Twee"));
    assertEquals(
        new Outcome.Stale(Goals.goal("a"), 1, 2),
        refused(Goals.propose(Goals.put("a", "Drie").basedOn(1))));
  }

  @Test
  void a_change_of_a_record_that_was_to_be_new_is_stale() {
    commit(Goals.put("a", "Eén"));
    assertEquals(
        new Outcome.Stale(Goals.goal("a"), 0, 1),
        refused(Goals.propose(Goals.put("a", "Drie").basedOn(0))));
  }

  @Test
  void a_change_of_a_record_that_was_deleted_meanwhile_is_stale() {
    commit(Goals.put("a", "Eén"));
    commit(Change.delete(Goals.goal("a")));
    assertEquals(
        new Outcome.Stale(Goals.goal("a"), 1, 0),
        refused(Goals.propose(Goals.put("a", "Drie").basedOn(1))));
  }

  @Test
  void one_stale_change_keeps_out_the_others() {
    commit(Goals.put("a", "Eén"));
    assertInstanceOf(
        Outcome.Stale.class,
        refused(Goals.propose(Goals.put("b", "Twee"), Goals.put("a", "Drie").basedOn(0))));
    assertEquals("", title("b"));
  }

  @Test
  void what_changes_nothing_is_no_commit() {
    commit(Goals.put("a", "Eén"));
    assertEquals(new Outcome.Unchanged(), refused(Goals.propose(Goals.put("a", "Eén"))));
    assertEquals(new Outcome.Unchanged(), refused(Goals.propose(Change.delete(Goals.goal("b")))));
  }

  @Test
  void of_several_changes_only_those_that_change_something_become_revisions() {
    commit(Goals.put("a", "Eén"));
    Commit commit = commit(Goals.put("a", "Eén"), Goals.put("b", "Twee"));
    assertEquals(
        List.of(Goals.goal("b")), commit.revisions().stream().map(each -> each.record()).toList());
  }

  @Test
  void what_the_rules_refuse_leaves_everything_as_it_was() {
    commit(Goals.put("a", "Eén"));
    Outcome.Rejected rejected =
        assertInstanceOf(
            Outcome.Rejected.class, refused(Goals.propose(Goals.putWithoutTitle("b"))));
    assertEquals(
        Set.of(Goals.goal("b")),
        rejected.report().findings().stream()
            .map(finding -> finding.focus())
            .collect(Collectors.toSet()));
  }

  @Test
  void one_change_that_the_rules_refuse_keeps_out_the_others() {
    assertInstanceOf(
        Outcome.Rejected.class,
        refused(Goals.propose(Goals.put("a", "Eén"), Goals.putWithoutTitle("b"))));
    assertEquals("", title("a"));
  }

  @Test
  void after_a_refusal_the_next_commit_has_the_next_numbers() {
    commit(Goals.put("a", "Eén"));
    refused(Goals.propose(Goals.putWithoutTitle("b")));
    Commit commit = commit(Goals.put("b", "Twee"));
    assertEquals(2, commit.number());
    assertEquals(2, commit.revisions().get(0).number());
    assertEquals(List.of(), catalogue.verify(Progress.silent()).problems());
  }

  @Test
  void a_blank_node_is_refused_with_a_name_for_it() {
    Graph graph = Goals.graph("a", "Eén");
    graph.add(Goals.goal("a"), DCTerms.source.asNode(), NodeFactory.createBlankNode());
    assertMalformed(graph, "blank node");
    assertMalformed(graph, "deel-1");
  }

  @Test
  void a_subject_of_another_record_is_refused() {
    Graph graph = Goals.graph("a", "Eén");
    graph.add(Goals.goal("b"), DCTerms.title.asNode(), NodeFactory.createLiteralString("x"));
    assertMalformed(graph, "which is not a part of it");
  }

  @Test
  void a_relative_iri_is_refused() {
    Graph graph = Goals.graph("a", "Eén");
    graph.add(Goals.goal("a"), DCTerms.source.asNode(), NodeFactory.createURI("doel/b"));
    assertMalformed(graph, "no absolute IRI");
  }

  @Test
  void an_iri_that_would_break_out_of_its_line_is_refused() {
    Graph graph = Goals.graph("a", "Eén");
    graph.add(Goals.goal("a"), DCTerms.source.asNode(), NodeFactory.createURI("urn:x> .\n<urn:y"));
    assertMalformed(graph, "no absolute IRI");
  }

  @Test
  void half_a_character_is_refused() {
    Graph graph = Goals.graph("a", "Eén");
    graph.add(Goals.goal("a"), DCTerms.source.asNode(), NodeFactory.createLiteralString("\uD83D"));
    assertMalformed(graph, "half a character");
  }

  @Test
  void a_part_that_nothing_refers_to_is_refused() {
    Graph graph = Goals.graph("a", "Eén");
    graph.add(
        Iris.part(Goals.goal("a"), "los"),
        DCTerms.title.asNode(),
        NodeFactory.createLiteralString("x"));
    assertMalformed(graph, "nothing in it refers to its part");
  }

  @Test
  void a_record_cannot_say_itself_what_its_revision_is() {
    Graph graph = Goals.graph("a", "Eén");
    graph.add(Goals.goal("a"), SC.CURRENT_REVISION, Iris.revision(9));
    assertMalformed(graph, "which the catalogue derives itself");
  }

  @Test
  void revisions_and_commits_are_no_records() {
    for (Node reserved : List.of(Iris.revision(1), Iris.commit(1))) {
      assertInstanceOf(
          Outcome.Malformed.class,
          refused(Goals.propose(Change.put(reserved, Goals.graph("a", "Eén")))));
    }
  }

  @Test
  void a_record_is_changed_once_in_a_commit() {
    assertInstanceOf(
        Outcome.Malformed.class,
        refused(Goals.propose(Goals.put("a", "Eén"), Goals.put("a", "Twee"))));
  }

  @Test
  void who_acts_for_whom_and_why_must_be_said() {
    List<Change> changes = List.of(Goals.put("a", "Eén"));
    Node vng = Iris.organisation("vng");
    for (Proposal incomplete :
        List.of(
            new Proposal(" ", vng, "reden", changes),
            new Proposal("redactie", vng, "", changes),
            new Proposal("redactie", NodeFactory.createURI("vng"), "reden", changes),
            new Proposal("redactie", NodeFactory.createBlankNode(), "reden", changes))) {
      assertInstanceOf(Outcome.Malformed.class, refused(incomplete));
    }
  }

  @Test
  void odd_signs_survive_the_log() {
    String odd = "\u0000\u0007\b\t\n\r\"\\\u007F\u2028\uFFFE\uFFFF😀";
    catalogue.commit(
        new Proposal("redactie\n2", Iris.organisation("vng"), odd, List.of(Goals.put("a", odd))));
    catalogue.close();
    catalogue = Catalogues.open(folder);
    assertEquals(odd, title("a"));
    assertEquals(odd, catalogue.commit(1).orElseThrow().reason());
    assertEquals(List.of(), catalogue.verify(Progress.silent()).problems());
  }

  @Test
  void who_holds_a_snapshot_keeps_what_it_said() {
    commit(Goals.put("a", "Eén"));
    Snapshot held = catalogue.snapshot();
    Set<Triple> before = held.graph().stream().collect(Collectors.toSet());
    commit(Goals.put("a", "Twee"), Goals.put("b", "Drie"));
    assertEquals(before, held.graph().stream().collect(Collectors.toSet()));
    assertEquals("Eén", Catalogues.title(held, "a"));
    assertEquals(1, held.sequence());
    assertNotSame(held, catalogue.snapshot());
  }

  @Test
  void readers_never_see_half_of_a_commit() throws InterruptedException, ExecutionException {
    commit(Goals.put("a", "0"), Goals.put("b", "0"));
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    List<Future<?>> reading = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      reading.add(
          readers.submit(
              () -> {
                while (!done.get()) {
                  Snapshot now = catalogue.snapshot();
                  assertEquals(Catalogues.title(now, "a"), Catalogues.title(now, "b"));
                }
              }));
    }
    for (int i = 1; i <= 60; i++) {
      commit(Goals.put("a", "" + i), Goals.put("b", "" + i));
    }
    done.set(true);
    for (Future<?> each : reading) {
      each.get();
    }
    readers.shutdown();
  }

  @Test
  void of_changes_made_at_the_same_time_none_is_lost()
      throws InterruptedException, ExecutionException {
    commit(Goals.put("teller", "0"));
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<Future<?>> writing = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      writing.add(writers.submit(() -> count(15)));
    }
    for (Future<?> each : writing) {
      each.get();
    }
    writers.shutdown();
    assertEquals("60", title("teller"));
    assertEquals(61, catalogue.snapshot().sequence());
    assertEquals(List.of(), catalogue.verify(Progress.silent()).problems());
  }

  private void count(int times) {
    int counted = 0;
    while (counted < times) {
      Snapshot seen = catalogue.snapshot();
      long revision = seen.current(Goals.goal("teller")).orElseThrow().revision();
      String next = "" + (Integer.parseInt(Catalogues.title(seen, "teller")) + 1);
      Outcome outcome =
          catalogue.commit(Goals.propose(Goals.put("teller", next).basedOn(revision)));
      if (outcome instanceof Outcome.Recorded) {
        counted++;
      } else {
        assertInstanceOf(Outcome.Stale.class, outcome);
      }
    }
  }

  @Test
  void a_listener_is_told_every_state_in_order() {
    List<Long> told = new ArrayList<>();
    catalogue.listen(state -> told.add(state.sequence()));
    commit(Goals.put("a", "Eén"));
    refused(Goals.propose(Goals.put("a", "Eén")));
    commit(Goals.put("a", "Twee"));
    assertEquals(List.of(1L, 2L), told);
  }

  @Test
  void a_listener_that_fails_does_not_undo_the_commit() {
    List<Long> told = new ArrayList<>();
    catalogue.listen(
        state -> {
          throw new IllegalStateException("on purpose");
        });
    catalogue.listen(state -> told.add(state.sequence()));
    commit(Goals.put("a", "Eén"));
    assertEquals("Eén", title("a"));
    assertEquals(List.of(1L), told);
  }

  @Test
  void a_closed_catalogue_takes_no_commits() {
    catalogue.close();
    Proposal proposal = Goals.propose(Goals.put("a", "Eén"));
    assertThrows(CatalogueException.class, () -> catalogue.commit(proposal));
    assertThrows(
        CatalogueException.class,
        () -> catalogue.load(List.<DatedProposal>of().iterator(), Progress.silent()));
  }

  private Commit commit(Change... changes) {
    return Catalogues.commit(catalogue, changes);
  }

  /** Proposes what must not be taken, and looks whether everything is as it was. */
  private Outcome refused(Proposal proposal) {
    Map<String, String> log = Catalogues.logOf(folder);
    Snapshot snapshot = catalogue.snapshot();
    Set<Triple> triples = triples();
    Outcome outcome = catalogue.commit(proposal);
    assertEquals(log, Catalogues.logOf(folder));
    assertSame(snapshot, catalogue.snapshot());
    assertEquals(triples, triples());
    return outcome;
  }

  private void assertMalformed(Graph graph, String why) {
    Outcome.Malformed malformed =
        assertInstanceOf(
            Outcome.Malformed.class, refused(Goals.propose(Change.put(Goals.goal("a"), graph))));
    assertTrue(malformed.reason().contains(why), malformed.reason());
  }

  private Set<Triple> triples() {
    return catalogue.snapshot().graph().stream().collect(Collectors.toSet());
  }

  private String title(String slug) {
    return Catalogues.title(catalogue.snapshot(), slug);
  }
}
