package nl.standaardencatalogus.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final String STANDARD = "/doc/standaard/zaken-api";
  private static final Map<String, Lang> LANGUAGES =
      Map.of("ttl", Lang.TURTLE, "jsonld", Lang.JSONLD, "rdf", Lang.RDFXML, "nt", Lang.NTRIPLES);

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static Graph read(HttpResponse<String> response, Lang lang) {
    return RDFParser.fromString(response.body(), lang).toGraph();
  }

  @Test
  void an_identifier_sends_a_program_on_to_the_document() {
    HttpResponse<String> response =
        CuratedServer.get("/id/standaard/zaken-api", "Accept", "text/turtle");
    assertEquals(303, response.statusCode());
    assertEquals(STANDARD, header(response, "Location"));
    assertEquals("Accept", header(response, "Vary"));
  }

  @Test
  void an_identifier_sends_a_reader_on_to_the_page() {
    HttpResponse<String> response =
        CuratedServer.get(
            "/id/standaard/zaken-api", "Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");
    assertEquals(303, response.statusCode());
    assertEquals("/standaarden/zaken-api", header(response, "Location"));
  }

  @Test
  void every_form_says_the_same() {
    Graph turtle = read(CuratedServer.get(STANDARD + ".ttl"), Lang.TURTLE);
    assertTrue(turtle.contains(Iris.standard("zaken-api"), Node.ANY, Node.ANY));
    LANGUAGES.forEach(
        (suffix, lang) ->
            assertTrue(
                turtle.isIsomorphicWith(read(CuratedServer.get(STANDARD + "." + suffix), lang)),
                suffix));
  }

  @Test
  void the_end_of_the_address_goes_before_what_is_accepted() {
    HttpResponse<String> response =
        CuratedServer.get(STANDARD + ".nt", "Accept", "application/ld+json");
    assertTrue(header(response, "Content-Type").startsWith("application/n-triples"));
  }

  @Test
  void without_a_preference_it_is_turtle() {
    HttpResponse<String> response = CuratedServer.get(STANDARD);
    assertTrue(header(response, "Content-Type").startsWith("text/turtle"));
    assertEquals("Accept, Accept-Encoding", header(response, "Vary"));
    assertTrue(header(response, "Link").contains(STANDARD + ".jsonld>; rel=\"alternate\""));
  }

  @Test
  void a_document_that_has_not_changed_is_not_sent_again() {
    String tag = header(CuratedServer.get(STANDARD + ".ttl"), "ETag");
    HttpResponse<String> again = CuratedServer.get(STANDARD + ".ttl", "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(tag, header(again, "ETag"));
    assertEquals(200, CuratedServer.get(STANDARD + ".nt", "If-None-Match", tag).statusCode());
  }

  @Test
  void what_nobody_can_make_is_not_acceptable() {
    assertEquals(406, CuratedServer.get(STANDARD, "Accept", "image/png").statusCode());
  }

  @Test
  void what_never_was_is_not_found() {
    HttpResponse<String> response =
        CuratedServer.get("/id/standaard/bestaat-niet", "Accept", "text/turtle");
    assertEquals(404, response.statusCode());
    assertTrue(header(response, "Content-Type").startsWith("application/problem+json"));
  }

  @Test
  void a_municipality_of_tooi_has_its_document_here() {
    HttpResponse<String> response =
        CuratedServer.get("/id/gemeente/gm0363", "Accept", "text/turtle");
    assertEquals("/doc/gemeente/gm0363", header(response, "Location"));
    Graph graph = read(CuratedServer.get("/doc/gemeente/gm0363.ttl"), Lang.TURTLE);
    assertTrue(graph.contains(Iris.municipality("gm0363"), Node.ANY, Node.ANY));
  }

  @Test
  void revisions_and_commits_have_documents() {
    for (String path : new String[] {"/doc/revisie/1.ttl", "/doc/commit/1.ttl"}) {
      assertFalse(read(CuratedServer.get(path), Lang.TURTLE).isEmpty(), path);
    }
    assertTrue(
        read(CuratedServer.get("/doc/revisie/1.ttl"), Lang.TURTLE)
            .contains(Iris.revision(1), Node.ANY, Iris.commit(1)));
  }

  @Test
  void words_code_lists_codes_and_rules_are_documents() {
    for (String path :
        new String[] {"/def", "/def/levensfase", "/def/levensfase/in-gebruik", "/def/vormen"}) {
      HttpResponse<String> response = CuratedServer.get(path, "Accept", "text/turtle");
      assertEquals(200, response.statusCode(), path);
      assertFalse(read(response, Lang.TURTLE).isEmpty(), path);
    }
    assertEquals(404, CuratedServer.get("/def/bestaat-niet").statusCode());
  }

  @Test
  void the_ontology_sends_a_reader_on_to_its_page() {
    HttpResponse<String> response = CuratedServer.get("/def", "Accept", "text/html");
    assertEquals(303, response.statusCode());
    assertEquals("/ontologie", header(response, "Location"));
  }

  @Test
  void json_ld_refers_to_the_one_context_that_is_published() {
    HttpResponse<String> document = CuratedServer.get(STANDARD + ".jsonld");
    String context = CuratedServer.at("/def/context.jsonld").toString();
    assertTrue(document.body().contains("\"@context\": \"" + context + '"'), document::body);
    assertTrue(document.body().contains("\"maintainer\": \"https://"), document::body);
    HttpResponse<String> published = CuratedServer.get("/def/context.jsonld");
    assertEquals("application/ld+json", header(published, "Content-Type"));
    assertEquals("*", header(published, "Access-Control-Allow-Origin"));
    assertTrue(published.body().contains("\"maintainer\":"), published::body);
  }

  @Test
  void a_document_tells_where_it_is_for_good_and_what_describes_it() {
    String links = header(CuratedServer.get(STANDARD + ".ttl"), "Link");
    String canonical = CuratedServer.at(STANDARD).toString();
    assertTrue(links.contains("<" + canonical + ">; rel=\"canonical\""), links);
    assertTrue(links.contains("</void>; rel=\"describedby\""), links);
    assertTrue(
        links.contains("<" + Iris.standard("zaken-api").getURI() + ">; rel=\"describes\""), links);
  }

  @Test
  void other_sites_may_read_what_the_headers_say() {
    HttpResponse<String> response = CuratedServer.get(STANDARD + ".ttl", "Origin", "https://a.nl");
    assertEquals("*", header(response, "Access-Control-Allow-Origin"));
    String exposed = header(response, "Access-Control-Expose-Headers");
    for (String name : new String[] {"ETag", "Link", "Memento-Datetime", "Content-Location"}) {
      assertTrue(exposed.contains(name), name);
    }
  }

  @Test
  void head_says_what_get_would() {
    HttpResponse<String> get = CuratedServer.get(STANDARD + ".ttl");
    HttpResponse<String> head =
        CuratedServer.send(
            CuratedServer.request(STANDARD + ".ttl").method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    for (String name : new String[] {"ETag", "Last-Modified", "Content-Type", "Link", "Vary"}) {
      assertEquals(header(get, name), header(head, name), name);
    }
    assertEquals("", head.body());
  }
}
