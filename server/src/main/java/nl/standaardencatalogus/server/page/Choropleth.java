package nl.standaardencatalogus.server.page;

import java.util.function.Function;

/** A map that tells the stage of each municipality; its table and list stand beside it. */
final class Choropleth {
  private Choropleth() {}

  static String draw(View view, String id, Function<Municipality, Stage> stage) {
    Outlines outlines = view.overview().outlines();
    if (outlines.paths().isEmpty()) {
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
            .text("title", view.t("map.title"), "id", id + "-t")
            .text("desc", view.t("map.description"), "id", id + "-d");
    for (Municipality municipality : view.overview().municipalities()) {
      String path = outlines.paths().get(municipality.node());
      if (path != null) {
        Stage at = stage.apply(municipality);
        svg.open("path", "class", "muni " + at.css(), "d", path)
            .text(
                "title",
                municipality.name() + ": " + view.t(at.key()).toLowerCase(view.language().locale()))
            .close("path");
      }
    }
    return svg.close("svg").toString();
  }
}
