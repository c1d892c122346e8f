package nl.standaardencatalogus.server.archimate;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Relations;
import nl.standaardencatalogus.server.page.Slugs;
import org.apache.jena.graph.Node;

/**
 * What becomes a relation of a model.
 *
 * @param iri what it is recorded as, or where that is in no record, what it follows from
 * @param type the kind of ArchiMate relation
 * @param said what the catalogue says with it, where the kind alone does not tell; else null
 * @param qualifier how heavily it binds; null where that is not said
 * @param label what it is called where it was read; null for nothing
 */
record Relation(
    String iri, String type, Node from, Node to, Node said, Node qualifier, String label) {
  private static final String LOOSE = "Association";
  private static final Set<String> TYPES =
      Set.of(
          "Aggregation",
          "Assignment",
          LOOSE,
          "Composition",
          "Flow",
          "Realization",
          "Serving",
          "Specialization");

  /** What ArchiMate draws the other way: the component realises the standard. */
  private static final Set<String> TURNED = Set.of("appliesTo", "isPartOf");

  static Relation of(Row row) {
    String said = Slugs.of(row.get("type"));
    boolean turned = TURNED.contains(said);
    String type =
        row.has("archimate") ? camel(Slugs.of(row.get("archimate"))) : typeWithoutModel(said);
    boolean plain = !TYPES.contains(type) || type.equals(LOOSE);
    return new Relation(
        row.text("relation"),
        plain ? LOOSE : type,
        row.get(turned ? "to" : "from"),
        row.get(turned ? "from" : "to"),
        plain && !said.equals("associatedWith") ? row.get("type") : null,
        row.get("qualifier"),
        row.text("label"));
  }

  /** What a record says itself, under a name of its own. */
  static Relation ofDirect(Row row) {
    String said = Slugs.of(row.get("type"));
    boolean turned = TURNED.contains(said);
    String type = typeWithoutModel(said);
    return new Relation(
        row.text("from") + "#" + said + "-" + Slugs.of(row.get("to")),
        type,
        row.get(turned ? "to" : "from"),
        row.get(turned ? "from" : "to"),
        type.equals(LOOSE) ? row.get("type") : null,
        null,
        null);
  }

  /** A version is a special case of its standard, as in GEMMA. */
  static Relation ofVersion(Thing version) {
    return new Relation(
        version.node().getURI() + "#specialisatie",
        "Specialization",
        version.node(),
        version.standard(),
        null,
        null,
        null);
  }

  private static String typeWithoutModel(String said) {
    return switch (said) {
      case "appliesTo" -> "Realization";
      case "isPartOf" -> "Aggregation";
      default -> LOOSE;
    };
  }

  /** The name of a code as the schema spells it. */
  static String camel(String slug) {
    return Arrays.stream(slug.split("-"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase() + part.substring(1))
        .collect(Collectors.joining());
  }

  /** Whether it is an association with a direction, which tools draw only when told. */
  boolean directed() {
    return said != null && !Relations.SYMMETRIC.contains(Slugs.of(said));
  }

  String id() {
    return Identifier.of(iri);
  }
}
