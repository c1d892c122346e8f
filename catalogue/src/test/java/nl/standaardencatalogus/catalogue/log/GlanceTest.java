package nl.standaardencatalogus.catalogue.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.Goals;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlanceTest {
  private static final long A_SEGMENT_EACH = 1;

  @TempDir private Path folder;

  private Optional<Revision> newest(String slug) {
    return new Glance(folder).newest(Goals.goal(slug));
  }

  @Test
  void a_log_that_is_not_there_or_has_nothing_is_empty() {
    Glance nowhere = new Glance(folder.resolve("nergens"));
    assertTrue(nowhere.isEmpty());
    assertEquals(Optional.empty(), nowhere.newest(Goals.goal("a")));
    FileLog.open(folder, A_SEGMENT_EACH).close();
    assertTrue(new Glance(folder).isEmpty());
    assertEquals(Optional.empty(), newest("a"));
  }

  @Test
  void the_newest_of_a_record_is_seen_while_the_log_grows() {
    List<Commit> commits =
        new Commits()
            .put("a", "Een")
            .put("ab", "Een ander")
            .commit("een")
            .put("b", "Twee")
            .commit("twee")
            .put("a", "Drie")
            .commit("drie")
            .delete("a")
            .commit("vier")
            .made();
    try (FileLog log = FileLog.open(folder, A_SEGMENT_EACH)) {
      log.append(commits.subList(0, 2));
      assertFalse(new Glance(folder).isEmpty());
      assertEquals(commits.get(0).revisions().get(0), newest("a").orElseThrow());
      assertEquals(commits.get(0).revisions().get(1), newest("ab").orElseThrow());
      log.append(commits.subList(2, 3));
      assertEquals(commits.get(2).revisions().get(0), newest("a").orElseThrow());
      assertEquals(Optional.empty(), newest("c"));
      log.append(commits.subList(3, 4));
      assertEquals(Kind.DELETE, newest("a").orElseThrow().kind());
    }
  }

  @Test
  void what_is_still_being_written_is_neither_seen_nor_cut_off() throws IOException {
    try (FileLog log = FileLog.open(folder, 1 << 20)) {
      log.append(Commits.chain(2));
    }
    Path segment = FileLog.segments(folder).get(0);
    byte[] whole = Files.readAllBytes(segment);
    byte[] half = Arrays.copyOf(whole, whole.length - 9);
    Files.write(segment, half);
    assertEquals(1, newest("a").orElseThrow().number());
    assertEquals(half.length, Files.size(segment));
  }

  @Test
  void damage_is_told() throws IOException {
    try (FileLog log = FileLog.open(folder, 1 << 20)) {
      log.append(Commits.chain(2));
    }
    Path segment = FileLog.segments(folder).get(0);
    byte[] bytes = Files.readAllBytes(segment);
    bytes[40] ^= 1;
    Files.write(segment, bytes);
    assertThrows(LogException.class, () -> newest("a"));
  }
}
