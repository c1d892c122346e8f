package nl.standaardencatalogus.server.page;

import java.util.Map;
import org.apache.jena.graph.Node;

/** A municipality among its neighbours, cut out of the map. */
final class Outline {
  private static final double MARGIN = 0.6;

  private Outline() {}

  /** The drawing; null where the outline is not known. */
  static String draw(View view, Node municipality) {
    Map<Node, Shape> shapes = view.overview().outlines().shapes();
    Shape own = shapes.get(municipality);
    if (own == null) {
      return null;
    }
    Shape.Box box = own.box().wider(MARGIN);
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
      Shape shape = shapes.get(other.node());
      if (shape != null && shape.box().meets(box)) {
        String css = other.node().equals(municipality) ? "muni own" : "muni f-none";
        svg.open("path", "class", css, "d", shape.path()).text("title", other.name()).close("path");
      }
    }
    return svg.close("svg").toString();
  }
}
