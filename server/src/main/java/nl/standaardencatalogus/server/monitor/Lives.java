package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Graph;

/** From when to when there was each municipality. For one thread. */
final class Lives {
  private final List<Life> lives = new ArrayList<>();
  private final Map<LocalDate, BitSet> known = new HashMap<>();

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

  /** Which municipalities there were on a day; a copy that may be changed. */
  BitSet on(LocalDate day) {
    return (BitSet) known.computeIfAbsent(day, this::there).clone();
  }

  private BitSet there(LocalDate day) {
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
