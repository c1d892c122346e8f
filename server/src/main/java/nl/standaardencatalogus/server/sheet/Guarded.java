package nl.standaardencatalogus.server.sheet;

/**
 * Text that no spreadsheet runs as a formula: what begins like one gets an apostrophe before it,
 * and so does what begins with an apostrophe, so that taking it off gives back what there was.
 */
final class Guarded {
  private static final String RISKY = "=+-@\t\r\n'";

  private Guarded() {}

  static String of(String text) {
    return !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** What was guarded. */
  static String undo(String text) {
    boolean guarded =
        text.length() > 1 && text.charAt(0) == '\'' && RISKY.indexOf(text.charAt(1)) >= 0;
    return guarded ? text.substring(1) : text;
  }
}
