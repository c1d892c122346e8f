package nl.standaardencatalogus.server.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * The time line of one municipality: a lane for itself, for each cooperation and mandate, and for
 * each standard that it declared on, with its phases in the colours of maps and bars.
 */
final class MunicipalityTimelineDrawing {
  private static final double LEFT = 250;
  private static final double RIGHT = 868;
  private static final int LANE = 21;
  private static final int TOP = 50;
  private static final int LONGEST = 31;

  private final View view;
  private final LocalDate from;
  private final LocalDate to;
  private final LocalDate now;
  private final Svg svg = new Svg();

  /** A period; without a first day since ever, without a last one it goes on. */
  private record Span(LocalDate from, LocalDate until, String css, String said, boolean thin) {}

  private record Point(LocalDate day, boolean overdue, String said) {}

  /** A lane in the making. */
  static final class Track {
    private final String label;
    private final List<Span> spans = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();

    Track(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    boolean isEmpty() {
      return spans.isEmpty() && points.isEmpty();
    }

    void span(String from, String until, String css, String said) {
      spans.add(new Span(day(from), day(until), css, said, false));
    }

    void strip(String from, String until, String said) {
      spans.add(new Span(day(from), day(until), Stage.DEVIATE.css(), said, true));
    }

    void point(String date, boolean overdue, String said) {
      points.add(new Point(day(date), overdue, said));
    }

    /** The last day on which anything begins or is to be done. */
    LocalDate last() {
      return days().max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
    }

    private Stream<LocalDate> days() {
      return Stream.concat(
          spans.stream().map(Span::from).filter(it -> it != null), points.stream().map(Point::day));
    }

    private static LocalDate day(String date) {
      return date == null ? null : PartialDate.start(date);
    }
  }

  private MunicipalityTimelineDrawing(View view, LocalDate first, LocalDate last, LocalDate end) {
    this.view = view;
    LocalDate today = view.overview().day();
    this.now = end == null ? today : end;
    this.from = (first.isBefore(now) ? first : now).withDayOfYear(1);
    LocalDate most = last.isAfter(now) ? last : now;
    this.to = most.plusMonths(Math.max(4, ChronoUnit.MONTHS.between(from, most) / 16));
  }

  /**
   * The drawing; null when there is nothing to draw. It begins with the first declaration: a
   * cooperation of forty years would press all else together.
   */
  static String of(View view, Node municipality, List<Track> tracks, String end) {
    Comparator<LocalDate> early = Comparator.naturalOrder();
    List<LocalDate> days = tracks.stream().flatMap(Track::days).toList();
    if (days.isEmpty()) {
      return null;
    }
    LocalDate first =
        tracks.stream()
            .flatMap(it -> it.spans.stream())
            .filter(it -> it.css().startsWith("f-") && it.from() != null)
            .map(Span::from)
            .min(early)
            .orElseGet(() -> days.stream().min(early).orElseThrow());
    LocalDate last = days.stream().max(early).orElseThrow();
    return new MunicipalityTimelineDrawing(
            view, first, last, end == null ? null : PartialDate.start(end))
        .draw(view.name(municipality), tracks);
  }

  /** The classes of the bars and strips in the drawing. */
  static Set<String> colours(List<Track> tracks) {
    return tracks.stream()
        .flatMap(it -> it.spans.stream())
        .map(Span::css)
        .collect(Collectors.toSet());
  }

  private String draw(String name, List<Track> tracks) {
    int bottom = TOP + tracks.size() * LANE;
    svg.open("svg", "viewBox", "0 0 880 " + (bottom + 26), "role", "img", "aria-labelledby", "mt-t")
        .text("title", view.t("course.drawing", name), "id", "mt-t");
    int step = Math.max(1, (to.getYear() - from.getYear()) / 12 + 1);
    for (int year = from.getYear(); year <= to.getYear(); year += step) {
      double x = x(LocalDate.of(year, 1, 1));
      svg.empty("line", "x1", x, "x2", x, "y1", 20, "y2", bottom + 4, "class", "rule");
      svg.text("text", String.valueOf(year), "x", x, "y", 14, "class", "year");
      svg.text("text", String.valueOf(year), "x", x, "y", bottom + 20, "class", "year");
    }
    double y = TOP + LANE / 2.0;
    for (Track track : tracks) {
      lane(track, y);
      y += LANE;
    }
    double x = x(now);
    String mark =
        now.isBefore(view.overview().day())
            ? "course.over"
            : view.op() == null ? "timeline.today" : "timeline.day";
    svg.empty("line", "x1", x, "x2", x, "y1", 22, "y2", bottom + 4, "class", "mark");
    svg.text("text", view.t(mark), "x", x - 5, "y", 34, "class", "marked end");
    return svg.close("svg").toString();
  }

  private void lane(Track track, double y) {
    svg.text(
        "text",
        Svg.shortened(track.label, LONGEST),
        "x",
        LEFT - 12,
        "y",
        y + 4.5,
        "class",
        "note end");
    track.spans.forEach(it -> span(it, y));
    track.points.stream().filter(it -> !it.day().isBefore(from)).forEach(it -> point(it, y));
  }

  private void span(Span span, double y) {
    double start = span.from() == null ? LEFT : Math.max(LEFT, x(span.from()));
    LocalDate until = span.until();
    if (until == null) {
      until = span.from() != null && span.from().isAfter(now) ? to : now;
    }
    double end = Math.min(RIGHT, x(until));
    if (end <= LEFT) {
      return;
    }
    svg.open(
            "rect",
            "x",
            start,
            "y",
            span.thin() ? y + 4 : y - 6,
            "width",
            Math.max(2, end - start),
            "height",
            span.thin() ? 5 : 12,
            "class",
            span.css())
        .text("title", span.said())
        .close("rect");
  }

  /** A diamond; a cross for what should have been done by now. */
  private void point(Point point, double y) {
    int x = (int) x(point.day());
    String shape =
        point.overdue()
            ? "M" + (x - 5) + " " + (int) (y - 5) + "l10 10m0-10l-10 10"
            : "M" + x + " " + (int) (y - 7) + "l7 7-7 7-7-7z";
    svg.open("path", "class", point.overdue() ? "gone" : "dot", "d", shape)
        .text("title", point.said())
        .close("path");
  }

  private double x(LocalDate day) {
    double whole = ChronoUnit.DAYS.between(from, to);
    return LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(from, day) / whole;
  }
}
