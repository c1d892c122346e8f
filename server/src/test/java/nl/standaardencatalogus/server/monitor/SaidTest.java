package nl.standaardencatalogus.server.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Questions;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class SaidTest {
  private static final Node STANDARD = Quarters.standard("zaken-api");
  private static final String DECLARATIONS =
      """
      @prefix gemeente: <https://identifier.overheid.nl/tooi/id/gemeente/> .
      @prefix phase: <https://w3id.org/standaardencatalogus/def/adoptiefase/> .
      @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
      @prefix standaard: <https://w3id.org/standaardencatalogus/id/standaard/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      [] sc:municipality gemeente:gm0014 ; sc:standard standaard:zaken-api ; sc:phase
        [ sc:phaseValue phase:in-productie ; sc:validFrom "2022-05"^^xsd:gYearMonth ] ,
        [ sc:phaseValue phase:uitgefaseerd ; sc:validFrom "2024-01-01"^^xsd:date ] .
      [] sc:municipality gemeente:gm0363 ; sc:standard standaard:zaken-api ;
        sc:plannedFor "2027"^^xsd:gYear ; sc:phase
        [ sc:phaseValue phase:gepland ; sc:validFrom "2023-01-01"^^xsd:date ] .
      """;

  private static Standing on(String day) {
    return Said.in(RDFParser.fromString(DECLARATIONS, Lang.TURTLE).toGraph(), Questions.load())
        .on(LocalDate.parse(day));
  }

  @Test
  void somebody_uses_it_from_the_day_that_it_is_in_production_until_it_is_phased_out() {
    assertFalse(on("2022-04-30").uses(STANDARD, 14));
    assertTrue(on("2022-06-30").uses(STANDARD, 14));
    assertTrue(on("2023-12-31").uses(STANDARD, 14));
    assertFalse(on("2024-01-01").uses(STANDARD, 14));
    assertFalse(on("2024-01-01").uses(STANDARD, 363));
  }

  @Test
  void a_plan_for_a_year_is_due_on_its_last_day() {
    assertEquals(Map.of(363, LocalDate.parse("2027-12-31")), on("2024-01-01").plans(STANDARD));
  }
}
