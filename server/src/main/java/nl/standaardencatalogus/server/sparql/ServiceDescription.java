package nl.standaardencatalogus.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.http.Accept;
import nl.standaardencatalogus.server.http.Problem;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What an endpoint can do and how much it may take, for a program that comes without a query
 * (SPARQL 1.1 Service Description). It has no blank nodes.
 */
final class ServiceDescription {
  private static final Map<String, RDFFormat> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put("text/turtle", RDFFormat.TURTLE_PRETTY);
    FORMS.put("application/ld+json", RDFFormat.JSONLD11_PRETTY);
    FORMS.put("application/rdf+xml", RDFFormat.RDFXML_PRETTY);
    FORMS.put("application/n-triples", RDFFormat.NTRIPLES_UTF8);
  }

  private ServiceDescription() {}

  static void send(
      HttpServletRequest request, HttpServletResponse response, Data data, Limits limits)
      throws IOException {
    var types = FORMS.keySet().stream().toList();
    String type = Accept.best(Accept.of(request), types).orElse(null);
    if (type == null) {
      Problem.of(406, "The description comes as " + String.join(", ", types) + ".").send(response);
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    String endpoint = Iris.BASE + request.getRequestURI().substring(1);
    RDFWriter.source(graph(endpoint, data, limits)).format(FORMS.get(type)).output(out);
    response.setContentType(type + (type.endsWith("xml") ? "" : ";charset=utf-8"));
    response.setContentLength(out.size());
    if (!request.getMethod().equals("HEAD")) {
      out.writeTo(response.getOutputStream());
    }
  }

  private static Graph graph(String endpoint, Data data, Limits limits) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle(endpoint, data, limits), Lang.TURTLE).parse(graph);
    return graph;
  }

  private static String turtle(String endpoint, Data data, Limits limits) {
    long triples = data.dataset().apply(graph -> graph).getDefaultGraph().size();
    return """
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix formats: <http://www.w3.org/ns/formats/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
        @prefix void: <http://rdfs.org/ns/void#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        <%1$s> a sd:Service ;
          sd:endpoint <%1$s> ;
          sd:supportedLanguage sd:SPARQL11Query ;
          sd:feature sd:EmptyGraphs ;
          sd:propertyFeature <http://jena.apache.org/text#query> ;
          sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML,
            formats:SPARQL_Results_CSV, formats:SPARQL_Results_TSV,
            formats:Turtle, formats:JSON-LD, formats:RDF_XML, formats:N-Triples ;
          sd:defaultDataset <%1$s#dataset> ;
          rdfs:comment "Ten hoogste %2$d seconden, %3$d antwoorden en %4$d MiB per vraag, en %5$d seconden aan vragen per minuut voor elke gebruiker; %6$d vragen die lang duren tegelijk. Een vraag mag met timeout om minder seconden vragen. Een antwoord is heel of geweigerd. Geen SERVICE, geen wijzigingen. Met asOf en validOn geldt elke vraag voor een dag."@nl ,
            "At most %2$d seconds, %3$d answers and %4$d MiB for a query, and %5$d seconds of queries in a minute for each client; %6$d long queries at once. A query may ask for fewer seconds with timeout. An answer is whole or refused. No SERVICE, no updates. With asOf and validOn any query is asked of a day."@en .

        <%1$s#dataset> a sd:Dataset ;
          dct:modified "%7$s"^^xsd:dateTime ;
          sd:defaultGraph <%1$s#graph> .

        <%1$s#graph> a sd:Graph ;
          void:triples %8$d .
        """
        .formatted(
            endpoint,
            limits.time().toSeconds(),
            limits.rows(),
            limits.bytes() >> 20,
            limits.clientTime().toSeconds(),
            limits.longAtOnce(),
            data.recorded(),
            triples);
  }
}
