package nl.standaardencatalogus.server.document;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/**
 * The one context that all JSON-LD of the catalogue refers to. Terms of the ontology go by their
 * own names, those of other vocabularies by their prefixed ones; what is always an IRI, a date or a
 * text in a language is written plainly.
 */
final class JsonLdContext {
  /** Where it is published. */
  static final String PATH = "/def/context.jsonld";

  private static final String TEXT = "@container @language";
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("dct:title", TEXT),
          Map.entry("dct:description", TEXT),
          Map.entry("skos:prefLabel", TEXT),
          Map.entry("skos:definition", TEXT),
          Map.entry("rdfs:label", TEXT),
          Map.entry("rdfs:comment", TEXT),
          Map.entry("dct:isReplacedBy", "@id"),
          Map.entry("dct:replaces", "@id"),
          Map.entry("dct:isVersionOf", "@id"),
          Map.entry("dct:publisher", "@id"),
          Map.entry("dct:license", "@id"),
          Map.entry("dct:isPartOf", "@id"),
          Map.entry("dct:modified", "xsd:dateTime"),
          Map.entry("dct:issued", "xsd:date"),
          Map.entry("dcat:landingPage", "@id"),
          Map.entry("dcat:inSeries", "@id"),
          Map.entry("dcat:previousVersion", "@id"),
          Map.entry("foaf:page", "@id"),
          Map.entry("foaf:homepage", "@id"),
          Map.entry("foaf:primaryTopic", "@id"),
          Map.entry("prov:generatedAtTime", "xsd:dateTime"),
          Map.entry("prov:endedAtTime", "xsd:dateTime"),
          Map.entry("prov:wasAttributedTo", "@id"),
          Map.entry("prov:wasGeneratedBy", "@id"),
          Map.entry("prov:wasRevisionOf", "@id"),
          Map.entry("prov:specializationOf", "@id"),
          Map.entry("prov:generated", "@id"),
          Map.entry("rdfs:isDefinedBy", "@id"),
          Map.entry("rdfs:seeAlso", "@id"),
          Map.entry("rdfs:subClassOf", "@id"),
          Map.entry("rdfs:subPropertyOf", "@id"),
          Map.entry("rdfs:domain", "@id"),
          Map.entry("rdfs:range", "@id"),
          Map.entry("skos:inScheme", "@id"),
          Map.entry("skos:topConceptOf", "@id"),
          Map.entry("skos:broader", "@id"),
          Map.entry("skos:exactMatch", "@id"),
          Map.entry("skos:closeMatch", "@id"));

  private final JsonObject document;

  private JsonLdContext(JsonObject document) {
    this.document = document;
  }

  static JsonLdContext of(Graph words) {
    JsonObjectBuilder terms = Json.createObjectBuilder().add("@version", 1.1);
    Vocabularies.prefixes().forEach(terms::add);
    words(words, OWL2.Class.asNode()).forEach(c -> terms.add(Iris.lastSegment(c), name(c)));
    words(words, OWL2.ObjectProperty.asNode())
        .forEach(property -> terms.add(Iris.lastSegment(property), term(name(property), "@id")));
    words(words, OWL2.DatatypeProperty.asNode())
        .forEach(
            property ->
                terms.add(
                    Iris.lastSegment(property), term(name(property), values(words, property))));
    OTHERS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(other -> terms.add(other.getKey(), term(other.getKey(), other.getValue())));
    return new JsonLdContext(Json.createObjectBuilder().add("@context", terms).build());
  }

  /** The context as it is published. */
  JsonObject document() {
    return document;
  }

  private static List<Node> words(Graph words, Node type) {
    return words.stream(Node.ANY, RDF.type.asNode(), type)
        .map(Triple::getSubject)
        .filter(word -> word.isURI() && word.getURI().startsWith(SC.NS))
        .sorted(Comparator.comparing(Node::getURI))
        .toList();
  }

  private static String name(Node word) {
    return "sc:" + Iris.lastSegment(word);
  }

  /** How values of a property are written; empty for plain texts. */
  private static String values(Graph words, Node property) {
    List<Node> ranges =
        words.stream(property, RDFS.range.asNode(), Node.ANY).map(Triple::getObject).toList();
    if (ranges.size() != 1 || ranges.get(0).equals(XSD.xstring.asNode())) {
      return "";
    }
    String range = ranges.get(0).getURI();
    if (ranges.get(0).equals(RDF.langString.asNode())) {
      return TEXT;
    }
    return range.startsWith(XSD.NS) ? "xsd:" + range.substring(XSD.NS.length()) : "";
  }

  private static JsonObject term(String iri, String values) {
    String[] prefixed = iri.split(":", 2);
    JsonObjectBuilder term =
        Json.createObjectBuilder()
            .add("@id", Vocabularies.prefixes().get(prefixed[0]) + prefixed[1]);
    if (values.equals(TEXT)) {
      term.add("@container", "@language");
    } else if (!values.isEmpty()) {
      term.add("@type", values);
    }
    return term.build();
  }
}
