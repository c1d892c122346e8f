package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlinesTest {
  private static final Node AMSTERDAM = Iris.municipality("gm0363");
  private static final Node DEN_HAAG = Iris.municipality("gm0518");
  private static final String SQUARE =
      "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POLYGON ((4.1 52.0, 4.3 52.0, 4.3 52.1))";

  @Test
  void an_outline_becomes_a_path_as_wide_as_the_map() {
    Outlines outlines = Outlines.of(Map.of(DEN_HAAG, SQUARE));
    assertEquals(
        "M0.0 325.9L400.0 325.9L400.0 0.0Z",
        outlines.shapes().get(DEN_HAAG).path(),
        outlines::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON((a b))",
        "POLYGON ((4.1 52.0, 4.3))",
        "POLYGON ((4.1 52.0,, 4.3 52.0))",
        "POLYGON ((4.1 52.0, 1e999 52.0))",
        "POLYGON ((4.1 52.0, NaN 52.0))",
        "POLYGON EMPTY",
        "POLYGON (( ))",
        ""
      })
  void an_outline_that_cannot_be_drawn_spoils_no_other(String bad) {
    Outlines outlines = Outlines.of(Map.of(AMSTERDAM, bad, DEN_HAAG, SQUARE));
    assertEquals(Set.of(DEN_HAAG), outlines.shapes().keySet());
    assertEquals(Outlines.of(Map.of(DEN_HAAG, SQUARE)), outlines);
  }

  @Test
  void a_shape_knows_where_it_lies() {
    Shape.Box box = Shape.of("M1.0 -2.0L30.5 4.0L7.0 8.0Z").box();
    assertEquals(new Shape.Box(1, -2, 30.5, 8), box);
  }

  @Test
  void without_outlines_there_is_no_map() {
    assertTrue(Outlines.of(Map.of(AMSTERDAM, "POLYGON((a b))")).shapes().isEmpty());
  }
}
