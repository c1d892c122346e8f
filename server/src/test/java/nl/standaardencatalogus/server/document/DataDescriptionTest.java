package nl.standaardencatalogus.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;

class DataDescriptionTest {
  private static final String VOID = "PREFIX void: <http://rdfs.org/ns/void#> ";
  private static final String DATA = "<https://w3id.org/standaardencatalogus/void#catalogus>";

  private static Graph description() {
    HttpResponse<String> response = CuratedServer.get("/.well-known/void", "Accept", "text/turtle");
    assertEquals(200, response.statusCode());
    return RDFParser.fromString(response.body(), Lang.TURTLE).toGraph();
  }

  private static String value(Graph graph, String query) {
    try (QueryExec execution = QueryExec.graph(graph).query(query).build()) {
      var rows = execution.select();
      return rows.next().get(rows.getResultVars().get(0)).getLiteralLexicalForm();
    }
  }

  private static void agree(String described, String counted) {
    assertEquals(
        value(CuratedServer.graph(), counted), value(description(), VOID + described), described);
  }

  @Test
  void counts_are_those_of_the_state() {
    String of = "SELECT ?n { " + DATA + " ";
    agree(of + "void:triples ?n }", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    agree(of + "void:properties ?n }", "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }");
    agree(of + "void:classes ?n }", "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }");
    agree(of + "void:distinctSubjects ?n }", "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }");
    agree(of + "void:distinctObjects ?n }", "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }");
    agree(
        of + "void:entities ?n }",
        "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o FILTER isIRI(?s) }");
  }

  @Test
  void every_part_is_counted() {
    String sc = "PREFIX sc: <https://w3id.org/standaardencatalogus/def#> ";
    agree(
        sc + "SELECT ?n { [] void:class sc:Standard ; void:entities ?n }",
        sc + "SELECT (COUNT(*) AS ?n) { ?s a sc:Standard }");
    agree(
        sc + "SELECT ?n { [] void:property sc:maintainer ; void:triples ?n }",
        sc + "SELECT (COUNT(*) AS ?n) { ?s sc:maintainer ?o }");
    agree(
        "SELECT (SUM(?t) AS ?n) { " + DATA + " void:propertyPartition/void:triples ?t }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
  }

  @Test
  void no_two_parts_share_an_identifier() {
    Graph graph = description();
    Node property = NodeFactory.createURI("http://rdfs.org/ns/void#property");
    Node type = NodeFactory.createURI("http://rdfs.org/ns/void#class");
    for (Node part : new Node[] {property, type}) {
      graph
          .find(Node.ANY, part, Node.ANY)
          .forEachRemaining(
              t -> assertEquals(1, graph.find(t.getSubject(), part, Node.ANY).toList().size()));
    }
  }

  @Test
  void vocabularies_and_an_example_are_named() {
    Graph graph = description();
    assertTrue(
        ask(graph, "void:vocabulary <https://w3id.org/standaardencatalogus/def#>"),
        graph::toString);
    assertTrue(ask(graph, "void:vocabulary <http://purl.org/dc/terms/>"));
    assertTrue(ask(graph, "void:exampleResource ?x"));
    assertTrue(ask(graph, "void:sparqlEndpoint <https://w3id.org/standaardencatalogus/sparql>"));
  }

  private static boolean ask(Graph graph, String pattern) {
    try (QueryExec execution =
        QueryExec.graph(graph).query(VOID + "ASK { " + DATA + " " + pattern + " }").build()) {
      return execution.ask();
    }
  }

  @Test
  void description_comes_in_every_form() {
    Map.of("ttl", Lang.TURTLE, "jsonld", Lang.JSONLD, "rdf", Lang.RDFXML, "nt", Lang.NTRIPLES)
        .forEach(
            (suffix, lang) -> {
              HttpResponse<String> response = CuratedServer.get("/void." + suffix);
              assertTrue(
                  RDFParser.fromString(response.body(), lang)
                      .toGraph()
                      .isIsomorphicWith(description()),
                  suffix);
            });
    assertEquals(200, CuratedServer.get("/void", "Accept", "text/html").statusCode());
  }

  @Test
  void prefixes_stand_above_turtle_and_above_a_query() {
    String prefixes = CuratedServer.get("/prefixes.ttl").body();
    assertEquals(
        1, RDFParser.fromString(prefixes + "sc:a a skos:Concept .", Lang.TURTLE).toGraph().size());
    assertTrue(QueryFactory.create(prefixes + "ASK { ?x a sc:Standard }").isAskType());
    JsonObject json = JSON.parse(CuratedServer.get("/prefixes.json").body());
    assertEquals(
        "https://w3id.org/standaardencatalogus/def#", json.get("sc").getAsString().value());
  }

  @Test
  void words_to_complete_are_those_of_the_ontology_and_those_in_the_data() {
    String terms = CuratedServer.get("/sparql/termen.json").body();
    assertTrue(
        JSON.parseAny(terms).getAsArray().stream()
            .map(term -> term.getAsObject())
            .anyMatch(
                term ->
                    term.getString("name").equals("sc:Standard")
                        && term.getString("kind").equals("class")
                        && term.getString("nl").equals("Standaard")
                        && term.getString("en").equals("Standard")));
    assertTrue(terms.contains("\"dct:title\""));
  }
}
