package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Classes as boxes, what leads from one to another as arrows. Each box lists its arrows, so that
 * none has to be followed to know where it goes. Columns run from what refers to what is referred
 * to.
 */
final class ClassDiagram {
  private static final int BOX = 264;
  private static final int GAP = 54;
  private static final int ROW = 20;
  private static final int HEAD = 30;
  private static final int BELOW = 18;
  private static final int SWEEPS = 6;
  private static final int LONGEST = 34;

  private final Map<String, Box> boxes;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, Double> tops = new HashMap<>();
  private final Svg wires = new Svg();
  private final Svg drawn = new Svg();

  /**
   * A class.
   *
   * @param own whether it is of this ontology
   */
  record Box(String name, String label, String href, boolean own, List<Arrow> arrows) {
    double height() {
      return HEAD + arrows.size() * ROW + (arrows.isEmpty() ? 0 : 8);
    }
  }

  /** What leads to another class. */
  record Arrow(String label, String to, boolean derived) {}

  private ClassDiagram(List<Box> boxes) {
    this.boxes = new LinkedHashMap<>();
    boxes.forEach(box -> this.boxes.put(box.name(), box));
  }

  /** The drawing, under a title. */
  static String draw(String title, List<Box> boxes) {
    return new ClassDiagram(boxes).picture(title);
  }

  private String picture(String title) {
    boxes.keySet().forEach(name -> columnOf(name, new HashSet<>()));
    Map<Integer, List<String>> placed = new TreeMap<>();
    boxes.keySet().forEach(n -> placed.computeIfAbsent(columnOf(n), c -> new ArrayList<>()).add(n));
    double height = placed.values().stream().mapToDouble(this::height).max().orElse(0);
    arrange(placed, height);
    placed.values().forEach(names -> names.forEach(this::draw));
    int width = placed.size() * (BOX + GAP) - GAP + 4;
    Svg whole = new Svg();
    whole.open(
        "svg",
        "viewBox",
        "0 0 " + width + " " + (int) Math.ceil(height),
        "role",
        "group",
        "class",
        "classes",
        "aria-labelledby",
        "cd-t");
    whole.text("title", title, "id", "cd-t").open("defs");
    whole.open(
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
    whole.empty("path", "class", "tip", "d", "M0 0l8 4-8 4z").close("marker").close("defs");
    return whole.add(wires).add(drawn).close("svg").toString();
  }

  private int columnOf(String name) {
    return columns.get(name);
  }

  /**
   * One further than the furthest that refers to it; what refers back to where it came from is left
   * out of that.
   */
  private int columnOf(String name, Set<String> way) {
    Integer known = columns.get(name);
    if (known != null) {
      return known;
    }
    way.add(name);
    int column = 0;
    for (Box other : boxes.values()) {
      boolean refers = other.arrows().stream().anyMatch(a -> a.to().equals(name));
      if (refers && !way.contains(other.name())) {
        column = Math.max(column, columnOf(other.name(), way) + 1);
      }
    }
    way.remove(name);
    columns.put(name, column);
    return column;
  }

  private double height(List<String> names) {
    return names.stream().mapToDouble(n -> boxes.get(n).height() + BELOW).sum();
  }

  /** Puts each class near what it is connected to. */
  private void arrange(Map<Integer, List<String>> placed, double height) {
    placed.values().forEach(names -> stack(names, height));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (List<String> names : placed.values()) {
        Map<String, Double> wanted = new HashMap<>();
        names.forEach(n -> wanted.put(n, neighbours(n)));
        names.sort(Comparator.comparing(wanted::get));
        stack(names, height);
      }
    }
  }

  private double neighbours(String name) {
    List<Double> middles = new ArrayList<>();
    for (Box box : boxes.values()) {
      for (Arrow arrow : box.arrows()) {
        if (arrow.to().equals(name)) {
          middles.add(middle(box.name()));
        } else if (box.name().equals(name)) {
          middles.add(middle(arrow.to()));
        }
      }
    }
    return middles.stream().mapToDouble(m -> m).average().orElse(middle(name));
  }

  private double middle(String name) {
    return tops.get(name) + boxes.get(name).height() / 2;
  }

  private void stack(List<String> names, double height) {
    double free = (height - height(names)) / (names.size() + 1);
    double y = free;
    for (String name : names) {
      tops.put(name, y);
      y += boxes.get(name).height() + BELOW + free;
    }
  }

  private double left(String name) {
    return 2 + columnOf(name) * (double) (BOX + GAP);
  }

  private void draw(String name) {
    Box box = boxes.get(name);
    double x = left(name);
    double y = tops.get(name);
    drawn.empty(
        "rect", "x", x, "y", y, "width", (double) BOX, "height", box.height(), "class", "box");
    drawn.open("a", "href", box.href());
    drawn.empty(
        "rect",
        "x",
        x,
        "y",
        y,
        "width",
        (double) BOX,
        "height",
        (double) HEAD,
        "class",
        box.own() ? "centre" : "box component");
    drawn.text(
        "text",
        Svg.shortened(box.label(), LONGEST),
        "x",
        x + 10,
        "y",
        y + HEAD / 2.0 + 5,
        "class",
        box.own() ? "name on" : "name");
    drawn.close("a");
    double at = y + HEAD + 4;
    for (Arrow arrow : box.arrows()) {
      String text = arrow.label() + " → " + boxes.get(arrow.to()).label();
      drawn.text(
          "text",
          Svg.shortened(text, LONGEST),
          "x",
          x + 10,
          "y",
          at + 14,
          "class",
          arrow.derived() ? "boxed derived" : "boxed");
      if (!arrow.to().equals(name)) {
        wire(x, at + ROW / 2.0, arrow);
      }
      at += ROW;
    }
  }

  private void wire(double x, double y, Arrow arrow) {
    double start = x + BOX;
    boolean onward = left(arrow.to()) > x;
    double end = onward ? left(arrow.to()) : left(arrow.to()) + BOX;
    double to = tops.get(arrow.to()) + HEAD / 2.0;
    double bend = onward ? Math.min((end - start) / 2, GAP) : -GAP / 1.5;
    String path =
        String.format(
            Locale.ROOT,
            "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f",
            start,
            y,
            start + Math.abs(bend),
            y,
            end - bend,
            to,
            end,
            to);
    wires.empty("path", "d", path, "class", arrow.derived() ? "wire out derived" : "wire out");
  }
}
