package nl.standaardencatalogus.server.sheet;

import java.util.Locale;
import java.util.Set;

/** What a cell says of whether what is declared still holds. */
public enum Confirmed {
  /** It does. */
  YES,
  /** Nothing is said of that. */
  NO,
  /** Something that is neither. */
  UNCLEAR;

  private static final Set<String> YESES = Set.of("ja", "j", "yes", "y", "x", "true", "waar");
  private static final Set<String> NOES = Set.of("", "nee", "n", "no", "false", "onwaar");

  /** What a cell says, in either language. */
  public static Confirmed of(String cell) {
    String said = cell.strip().toLowerCase(Locale.ROOT);
    if (YESES.contains(said)) {
      return YES;
    }
    return NOES.contains(said) ? NO : UNCLEAR;
  }
}
