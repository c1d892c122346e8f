package nl.standaardencatalogus.server.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.standaardencatalogus.server.page.Site;
import org.junit.jupiter.api.Test;

/** The register as a file, over declarations that are made up. */
class RegisterFileTest {
  @Test
  void a_made_up_explanation_is_marked() {
    try (Site site = new Site()) {
      List<String> lines = site.get("/leg-uit.csv").body().lines().toList();
      assertEquals(2, lines.size(), lines::toString);
      assertTrue(lines.get(0).endsWith(";verzonnen"), lines.get(0));
      assertTrue(lines.get(1).contains("Groningen") && lines.get(1).endsWith(";ja"), lines.get(1));
    }
  }
}
