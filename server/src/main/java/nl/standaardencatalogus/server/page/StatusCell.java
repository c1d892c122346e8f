package nl.standaardencatalogus.server.page;

import java.util.List;

/** What one authority says: a cell of the status grid. More than one line is a contradiction. */
public record StatusCell(String authority, List<Line> lines) {
  public StatusCell {
    lines = List.copyOf(lines);
  }

  /**
   * One thing that is said.
   *
   * @param since a sentence; null when no date is known
   * @param because the decision behind it; null without one
   * @param advice the advice behind that decision; null where none is known
   * @param source where the catalogue read it
   * @param weakness null when it was read with certainty
   */
  public record Line(
      Badge badge,
      String by,
      String since,
      Link because,
      Link advice,
      String source,
      String weakness) {}
}
