package nl.standaardencatalogus.server.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of a standard on a line through time: one lane for each version line, a dot for a
 * publication, a cross for a version that was withdrawn.
 */
final class Timeline {
  private static final Pattern LINE = Pattern.compile("(\\d+\\.\\d+)(\\..*)?");
  private static final double LEFT = 150;
  private static final double RIGHT = 868;
  private static final int LANE = 34;
  private static final int TOP = 34;
  private static final int MOST = 14;

  private final View view;
  private final LocalDate today;
  private final LocalDate from;
  private final LocalDate to;
  private final int bottom;
  private final Map<String, List<Point>> lanes;
  private final Svg svg = new Svg();

  /** A version that was published on a known day, month or year. */
  record Point(String label, String issued, boolean gone) {
    LocalDate day() {
      return PartialDate.start(issued);
    }
  }

  /** Something that happened to the standard as a whole. */
  record Mark(String day, String label) {}

  private Timeline(View view, List<Point> points) {
    this.view = view;
    this.today = view.overview().day();
    this.lanes = lanes(points);
    LocalDate first = points.stream().map(Point::day).min(Comparator.naturalOrder()).orElseThrow();
    LocalDate last = points.stream().map(Point::day).max(Comparator.naturalOrder()).orElseThrow();
    LocalDate end = last.isAfter(today) ? last : today;
    this.from = first.minusMonths(4).withDayOfMonth(1);
    this.to = end.plusMonths(Math.max(7, ChronoUnit.MONTHS.between(from, end) / 12));
    this.bottom = TOP + Math.min(lanes.size(), MOST) * LANE;
  }

  /** The drawing; null when no version has a date. */
  static String draw(View view, String name, List<Point> points, List<Mark> marks) {
    if (points.isEmpty()) {
      return null;
    }
    return new Timeline(view, points).draw(name, marks);
  }

  private static Map<String, List<Point>> lanes(List<Point> points) {
    Map<String, List<Point>> lanes = new TreeMap<>(Versions.BY_LABEL.reversed());
    for (Point point : points) {
      Matcher matcher = LINE.matcher(point.label());
      String lane = matcher.matches() ? matcher.group(1) : point.label();
      lanes.computeIfAbsent(lane, l -> new ArrayList<>()).add(point);
    }
    lanes
        .values()
        .forEach(
            lane ->
                lane.sort(
                    Comparator.comparing(Point::day)
                        .thenComparing(Point::label, Versions.BY_LABEL)));
    return lanes;
  }

  private String draw(String name, List<Mark> marks) {
    svg.open("svg", "viewBox", "0 0 880 " + (bottom + 26), "role", "img", "aria-labelledby", "tl-t")
        .text("title", view.t("timeline.title", name), "id", "tl-t");
    years();
    lanes();
    marks.stream()
        .filter(m -> PartialDate.start(m.day()).isAfter(from))
        .forEach(m -> mark(PartialDate.start(m.day()), m.label(), "start"));
    mark(today, view.t(view.op() == null ? "timeline.today" : "timeline.day"), "end");
    return svg.close("svg").toString();
  }

  private double x(LocalDate day) {
    double span = ChronoUnit.DAYS.between(from, to);
    return LEFT + ChronoUnit.DAYS.between(from, day) / span * (RIGHT - LEFT);
  }

  private void years() {
    int step = Math.max(1, (to.getYear() - from.getYear()) / 12 + 1);
    for (int year = from.getYear() + 1; year <= to.getYear(); year += step) {
      double x = x(LocalDate.of(year, 1, 1));
      svg.empty("line", "x1", x, "x2", x, "y1", TOP - 8, "y2", bottom + 6, "class", "rule");
      svg.text("text", String.valueOf(year), "x", x, "y", bottom + 22, "class", "year");
    }
  }

  private void lanes() {
    LocalDate newer = null;
    int lane = 0;
    for (Map.Entry<String, List<Point>> entry : lanes.entrySet()) {
      if (lane == MOST) {
        return;
      }
      lane(lane, entry.getKey(), entry.getValue(), newer);
      newer = entry.getValue().get(0).day();
      lane++;
    }
  }

  private void lane(int lane, String label, List<Point> points, LocalDate newer) {
    double y = TOP + lane * LANE + LANE / 2.0;
    LocalDate first = points.get(0).day();
    LocalDate last = points.get(points.size() - 1).day();
    LocalDate until = newer == null ? today : newer;
    LocalDate end = until.isAfter(last) ? until : last;
    svg.text("text", Svg.shortened(label, 18), "x", 0, "y", y + 5, "class", "lane");
    svg.empty(
        "rect",
        "x",
        x(first),
        "y",
        y - 6,
        "width",
        Math.max(4, x(end) - x(first)),
        "height",
        12,
        "rx",
        6,
        "class",
        newer == null ? "line newest" : "line");
    points.forEach(point -> point(point, y));
    note(points, y, x(first), Math.max(x(end), x(last)));
  }

  private void point(Point point, double y) {
    double x = x(point.day());
    if (point.gone()) {
      svg.empty(
          "path",
          "class",
          "gone",
          "d",
          "M" + (int) (x - 6) + " " + (int) (y - 6) + "l12 12m0-12l-12 12");
    } else {
      svg.empty("circle", "class", "dot", "cx", x, "cy", y, "r", 6.5);
    }
  }

  private void note(List<Point> points, double y, double start, double end) {
    List<String> labels =
        points.stream()
            .map(p -> p.gone() ? p.label() + " (" + view.t("timeline.gone") + ")" : p.label())
            .toList();
    String note = Svg.shortened(String.join(" · ", labels), 44);
    double width = note.length() * 6.8 + 14;
    if (end + width < RIGHT + 12) {
      svg.text("text", note, "x", end + 12, "y", y + 4.5, "class", "note");
    } else if (start - width > LEFT - 40) {
      svg.text("text", note, "x", start - 12, "y", y + 4.5, "class", "note end");
    }
  }

  private void mark(LocalDate day, String label, String anchor) {
    double x = x(day);
    boolean end = anchor.equals("end") || x > 620;
    svg.empty("line", "x1", x, "x2", x, "y1", 20, "y2", bottom + 6, "class", "mark");
    svg.text(
        "text", label, "x", x + (end ? -5 : 5), "y", 14, "class", end ? "marked end" : "marked");
  }
}
