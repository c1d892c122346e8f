package nl.standaardencatalogus.server.gemma;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;

/**
 * What GEMMA's words and those of ArchiMate are in the code lists and properties of the catalogue.
 */
final class Terms {
  private static final Map<String, Node> RELATIONS =
      Map.of(
          "Serving", SC.SERVES,
          "Aggregation", SC.AGGREGATES,
          "Association", SC.ASSOCIATED_WITH,
          "Realization", SC.REALISES,
          "Flow", SC.FLOWS_TO,
          "Composition", SC.COMPOSED_OF,
          "Specialization", SC.SPECIALISES,
          "Assignment", SC.ASSIGNED_TO);

  private static final Map<String, String> WORDS =
      Map.of(
          "appliesTo", "applied-on",
          "inGroup", "in-group",
          "associatedWith", "associated-with",
          "flowsTo", "flows-to",
          "composedOf", "composed-of",
          "assignedTo", "assigned-to");

  private final Map<String, Map<String, Node>> lists = new HashMap<>();

  Terms() {
    Graph words = Ontology.graph();
    words
        .find(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
        .forEach(
            it -> {
              Map<String, Node> list =
                  lists.computeIfAbsent(Iris.lastSegment(it.getObject()), none -> new HashMap<>());
              list.put(Iris.lastSegment(it.getSubject()), it.getSubject());
              words
                  .find(it.getSubject(), SKOS.prefLabel.asNode(), Node.ANY)
                  .forEach(
                      label ->
                          list.put(
                              key(label.getObject().getLiteralLexicalForm()), it.getSubject()));
            });
  }

  private static String key(String text) {
    return Iris.slugOf(text);
  }

  /** The concept of a code list that goes by a label in either language, however it is written. */
  Optional<Node> concept(String scheme, String text) {
    return Optional.ofNullable(text).map(it -> lists.getOrDefault(scheme, Map.of()).get(key(it)));
  }

  Optional<Node> elementType(String type) {
    return concept(CodeLists.ARCHIMATE_TYPE, hyphened(type));
  }

  Optional<Node> archimateRelation(String type) {
    return concept(CodeLists.ARCHIMATE_RELATIE, hyphened(type));
  }

  /**
   * What the catalogue says with a kind of relation between two things; empty for what it has not.
   */
  static Optional<Node> relation(String type) {
    return Optional.ofNullable(RELATIONS.get(type));
  }

  /** How the name of a relation's part begins, as in the curated facts. */
  static String word(Node relation) {
    String name = Iris.lastSegment(relation);
    return WORDS.getOrDefault(name, name);
  }

  /** The layer that a kind of ArchiMate element lies in; empty for those that lie in none. */
  Optional<Node> layer(String type) {
    String layer =
        type.startsWith("Business")
            ? "business"
            : type.startsWith("Application")
                ? "application"
                : type.equals("SystemSoftware")
                    ? "technology"
                    : type.equals("Principle") ? "motivation" : null;
    return concept(CodeLists.ARCHITECTUURLAAG, layer);
  }

  private static String hyphened(String camel) {
    return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
