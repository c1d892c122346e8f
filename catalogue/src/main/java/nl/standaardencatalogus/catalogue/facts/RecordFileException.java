package nl.standaardencatalogus.catalogue.facts;

/**
 * A file of records that cannot be taken: which file, where in it, which rule, and how to repair
 * it. Nothing of the file was used.
 */
public final class RecordFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long line;
  private final long column;
  private final Rule rule;

  /** What a file of records has to be. */
  public enum Rule {
    READABLE,
    KNOWN_FORMAT,
    SYNTAX,
    DECLARED_PREFIXES,
    ABSOLUTE_IRIS,
    NO_BLANK_NODES,
    NO_NAMED_GRAPHS,
    ONE_RECORD_PER_SLUG,
    OWN_SUBJECTS,
    NO_REMOTE_CONTEXT,
    NOT_EMPTY
  }

  RecordFileException(String file, Rule rule, String message) {
    this(file, -1, -1, rule, message, null);
  }

  RecordFileException(
      String file, long line, long column, Rule rule, String message, Throwable cause) {
    super(place(file, line, column) + ": " + message, cause);
    this.file = file;
    this.line = line;
    this.column = column;
    this.rule = rule;
  }

  public String file() {
    return file;
  }

  /** The line, counted from 1; -1 where the format does not tell. */
  public long line() {
    return line;
  }

  /** The column, counted from 1; -1 where the format does not tell. */
  public long column() {
    return column;
  }

  public Rule rule() {
    return rule;
  }

  private static String place(String file, long line, long column) {
    if (line < 0) {
      return file;
    }
    return file + ", line " + line + (column < 0 ? "" : ", column " + column);
  }
}
