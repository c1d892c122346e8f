package nl.standaardencatalogus.server.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.question.Row;

/** When each body decided: a lane for each, and a dot that links to each decision. */
final class DecisionsDrawing {
  private static final int LEFT = 290;
  private static final int RIGHT = 860;

  /** Room for a dot that is easy to hit. */
  private static final int ROW = 24;

  private static final int GAP = 6;
  private static final int TOP = 14;
  private static final int LONGEST = 33;

  private final View view;
  private final LocalDate first;
  private final LocalDate last;

  private DecisionsDrawing(View view, LocalDate first, LocalDate last) {
    this.view = view;
    this.first = first;
    this.last = last;
  }

  /** The drawing; null when no decision has a day. */
  static String of(View view, List<Row> decisions) {
    List<Row> dated = decisions.stream().filter(row -> day(row) != null).toList();
    if (dated.isEmpty()) {
      return null;
    }
    Comparator<LocalDate> early = Comparator.naturalOrder();
    LocalDate first =
        dated.stream().map(DecisionsDrawing::day).min(early).orElseThrow().withDayOfYear(1);
    LocalDate last =
        dated.stream().map(DecisionsDrawing::day).max(early).orElseThrow().withDayOfYear(1);
    return new DecisionsDrawing(view, first, last.plusYears(1)).draw(dated);
  }

  /** How many of these the drawing has to leave out. */
  static int undated(List<Row> decisions) {
    return (int) decisions.stream().filter(row -> day(row) == null).count();
  }

  private static LocalDate day(Row row) {
    String date = row.has("from") ? row.text("from") : row.text("decided");
    return date == null
        ? null
        : LocalDate.parse(
            date.length() == 4 ? date + "-01-01" : date.length() == 7 ? date + "-01" : date);
  }

  private String draw(List<Row> dated) {
    Map<String, List<Row>> lanes =
        dated.stream()
            .collect(Collectors.groupingBy(this::body, TreeMap::new, Collectors.toList()));
    Map<String, List<List<Row>>> rows = new TreeMap<>();
    lanes.forEach((body, own) -> rows.put(body, rows(own)));
    int bottom = TOP + rows.values().stream().mapToInt(it -> it.size() * ROW + GAP).sum();
    Svg svg =
        new Svg()
            .open(
                "svg",
                "viewBox",
                "0 0 880 " + (bottom + 30),
                "role",
                "group",
                "aria-labelledby",
                "dd-t")
            .text("title", view.t("decisions.drawing"), "id", "dd-t");
    int step = Math.max(1, (last.getYear() - first.getYear()) / 12 + 1);
    for (int year = first.getYear(); year <= last.getYear(); year += step) {
      double x = x(LocalDate.of(year, 1, 1));
      svg.empty("line", "x1", x, "x2", x, "y1", TOP, "y2", bottom, "class", "rule");
      svg.text("text", String.valueOf(year), "x", x, "y", bottom + 20, "class", "year");
    }
    int y = TOP + GAP / 2;
    for (Map.Entry<String, List<List<Row>>> lane : rows.entrySet()) {
      String body = Svg.shortened(lane.getKey(), LONGEST);
      double middle = y + lane.getValue().size() * ROW / 2.0;
      svg.text("text", body, "x", LEFT - 14, "y", middle + 5, "class", "note end");
      for (List<Row> row : lane.getValue()) {
        for (Row decision : row) {
          dot(svg, decision, y + ROW / 2);
        }
        y += ROW;
      }
      double below = y + GAP / 2.0;
      svg.empty("line", "x1", 0, "x2", RIGHT, "y1", below, "y2", below, "class", "rule");
      y += GAP;
    }
    return svg.close("svg").toString();
  }

  /** The decisions of a lane in as many rows as they need so that no dot is on another. */
  private List<List<Row>> rows(List<Row> lane) {
    List<List<Row>> rows = new ArrayList<>();
    lane.stream()
        .sorted(Comparator.comparing(DecisionsDrawing::day))
        .forEach(
            decision ->
                rows.stream()
                    .filter(it -> x(day(decision)) - x(day(it.get(it.size() - 1))) >= ROW)
                    .findFirst()
                    .orElseGet(() -> added(rows))
                    .add(decision));
    return rows;
  }

  private static List<Row> added(List<List<Row>> rows) {
    List<Row> row = new ArrayList<>();
    rows.add(row);
    return row;
  }

  private void dot(Svg svg, Row row, int y) {
    Link link = view.link(row.get("decision"));
    String said = row.text("title") + ", " + view.date(day(row).toString());
    svg.open("a", "href", link.href(), "aria-label", said)
        .text("title", said)
        .empty("circle", "cx", x(day(row)), "cy", y, "r", 12, "class", "reach")
        .empty("circle", "cx", x(day(row)), "cy", y, "r", 6, "class", "dot")
        .close("a");
  }

  private String body(Row row) {
    return row.has("body") ? view.name(row.get("body")) : view.t("unknown");
  }

  private double x(LocalDate day) {
    double whole = ChronoUnit.DAYS.between(first, last);
    return LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(first, day) / whole;
  }
}
