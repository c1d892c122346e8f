package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of version labels. */
class VersionsTest {
  private static List<String> sorted(String... labels) {
    return Stream.of(labels).sorted(Versions.BY_LABEL).toList();
  }

  @Test
  void numbers_are_compared_as_numbers() {
    assertEquals(List.of("2.9", "2.10", "10"), sorted("10", "2.10", "2.9"));
    assertEquals(List.of("1.0", "1.0.1", "1.1"), sorted("1.1", "1.0.1", "1.0"));
  }

  @Test
  void what_was_published_to_try_it_out_comes_before_what_it_led_to() {
    assertEquals(
        List.of("1.9", "2.0.0-rc.1", "2.0.0-rc.2", "2.0.0", "2.0.1"),
        sorted("2.0.1", "2.0.0", "2.0.0-rc.2", "1.9", "2.0.0-rc.1"));
    assertEquals(List.of("1.0.0 (beta)", "1.0.0"), sorted("1.0.0", "1.0.0 (beta)"));
  }

  @Test
  void a_line_of_versions_is_no_version() {
    assertTrue(Versions.isLine("1.x"));
    assertFalse(Versions.isLine("1.0"));
    assertFalse(Versions.isLine("IFC2x3"));
  }

  /** Whatever three are compared, the order is one. */
  @Test
  void order_goes_round_nowhere() {
    List<String> labels =
        List.of("1.0", "1.0 (definitief)", "1.0-rc1", "1.0.1", "1.1-beta", "1.1", "2.0vv", "v2.0");
    for (String a : labels) {
      for (String b : labels) {
        for (String c : labels) {
          if (Versions.BY_LABEL.compare(a, b) <= 0 && Versions.BY_LABEL.compare(b, c) <= 0) {
            assertTrue(Versions.BY_LABEL.compare(a, c) <= 0, a + " " + b + " " + c);
          }
        }
      }
    }
  }
}
