package nl.standaardencatalogus.server.harvest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.shapes.Profile;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real catalogue, taken over HTTP as a harvester takes it. */
class HarvestTest {
  static {
    // Before any class of Jena: some cannot be loaded while Jena sets itself up.
    JenaSystem.init();
  }

  private static final Node TYPE = RDF.type.asNode();
  private static final String FUTURE = "2999-01-01";

  private static Graph taken(String path) {
    HttpResponse<String> answer = CuratedServer.get(path);
    assertEquals(200, answer.statusCode(), answer::body);
    return parsed(answer.body(), Lang.TURTLE);
  }

  private static Graph parsed(String body, Lang lang) {
    return RDFParser.fromString(body, lang).toGraph();
  }

  private static Set<Node> ofType(Graph graph, Node type) {
    return graph.stream(Node.ANY, TYPE, type).map(Triple::getSubject).collect(Collectors.toSet());
  }

  private static Set<Node> listed(Graph graph, String property) {
    return graph.stream(DcatCatalogue.CATALOG, NodeFactory.createURI(DCAT.NS + property), Node.ANY)
        .map(Triple::getObject)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void the_real_catalogue_conforms_to_every_profile(Profile profile) {
    Graph catalogue = taken("/catalog.ttl");
    assertEquals("", Rules.load(profile).validate(catalogue).text("en"));
  }

  @ParameterizedTest
  @EnumSource
  void what_changed_since_a_moment_conforms_as_the_whole_does(Profile profile) {
    Graph part = taken("/catalog.ttl?modifiedSince=2000-01-01");
    assertEquals("", Rules.load(profile).validate(part).text("en"));
  }

  @Test
  void every_version_is_a_dataset_and_every_standard_a_series() {
    Graph catalogue = taken("/catalog.ttl");
    Set<Node> versions = ofType(CuratedServer.graph(), SC.STANDARD_VERSION_CLASS);
    Set<Node> standards = ofType(CuratedServer.graph(), SC.STANDARD_CLASS);
    Set<Node> datasets = listed(catalogue, "dataset");
    assertTrue(datasets.containsAll(versions));
    assertEquals(versions.size() + 2, datasets.size());
    assertEquals(standards, listed(catalogue, "resource"));
    assertEquals(standards, ofType(catalogue, NodeFactory.createURI(DCAT.NS + "DatasetSeries")));
  }

  @ParameterizedTest
  @CsvSource({"jsonld,JSON-LD", "rdf,RDF/XML", "nt,N-Triples"})
  void every_form_says_the_same_and_has_no_blank_node(String suffix, String lang) {
    Graph turtle = taken("/catalog.ttl");
    HttpResponse<String> answer = CuratedServer.get("/catalog." + suffix);
    Graph other = parsed(answer.body(), RDFLanguages.nameToLang(lang));
    assertTrue(turtle.isIsomorphicWith(other));
    assertTrue(other.stream().noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/catalog|*/*|text/turtle;charset=utf-8",
        "/catalog|application/rdf+xml;q=0.9, text/turtle;q=0.5|application/rdf+xml",
        "/catalog|application/ld+json|application/ld+json;charset=utf-8",
        "/catalog.nt|application/ld+json|application/n-triples;charset=utf-8",
        "/catalog.ttl|text/html|text/turtle;charset=utf-8"
      })
  void the_form_is_that_of_the_address_or_else_the_one_that_suits_best(
      String path, String accept, String type) {
    HttpResponse<String> answer = CuratedServer.get(path, "Accept", accept);
    assertEquals(200, answer.statusCode());
    assertEquals(type, answer.headers().firstValue("Content-Type").orElse(""));
    String vary = answer.headers().firstValue("Vary").orElse("");
    assertEquals(path.equals("/catalog"), vary.startsWith("Accept,"), vary);
    assertTrue(vary.contains("Accept-Encoding"), vary);
    assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
  }

  @Test
  void a_reader_is_sent_to_a_page_that_is_there() {
    HttpResponse<String> answer = CuratedServer.get("/catalog", "Accept", "text/html,*/*;q=0.1");
    assertEquals(303, answer.statusCode());
    String page = answer.headers().firstValue("Location").orElseThrow();
    assertEquals(200, CuratedServer.get(page, "Accept", "text/html").statusCode());
  }

  @Test
  void a_form_that_there_is_not_is_refused_with_those_that_there_are() {
    HttpResponse<String> answer = CuratedServer.get("/catalog", "Accept", "text/csv");
    assertEquals(406, answer.statusCode());
    assertTrue(answer.body().contains("text/turtle"), answer::body);
  }

  @Test
  void compressed_and_plain_are_two_representations_of_the_same() throws Exception {
    HttpResponse<byte[]> plain = bytes("identity");
    HttpResponse<byte[]> compressed = bytes("gzip");
    assertEquals("gzip", compressed.headers().firstValue("Content-Encoding").orElse(""));
    assertNotEquals(
        plain.headers().firstValue("ETag").orElseThrow(),
        compressed.headers().firstValue("ETag").orElseThrow());
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
      assertArrayEquals(plain.body(), gzip.readAllBytes());
    }
    assertTrue(compressed.body().length < plain.body().length / 5);
  }

  private static HttpResponse<byte[]> bytes(String encoding)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            CuratedServer.request("/catalog.ttl", "Accept-Encoding", encoding).build(),
            BodyHandlers.ofByteArray());
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    HttpResponse<String> first = CuratedServer.get("/catalog.ttl");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertTrue(tag.startsWith("\"" + CuratedServer.sequence() + "-"), tag);
    HttpResponse<String> again = CuratedServer.get("/catalog.ttl", "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(tag, again.headers().firstValue("ETag").orElse(""));
    assertEquals("Accept-Encoding", again.headers().firstValue("Vary").orElse(""));
    assertEquals(
        200, CuratedServer.get("/catalog.nt", "If-None-Match", tag).statusCode(), "other form");
    String time = first.headers().firstValue("Last-Modified").orElseThrow();
    assertEquals(304, CuratedServer.get("/catalog.ttl", "If-Modified-Since", time).statusCode());
    assertEquals(
        200,
        CuratedServer.get("/catalog.ttl", "If-Modified-Since", time, "If-None-Match", "\"x\"")
            .statusCode(),
        "the tag goes before the time");
  }

  @Test
  void a_head_has_the_headers_of_a_get_and_no_body() {
    HttpResponse<String> get = CuratedServer.get("/catalog.ttl");
    HttpResponse<String> head =
        CuratedServer.send(
            CuratedServer.request("/catalog.ttl").method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    for (String name : Set.of("ETag", "Last-Modified", "Content-Type", "Vary", "Link")) {
      assertEquals(get.headers().firstValue(name), head.headers().firstValue(name), name);
    }
  }

  @Test
  void since_the_future_nothing_has_changed() {
    Graph part = taken("/catalog.ttl?modifiedSince=" + FUTURE);
    assertEquals(Set.of(), listed(part, "dataset"));
    assertEquals(Set.of(), listed(part, "record"));
    assertEquals(listed(taken("/catalog.ttl"), "service"), listed(part, "service"));
    assertTrue(part.contains(DcatCatalogue.CATALOG, DCTerms.modified.asNode(), Node.ANY));
  }

  @Test
  void since_the_beginning_everything_has_changed() {
    Graph whole = taken("/catalog.ttl");
    Graph part = taken("/catalog.ttl?modifiedSince=2000-01-01T00:00:00Z");
    assertEquals(listed(whole, "dataset").size(), listed(part, "dataset").size() + 1);
    assertEquals(listed(whole, "record"), listed(part, "record"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gisteren",
        "2026",
        "2026-13-01",
        "2026-02-30",
        "12:00:00",
        "",
        "2026-01-01&modifiedSince=2026-01-02",
        "2026-10-30T12:00:00+01:00"
      })
  void what_is_no_date_is_refused_by_name(String value) {
    HttpResponse<String> answer = CuratedServer.get("/catalog.ttl?modifiedSince=" + value);
    assertEquals(400, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(answer.body().contains("\"modifiedSince\""), answer::body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-30",
        "2026-10-30Z",
        "2026-10-30T12:00:00",
        "2026-10-30T12:00:00Z",
        "2026-10-30T12:00:00.5%2B01:00"
      })
  void every_way_to_write_a_date_or_a_moment_will_do(String value) {
    assertEquals(200, CuratedServer.get("/catalog.ttl?modifiedSince=" + value).statusCode());
  }

  @Test
  void without_made_up_declarations_nothing_is_said_of_them() {
    String body = CuratedServer.get("/catalog.ttl").body();
    assertFalse(body.contains("SampleData"));
    assertTrue(body.getBytes(StandardCharsets.UTF_8).length > 1_000_000);
  }
}
