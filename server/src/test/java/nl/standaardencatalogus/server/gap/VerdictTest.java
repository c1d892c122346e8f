package nl.standaardencatalogus.server.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Held;
import nl.standaardencatalogus.server.page.Stage;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a declaration comes to. */
class VerdictTest {
  private static final String DAY = "2026-11-27";

  private static Held held(String phase, Stage stage) {
    return new Held(
        Iris.declaration("gm0363", "zaken-api"),
        NodeFactory.createURI(Iris.BASE + "def/adoptiefase/" + phase),
        "2024-01-01",
        stage == Stage.DEVIATE,
        stage);
  }

  @ParameterizedTest
  @CsvSource({
    "in-productie, USE, false, , , ADOPTED",
    "in-productie, USE, true, , , OLDER",
    "gepland, PLAN, false, 2027-01-01, , PLANNED",
    "gepland, PLAN, false, 2026-11-26, , LATE",
    "gepland, PLAN, false, 2026-11-27, , PLANNED",
    "in-implementatie, DOING, false, , , PLANNED",
    "in-implementatie, DOING, true, 2025-01-01, , LATE",
    "orientatie, EXPLORE, false, , , EXPLORING",
    "geen-plannen, DEVIATE, false, , 2027-01-01, EXPLAINED",
    "geen-plannen, DEVIATE, false, , , EXPLAINED",
    "geen-plannen, DEVIATE, false, , 2026-01-01, EXPIRED",
    "geen-plannen, NOT, false, , , NOT",
    "uitgefaseerd, NOT, false, , , NOT",
    "niet-van-toepassing, NOT, false, , , NOT_APPLICABLE"
  })
  void a_declaration_comes_to_one_verdict(
      String phase, Stage stage, boolean older, String planned, String review, Verdict verdict) {
    assertEquals(verdict, Verdict.of(held(phase, stage), older, planned, review, DAY));
  }

  @Test
  void who_says_nothing_is_silent_and_not_against() {
    assertEquals(Verdict.SILENT, Verdict.of(null, false, null, null, DAY));
  }
}
