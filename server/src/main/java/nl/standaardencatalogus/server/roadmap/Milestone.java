package nl.standaardencatalogus.server.roadmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * A day in the life of standards: a version comes or ends, a decision takes effect or ends.
 *
 * @param date the day as it is recorded; a month or a year where no more is known
 * @param began when what ends had begun, where that is known
 * @param label the version; the title of a decision
 * @param by who decided; null for a version
 */
record Milestone(
    Kind kind,
    String date,
    String began,
    Node thing,
    String label,
    List<StandardSummary> standards,
    Node by,
    Node confidence) {

  /** What happens on the day. */
  enum Kind {
    VERSION("roadmap.version"),
    END("roadmap.end"),
    DECISION("roadmap.decision"),
    /** Taken; when it takes effect, or whether, is not known. */
    DECIDED("roadmap.decided"),
    ADVICE("roadmap.advice"),
    EXPIRY("roadmap.expiry");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    boolean isOfVersion() {
      return this == VERSION || this == END;
    }

    /** The key of its name. */
    String key() {
      return key;
    }
  }

  /** The day; the first of a month or year. */
  LocalDate day() {
    return PartialDate.start(date);
  }

  /** Whether it lies after a day; never on a month or year that the day is in. */
  boolean isAfter(String day) {
    return PartialDate.isAfter(date, day);
  }

  List<Node> themes() {
    return standards.stream().flatMap(it -> it.themes().stream()).distinct().toList();
  }

  List<Node> maintainers() {
    return standards.stream().flatMap(it -> it.maintainers().stream()).distinct().toList();
  }

  /** All of them, the last first; on a past day none of what was not known yet. */
  static List<Milestone> of(View view) {
    List<Milestone> all = new ArrayList<>();
    for (Row row : view.ask("roadmap/versions", Map.of())) {
      version(view, row, all);
    }
    Map<Node, List<Row>> decisions = new LinkedHashMap<>();
    for (Row row : view.ask("roadmap/decisions", Map.of())) {
      decisions.computeIfAbsent(row.get("decision"), none -> new ArrayList<>()).add(row);
    }
    decisions.values().forEach(rows -> decision(view, rows, all));
    all.sort(
        Comparator.comparing(Milestone::day)
            .reversed()
            .thenComparing(it -> view.name(it.thing()).toLowerCase())
            .thenComparing(Milestone::kind));
    return all;
  }

  /**
   * What came after a past day was not known on it: facts about standards were gathered later, so
   * that a record being there does not tell. Ends are announced long before.
   */
  private static boolean known(View view, String began) {
    return view.op() == null || began == null || !PartialDate.isAfter(began, view.day());
  }

  private static void version(View view, Row row, List<Milestone> all) {
    String issued = row.text("issued");
    StandardSummary standard = view.overview().byStandard().get(row.get("standard"));
    if (standard == null || !known(view, issued)) {
      return;
    }
    for (Kind kind : List.of(Kind.VERSION, Kind.END)) {
      String date = kind == Kind.VERSION ? issued : row.text("end");
      if (date != null) {
        all.add(
            new Milestone(
                kind,
                date,
                kind == Kind.END ? issued : null,
                row.get("version"),
                row.text("label"),
                List.of(standard),
                null,
                row.get("confidence")));
      }
    }
  }

  private static void decision(View view, List<Row> rows, List<Milestone> all) {
    Row row = rows.get(0);
    String from = row.has("from") ? row.text("from") : row.text("decided");
    if (!known(view, row.has("decided") ? row.text("decided") : from)) {
      return;
    }
    List<StandardSummary> standards =
        rows.stream()
            .map(it -> it.get("standard"))
            .filter(view.overview().byStandard()::containsKey)
            .map(view.overview().byStandard()::get)
            .toList();
    Kind begins = begins(row);
    for (Kind kind : List.of(begins, Kind.EXPIRY)) {
      String date = kind == begins ? from : row.text("until");
      if (date != null) {
        all.add(
            new Milestone(
                kind,
                date,
                kind == Kind.EXPIRY ? from : null,
                row.get("decision"),
                row.text("title"),
                standards,
                row.get("body"),
                row.get("confidence")));
      }
    }
  }

  private static Kind begins(Row row) {
    if (row.has("kind") && Slugs.of(row.get("kind")).endsWith("advies")) {
      return Kind.ADVICE;
    }
    return row.has("from") ? Kind.DECISION : Kind.DECIDED;
  }
}
