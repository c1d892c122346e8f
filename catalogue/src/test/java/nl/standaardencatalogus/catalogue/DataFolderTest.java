package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.snapshot.Checkpoint;
import nl.standaardencatalogus.catalogue.snapshot.Draft;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk between one run of the catalogue and the next. */
class DataFolderTest {
  @TempDir Path temporary;

  @Test
  void what_was_there_at_closing_is_there_after_opening() {
    Set<Triple> before = filled();
    assertEquals(before, reopened());
  }

  @Test
  void a_folder_that_is_not_there_is_made() {
    Path deep = temporary.resolve("a").resolve("b");
    Catalogues.open(deep).close();
    assertTrue(Files.isDirectory(deep.resolve("log")));
  }

  @Test
  void without_checkpoint_and_history_nothing_is_lost() throws IOException {
    Set<Triple> before = filled();
    delete("checkpoint");
    delete("history");
    assertEquals(before, reopened());
    assertTrue(Files.isDirectory(temporary.resolve("history")));
  }

  @Test
  void a_start_goes_on_from_a_checkpoint() throws IOException {
    filled();
    try (Catalogue catalogue = Catalogues.open(temporary)) {
      Draft draft = Draft.of(catalogue.snapshot());
      draft.put(
          Goals.goal("a"),
          Goals.graph("a", "Niet van de log"),
          catalogue.snapshot().current(Goals.goal("a")).orElseThrow());
      Checkpoint.write(
          temporary.resolve("checkpoint"), draft.finish(), Catalogues.index(catalogue));
    }
    try (Catalogue catalogue = Catalogues.open(temporary)) {
      assertEquals("Niet van de log", Catalogues.title(catalogue.snapshot(), "a"));
      assertEquals(
          List.of("The snapshot does not have <" + Goals.goal("a") + "> as commit 2 has"),
          catalogue.verify(Progress.silent()).problems());
    }
  }

  @Test
  void an_index_of_revisions_that_is_not_that_of_the_log_is_found() throws IOException {
    filled();
    Path elsewhere = temporary.resolve("elsewhere");
    try (Catalogue catalogue = Catalogues.open(temporary);
        Catalogue other = Catalogues.open(elsewhere)) {
      for (int i = 1; i <= 3; i++) {
        Catalogues.commit(other, Goals.put("z", "Titel " + i), Goals.put("y" + i, "Titel"));
      }
      Checkpoint.write(
          temporary.resolve("checkpoint"), catalogue.snapshot(), Catalogues.index(other));
    }
    try (Catalogue catalogue = Catalogues.open(temporary)) {
      List<String> problems = catalogue.verify(Progress.silent()).problems();
      assertEquals(1, problems.size(), problems.toString());
      assertTrue(problems.get(0).startsWith("The index of revisions is not that of the log"));
    }
  }

  @Test
  void a_checkpoint_is_written_after_so_many_commits() throws IOException {
    Rhythm quick = new Rhythm(Clock.systemUTC(), 1 << 20, 3);
    try (Catalogue catalogue = Catalogues.open(temporary, quick)) {
      for (int i = 1; i <= 10; i++) {
        Catalogues.commit(catalogue, Goals.put("a", "Titel " + i));
      }
    }
    assertEquals(1, entries("checkpoint").size());
    assertTrue(entries("checkpoint").get(0).startsWith("00000000000000000010-"));
  }

  @Test
  void a_checkpoint_of_another_log_is_not_believed() throws IOException {
    Set<Triple> before = filled();
    Path elsewhere = temporary.resolve("elsewhere");
    try (Catalogue other = Catalogues.open(elsewhere)) {
      Catalogues.commit(other, Goals.put("z", "Eén"));
      Catalogues.commit(other, Goals.put("z", "Twee"));
      Catalogues.commit(other, Goals.put("z", "Drie"));
      delete("checkpoint");
      Checkpoint.write(temporary.resolve("checkpoint"), other.snapshot(), Catalogues.index(other));
    }
    assertEquals(before, reopened());
  }

  @Test
  void a_checkpoint_of_a_later_commit_than_the_log_has_is_not_believed() throws IOException {
    Set<Triple> before = filled();
    Path elsewhere = temporary.resolve("elsewhere");
    try (Catalogue other = Catalogues.open(elsewhere)) {
      for (int i = 1; i <= 9; i++) {
        Catalogues.commit(other, Goals.put("z", "Titel " + i));
      }
      delete("checkpoint");
      Checkpoint.write(temporary.resolve("checkpoint"), other.snapshot(), Catalogues.index(other));
    }
    assertEquals(before, reopened());
  }

  @Test
  void a_damaged_checkpoint_is_not_believed() throws IOException {
    Set<Triple> before = filled();
    Path file = temporary.resolve("checkpoint").resolve(entries("checkpoint").get(0));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertEquals(before, reopened());
  }

  @Test
  void what_was_refused_is_in_no_log() {
    try (Catalogue catalogue = Catalogues.open(temporary)) {
      Catalogues.commit(catalogue, Goals.put("a", "Eén"));
      catalogue.commit(Goals.propose(Goals.putWithoutTitle("fout")));
      catalogue.commit(Goals.propose(Change.put(Goals.goal("fout"), Goals.graph("anders", "Eén"))));
    }
    Catalogues.logOf(temporary).values().forEach(log -> assertFalse(log.contains("doel/fout")));
  }

  @Test
  void one_process_at_a_time_has_the_folder() {
    try (Catalogue catalogue = Catalogues.open(temporary)) {
      CatalogueException refused =
          assertThrows(CatalogueException.class, () -> Catalogues.open(temporary));
      assertTrue(refused.getMessage().contains("in use by another process"), refused.getMessage());
      assertEquals(1, Catalogues.commit(catalogue, Goals.put("a", "Eén")).number());
    }
  }

  @Test
  void a_folder_of_a_newer_format_is_refused_and_left_as_it_was() throws IOException {
    filled();
    Files.writeString(temporary.resolve("format"), "2\n");
    Map<String, String> log = Catalogues.logOf(temporary);
    CatalogueException refused =
        assertThrows(CatalogueException.class, () -> Catalogues.open(temporary));
    assertTrue(
        refused.getMessage().contains("has format 2, made by a newer program"),
        refused.getMessage());
    assertEquals(log, Catalogues.logOf(temporary));
    assertEquals("2\n", Files.readString(temporary.resolve("format")));
  }

  @Test
  void a_format_that_is_no_number_is_refused() throws IOException {
    Files.writeString(temporary.resolve("format"), "wat anders");
    CatalogueException refused =
        assertThrows(CatalogueException.class, () -> Catalogues.open(temporary));
    assertTrue(refused.getMessage().contains("is no format number"), refused.getMessage());
  }

  @Test
  void after_a_refusal_the_folder_is_free_again() throws IOException {
    filled();
    Files.writeString(temporary.resolve("format"), "2\n");
    assertThrows(CatalogueException.class, () -> Catalogues.open(temporary));
    Files.writeString(temporary.resolve("format"), "1\n");
    Catalogues.open(temporary).close();
  }

  @Test
  void a_file_in_place_of_the_folder_is_refused() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "no folder");
    CatalogueException refused =
        assertThrows(CatalogueException.class, () -> Catalogues.open(file));
    assertTrue(refused.getMessage().contains("cannot be used"), refused.getMessage());
  }

  @Test
  void closing_twice_does_no_harm() {
    Catalogue catalogue = Catalogues.open(temporary);
    catalogue.close();
    catalogue.close();
    Catalogues.open(temporary).close();
  }

  private Set<Triple> filled() {
    try (Catalogue catalogue = Catalogues.open(temporary)) {
      Catalogues.commit(catalogue, Goals.put("a", "Eén"), Goals.put("b", "Twee"));
      Catalogues.commit(catalogue, Goals.put("a", "Drie"));
      Catalogues.commit(catalogue, Change.delete(Goals.goal("b")), Goals.put("c", "Vier"));
      return state(catalogue);
    }
  }

  private Set<Triple> reopened() {
    try (Catalogue catalogue = Catalogues.open(temporary)) {
      assertEquals(List.of(), catalogue.verify(Progress.silent()).problems());
      return state(catalogue);
    }
  }

  private static Set<Triple> state(Catalogue catalogue) {
    Snapshot snapshot = catalogue.snapshot();
    return snapshot.graph().stream().collect(Collectors.toSet());
  }

  private List<String> entries(String part) throws IOException {
    try (Stream<Path> files = Files.list(temporary.resolve(part))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void delete(String part) throws IOException {
    try (Stream<Path> files = Files.walk(temporary.resolve(part))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
