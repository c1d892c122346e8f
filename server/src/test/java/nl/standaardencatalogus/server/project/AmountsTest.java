package nl.standaardencatalogus.server.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Texts;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class AmountsTest {
  private static BudgetLine line(String year, String fund, String amount, String currency) {
    return new BudgetLine(
        NodeFactory.createURI("urn:project"), year, fund, new BigDecimal(amount), currency);
  }

  private static List<Amounts> of(BudgetLine... lines) {
    return Amounts.of(
        new Texts(Language.NL), List.of(lines), it -> Link.text(it.year()), BudgetLine::fund);
  }

  @Test
  void amounts_of_different_currencies_are_never_added() {
    List<Amounts> tables = of(line("2026", "GGU", "10", "EUR"), line("2026", "GGU", "5", "USD"));
    assertEquals(List.of("EUR", "USD"), tables.stream().map(Amounts::currency).toList());
    assertEquals(List.of("10", "5"), tables.stream().map(Amounts::total).toList());
  }

  @Test
  void cents_add_up_exactly() {
    Amounts table =
        of(line("2026", "GGU", "0.10", "EUR"), line("2026", "GGU", "0.20", "EUR")).get(0);
    assertEquals("0,30", table.total());
    assertEquals(List.of("0,30"), table.rows().get(0).cells());
  }

  @Test
  void no_decimal_is_rounded_away() {
    assertEquals("1.000,125", of(line("2026", "GGU", "1000.125", "EUR")).get(0).total());
  }

  @Test
  void what_is_not_recorded_is_not_zero() {
    Amounts table = of(line("2025", "A", "0", "EUR"), line("2026", "B", "7", "EUR")).get(0);
    assertEquals("0", table.rows().get(0).cells().get(0));
    assertNull(table.rows().get(0).cells().get(1));
  }

  @Test
  void totals_by_row_and_by_column_come_to_the_same() {
    Amounts table =
        of(
                line("2026", "A", "1", "EUR"),
                line("2025", "A", "2", "EUR"),
                line("2025", "B", "4", "EUR"))
            .get(0);
    assertEquals(
        List.of("2025", "2026"), table.rows().stream().map(it -> it.label().label()).toList());
    assertEquals(List.of("6", "1"), table.rows().stream().map(Amounts.Line::total).toList());
    assertEquals(List.of("3", "4"), table.totals());
    assertEquals("7", table.total());
  }

  @Test
  void fund_of_municipalities_is_known_in_short_and_in_full() {
    assertEquals(true, line("2026", "Fonds GGU", "1", "EUR").joint());
    assertEquals(
        true, line("2026", "Fonds Gezamenlijke Gemeentelijke Uitvoering", "1", "EUR").joint());
    assertEquals(false, line("2026", "Baggufonds", "1", "EUR").joint());
    assertEquals(false, line("2026", null, "1", "EUR").joint());
  }
}
