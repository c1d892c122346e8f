package nl.standaardencatalogus.server.impact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Held;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.Versions;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/** What municipalities declared of one standard: how far they are, with which version, by when. */
record Declared(StandardSummary standard, Map<Node, List<Row>> byMunicipality) {
  static Declared of(View view, StandardSummary standard) {
    return new Declared(
        standard,
        view.ask("adoption/of-standard", "standard", standard.node()).stream()
            .collect(Collectors.groupingBy(row -> row.get("municipality"))));
  }

  Stage stage(Municipality municipality) {
    Held held = standard.held().get(municipality.node());
    return held == null ? Stage.NONE : held.stage();
  }

  /** How far a municipality is by the phase it declared, whatever it explains besides. */
  Stage introduced(Municipality municipality) {
    Held held = standard.held().get(municipality.node());
    return held == null ? Stage.NONE : held.introduced();
  }

  /** Whether a municipality uses it, is introducing it or plans to. */
  boolean isOn(Municipality municipality) {
    return introduced(municipality).compareTo(Stage.PLAN) <= 0;
  }

  List<Row> rows(Municipality municipality) {
    return byMunicipality.getOrDefault(municipality.node(), List.of());
  }

  /**
   * The day for which it is planned: of several the first that is not over on a day, else the last;
   * null for none.
   */
  String planned(Municipality municipality, String today) {
    return planned(rows(municipality), today);
  }

  /** The day for which one version is planned, chosen likewise. */
  String planned(Municipality municipality, Node version, String today) {
    return planned(
        rows(municipality).stream().filter(row -> version.equals(row.get("version"))).toList(),
        today);
  }

  private static String planned(List<Row> rows, String today) {
    List<String> days =
        rows.stream()
            .filter(row -> row.has("planned"))
            .map(row -> row.text("planned"))
            .sorted()
            .toList();
    return days.stream()
        .filter(day -> !PartialDate.isOver(day, today))
        .findFirst()
        .orElse(days.isEmpty() ? null : days.get(days.size() - 1));
  }

  /** The versions that a municipality names; empty when it names none. */
  String versions(Municipality municipality) {
    return rows(municipality).stream()
        .filter(row -> row.has("label"))
        .map(row -> row.text("label"))
        .distinct()
        .sorted(Versions.BY_LABEL)
        .collect(Collectors.joining(", "));
  }

  /** The rows that name each product, with its supplier. */
  static Map<String, List<Row>> products(Stream<Row> declared) {
    return declared
        .filter(row -> row.has("product"))
        .collect(
            Collectors.groupingBy(
                row ->
                    row.text("product") + (row.has("supplier") ? ", " + row.text("supplier") : ""),
                TreeMap::new,
                Collectors.toList()));
  }

  /** How many municipalities rows are of. */
  static int municipalities(List<Row> rows) {
    return (int) rows.stream().map(row -> row.get("municipality")).distinct().count();
  }

  /** Whether something that a municipality declared of it is made up. */
  boolean isMadeUp(View view, Municipality municipality) {
    return isMadeUp(view, rows(municipality));
  }

  static boolean isMadeUp(View view, List<Row> rows) {
    return rows.stream().anyMatch(row -> view.isMadeUp(row.get("declaration")));
  }
}
