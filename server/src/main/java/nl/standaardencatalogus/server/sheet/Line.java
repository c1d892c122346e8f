package nl.standaardencatalogus.server.sheet;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number as a spreadsheet shows it, counted from 1
 * @param cells the texts; what is missing at the end is blank
 */
public record Line(int number, List<String> cells) {
  public Line {
    cells = List.copyOf(cells);
  }

  /** What stands in a column, counted from 0. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
