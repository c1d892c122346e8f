package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * All that municipalities say in one state of the catalogue of the phases that they are in, and of
 * what they plan.
 */
final class Said {
  private static final String USED = "in-productie";

  private final List<Phases> declarations = new ArrayList<>();
  private final Map<Node, Map<Integer, LocalDate>> plans = new HashMap<>();

  /** The phases of one declaration, with the days on which each begins and ends. */
  private record Phases(Node standard, int municipality, List<Phase> all) {}

  /** Days as precise as they are known, so as texts; the last day may be null. */
  private record Phase(boolean use, String from, String until) {}

  static Said in(Graph state, Questions questions) {
    Said said = new Said();
    Map<Node, Phases> known = new HashMap<>();
    for (Row row : questions.select("adoption/phases", state)) {
      Optional<Integer> municipality = number(row.get("municipality"));
      if (municipality.isPresent()) {
        known
            .computeIfAbsent(
                row.get("declaration"),
                none -> new Phases(row.get("standard"), municipality.get(), new ArrayList<>()))
            .all()
            .add(
                new Phase(
                    Iris.lastSegment(row.get("phase")).equals(USED),
                    row.text("from"),
                    row.has("until") ? row.text("until") : null));
      }
    }
    said.declarations.addAll(known.values());
    for (Row row : questions.select("adoption/plans", state)) {
      Optional<Integer> municipality = number(row.get("municipality"));
      Optional<LocalDate> planned = lastDay(row.text("planned"));
      if (municipality.isPresent() && planned.isPresent()) {
        said.plans
            .computeIfAbsent(row.get("standard"), none -> new HashMap<>())
            .merge(municipality.get(), planned.get(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return said;
  }

  /** The number in the code of a municipality; empty for what has none. */
  static Optional<Integer> number(Node municipality) {
    String code = Iris.lastSegment(municipality);
    return code.matches("gm[0-9]{4}")
        ? Optional.of(Integer.valueOf(code.substring(2)))
        : Optional.empty();
  }

  /** The last day of what is known to the day, the month or the year. */
  private static Optional<LocalDate> lastDay(String date) {
    if (date.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return Optional.of(LocalDate.parse(date));
    }
    if (date.matches("[0-9]{4}-[0-9]{2}")) {
      return Optional.of(YearMonth.parse(date).atEndOfMonth());
    }
    return date.matches("[0-9]{4}")
        ? Optional.of(LocalDate.parse(date + "-12-31"))
        : Optional.empty();
  }

  /** Where everybody stands on a day, by what is said here. */
  Standing on(LocalDate day) {
    Map<Node, BitSet> using = new HashMap<>();
    String text = day.toString();
    for (Phases declaration : declarations) {
      if (isUsed(declaration, text)) {
        using
            .computeIfAbsent(declaration.standard(), none -> new BitSet())
            .set(declaration.municipality());
      }
    }
    return new Standing(day, using, plans);
  }

  private static boolean isUsed(Phases declaration, String day) {
    Phase latest = null;
    for (Phase phase : declaration.all()) {
      boolean began = phase.from().compareTo(day) <= 0;
      if (began && (latest == null || phase.from().compareTo(latest.from()) >= 0)) {
        latest = phase;
      }
    }
    return latest != null
        && latest.use()
        && (latest.until() == null || latest.until().compareTo(day) >= 0);
  }
}
