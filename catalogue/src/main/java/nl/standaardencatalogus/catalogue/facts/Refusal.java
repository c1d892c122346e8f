package nl.standaardencatalogus.catalogue.facts;

import nl.standaardencatalogus.catalogue.facts.RecordFileException.Rule;
import org.apache.jena.riot.system.ErrorHandler;

/**
 * Refuses a file at the first offence, and remembers it: some parsers wrap what is thrown, and the
 * first words are the ones that help.
 */
final class Refusal implements ErrorHandler {
  private static final String UNDEFINED_PREFIX = "Undefined prefix:";

  private final String file;
  private final boolean notesWarnings;
  private RecordFileException first;
  private String noted;
  private long line = -1;
  private long column = -1;

  /**
   * @param notesWarnings whether what a parser only warns of is noted, for who asks next, and not
   *     refused
   */
  Refusal(String file, boolean notesWarnings) {
    this.file = file;
    this.notesWarnings = notesWarnings;
  }

  /** What was warned of since this was last asked; null when nothing was. */
  String noted() {
    String since = noted;
    noted = null;
    return since;
  }

  /** How far the parser is. */
  void at(long line, long column) {
    this.line = line;
    this.column = column;
  }

  long line() {
    return line;
  }

  RecordFileException because(Rule rule, String message) {
    return because(rule, message, null);
  }

  RecordFileException becauseOfBlankNode() {
    return because(
        Rule.NO_BLANK_NODES,
        "a blank node, which nobody can refer to; give it a hash IRI of its record, such as"
            + " <.../id/standaard/example#part>");
  }

  /** The first refusal of all, or this one when there was none yet. */
  RecordFileException because(Rule rule, String message, Throwable cause) {
    if (first == null) {
      first = new RecordFileException(file, line, column, rule, message, cause);
    }
    return first;
  }

  @Override
  public void warning(String message, long line, long column) {
    if (!notesWarnings) {
      error(message, line, column);
    } else if (noted == null) {
      noted = (line < 0 ? "" : "line " + line + ": ") + message;
    }
  }

  @Override
  public void error(String message, long line, long column) {
    if (line >= 0) {
      at(line, column);
    }
    if (message.startsWith(UNDEFINED_PREFIX)) {
      String prefix = message.substring(UNDEFINED_PREFIX.length()).strip();
      throw because(
          Rule.DECLARED_PREFIXES,
          "the prefix '"
              + prefix
              + "' is not declared; add a line '@prefix "
              + prefix.replaceAll(":?$", ":")
              + " <...> .' at the top of the file");
    }
    throw because(Rule.SYNTAX, message + "; correct the text at this place");
  }

  @Override
  public void fatal(String message, long line, long column) {
    error(message, line, column);
  }
}
