package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Graph;

/** From when to when there was each municipality. */
final class Lives {
  private final List<Life> lives = new ArrayList<>();

  /** The first and the last day; null where there is none, or none is known. */
  private record Life(int municipality, String from, String until) {}

  static Lives in(Graph state, Questions questions) {
    Lives all = new Lives();
    for (Row row : questions.select("municipality/lives", state)) {
      Said.number(row.get("municipality"))
          .ifPresent(
              number ->
                  all.lives.add(
                      new Life(
                          number,
                          row.has("from") ? row.text("from") : null,
                          row.has("until") ? row.text("until") : null)));
    }
    return all;
  }

  /** Which municipalities there were on a day. */
  BitSet on(LocalDate day) {
    BitSet there = new BitSet();
    String text = day.toString();
    for (Life life : lives) {
      boolean began = life.from() == null || life.from().compareTo(text) <= 0;
      if (began && (life.until() == null || life.until().compareTo(text) >= 0)) {
        there.set(life.municipality());
      }
    }
    return there;
  }
}
