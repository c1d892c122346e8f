package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few kills in every build; the profile {@code kill} does many. */
@Timeout(300)
@Tag("long")
class KillsTest {
  @TempDir Path work;

  @Test
  void a_killed_catalogue_has_everything_that_it_acknowledged() {
    Kills kills = Kills.of(work, System.nanoTime(), 5);
    assertEquals(List.of(), kills.losses(), kills.toString());
    assertTrue(kills.commits() > 0, kills.toString());
  }

  @Test
  void while_another_process_has_the_folder_it_is_refused_and_afterwards_not() {
    try (OtherJvm other = OtherJvm.start(List.of(), Committing.class, work, 1)) {
      while (other.isAlive() && other.lines() < 2) {
        LockSupport.parkNanos(1_000_000);
      }
      assertTrue(other.isAlive(), other::errors);
      CatalogueException refused =
          assertThrows(CatalogueException.class, () -> Catalogues.open(work));
      assertTrue(refused.getMessage().contains("in use by another process"), refused.getMessage());
      other.kill();
    }
    try (Catalogue catalogue = Catalogues.open(work)) {
      assertTrue(catalogue.snapshot().sequence() > 0);
    }
  }
}
