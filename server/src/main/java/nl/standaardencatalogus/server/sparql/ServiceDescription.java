package nl.standaardencatalogus.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.standaardencatalogus.catalogue.iri.Iris;

/** What an endpoint can do, for a program that comes without a query (SPARQL 1.1). */
final class ServiceDescription {
  private ServiceDescription() {}

  static void send(HttpServletRequest request, HttpServletResponse response, Limits limits)
      throws IOException {
    String endpoint = Iris.BASE + request.getRequestURI().substring(1);
    byte[] turtle = turtle(endpoint, limits).getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/turtle;charset=utf-8");
    response.setContentLength(turtle.length);
    response.getOutputStream().write(turtle);
  }

  private static String turtle(String endpoint, Limits limits) {
    return """
        @prefix formats: <http://www.w3.org/ns/formats/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix sd: <http://www.w3.org/ns/sparql-service-description#> .

        <%1$s> a sd:Service ;
          sd:endpoint <%1$s> ;
          sd:supportedLanguage sd:SPARQL11Query ;
          sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML,
            formats:SPARQL_Results_CSV, formats:SPARQL_Results_TSV,
            formats:Turtle, formats:JSON-LD, formats:RDF_XML, formats:N-Triples ;
          rdfs:comment "At most %2$d seconds, %3$d answers and %4$d MiB for a query. An answer is whole or refused. No SERVICE, no updates."@en .
        """
        .formatted(endpoint, limits.time().toSeconds(), limits.rows(), limits.bytes() >> 20);
  }
}
