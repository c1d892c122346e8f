package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** municipalities.geojson: the outline of each municipality, as well-known text. */
final class Outlines {
  private static final String CRS84 = "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> ";
  private static final String SOURCE =
      "CBS / Kadaster, via PDOK (2025); simplified by cartomap to about 0.001 degree";

  private final TurtleFile file =
      new TurtleFile("outlines.ttl", "Outlines of the municipalities, for a map of the country.");
  private final TurtleFile municipalities;
  private final Unplaced unplaced;

  Outlines(TurtleFile municipalities, Unplaced unplaced) {
    this.municipalities = municipalities;
    this.unplaced = unplaced;
  }

  TurtleFile file() {
    return file;
  }

  void read(JsonObject collection) {
    for (JsonValue feature : in(collection, "features").getAsArray()) {
      outline(feature.getAsObject());
    }
  }

  private void outline(JsonObject feature) {
    JsonObject geometry = in(feature, "geometry").getAsObject();
    String code = in(feature, "id").getAsString().value();
    Node iri = Iris.municipality(code);
    if (!municipalities.describes(iri)) {
      unplaced.report("municipalities.geojson", "no municipality lives with the code " + code);
      return;
    }
    file.record(iri)
        .part(SC.GEOMETRY, "omtrek")
        .a(Terms.GEO_GEOMETRY)
        .add(Terms.GEO_AS_WKT, literal(wellKnownText(geometry)))
        .text(SC.SOURCE_TEXT, SOURCE);
  }

  static String wellKnownText(JsonObject geometry) {
    String type = in(geometry, "type").getAsString().value();
    JsonArray coordinates = in(geometry, "coordinates").getAsArray();
    return switch (type) {
      case "Polygon" -> "POLYGON " + nested(coordinates, 2);
      case "MultiPolygon" -> "MULTIPOLYGON " + nested(coordinates, 3);
      default -> throw new IllegalArgumentException("No outline can be made of a " + type);
    };
  }

  /** Lists within lists down to a position, which is two numbers without brackets. */
  private static String nested(JsonArray values, int depth) {
    return depth == 0
        ? number(values.get(0)) + " " + number(values.get(1))
        : values.stream()
            .map(value -> nested(value.getAsArray(), depth - 1))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String number(JsonValue value) {
    if (!value.isNumber()) {
      throw new IllegalArgumentException("a position is made of numbers, not of " + value);
    }
    return value.toString();
  }

  private static JsonValue in(JsonObject object, String key) {
    JsonValue value = object.get(key);
    if (value == null) {
      throw new IllegalArgumentException("there is no \"" + key + "\" where it is expected");
    }
    return value;
  }

  private static Node literal(String wellKnownText) {
    return NodeFactory.createLiteralDT(
        CRS84 + wellKnownText, TypeMapper.getInstance().getSafeTypeByName(Terms.WKT_LITERAL));
  }
}
