package nl.standaardencatalogus.server.sheet;

/**
 * What all tables of a file may take together, as far as it has not been taken. A file of some
 * kilobytes can name a million tables, and one table a million times. For one thread.
 */
final class Room {
  private static final int MOST_TABLES = 20;
  private static final long MOST_CELLS = (long) Limits.MOST_ROWS * Limits.MOST_COLUMNS;

  private int tables;
  private long cells;
  private long signs;
  private boolean overfull;

  /** Whether there is room for one more table. */
  boolean table() {
    tables++;
    overfull |= tables > MOST_TABLES;
    return !overfull;
  }

  /** Whether there is room for so many cells and signs more. */
  boolean take(long moreCells, long moreSigns) {
    cells += moreCells;
    signs += moreSigns;
    overfull |= cells > MOST_CELLS || signs > Limits.MOST_SIGNS;
    return !overfull;
  }

  /** Leaves no room: there is something in the file that no file may have. */
  void close() {
    overfull = true;
  }

  /** Whether there was more in the file than it may have. */
  boolean overfull() {
    return overfull;
  }
}
