package nl.standaardencatalogus.server.sheet;

import java.util.List;

/** A file with tables, as it is to be written. A file that can hold one table has the first. */
record Book(List<Page> pages) {
  Book {
    pages = List.copyOf(pages);
  }

  /** How a cell looks, and what it is for a spreadsheet. */
  enum Kind {
    HEADING,
    TEXT,
    DAY,
    NUMBER
  }

  /**
   * One table.
   *
   * @param kept how many columns stay in sight at the left; with them the first row stays in sight
   *     at the top
   * @param rows the first has the headings; each has a cell for every column, or fewer
   * @param hint what is told to who comes to a heading; null for nothing
   */
  record Page(String name, int kept, List<Column> columns, List<List<Cell>> rows, String hint) {
    Page(String name, int kept, List<Column> columns, List<List<Cell>> rows) {
      this(name, kept, columns, rows, null);
    }

    Page {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * What holds for a whole column.
   *
   * @param width in characters
   * @param choices what may be chosen in every row of it; null where that differs or anything goes
   */
  record Column(int width, Kind kind, Range choices) {}

  /**
   * A cell.
   *
   * @param text a day as ISO 8601 has it, when it is one
   * @param choices what may be chosen in this one; null for what holds for its column
   */
  record Cell(String text, Kind kind, Range choices) {
    static Cell text(String text) {
      return new Cell(text, Kind.TEXT, null);
    }

    static Cell heading(String text) {
      return new Cell(text, Kind.HEADING, null);
    }
  }

  /**
   * Cells below each other on a page.
   *
   * @param column counted from 0
   * @param from the first row, counted from 1
   * @param to the last row
   * @param only whether nothing else may stand where they may be chosen
   */
  record Range(String page, int column, int from, int to, boolean only) {}

  /** The letters of a column, counted from 0. */
  static String letters(int column) {
    String letters = "";
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters = (char) ('A' + rest % 26) + letters;
    }
    return letters;
  }
}
