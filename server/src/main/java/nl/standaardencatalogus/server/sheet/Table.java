package nl.standaardencatalogus.server.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that is being read from a file: the rows that something stands in. What would be more
 * than a file may have is counted and not kept. For one thread.
 */
final class Table {
  private static final int LONGEST_NAME = 60;

  private final String name;
  private final Room room;
  private final List<Line> lines = new ArrayList<>();
  private boolean overfull;

  /**
   * A table of a file, which takes of the room that the file has.
   *
   * @param name what it is called; null when it has no name
   */
  Table(String name, Room room) {
    String said = name == null ? "" : name.strip();
    this.name = said.substring(0, Math.min(LONGEST_NAME, said.length()));
    this.room = room;
  }

  void add(int number, List<String> cells) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    boolean fits = room.take(cells.size(), cells.stream().mapToLong(String::length).sum());
    if (!fits || lines.size() >= Limits.MOST_ROWS || cells.size() > Limits.MOST_COLUMNS) {
      overfull = true;
    } else if (!overfull) {
      lines.add(new Line(number, cells.stream().map(Table::tidy).toList()));
    }
  }

  private static String tidy(String cell) {
    return Guarded.undo(cell.replace("\r\n", "\n").replace('\r', '\n').strip()).strip();
  }

  /** What it is called; blank when it has no name. */
  String name() {
    return name;
  }

  /** Whether there was more in it than a file may have. */
  boolean overfull() {
    return overfull || room.overfull();
  }

  List<Line> lines() {
    return lines;
  }
}
