package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: one of some megabytes, made for another JVM. */
@Timeout(120)
@Tag("long")
class FullDiskTest {
  private static final int MEGABYTES = 64;

  @TempDir Path disk;

  @Test
  void a_commit_is_refused_and_everything_is_as_it_was_until_there_is_room_again() {
    assertSays("commit", "The commit is not kept, because");
  }

  @Test
  void a_history_that_has_no_room_does_not_keep_out_commits() {
    assertSays("grow", "The commit is not kept, because");
  }

  @Test
  void a_load_is_refused_and_goes_on_from_what_was_kept() {
    assertSays("load", "The commit is not kept, because");
  }

  @Test
  void a_first_start_is_refused() {
    assertSays("open", "No space left on device. Check that");
  }

  @Test
  void a_start_without_room_for_the_history_is_refused_and_leaves_the_log() {
    assertSays("reopen", "cannot be made: ");
  }

  private void assertSays(String what, String message) {
    List<String> small = OwnMount.disk(disk, MEGABYTES);
    try (OtherJvm jvm = OtherJvm.start(small, OnAFullDisk.class, disk, what)) {
      List<String> printed = jvm.await();
      assertEquals(0, jvm.exitCode(), () -> printed + "\n" + jvm.errors());
      assertTrue(printed.stream().anyMatch(line -> line.contains(message)), printed::toString);
    }
  }
}
