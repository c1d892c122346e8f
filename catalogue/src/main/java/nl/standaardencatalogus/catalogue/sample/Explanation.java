package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.List;

/** Why a municipality does not apply a standard (yet): the "leg uit". */
record Explanation(String ground, String text, LocalDate from, LocalDate reviewBy) {
  private static final List<String[]> TEXTS =
      Table.rows("explanations.csv").stream()
          .map(row -> new String[] {row.get("ground"), row.get("text")})
          .toList();

  /** Any explanation, but a merger only by those who have one at hand. */
  static Explanation thrown(Dice dice, LocalDate from, boolean merges) {
    List<String[]> fitting =
        TEXTS.stream().filter(text -> merges || !text[0].equals("herindeling")).toList();
    String[] text = fitting.get(dice.between(0, fitting.size() - 1));
    return new Explanation(text[0], text[1], from, from.plusMonths(dice.between(2, 8) * 3L));
  }

  /** The same, as the successor of a municipality gives it from a day on. */
  Explanation takenOver(LocalDate day) {
    return new Explanation(ground, text, day, Day.later(reviewBy, day.plusMonths(6)));
  }
}
