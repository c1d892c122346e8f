package nl.standaardencatalogus.server.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * The shapes of the municipalities as SVG paths, worked out once: only their colours vary.
 *
 * @param shapes the outline of each municipality
 * @param height the height of the map, at a width of 400
 */
record Outlines(Map<Node, Shape> shapes, int height) {
  private static final Pattern RING = Pattern.compile("\\(([^()]+)\\)");
  private static final Pattern POSITION =
      Pattern.compile("\\s*(-?[0-9]{1,3}(?:\\.[0-9]+)?)\\s+(-?[0-9]{1,2}(?:\\.[0-9]+)?)\\s*");
  private static final double WIDTH = 400;

  /** The parallel at which the map keeps its proportions. */
  private static final double STRETCH = Math.cos(Math.toRadians(52.15));

  /** An outline that cannot be drawn is left out, so that one bad record spoils no map. */
  static Outlines of(Map<Node, String> all) {
    Map<Node, String> wkt = new HashMap<>(all);
    wkt.values().removeIf(text -> !canBeDrawn(text));
    double[] box = {180, 90, -180, -90};
    wkt.values().forEach(text -> eachPoint(text, (x, y) -> widen(box, x, y)));
    if (box[2] <= box[0]) {
      return new Outlines(Map.of(), 0);
    }
    double scale = WIDTH / ((box[2] - box[0]) * STRETCH);
    Map<Node, Shape> shapes = new HashMap<>();
    wkt.forEach((node, text) -> shapes.put(node, Shape.of(path(text, box, scale))));
    return new Outlines(shapes, (int) Math.ceil((box[3] - box[1]) * scale));
  }

  private static boolean canBeDrawn(String text) {
    Matcher ring = RING.matcher(text);
    int rings = 0;
    while (ring.find()) {
      rings++;
      for (String pair : ring.group(1).split(",", -1)) {
        if (!POSITION.matcher(pair).matches()) {
          return false;
        }
      }
    }
    return rings > 0;
  }

  private interface Point {
    void at(double x, double y);
  }

  private static void widen(double[] box, double x, double y) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }

  private static String path(String text, double[] box, double scale) {
    StringBuilder path = new StringBuilder();
    Matcher ring = RING.matcher(text);
    while (ring.find()) {
      char[] step = {'M'};
      eachPoint(
          "(" + ring.group(1) + ")",
          (x, y) -> {
            path.append(step[0])
                .append(decimal((x - box[0]) * STRETCH * scale))
                .append(' ')
                .append(decimal((box[3] - y) * scale));
            step[0] = 'L';
          });
      path.append('Z');
    }
    return path.toString();
  }

  private static void eachPoint(String text, Point point) {
    Matcher ring = RING.matcher(text);
    while (ring.find()) {
      for (String pair : ring.group(1).split(",")) {
        String[] numbers = pair.trim().split("\\s+");
        point.at(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
      }
    }
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
