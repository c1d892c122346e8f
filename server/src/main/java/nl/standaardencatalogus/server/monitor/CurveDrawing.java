package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.page.Svg;
import nl.standaardencatalogus.server.page.View;

/** The curve of how many of a hundred municipalities use a standard, and what is expected of it. */
final class CurveDrawing {
  private static final int WIDTH = 760;
  private static final int LEFT = 52;
  private static final int RIGHT = 706;
  private static final int TOP = 16;
  private static final int BASE = 260;
  private static final int SMALL_WIDTH = 120;
  private static final int SMALL_HEIGHT = 28;

  private final LocalDate first;
  private final LocalDate last;

  private CurveDrawing(LocalDate first, LocalDate last) {
    this.first = first;
    this.last = last;
  }

  static String of(
      View view, String name, Outlook outlook, int[] using, Optional<Forecast> forecast) {
    LocalDate end =
        forecast.map(it -> it.points().get(it.points().size() - 1).day()).orElse(outlook.day());
    return new CurveDrawing(outlook.days().get(0), end).draw(view, name, outlook, using, forecast);
  }

  /** The curve alone, for beside figures that say the same. */
  static String small(Outlook outlook, int[] using) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < using.length; i++) {
      double x = 2 + (double) (SMALL_WIDTH - 4) * i / (using.length - 1);
      double y = SMALL_HEIGHT - 2 - (SMALL_HEIGHT - 4) * part(using[i], outlook.all()[i]);
      points.append(point(x, y)).append(' ');
    }
    return new Svg()
        .open(
            "svg",
            "viewBox",
            "0 0 " + SMALL_WIDTH + " " + SMALL_HEIGHT,
            "aria-hidden",
            "true",
            "focusable",
            "false",
            "class",
            "spark")
        .empty("polyline", "points", points.toString().trim(), "class", "curve")
        .close("svg")
        .toString();
  }

  private String draw(
      View view, String name, Outlook outlook, int[] using, Optional<Forecast> forecast) {
    Svg svg =
        new Svg()
            .open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " 300",
                "role",
                "img",
                "aria-labelledby",
                "curve-t curve-d")
            .text("title", view.t("curve.title", name), "id", "curve-t")
            .text("desc", view.t("curve.desc"), "id", "curve-d");
    axes(svg);
    forecast.ifPresent(it -> ahead(svg, it, outlook.width().orElseThrow()));
    List<String> points = new ArrayList<>();
    for (int i = 0; i < using.length; i++) {
      points.add(point(x(outlook.days().get(i)), y(part(using[i], outlook.all()[i]))));
    }
    svg.empty("polyline", "points", String.join(" ", points), "class", "curve");
    double now = x(outlook.day());
    svg.empty("line", "x1", now, "x2", now, "y1", TOP, "y2", BASE, "class", "mark");
    svg.text("text", view.t("curve.now"), "x", now - 6, "y", TOP + 12, "class", "note end");
    return svg.close("svg").toString();
  }

  private void axes(Svg svg) {
    for (int percent = 0; percent <= 100; percent += 25) {
      double y = y(percent / 100.0);
      svg.empty("line", "x1", LEFT, "x2", RIGHT, "y1", y, "y2", y, "class", "rule");
      svg.text("text", percent + "%", "x", LEFT - 8, "y", y + 5, "class", "note end");
      // On a phone one end is in sight at a time.
      svg.text("text", percent + "%", "x", RIGHT + 8, "y", y + 5, "class", "note");
    }
    for (int year = first.getYear() + 1; year <= last.getYear(); year++) {
      double x = x(LocalDate.of(year, 1, 1));
      svg.empty("line", "x1", x, "x2", x, "y1", BASE, "y2", BASE + 6, "class", "rule");
      svg.text("text", String.valueOf(year), "x", x, "y", BASE + 22, "class", "year");
    }
  }

  private void ahead(Svg svg, Forecast forecast, double width) {
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    List<String> middle = new ArrayList<>();
    String start = point(x(forecast.day()), y(part(forecast.using(), forecast.all())));
    above.add(start);
    middle.add(start);
    for (Forecast.Point point : forecast.points()) {
      double x = x(point.day());
      above.add(point(x, y(part(forecast.high(point, width), forecast.all()))));
      below.add(point(x, y(part(forecast.low(point, width), forecast.all()))));
      middle.add(point(x, y(part(point.mean(), forecast.all()))));
    }
    Collections.reverse(below);
    String band =
        List.of(above, below).stream().flatMap(List::stream).collect(Collectors.joining(" "));
    svg.empty("polygon", "points", band, "class", "band");
    svg.empty("polyline", "points", String.join(" ", middle), "class", "curve expected");
  }

  private static double part(double using, int all) {
    return using / Math.max(1, all);
  }

  private double x(LocalDate day) {
    double whole = ChronoUnit.DAYS.between(first, last);
    return LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(first, day) / whole;
  }

  private static double y(double part) {
    return BASE - (BASE - TOP) * part;
  }

  private static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
  }
}
