package nl.standaardencatalogus.server.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people in the Netherlands write them, and as ISO 8601 does. The day always comes before
 * the month, and a year has four digits: what could mean two days is none.
 */
final class Days {
  private static final Pattern ISO =
      Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(T.*| 0{1,2}:00(:00)?)?");
  private static final Pattern DUTCH =
      Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})");
  private static final Pattern WORDS =
      Pattern.compile("([0-9]{1,2})[ -]([a-z]+)\\.?[ -]([0-9]{4})");
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("januari", "january", "jan"),
          List.of("februari", "february", "feb"),
          List.of("maart", "march", "mrt", "mar"),
          List.of("april", "apr"),
          List.of("mei", "may"),
          List.of("juni", "june", "jun"),
          List.of("juli", "july", "jul"),
          List.of("augustus", "august", "aug"),
          List.of("september", "sep", "sept"),
          List.of("oktober", "october", "okt", "oct"),
          List.of("november", "nov"),
          List.of("december", "dec"));

  private Days() {}

  /** The day that a text names; empty when it names none. */
  static Optional<LocalDate> of(String text) {
    String said = text.strip().toLowerCase(Locale.ROOT);
    Matcher iso = ISO.matcher(said.toUpperCase(Locale.ROOT));
    if (iso.matches()) {
      return day(iso.group(1), number(iso.group(2)), iso.group(3));
    }
    Matcher dutch = DUTCH.matcher(said);
    if (dutch.matches()) {
      return day(dutch.group(3), number(dutch.group(2)), dutch.group(1));
    }
    Matcher words = WORDS.matcher(said);
    return words.matches()
        ? day(words.group(3), month(words.group(2)), words.group(1))
        : Optional.empty();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int month(String name) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).contains(name)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static Optional<LocalDate> day(String year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(number(year), month, number(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
