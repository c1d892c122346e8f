package nl.standaardencatalogus.server.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
  private static final int LANE = 30;
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
    int bottom = TOP + lanes.size() * LANE;
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
    int y = TOP + LANE / 2;
    for (Map.Entry<String, List<Row>> lane : lanes.entrySet()) {
      svg.text("text", shortened(lane.getKey()), "x", LEFT - 14, "y", y + 5, "class", "note end");
      for (Row row : lane.getValue()) {
        dot(svg, row, y);
      }
      y += LANE;
    }
    return svg.close("svg").toString();
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

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
  }

  private double x(LocalDate day) {
    double whole = ChronoUnit.DAYS.between(first, last);
    return LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(first, day) / whole;
  }
}
