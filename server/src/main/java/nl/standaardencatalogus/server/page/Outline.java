package nl.standaardencatalogus.server.page;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/** A municipality among its neighbours, cut out of the map. */
final class Outline {
  private static final Pattern POINT = Pattern.compile("(-?[0-9.]+) (-?[0-9.]+)");
  private static final double MARGIN = 0.6;

  private Outline() {}

  /** The drawing; null where the outline is not known. */
  static String draw(View view, Node municipality) {
    Map<Node, String> paths = view.overview().outlines().paths();
    String own = paths.get(municipality);
    if (own == null) {
      return null;
    }
    Box box = Box.around(own).wider(MARGIN);
    Svg svg =
        new Svg()
            .open(
                "svg",
                "class",
                "outline",
                "viewBox",
                box.viewBox(),
                "role",
                "img",
                "aria-labelledby",
                "outline-t")
            .text("title", view.t("outline.title", view.name(municipality)), "id", "outline-t");
    for (Municipality other : view.overview().municipalities()) {
      String path = paths.get(other.node());
      if (path != null && Box.around(path).meets(box)) {
        String css = other.node().equals(municipality) ? "muni own" : "muni f-none";
        svg.open("path", "class", css, "d", path).text("title", other.name()).close("path");
      }
    }
    return svg.close("svg").toString();
  }

  /** The square that a shape lies in. */
  private record Box(double left, double top, double right, double bottom) {
    static Box around(String path) {
      Box box = new Box(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE);
      Matcher point = POINT.matcher(path);
      while (point.find()) {
        double x = Double.parseDouble(point.group(1));
        double y = Double.parseDouble(point.group(2));
        box =
            new Box(
                Math.min(box.left, x),
                Math.min(box.top, y),
                Math.max(box.right, x),
                Math.max(box.bottom, y));
      }
      return box;
    }

    Box wider(double part) {
      double half = Math.max(right - left, bottom - top) * (0.5 + part);
      double x = (left + right) / 2;
      double y = (top + bottom) / 2;
      return new Box(x - half, y - half, x + half, y + half);
    }

    boolean meets(Box other) {
      return left < other.right && right > other.left && top < other.bottom && bottom > other.top;
    }

    String viewBox() {
      return String.format(
          Locale.ROOT, "%.1f %.1f %.1f %.1f", left, top, right - left, bottom - top);
    }
  }
}
