package nl.standaardencatalogus.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients get with the very headers that they send; 303 leads to the page. */
class ClientHeadersTest {
  private static final String DOCUMENT = "/doc/standaard/zaken-api";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Jena, a graph | text/turtle | text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3
          Jena, anything | text/turtle | text/turtle,application/n-triples;q=0.9,application/rdf+xml;q=0.7,application/trig,application/n-quads;q=0.9,application/ld+json;q=0.8,*/*;q=0.5
          Jena, a dataset | application/ld+json | application/trig,application/n-quads;q=0.9,application/ld+json;q=0.8,*/*;q=0.3
          rdflib before 7 | application/rdf+xml | application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1
          rdflib from 7 on | text/turtle | application/rdf+xml, text/n3, text/turtle, application/n-triples, application/ld+json, application/n-quads, application/trix, application/trig
          rdflib, Turtle | text/turtle | text/turtle, application/x-turtle, */*;q=0.1
          rdflib, XML | application/rdf+xml | application/rdf+xml, */*;q=0.1
          rdflib, JSON-LD | application/ld+json | application/ld+json, application/json;q=0.9, */*;q=0.1
          rdflib, N3 | text/turtle | text/n3, */*;q=0.1
          Comunica 4 | application/ld+json | application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,text/n3;q=0.35,application/xml;q=0.3,image/svg+xml;q=0.3,text/xml;q=0.3,text/html;q=0.2,application/xhtml+xml;q=0.18,application/json;q=0.135,text/shaclc;q=0.1,text/shaclc-ext;q=0.05
          Comunica before 4 | application/ld+json | application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,application/json;q=0.45,text/n3;q=0.35,application/xml;q=0.3,image/svg+xml;q=0.3,text/xml;q=0.3,text/html;q=0.2,application/xhtml+xml;q=0.18
          Ruby RDF | text/turtle | application/turtle, text/rdf+turtle, text/turtle, application/x-turtle, */*;q=0.1
          curl | text/turtle | */*
          a program that knows JSON | application/json | application/json
          axios | application/json | application/json, text/plain, */*
          Chrome | 303 | text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7
          Firefox | 303 | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
          Firefox before 2024 | 303 | text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8
          Safari | 303 | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
          an image | 406 | image/avif,image/webp,image/png
          """)
  void each_client_gets_what_it_reads_best(String client, String expected, String header) {
    HttpResponse<String> response = CuratedServer.get(DOCUMENT, "Accept", header);
    String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    assertEquals(
        expected, response.statusCode() == 200 ? type : String.valueOf(response.statusCode()));
    assertEquals(
        expected.equals("303") ? "/standaarden/zaken-api" : DOCUMENT,
        CuratedServer.get("/id/standaard/zaken-api", "Accept", header)
            .headers()
            .firstValue("Location")
            .orElse(""),
        "where the identifier leads");
  }

  @Test
  void rdf4j_sends_a_header_for_each_type() {
    HttpRequest.Builder request = CuratedServer.request(DOCUMENT);
    for (String type :
        List.of(
            "application/trix",
            "application/rdf+xml;q=0.6",
            "application/xml;q=0.6",
            "text/xml;q=0.6",
            "application/n-triples;q=0.9",
            "text/plain;q=0.9",
            "application/n-quads;q=0.9",
            "text/x-nquads;q=0.9",
            "application/trig",
            "application/x-trig",
            "application/ld+json",
            "application/rdf+json;q=0.9",
            "text/n3",
            "text/rdf+n3",
            "text/turtle",
            "application/x-turtle")) {
      request.header("Accept", type);
    }
    HttpResponse<String> response = CuratedServer.send(request.GET());
    assertTrue(
        response.headers().firstValue("Content-Type").orElse("").startsWith("text/turtle"),
        response.headers()::toString);
  }

  @Test
  void who_reads_none_of_the_forms_is_told_which_there_are() {
    HttpResponse<String> response = CuratedServer.get(DOCUMENT, "Accept", "image/png");
    for (Form form : Form.OF_DOCUMENTS) {
      assertTrue(response.body().contains(form.type()), response::body);
    }
    assertTrue(
        response.headers().firstValue("Link").orElse("").contains(DOCUMENT + ".ttl"),
        response.headers()::toString);
  }
}
