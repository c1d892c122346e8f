package nl.standaardencatalogus.server.archimate;

import java.util.List;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.Stated;
import nl.standaardencatalogus.server.page.VersionLife;
import org.apache.jena.graph.Node;

/**
 * What becomes an element of a model: an architecture element, a standard or a version of one.
 *
 * @param titles at least one, each in its language
 * @param gemma what GEMMA knows it by, its Object ID; null where GEMMA does not have it
 * @param type the kind of ArchiMate element
 * @param gemmaType the kind that GEMMA calls it; null where it does not
 * @param standard what a version is a version of; else null
 * @param label what a version is called by its number; else empty
 * @param issued null when not known
 * @param end null when not known
 * @param statuses what holds on the day
 */
record Thing(
    Node node,
    Sort sort,
    List<Node> titles,
    List<Node> descriptions,
    String gemma,
    String type,
    Node gemmaType,
    Node standard,
    String label,
    String issued,
    String end,
    List<Stated> statuses) {
  /** What it is in the catalogue, in the order that files have. */
  enum Sort {
    ELEMENT,
    STANDARD,
    VERSION
  }

  /** Where it is in its life on a day, by who speaks of that. */
  VersionLife life(String day) {
    return VersionLife.of(
        statuses.stream().filter(this::tellsLife).map(it -> Slugs.of(it.value())).toList(),
        label,
        issued,
        end,
        day);
  }

  Shade shade(String day) {
    return Shade.of(life(day), statuses.stream().anyMatch(this::tellsLife));
  }

  /** A list can drop a version, which is then over; a standard goes on without the list. */
  private boolean tellsLife(Stated stated) {
    return sort == Sort.VERSION || stated.on("levensfase");
  }

  /** The first title, by which things are put in order. */
  String title() {
    return titles.get(0).getLiteralLexicalForm();
  }

  Layer layer() {
    return Layer.of(type);
  }

  String id() {
    return Identifier.of(node.getURI());
  }
}
