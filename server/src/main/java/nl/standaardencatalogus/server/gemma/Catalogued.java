package nl.standaardencatalogus.server.gemma;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.archimate.Identifier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What the catalogue says now of what a release is about.
 *
 * @param byObjectId what GEMMA has or had
 * @param byIdentifier everything, by the identifiers that the catalogue's own models give it
 * @param relations by their nodes
 * @param bound the titles of the decisions that bind each standard, by itself
 */
record Catalogued(
    Map<String, Thing> byObjectId,
    Map<String, Thing> byIdentifier,
    Map<Node, Relation> relations,
    Map<Node, List<String>> bound) {
  /** What a thing is to the catalogue. */
  enum Kind {
    ELEMENT,
    STANDARD,
    VERSION
  }

  private static final Map<Node, Kind> KINDS =
      Map.of(
          SC.ARCHITECTURE_ELEMENT_CLASS, Kind.ELEMENT,
          SC.STANDARD_CLASS, Kind.STANDARD,
          SC.STANDARD_VERSION_CLASS, Kind.VERSION);

  /**
   * An element, a standard or a version.
   *
   * @param objectId null when GEMMA never had it
   * @param until the last day on which GEMMA had it; null while it does
   * @param status where it is in its life according to GEMMA; null when that is not said
   */
  record Thing(
      Node node,
      Kind kind,
      String objectId,
      String until,
      String title,
      Node type,
      Node gemmaType,
      String bbn,
      String label,
      Node standard,
      Node status) {
    boolean living() {
      return objectId != null && until == null;
    }
  }

  /**
   * A relation.
   *
   * @param archimate the kind of ArchiMate relation; null for what GEMMA does not say
   */
  record Relation(
      Node node, Node from, Node to, Node type, Node archimate, Node qualifier, String label) {
    Key key() {
      return new Key(from, type, to);
    }
  }

  /** What makes two relations the same to the catalogue. */
  record Key(Node from, Node type, Node to) {}

  static Catalogued of(Graph state, Questions questions) {
    Map<String, Thing> byObjectId = new HashMap<>();
    Map<String, Thing> byIdentifier = new LinkedHashMap<>();
    for (Row row : questions.select("gemma/things", state)) {
      Thing thing =
          new Thing(
              row.get("thing"),
              KINDS.get(row.get("class")),
              row.text("gemma"),
              row.text("until"),
              row.text("title"),
              row.get("type"),
              row.get("gemmaType"),
              row.text("bbn"),
              row.text("label"),
              row.get("standard"),
              row.get("status"));
      byIdentifier.putIfAbsent(Identifier.of(thing.node().getURI()), thing);
      if (thing.objectId() != null) {
        byObjectId.putIfAbsent(thing.objectId(), thing);
      }
    }
    Map<Node, Relation> relations = new LinkedHashMap<>();
    for (Row row : questions.select("archimate/relations", state)) {
      relations.putIfAbsent(
          row.get("relation"),
          new Relation(
              row.get("relation"),
              row.get("from"),
              row.get("to"),
              row.get("type"),
              row.get("archimate"),
              row.get("qualifier"),
              row.text("label")));
    }
    Map<Node, List<String>> bound = new HashMap<>();
    for (Row row : questions.select("gemma/decisions", state)) {
      bound.merge(
          row.get("standard"),
          List.of(row.text("title")),
          (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return new Catalogued(byObjectId, byIdentifier, relations, bound);
  }
}
