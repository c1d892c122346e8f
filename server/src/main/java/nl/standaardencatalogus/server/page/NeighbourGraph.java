package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.Locale;

/**
 * A thing between what it rests on and what rests on it. Rounded boxes are standards, square ones
 * architecture elements; arrows follow the direction of the statement.
 */
final class NeighbourGraph {
  private static final int WIDTH = 1150;
  private static final int BOX = 300;
  private static final int HIGH = 30;
  private static final int GAP = 8;
  private static final int HEAD = 24;
  private static final int MOST = 6;
  private static final int HALF = 132;

  private final View view;
  private final Svg wires = new Svg();
  private final Svg boxes = new Svg();
  private double middle;

  /** Which way the arrows of a group point. */
  enum Direction {
    OUT,
    IN,
    NONE
  }

  /** A neighbour. */
  record Neighbour(String label, String href, boolean standard) {}

  /** Neighbours that are related in the same way. */
  record Group(String label, Direction direction, List<Neighbour> neighbours) {
    int shown() {
      return Math.min(MOST, neighbours.size());
    }

    double height() {
      return HEAD + shown() * (HIGH + GAP) + (neighbours.size() > MOST ? 22 : 0) + 10;
    }
  }

  private NeighbourGraph(View view) {
    this.view = view;
  }

  /** The drawing; null when there are no neighbours. */
  static String draw(View view, String name, String subtitle, List<Group> left, List<Group> right) {
    if (left.isEmpty() && right.isEmpty()) {
      return null;
    }
    return new NeighbourGraph(view).picture(name, subtitle, left, right);
  }

  private String picture(String name, String subtitle, List<Group> left, List<Group> right) {
    double height = Math.max(Math.max(height(left), height(right)), 60) + 8;
    middle = height / 2;
    column(left, 2, height, true);
    column(right, WIDTH - BOX - 2, height, false);
    centre(name, subtitle);
    Svg svg = new Svg();
    svg.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " " + (int) Math.ceil(height),
        "role",
        "group",
        "aria-labelledby",
        "rg-t");
    svg.text("title", view.t("graph.title", name), "id", "rg-t").open("defs");
    svg.open(
        "marker",
        "id",
        "arrow",
        "viewBox",
        "0 0 8 8",
        "refX",
        7,
        "refY",
        4,
        "markerWidth",
        7,
        "markerHeight",
        7,
        "orient",
        "auto-start-reverse");
    svg.empty("path", "class", "tip", "d", "M0 0l8 4-8 4z").close("marker").close("defs");
    return svg.add(wires).add(boxes).close("svg").toString();
  }

  private static double height(List<Group> groups) {
    return groups.stream().mapToDouble(Group::height).sum();
  }

  private void column(List<Group> groups, int x, double height, boolean left) {
    double y = (height - height(groups)) / 2;
    for (Group group : groups) {
      boxes.text("text", group.label(), "x", x, "y", y + 14, "class", "group");
      y += HEAD;
      for (Neighbour neighbour : group.neighbours().subList(0, group.shown())) {
        wire(group.direction(), x, y + HIGH / 2.0, left);
        box(neighbour, x, y);
        y += HIGH + GAP;
      }
      if (group.neighbours().size() > MOST) {
        boxes.text(
            "text",
            view.t("graph.more", group.neighbours().size() - MOST),
            "x",
            x,
            "y",
            y + 10,
            "class",
            "more");
        y += 22;
      }
      y += 10;
    }
  }

  private void wire(Direction direction, int x, double at, boolean left) {
    double outer = left ? x + BOX : x;
    double inner = WIDTH / 2.0 + (left ? -HALF : HALF);
    double bend = (outer + inner) / 2;
    String path =
        String.format(
            Locale.ROOT,
            "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f",
            inner,
            middle,
            bend,
            middle,
            bend,
            at,
            outer,
            at);
    String css =
        "wire" + (direction == Direction.OUT ? " out" : direction == Direction.IN ? " in" : "");
    wires.empty("path", "d", path, "class", css);
  }

  private void box(Neighbour neighbour, int x, double y) {
    if (neighbour.href() != null) {
      boxes.open("a", "href", neighbour.href());
    }
    boxes.empty(
        "rect",
        "x",
        x,
        "y",
        y,
        "width",
        BOX,
        "height",
        HIGH,
        "rx",
        neighbour.standard() ? 5 : 0,
        "class",
        neighbour.standard() ? "box" : "box component");
    boxes.open("text", "x", x + 10, "y", y + HIGH / 2.0 + 4.5, "class", "boxed");
    boxes.text("tspan", Svg.shortened(neighbour.label(), 36)).close("text");
    if (neighbour.href() != null) {
      boxes.close("a");
    }
  }

  private void centre(String name, String subtitle) {
    boxes.empty(
        "rect",
        "x",
        WIDTH / 2 - 130,
        "y",
        middle - 29,
        "width",
        260,
        "height",
        58,
        "rx",
        6,
        "class",
        "centre");
    boxes.text(
        "text", Svg.shortened(name, 25), "x", WIDTH / 2, "y", middle - 2, "class", "on strong");
    boxes.text(
        "text", Svg.shortened(subtitle, 34), "x", WIDTH / 2, "y", middle + 17, "class", "on");
  }
}
