package nl.standaardencatalogus.server.document;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * text in a language is written plainly. What every reader of JSON looks for has a name without a
 * sign before it: {@code id} and {@code type}.
 */
final class JsonLdContext {
  /** Where it is published. */
  static final String PATH = "/def/context.jsonld";

  private static final String TEXT = "@container @language";

  /** What is a text in a language, wherever the catalogue uses it. */
  private static final List<String> TEXTS =
      List.of(
          "dct:description",
          "dct:title",
          "rdfs:comment",
          "rdfs:label",
          "skos:definition",
          "skos:prefLabel");

  /** What leads to another thing. */
  private static final List<String> LINKS =
      List.of(
          "adms:identifier",
          "dcat:accessURL",
          "dcat:distribution",
          "dcat:inSeries",
          "dcat:landingPage",
          "dcat:previousVersion",
          "dcat:theme",
          "dct:isPartOf",
          "dct:isReplacedBy",
          "dct:isVersionOf",
          "dct:license",
          "dct:publisher",
          "dct:replaces",
          "dct:source",
          "foaf:homepage",
          "foaf:page",
          "foaf:primaryTopic",
          "org:member",
          "org:originalOrganization",
          "org:resultingOrganization",
          "prov:generated",
          "prov:specializationOf",
          "prov:wasAttributedTo",
          "prov:wasDerivedFrom",
          "prov:wasGeneratedBy",
          "prov:wasRevisionOf",
          "rdfs:domain",
          "rdfs:isDefinedBy",
          "rdfs:range",
          "rdfs:seeAlso",
          "rdfs:subClassOf",
          "rdfs:subPropertyOf",
          "skos:broadMatch",
          "skos:closeMatch",
          "skos:hasTopConcept",
          "skos:inScheme",
          "skos:relatedMatch",
          "skos:topConceptOf");

  /** A list of the API is a collection with members, for who reads it as linked data. */
  private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

  private static final Map<String, String> DATES =
      Map.of(
          "as:deleted", "xsd:dateTime",
          "dct:issued", "xsd:date",
          "dct:modified", "xsd:dateTime",
          "prov:endedAtTime", "xsd:dateTime",
          "prov:generatedAtTime", "xsd:dateTime");

  private final JsonObject document;

  private JsonLdContext(JsonObject document) {
    this.document = document;
  }

  static JsonLdContext of(Graph words) {
    JsonObjectBuilder terms = Json.createObjectBuilder().add("@version", 1.1);
    terms.add("id", "@id").add("type", "@type");
    Vocabularies.prefixes().forEach(terms::add);
    words(words, OWL2.Class.asNode()).forEach(c -> terms.add(Iris.lastSegment(c), name(c)));
    words(words, OWL2.ObjectProperty.asNode())
        .forEach(property -> terms.add(Iris.lastSegment(property), term(name(property), "@id")));
    words(words, OWL2.DatatypeProperty.asNode())
        .forEach(
            property ->
                terms.add(
                    Iris.lastSegment(property), term(name(property), values(words, property))));
    TEXTS.forEach(name -> terms.add(name, term(name, TEXT)));
    LINKS.forEach(name -> terms.add(name, term(name, "@id")));
    new TreeMap<>(DATES).forEach((name, type) -> terms.add(name, term(name, type)));
    // A name is a name in any language; dct:title and skos:prefLabel are by language.
    terms.add("name", term("skos:prefLabel", ""));
    terms.add(
        "items", Json.createObjectBuilder().add("@id", HYDRA + "member").add("@container", "@set"));
    terms.add("total", Json.createObjectBuilder().add("@id", HYDRA + "totalItems"));
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
