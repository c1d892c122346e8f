package nl.standaardencatalogus.server.project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Texts;

/**
 * Amounts of one currency, added up by row and by column.
 *
 * @param rows in the order of their labels
 * @param totals one for each column
 */
public record Amounts(
    String currency, List<String> columns, List<Line> rows, List<String> totals, String total) {

  /**
   * The amounts of one row.
   *
   * @param cells one for each column; null where nothing is recorded, which is not zero
   */
  public record Line(Link label, List<String> cells, String total) {}

  /** What is added up: one amount of it, with where it stands. */
  private record Cell(Link row, String column, BigDecimal amount) {}

  /** A table for each currency, since amounts of different ones cannot be added up. */
  static List<Amounts> of(
      Texts texts,
      List<BudgetLine> lines,
      Function<BudgetLine, Link> row,
      Function<BudgetLine, String> column) {
    Map<String, List<Cell>> byCurrency =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    BudgetLine::currency,
                    TreeMap::new,
                    Collectors.mapping(
                        it -> new Cell(row.apply(it), column.apply(it), it.amount()),
                        Collectors.toList())));
    return byCurrency.entrySet().stream().map(it -> of(texts, it.getKey(), it.getValue())).toList();
  }

  private static Amounts of(Texts texts, String currency, List<Cell> cells) {
    Function<BigDecimal, String> written = amount -> texts.number(amount, decimals(cells));
    List<String> columns = List.copyOf(new TreeSet<>(cells.stream().map(Cell::column).toList()));
    List<Line> rows =
        cells.stream()
            .map(Cell::row)
            .distinct()
            .sorted(Comparator.comparing(it -> it.label().toLowerCase()))
            .map(
                label ->
                    line(
                        label,
                        cells.stream().filter(it -> it.row().equals(label)).toList(),
                        columns,
                        written))
            .toList();
    Line totals = line(null, cells, columns, written);
    return new Amounts(currency, columns, rows, totals.cells(), totals.total());
  }

  private static Line line(
      Link label, List<Cell> cells, List<String> columns, Function<BigDecimal, String> written) {
    List<String> sums = new ArrayList<>();
    for (String column : columns) {
      List<Cell> own = cells.stream().filter(it -> it.column().equals(column)).toList();
      sums.add(own.isEmpty() ? null : written.apply(sum(own)));
    }
    return new Line(label, Collections.unmodifiableList(sums), written.apply(sum(cells)));
  }

  private static BigDecimal sum(List<Cell> cells) {
    return cells.stream().map(Cell::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** None when all amounts are whole, else as many as the longest needs, two at least. */
  private static int decimals(List<Cell> cells) {
    int most =
        cells.stream().mapToInt(it -> it.amount().stripTrailingZeros().scale()).max().orElse(0);
    return most <= 0 ? 0 : Math.max(2, most);
  }
}
