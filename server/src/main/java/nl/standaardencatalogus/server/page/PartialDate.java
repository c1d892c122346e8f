package nl.standaardencatalogus.server.page;

import java.time.LocalDate;

/**
 * Days as sources give them: a day, or the month or year it is in where no more is known. Days to
 * compare with are whole, such as {@code 2026-03-01}.
 */
public final class PartialDate {
  private static final int DAY = 10;

  private PartialDate() {}

  /** The day; the first of a month or year. */
  public static LocalDate start(String date) {
    return LocalDate.parse(
        switch (date.length()) {
          case 4 -> date + "-01-01";
          case 7 -> date + "-01";
          default -> date.substring(0, DAY);
        });
  }

  /** Whether it lies after a day; never when the day is in it. */
  public static boolean isAfter(String date, String day) {
    return compare(date, day) > 0;
  }

  /** Whether all of it lies before a day; never when the day is in it. */
  public static boolean isOver(String date, String day) {
    return compare(date, day) < 0;
  }

  private static int compare(String date, String day) {
    String known = date.length() > DAY ? date.substring(0, DAY) : date;
    return known.compareTo(day.substring(0, Math.min(day.length(), known.length())));
  }
}
