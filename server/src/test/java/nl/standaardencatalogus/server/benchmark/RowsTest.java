package nl.standaardencatalogus.server.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;

class RowsTest {
  @Test
  void a_decimal_is_the_same_with_a_zero_behind_it() {
    assertEquals(rows("12.5"), rows("12.50"));
    assertNotEquals(rows("12.5"), rows("12.51"));
  }

  @Test
  void a_decimal_is_no_integer() {
    assertNotEquals(rows("12.0"), rows("12"));
  }

  @Test
  void an_integer_is_as_it_is_written() {
    assertNotEquals(rows("1"), rows("01"));
  }

  @Test
  void the_tag_of_a_language_has_no_case() {
    assertEquals(rows("'zaak'@nl-NL"), rows("'zaak'@nl-nl"));
    assertNotEquals(rows("'zaak'@nl"), rows("'Zaak'@nl"));
  }

  @Test
  void rows_have_no_order_but_a_number() {
    assertEquals(rows("1 2 2"), rows("2 1 2"));
    assertNotEquals(rows("1 2 2"), rows("1 2"));
  }

  @Test
  void the_first_row_that_is_missing_there_is_told() {
    assertEquals(
        Optional.of(Map.of("x", "\"2\"^^xsd:integer")), rows("1 2 2").firstNotIn(rows("1 2")));
    assertEquals(Optional.empty(), rows("1 2").firstNotIn(rows("1 2 2")));
  }

  private static Rows rows(String values) {
    try (QueryExec asked =
        QueryExec.dataset(DatasetGraphZero.create())
            .query("SELECT ?x { VALUES ?x { " + values + " } }")
            .build()) {
      return Rows.of(asked.select());
    }
  }
}
