package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A folder in which nobody may write, not even root. */
@Timeout(120)
class ReadOnlyFolderTest {
  @TempDir Path folder;

  @Test
  void it_is_refused_with_what_to_do_and_left_as_it_was() {
    try (Catalogue catalogue = Catalogues.open(folder)) {
      Catalogues.commit(catalogue, Goals.put("a", "Eén"));
    }
    Map<String, String> log = Catalogues.logOf(folder);
    assertRefused("It must be a folder that this user can write to");
    assertEquals(log, Catalogues.logOf(folder));
  }

  @Test
  void an_empty_one_is_refused_as_well() {
    assertRefused("It must be a folder that this user can write to");
  }

  private void assertRefused(String message) {
    List<String> readOnly = OwnMount.readOnly(folder);
    try (OtherJvm jvm = OtherJvm.start(readOnly, Opening.class, folder)) {
      List<String> printed = jvm.await();
      assertEquals(0, jvm.exitCode(), jvm::errors);
      assertEquals(1, printed.size(), printed::toString);
      assertTrue(printed.get(0).contains(message), printed.get(0));
    }
  }

  /** Opens a folder, and prints why it cannot be opened. */
  static final class Opening {
    private Opening() {}

    public static void main(String[] arguments) {
      try (Catalogue catalogue = Catalogues.open(Path.of(arguments[0]))) {
        System.out.println("open at commit " + catalogue.snapshot().sequence());
      } catch (CatalogueException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
