package nl.standaardencatalogus.catalogue.facts.tabular;

import java.util.Map;
import java.util.TreeMap;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;

/** Terms of other vocabularies that Jena has no constant for, and the prefixes of the data. */
final class Terms {
  private static final String ADMS = "http://www.w3.org/ns/adms#";
  private static final String GEO = "http://www.opengis.net/ont/geosparql#";
  private static final String TOOI = "https://identifier.overheid.nl/tooi/def/ont/";

  static final Node ADMS_ASSET = node(ADMS + "Asset");
  static final Node ADMS_IDENTIFIER_CLASS = node(ADMS + "Identifier");
  static final Node ADMS_IDENTIFIER = node(ADMS + "identifier");
  static final Node ADMS_SCHEMA_AGENCY = node(ADMS + "schemaAgency");
  static final Node DCAT_DATASET_SERIES = node(DCAT.NS + "DatasetSeries");
  static final Node DCAT_IN_SERIES = node(DCAT.NS + "inSeries");
  static final Node DCAT_PREVIOUS_VERSION = node(DCAT.NS + "previousVersion");
  static final Node DCAT_VERSION = node(DCAT.NS + "version");
  static final Node GEO_GEOMETRY = node(GEO + "Geometry");
  static final Node GEO_AS_WKT = node(GEO + "asWKT");
  static final String WKT_LITERAL = GEO + "wktLiteral";
  static final Node TOOI_GEMEENTE = node(TOOI + "Gemeente");
  static final Node TOOI_PROVINCIE = node(TOOI + "Provincie");

  private Terms() {}

  static Map<String, String> prefixes() {
    Map<String, String> prefixes = new TreeMap<>();
    prefixes.put("adms", ADMS);
    prefixes.put("dcat", DCAT.NS);
    prefixes.put("dct", "http://purl.org/dc/terms/");
    prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
    prefixes.put("geo", GEO);
    prefixes.put("org", "http://www.w3.org/ns/org#");
    prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    prefixes.put("sc", SC.NS);
    prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
    prefixes.put("tooiont", TOOI);
    prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    for (String kind : new String[] {"component", "organisatie", "samenwerking", "standaard"}) {
      prefixes.put(kind, Iris.BASE + "id/" + kind + "/");
    }
    for (String kind : new String[] {"gemeente", "provincie", "oorg", "so", "zbo"}) {
      prefixes.put(kind, Iris.TOOI + kind + "/");
    }
    for (String scheme :
        new String[] {
          CodeLists.ARCHIMATE_RELATIE,
          CodeLists.ARCHIMATE_TYPE,
          CodeLists.ARCHITECTUURLAAG,
          CodeLists.BETROUWBAARHEID,
          CodeLists.BEVOEGDHEID,
          CodeLists.FORUM_STATUS,
          CodeLists.GEMMA_GROEP,
          CodeLists.GEMMA_KWALIFICATIE,
          CodeLists.GEMMA_LAAG,
          CodeLists.GEMMA_TYPE,
          CodeLists.HERINDELINGSSOORT,
          CodeLists.LEVENSFASE,
          CodeLists.PARTNERSOORT,
          CodeLists.PUBLICATIESTADIUM,
          CodeLists.SAMENWERKINGSSOORT,
          CodeLists.SOORT,
          CodeLists.STATUS_AS,
          CodeLists.THEMA
        }) {
      prefixes.put(scheme, CodeLists.NS + scheme + "/");
    }
    return prefixes;
  }

  private static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }
}
