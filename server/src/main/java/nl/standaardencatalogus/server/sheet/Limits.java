package nl.standaardencatalogus.server.sheet;

/** What a file may have, so that none of those sent can take the memory of all others. */
public final class Limits {
  /** The size of a file, in bytes; below what a request may have, so that a page can say it. */
  public static final int MOST_BYTES = 768 << 10;

  /** The size of all that is packed in a file, in bytes. A real one of 350 rows has 1.4 MB. */
  public static final int MOST_UNPACKED = 24 << 20;

  /** The number of rows, headings included. */
  public static final int MOST_ROWS = 2_000;

  /** The number of columns. */
  public static final int MOST_COLUMNS = 400;

  /** The number of signs that all cells together may have. */
  public static final int MOST_SIGNS = 4 << 20;

  private Limits() {}
}
