package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The days on which one organisation brings its declarations up to date. */
final class Calendar {
  private Calendar() {}

  /**
   * The days of one organisation, in order.
   *
   * @param organisation whose days
   * @param reserve from 0 for the keenest to 1 for the most reserved
   * @param from not before this day
   * @param until not after this day
   */
  static List<LocalDate> of(String organisation, double reserve, LocalDate from, LocalDate until) {
    Dice dice = Dice.about("calendar", organisation);
    List<LocalDate> days = new ArrayList<>();
    LocalDate day = Day.atWork(from.plusDays(dice.between(3, 60)));
    while (!day.isAfter(until)) {
      days.add(day);
      int pause = (int) (60 + 110 * reserve);
      day = Day.atWork(day.plusDays(dice.between(pause, pause + 160)));
    }
    return days;
  }
}
