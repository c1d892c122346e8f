package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Earlier states, revisions by number, and undo, through the catalogue that has them. */
class PastTest {
  @TempDir Path folder;
  private final SetClock clock = new SetClock("2025-01-01T12:00:00Z");
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
  void the_state_of_a_moment_is_what_was_there_then() {
    List<Set<Triple>> states = new ArrayList<>();
    states.add(triples(catalogue.snapshot()));
    for (int day = 1; day <= 6; day++) {
      clock.set("2025-01-0" + day + "T12:00:00Z");
      Catalogues.commit(
          catalogue,
          day == 4 ? Change.delete(Goals.goal("a")) : Goals.put("a", "Dag " + day % 4),
          Goals.put("b" + day, "Dag " + day));
      states.add(triples(catalogue.snapshot()));
    }
    for (int day = 1; day <= 6; day++) {
      Snapshot before = catalogue.asOf(Instant.parse("2025-01-0" + day + "T11:59:59.999Z"));
      Snapshot after = catalogue.asOf(Instant.parse("2025-01-0" + day + "T12:00:00Z"));
      assertEquals(states.get(day - 1), triples(before), "before day " + day);
      assertEquals(states.get(day), triples(after), "after day " + day);
      assertEquals(day, after.sequence());
      assertEquals(catalogue.commit(day).orElseThrow().hash(), after.hash());
    }
  }

  @Test
  void it_is_the_same_whichever_moments_were_asked_for_before() {
    List<Set<Triple>> states = new ArrayList<>();
    for (int day = 1; day <= 6; day++) {
      clock.set("2025-01-0" + day + "T12:00:00Z");
      Catalogues.commit(
          catalogue,
          day == 4 ? Change.delete(Goals.goal("a")) : Goals.put("a", "Dag " + day % 4),
          Goals.put("b" + day, "Dag " + day));
      states.add(triples(catalogue.snapshot()));
    }
    for (int day : new int[] {5, 2, 3, 1, 4, 3, 5, 1}) {
      Snapshot then = catalogue.asOf(Instant.parse("2025-01-0" + day + "T12:00:00Z"));
      assertEquals(states.get(day - 1), triples(then), "after day " + day);
      assertEquals(catalogue.commit(day).orElseThrow().hash(), then.hash());
    }
  }

  @Test
  void the_state_of_a_moment_to_come_is_that_of_now() {
    Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    assertSame(catalogue.snapshot(), catalogue.asOf(Instant.parse("2099-01-01T00:00:00Z")));
  }

  @Test
  void before_everything_there_was_nothing_but_the_vocabulary() {
    Set<Triple> vocabulary = triples(catalogue.snapshot());
    Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    Snapshot before = catalogue.asOf(Instant.EPOCH);
    assertEquals(0, before.sequence());
    assertEquals(vocabulary, triples(before));
  }

  @Test
  void a_past_state_is_the_same_after_opening_again() {
    Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    Set<Triple> before = triples(catalogue.snapshot());
    clock.set("2025-02-01T12:00:00Z");
    Catalogues.commit(catalogue, Goals.put("a", "Twee"), Goals.put("b", "Drie"));
    catalogue.close();
    open();
    assertEquals(before, triples(catalogue.asOf(Instant.parse("2025-01-31T00:00:00Z"))));
  }

  @Test
  void revisions_of_a_record_come_oldest_first() {
    Catalogues.commit(catalogue, Goals.put("a", "Eén"), Goals.put("b", "Anders"));
    Catalogues.commit(catalogue, Goals.put("a", "Twee"));
    Catalogues.commit(catalogue, Change.delete(Goals.goal("a")));
    List<Revision> revisions = catalogue.revisions(Goals.goal("a"));
    assertEquals(List.of(1L, 3L, 4L), revisions.stream().map(Revision::number).toList());
    assertEquals(
        List.of(Kind.CREATE, Kind.UPDATE, Kind.DELETE),
        revisions.stream().map(Revision::kind).toList());
    assertEquals(revisions.get(1), catalogue.revision(3).orElseThrow());
  }

  @Test
  void what_never_was_has_no_revisions() {
    Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    assertEquals(List.of(), catalogue.revisions(Goals.goal("b")));
    assertEquals(Optional.empty(), catalogue.revision(0));
    assertEquals(Optional.empty(), catalogue.revision(2));
    assertEquals(Optional.empty(), catalogue.commit(0));
    assertEquals(Optional.empty(), catalogue.commit(2));
  }

  @Test
  void an_undone_update_brings_back_what_was_before_it() {
    Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    Catalogues.commit(catalogue, Goals.put("a", "Twee"));
    Revision undone = undo(2);
    assertEquals(Kind.UPDATE, undone.kind());
    assertEquals(catalogue.revision(1).orElseThrow().contentHash(), undone.contentHash());
    assertEquals("Eén", Catalogues.title(catalogue.snapshot(), "a"));
  }

  @Test
  void an_undone_creation_deletes() {
    Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    assertEquals(Kind.DELETE, undo(1).kind());
    assertEquals(Optional.empty(), catalogue.snapshot().current(Goals.goal("a")));
  }

  @Test
  void an_undone_deletion_brings_the_record_back() {
    Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    Catalogues.commit(catalogue, Change.delete(Goals.goal("a")));
    assertEquals(Kind.CREATE, undo(2).kind());
    assertEquals("Eén", Catalogues.title(catalogue.snapshot(), "a"));
  }

  @Test
  void an_undo_can_be_undone() {
    Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    Catalogues.commit(catalogue, Goals.put("a", "Twee"));
    undo(2);
    undo(3);
    assertEquals("Twee", Catalogues.title(catalogue.snapshot(), "a"));
  }

  @Test
  void an_undo_of_what_is_no_longer_current_is_stale() {
    Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    Catalogues.commit(catalogue, Goals.put("a", "Twee"));
    assertInstanceOf(
        Outcome.Stale.class,
        catalogue.commit(catalogue.undo(1, "redactie", Iris.organisation("vng"), "fout")));
    assertEquals("Twee", Catalogues.title(catalogue.snapshot(), "a"));
  }

  @Test
  void what_is_not_there_cannot_be_undone() {
    assertThrows(
        IllegalArgumentException.class,
        () -> catalogue.undo(1, "redactie", Iris.organisation("vng"), "fout"));
  }

  private Revision undo(long revision) {
    Outcome outcome =
        catalogue.commit(catalogue.undo(revision, "redactie", Iris.organisation("vng"), "fout"));
    return assertInstanceOf(Outcome.Recorded.class, outcome).commit().revisions().get(0);
  }

  private static Set<Triple> triples(Snapshot state) {
    return state.graph().stream().collect(Collectors.toSet());
  }
}
