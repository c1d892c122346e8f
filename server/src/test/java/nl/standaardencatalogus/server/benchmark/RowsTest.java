package nl.standaardencatalogus.server.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
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
  void of_rows_that_differ_only_the_columns_that_do_are_told() {
    Difference difference = Difference.of(pairs("(1 2) (3 4)"), pairs("(3 5) (1 2) (6 7)"));
    assertEquals(Map.of("y", integer(4)), difference.here());
    assertEquals(Map.of("y", integer(5)), difference.there());
  }

  @Test
  void a_row_that_only_one_has_is_told_whole() {
    Difference difference = Difference.of(pairs("(1 2)"), pairs("(1 2) (1 2)"));
    assertEquals(Map.of(), difference.here());
    assertEquals(Map.of("x", integer(1), "y", integer(2)), difference.there());
  }

  private static String integer(int value) {
    return "\"" + value + "\"^^xsd:integer";
  }

  private static Rows rows(String values) {
    return answer("?x { " + values + " }");
  }

  private static Rows pairs(String values) {
    return answer("(?x ?y) { " + values + " }");
  }

  private static Rows answer(String values) {
    try (QueryExec asked =
        QueryExec.dataset(DatasetGraphZero.create())
            .query("SELECT * { VALUES " + values + " }")
            .build()) {
      return Rows.of(asked.select());
    }
  }
}
