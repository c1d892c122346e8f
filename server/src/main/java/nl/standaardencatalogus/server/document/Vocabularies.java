package nl.standaardencatalogus.server.document;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.atlas.json.JSON;

/**
 * The prefixes under which documents and exports write the vocabularies that the catalogue uses.
 */
public final class Vocabularies {
  private static final Map<String, String> PREFIXES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("adms", "http://www.w3.org/ns/adms#"),
              Map.entry("as", "https://www.w3.org/ns/activitystreams#"),
              Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
              Map.entry("dct", "http://purl.org/dc/terms/"),
              Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
              Map.entry("geo", "http://www.opengis.net/ont/geosparql#"),
              Map.entry("org", "http://www.w3.org/ns/org#"),
              Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
              Map.entry("prov", "http://www.w3.org/ns/prov#"),
              Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
              Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
              Map.entry("sc", SC.NS),
              Map.entry("sh", "http://www.w3.org/ns/shacl#"),
              Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
              Map.entry("tooi", Iris.TOOI),
              Map.entry("tooiont", "https://identifier.overheid.nl/tooi/def/ont/"),
              Map.entry("vann", "http://purl.org/vocab/vann/"),
              Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#")));

  private Vocabularies() {}

  /** Namespaces by prefix, in the order of the prefixes. */
  public static Map<String, String> prefixes() {
    return PREFIXES;
  }

  /** The prefixes as lines that may stand above Turtle as well as above a query. */
  static String declarations() {
    return PREFIXES.entrySet().stream()
        .map(prefix -> "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + ">\n")
        .collect(Collectors.joining());
  }

  /** The prefixes as one JSON object. */
  static String json() {
    return JSON.buildObject(object -> PREFIXES.forEach(object::pair)).toString();
  }
}
