package nl.standaardencatalogus.server.page;

import java.util.function.Function;

/** A map that tells something of each municipality; what it tells stands beside it in a table. */
final class Choropleth {
  /** A municipality on the map: the class of its colour, and what is so there. */
  record Area(String css, String text) {}

  private Choropleth() {}

  /** A map of the stage of each municipality; null where no outlines are known. */
  static String draw(View view, String id, Function<Municipality, Stage> stage) {
    return draw(
        view,
        id,
        view.t("map.title"),
        view.t("map.description"),
        municipality -> {
          Stage at = stage.apply(municipality);
          return new Area(at.css(), view.t(at.key()).toLowerCase(view.language().locale()));
        });
  }

  /** A map of anything; null where no outlines are known. */
  static String draw(
      View view, String id, String title, String description, Function<Municipality, Area> area) {
    Outlines outlines = view.overview().outlines();
    if (outlines.shapes().isEmpty()) {
      return null;
    }
    Svg svg =
        new Svg()
            .open(
                "svg",
                "viewBox",
                "-4 -4 408 " + (outlines.height() + 8),
                "role",
                "img",
                "aria-labelledby",
                id + "-t " + id + "-d")
            .text("title", title, "id", id + "-t")
            .text("desc", description, "id", id + "-d");
    for (Municipality municipality : view.overview().municipalities()) {
      Shape shape = outlines.shapes().get(municipality.node());
      if (shape != null) {
        Area at = area.apply(municipality);
        svg.open("path", "class", "muni " + at.css(), "d", shape.path())
            .text("title", municipality.name() + ": " + at.text())
            .close("path");
      }
    }
    return svg.close("svg").toString();
  }

  /** How many municipalities of the day have no outline; it is of today that outlines are known. */
  static int unmapped(View view) {
    Outlines outlines = view.overview().outlines();
    return (int)
        view.overview().municipalities().stream()
            .filter(it -> !outlines.shapes().containsKey(it.node()))
            .count();
  }
}
