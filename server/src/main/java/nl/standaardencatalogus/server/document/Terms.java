package nl.standaardencatalogus.server.document;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The classes and properties to ask with, for an editor that completes them: those of the ontology
 * with their labels, and those of other vocabularies that are in the data.
 */
final class Terms {
  private Terms() {}

  static String json(Graph words, Statistics counts) {
    Map<Node, String> kinds = new TreeMap<>(Comparator.comparing(Node::toString));
    counts.properties().keySet().forEach(property -> kinds.put(property, "property"));
    counts.classes().keySet().forEach(type -> kinds.put(type, "class"));
    Map.of(
            OWL2.Class.asNode(), "class",
            OWL2.ObjectProperty.asNode(), "property",
            OWL2.DatatypeProperty.asNode(), "property",
            OWL2.AnnotationProperty.asNode(), "property",
            RDF.Property.asNode(), "property")
        .forEach(
            (type, kind) ->
                words.stream(Node.ANY, RDF.type.asNode(), type)
                    .map(Triple::getSubject)
                    .forEach(term -> kinds.put(term, kind)));
    JsonArray terms = new JsonArray();
    kinds.forEach((term, kind) -> name(term).ifPresent(n -> terms.add(term(words, term, n, kind))));
    return terms.toString();
  }

  private static JsonObject term(Graph words, Node term, String name, String kind) {
    return JSON.buildObject(
        object -> {
          object.pair("name", name).pair("iri", term.getURI()).pair("kind", kind);
          label(words, term, object::pair);
        });
  }

  private static void label(Graph words, Node term, BiConsumer<String, String> label) {
    words.stream(term, RDFS.label.asNode(), Node.ANY)
        .map(Triple::getObject)
        .forEach(l -> label.accept(l.getLiteralLanguage(), l.getLiteralLexicalForm()));
  }

  /** The prefixed name; empty for what has no prefix here. */
  private static Optional<String> name(Node term) {
    String iri = term.getURI();
    return Vocabularies.prefixes().entrySet().stream()
        .filter(prefix -> iri.startsWith(prefix.getValue()))
        .filter(prefix -> iri.substring(prefix.getValue().length()).matches("[\\w-]+"))
        .map(prefix -> prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
        .findFirst();
  }
}
