package nl.standaardencatalogus.server.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outline of a municipality on the map.
 *
 * @param path as SVG writes it
 * @param box where it lies
 */
record Shape(String path, Box box) {
  private static final Pattern POINT = Pattern.compile("(-?[0-9.]+) (-?[0-9.]+)");

  static Shape of(String path) {
    return new Shape(path, Box.around(path));
  }

  /** The rectangle that a shape lies in. */
  record Box(double left, double top, double right, double bottom) {
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
