package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first fill: many commits at once, each with its own time. */
class LoadTest {
  @TempDir Path folder;
  private Catalogue catalogue;

  @BeforeEach
  void open() {
    catalogue = Catalogues.open(folder);
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void every_commit_has_the_time_that_it_came_with() {
    Catalogue.Load load =
        load(
            dated("2018-01-02", Goals.put("a", "Eén")),
            dated("2019-03-04", Goals.put("a", "Twee")));
    assertEquals(new Catalogue.Load(2, 2), load);
    assertEquals(
        Instant.parse("2018-01-02T08:00:00Z"), catalogue.commit(1).orElseThrow().recorded());
    assertEquals(
        Instant.parse("2019-03-04T08:00:00Z"), catalogue.commit(2).orElseThrow().recorded());
  }

  @Test
  void a_time_before_the_commit_before_it_moves_up() {
    load(dated("2019-03-04", Goals.put("a", "Eén")), dated("2018-01-02", Goals.put("a", "Twee")));
    assertEquals(
        Instant.parse("2019-03-04T08:00:00Z"), catalogue.commit(2).orElseThrow().recorded());
  }

  @Test
  void readers_see_nothing_of_it_until_the_end() {
    List<Long> told = new ArrayList<>();
    List<Long> seen = new ArrayList<>();
    catalogue.listen(state -> told.add(state.sequence()));
    List<DatedProposal> many = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      many.add(dated("2018-01-02", Goals.put("a", "Titel " + i)));
    }
    catalogue.load(
        many.iterator(), (task, done, total) -> seen.add(catalogue.snapshot().sequence()));
    assertEquals(List.of(0L, 0L), seen);
    assertEquals(List.of(600L), told);
    assertEquals(List.of(), catalogue.verify(Progress.silent()).problems());
  }

  @Test
  void what_changes_nothing_is_left_out() {
    assertEquals(
        new Catalogue.Load(1, 1),
        load(
            dated("2018-01-02", Goals.put("a", "Eén")),
            dated("2018-01-03", Goals.put("a", "Eén"))));
  }

  @Test
  void on_the_first_refusal_it_stops_and_what_came_before_is_kept() {
    LoadException refused =
        assertThrows(
            LoadException.class,
            () ->
                load(
                    dated("2018-01-02", Goals.put("a", "Eén")),
                    dated("2018-01-03", Goals.putWithoutTitle("b")),
                    dated("2018-01-04", Goals.put("c", "Drie"))));
    assertInstanceOf(Outcome.Rejected.class, refused.outcome());
    assertTrue(refused.getMessage().contains("2018-01-03"), refused.getMessage());
    assertEquals(1, catalogue.snapshot().sequence());
    assertEquals(1, catalogue.snapshot().size());
    assertEquals(List.of(), catalogue.verify(Progress.silent()).problems());
  }

  @Test
  void after_it_ordinary_commits_go_on() {
    load(dated("2018-01-02", Goals.put("a", "Eén")));
    assertEquals(2, Catalogues.commit(catalogue, Goals.put("b", "Twee")).number());
    close();
    open();
    assertEquals(2, catalogue.snapshot().sequence());
  }

  private Catalogue.Load load(DatedProposal... commits) {
    return catalogue.load(List.of(commits).iterator(), Progress.silent());
  }

  private static DatedProposal dated(String day, Change... changes) {
    return new DatedProposal(Instant.parse(day + "T08:00:00Z"), Goals.propose(changes));
  }
}
