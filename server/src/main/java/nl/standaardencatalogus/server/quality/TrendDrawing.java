package nl.standaardencatalogus.server.quality;

import java.util.List;
import nl.standaardencatalogus.server.page.Svg;
import nl.standaardencatalogus.server.page.View;

/** Bars of how many findings there were at the end of each quarter, the heavy ones below. */
final class TrendDrawing {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 220;
  private static final int BASE = 180;
  private static final int TOP = 24;

  private TrendDrawing() {}

  /** A part of a bar: what fills it, and how many findings. */
  private record Part(String style, long count) {}

  static String of(View view, List<Trend.Point> points) {
    long most = points.stream().mapToLong(Trend.Point::all).max().orElse(1);
    double step = (double) WIDTH / points.size();
    Svg svg =
        new Svg()
            .open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "aria-labelledby",
                "trend-t trend-d",
                "class",
                "trend")
            .text("title", view.t("quality.trend"), "id", "trend-t")
            .text("desc", view.t("quality.trend.desc"), "id", "trend-d")
            .empty("line", "x1", 0, "x2", WIDTH, "y1", BASE, "y2", BASE, "class", "axis");
    for (int i = 0; i < points.size(); i++) {
      Trend.Point point = points.get(i);
      double left = i * step + step * 0.15;
      double y = BASE;
      for (Part part :
          List.of(
              new Part("q-violation", point.violations()),
              new Part("q-warning", point.warnings()),
              new Part("q-info", point.infos()))) {
        double height = (double) part.count() / Math.max(1, most) * (BASE - TOP);
        y -= height;
        svg.empty(
            "rect",
            "x",
            left,
            "y",
            y,
            "width",
            step * 0.7,
            "height",
            height,
            "class",
            part.style());
      }
      svg.text(
          "text",
          view.texts().number(point.all()),
          "x",
          left + step * 0.35,
          "y",
          y - 6,
          "text-anchor",
          "middle");
      svg.text(
          "text",
          point.day().getMonthValue() + "-" + point.day().getYear(),
          "x",
          left + step * 0.35,
          "y",
          BASE + 20,
          "text-anchor",
          "middle");
    }
    return svg.close("svg").toString();
  }
}
