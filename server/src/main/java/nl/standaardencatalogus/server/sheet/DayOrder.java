package nl.standaardencatalogus.server.sheet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.shapes.FormShape.Kind;

/**
 * Whether the day comes before the month in the columns of a sheet. It does here; but a program
 * that is set to American dates writes 12/31/2025, and then 3/4/2025 beside it is no day in April
 * for certain. What is written the same way in such a column is read as no day, unless it can only
 * be one. For one thread.
 */
public final class DayOrder {
  /** Everywhere the day comes first. */
  static final DayOrder DUTCH = new DayOrder();

  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{1,2})([-/. ])([0-9]{1,2})[-/. ][0-9]{4}");
  private static final int MONTHS = 12;

  /** A day of which the month comes first, by column and the sign between its numbers. */
  private final Map<Column, Map<String, String>> monthFirst = new HashMap<>();

  private DayOrder() {}

  /** What all days of a sheet tell together. */
  public static DayOrder of(Sheet sheet) {
    DayOrder order = new DayOrder();
    for (Line line : sheet.rows()) {
      sheet
          .fields(line)
          .forEach(
              (column, cell) -> {
                if (column.field().kind() == Kind.DATE) {
                  order.meet(column, cell.strip());
                }
              });
    }
    return order;
  }

  private void meet(Column column, String cell) {
    Matcher written = WRITTEN.matcher(cell);
    if (written.matches() && isMonthFirst(written)) {
      monthFirst
          .computeIfAbsent(column, none -> new HashMap<>())
          .putIfAbsent(written.group(2), cell);
    }
  }

  private static boolean isMonthFirst(Matcher written) {
    return number(written, 1) <= MONTHS && number(written, 3) > MONTHS;
  }

  private static int number(Matcher written, int group) {
    return Integer.parseInt(written.group(group));
  }

  /** The day that a cell names; empty when it names none, or could name two. */
  Optional<LocalDate> day(Column column, String cell) {
    return monthFirst(column, cell).isPresent() ? Optional.empty() : Days.of(cell);
  }

  /** The day in its column for which a cell may have its month first too; empty when it has not. */
  public Optional<String> monthFirst(Column column, String cell) {
    Matcher written = WRITTEN.matcher(cell.strip());
    if (!written.matches()) {
      return Optional.empty();
    }
    int first = number(written, 1);
    int second = number(written, 3);
    return first > MONTHS || first == second
        ? Optional.empty()
        : Optional.ofNullable(monthFirst.getOrDefault(column, Map.of()).get(written.group(2)));
  }
}
