package nl.standaardencatalogus.server.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String AS = "https://www.w3.org/ns/activitystreams#";
  private static final Node MADE_UP = Iris.goal("verzonnen");

  @TempDir static Path folder;
  private static TestServer server;
  private static Edits edits;

  @BeforeAll
  static void tell_a_story() {
    try (Catalogue catalogue = Catalogue.open(folder, Rules.load(), Progress.silent())) {
      new Edits(catalogue, 0).record(Edits.goal("eerste", 1));
    }
    server = TestServer.on(folder);
    edits = new Edits(server.catalogue(), 1);
    edits.bulk("veel", Feeds.PAGE_SIZE + 1);
    edits.record(Edits.standard("een", 1), Edits.standard("twee", 1));
    edits.record(Edits.standard("een", 2));
    edits.record(Change.delete(Iris.standard("twee")));
    Change madeUp = Edits.goal("verzonnen", 1);
    madeUp.graph().add(MADE_UP, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS);
    edits.record(madeUp);
    edits.record(Change.delete(MADE_UP));
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private static HttpResponse<byte[]> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(URI.create(server.address() + path)), headers);
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request, String... headers) {
    try {
      return CLIENT.send(
          (headers.length == 0 ? request : request.headers(headers)).build(),
          BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static DatasetGraph read(String path, Lang lang) {
    HttpResponse<byte[]> response = get(path, "Accept", lang.getHeaderString());
    assertEquals(200, response.statusCode(), path);
    assertTrue(header(response, "Content-Type").startsWith(lang.getHeaderString()), lang::toString);
    return RDFParser.source(new ByteArrayInputStream(response.body())).lang(lang).toDatasetGraph();
  }

  private static DatasetGraph read(String path) {
    return read(path, Lang.NQUADS);
  }

  private static Node tree(String name) {
    return NodeFactory.createURI("https://w3id.org/tree#" + name);
  }

  private static Node ldes(String name) {
    return NodeFactory.createURI("https://w3id.org/ldes#" + name);
  }

  private static List<Node> members(Graph graph) {
    return graph.stream(Node.ANY, tree("member"), Node.ANY).map(Triple::getObject).toList();
  }

  @Test
  void the_root_is_the_one_view_of_a_stream_and_has_relations_only() {
    for (View view : View.ALL) {
      Graph root = read(view.path()).getDefaultGraph();
      Node address = NodeFactory.createURI(server.address() + view.path());
      assertEquals(
          List.of(Triple.create(view.feed().stream(), tree("view"), address)),
          root.find(Node.ANY, tree("view"), Node.ANY).toList());
      assertTrue(root.contains(address, tree("relation"), Node.ANY));
      assertEquals(List.of(), members(root));
    }
  }

  @Test
  void the_root_says_how_time_order_and_transactions_are_told() {
    Graph root = read("/ldes").getDefaultGraph();
    for (String path :
        List.of(
            "timestampPath",
            "sequencePath",
            "versionOfPath",
            "transactionPath",
            "transactionFinalizedPath")) {
      Node property =
          root.find(Feed.ALL.stream(), ldes(path), Node.ANY).toList().get(0).getObject();
      Graph page = read("/ldes/pagina/1").getDefaultGraph();
      for (Node member : members(page)) {
        assertTrue(page.contains(member, property, Node.ANY), property + " of " + member);
      }
    }
  }

  @Test
  void every_member_is_on_one_page_and_within_the_relations_that_lead_there() {
    Graph root = read("/ldes").getDefaultGraph();
    Set<Node> seen = new HashSet<>();
    Node generated = Feed.ALL.timestamp();
    root.stream(Node.ANY, tree("node"), Node.ANY)
        .map(Triple::getObject)
        .distinct()
        .forEach(
            page -> {
              Graph graph =
                  read(page.getURI().substring(server.address().length())).getDefaultGraph();
              for (Node member : members(graph)) {
                assertTrue(seen.add(member), member + " comes twice");
                Instant at = time(graph, member, generated);
                for (Triple to : root.find(Node.ANY, tree("node"), page).toList()) {
                  Instant bound = time(root, to.getSubject(), tree("value"));
                  boolean lower =
                      root.contains(
                          to.getSubject(), RDF.type.asNode(), tree("GreaterThanOrEqualToRelation"));
                  assertTrue(lower ? !at.isBefore(bound) : at.isBefore(bound), page.getURI());
                }
              }
            });
    assertEquals(server.catalogue().index().lastRevision(), seen.size());
  }

  private static Instant time(Graph graph, Node subject, Node property) {
    return Instant.parse(
        graph.find(subject, property, Node.ANY).next().getObject().getLiteralLexicalForm());
  }

  @Test
  void a_closed_page_may_be_kept_for_ever_and_the_open_one_for_a_moment() {
    HttpResponse<byte[]> closed = get("/ldes/pagina/1");
    assertEquals("public, max-age=31536000, immutable", header(closed, "Cache-Control"));
    assertTrue(
        read("/ldes/pagina/1").getDefaultGraph().contains(Node.ANY, ldes("immutable"), Node.ANY));
    HttpResponse<byte[]> open = get("/ldes/pagina/3");
    assertEquals("public, max-age=10", header(open, "Cache-Control"));
    assertFalse(
        read("/ldes/pagina/3").getDefaultGraph().contains(Node.ANY, ldes("immutable"), Node.ANY));
    assertEquals("public, max-age=10", header(get("/ldes"), "Cache-Control"));
    assertEquals("public, max-age=10", header(get("/ldes/dcat/laatste"), "Cache-Control"));
  }

  @Test
  void a_closed_page_is_the_same_to_the_byte_after_more_commits_and_a_new_start(
      @TempDir Path other) {
    try (Catalogue catalogue = Catalogue.open(other, Rules.load(), Progress.silent())) {
      new Edits(catalogue, 0).bulk("veel", Feeds.PAGE_SIZE + 1);
    }
    List<byte[]> before = closedPageAfterEdits(other);
    List<byte[]> after = closedPageAfterEdits(other);
    for (int form = 0; form < Form.OF_NAMED_GRAPHS.size(); form++) {
      assertArrayEquals(before.get(form), after.get(form), Form.OF_NAMED_GRAPHS.get(form).type());
    }
  }

  private static List<byte[]> closedPageAfterEdits(Path folder) {
    String address = "https://catalogus.example.org";
    try (TestServer own = TestServer.on(folder, "PUBLIC_URL", address)) {
      new Edits(own.catalogue(), System.nanoTime()).bulk("nog-" + System.nanoTime(), 3);
      URI page = URI.create(own.address() + "/ldes/pagina/1");
      return Form.OF_NAMED_GRAPHS.stream()
          .map(form -> send(HttpRequest.newBuilder(page), "Accept", form.type()).body())
          .toList();
    }
  }

  @Test
  void all_forms_of_a_page_say_the_same_and_have_no_blank_nodes() {
    for (String path : List.of("/ldes/pagina/1", "/ldes/pagina/2", "/ldes/dcat/pagina/1")) {
      DatasetGraph quads = read(path);
      assertTrue(IsoMatcher.isomorphic(quads, read(path, Lang.TRIG)), path);
      assertTrue(IsoMatcher.isomorphic(quads, read(path, Lang.JSONLD)), path);
      quads
          .find()
          .forEachRemaining(
              quad ->
                  assertFalse(
                      quad.getSubject().isBlank() || quad.getObject().isBlank(), quad::toString));
    }
  }

  @Test
  void the_root_comes_in_forms_without_named_graphs_too_and_a_page_does_not() {
    for (Lang lang : List.of(Lang.TURTLE, Lang.NTRIPLES, Lang.TRIG, Lang.JSONLD)) {
      assertTrue(
          read("/ldes").getDefaultGraph().isIsomorphicWith(read("/ldes", lang).getDefaultGraph()),
          lang::toString);
    }
    HttpResponse<byte[]> page = get("/ldes/pagina/1", "Accept", "text/turtle");
    assertEquals(406, page.statusCode());
    assertTrue(new String(page.body()).contains("application/trig"));
  }

  @Test
  void a_browser_is_led_to_where_people_read_and_programs_are_not() {
    for (String path : List.of("/ldes", "/ldes/dcat", "/ldes/dcat/laatste")) {
      for (String browser :
          List.of("text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")) {
        HttpResponse<byte[]> answer = get(path, "Accept", browser);
        assertEquals(303, answer.statusCode(), path);
        assertEquals("/hergebruik#volgen", header(answer, "Location"));
        assertTrue(header(answer, "Vary").contains("Accept"), path);
      }
      for (String program :
          List.of("*/*", "application/trig", "text/html;q=0.5, text/turtle", "application/*")) {
        assertEquals(200, get(path, "Accept", program).statusCode(), program);
      }
      assertEquals(200, get(path).statusCode(), path);
    }
  }

  @Test
  void what_a_client_has_already_is_not_sent_again() {
    for (String path : List.of("/ldes", "/ldes/pagina/1", "/ldes/pagina/3")) {
      String tag = header(get(path), "ETag");
      assertFalse(tag.startsWith("W/"), tag);
      HttpResponse<byte[]> again = get(path, "If-None-Match", tag);
      assertEquals(304, again.statusCode(), path);
      assertEquals(0, again.body().length);
      assertEquals(tag, header(again, "ETag"));
      assertEquals(
          200, get(path, "If-None-Match", tag, "Accept", "application/n-quads").statusCode());
    }
  }

  @Test
  void gzip_is_another_representation_of_the_same() throws IOException {
    HttpResponse<byte[]> plain = get("/ldes/pagina/2");
    HttpResponse<byte[]> zipped = get("/ldes/pagina/2", "Accept-Encoding", "gzip;q=0.8, br");
    assertEquals("gzip", header(zipped, "Content-Encoding"));
    assertEquals("Accept, Accept-Encoding", header(zipped, "Vary"));
    assertFalse(header(plain, "ETag").equals(header(zipped, "ETag")));
    assertTrue(zipped.body().length * 5 < plain.body().length);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertArrayEquals(plain.body(), in.readAllBytes());
    }
    HttpResponse<byte[]> refused = get("/ldes/pagina/2", "Accept-Encoding", "gzip;q=0");
    assertEquals("", header(refused, "Content-Encoding"));
  }

  @Test
  void head_says_what_get_would_and_any_site_may_read() {
    HttpResponse<byte[]> get = get("/ldes/pagina/1");
    HttpResponse<byte[]> head =
        send(
            HttpRequest.newBuilder(URI.create(server.address() + "/ldes/pagina/1"))
                .method("HEAD", BodyPublishers.noBody()));
    for (String name : List.of("ETag", "Content-Type", "Cache-Control", "Last-Modified", "Vary")) {
      assertEquals(header(get, name), header(head, name), name);
      assertFalse(header(get, name).isEmpty(), name);
    }
    assertEquals(0, head.body().length);
    assertEquals("*", header(get, "Access-Control-Allow-Origin"));
  }

  @Test
  void a_page_that_is_not_there_is_not_found() {
    for (String page : List.of("0", "4", "01", "x", "99999999999")) {
      assertEquals(404, get("/ldes/pagina/" + page).statusCode(), page);
    }
  }

  @Test
  void a_made_up_record_is_marked_in_its_members_also_when_it_is_deleted() {
    Graph page = read("/ldes/pagina/3").getDefaultGraph();
    Set<Node> marked =
        page.stream(Node.ANY, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS)
            .map(Triple::getSubject)
            .collect(Collectors.toSet());
    assertEquals(
        server.catalogue().revisions(MADE_UP).stream()
            .map(revision -> Iris.revision(revision.number()))
            .collect(Collectors.toSet()),
        marked);
    assertEquals(2, marked.size());
  }

  @Test
  void a_member_of_the_dcat_feed_is_an_activity_as_the_specification_closes_it() {
    DatasetGraph page = read("/ldes/dcat/pagina/1");
    Graph said = page.getDefaultGraph();
    Set<Node> allowed =
        Set.of(
            RDF.type.asNode(),
            NodeFactory.createURI(AS + "object"),
            NodeFactory.createURI(AS + "published"));
    assertEquals(4, members(said).size());
    for (Node member : members(said)) {
      assertEquals(
          allowed,
          said.stream(member, Node.ANY, Node.ANY)
              .map(Triple::getPredicate)
              .collect(Collectors.toSet()));
    }
  }

  @Test
  void the_latest_subset_has_the_last_activity_of_each_record_deletions_included() {
    Graph root = read("/ldes/dcat/laatste").getDefaultGraph();
    assertTrue(root.contains(Node.ANY, ldes("retentionPolicy"), Node.ANY));
    Graph said = read("/ldes/dcat/laatste/pagina/1").getDefaultGraph();
    Set<String> activities =
        members(said).stream()
            .map(
                member ->
                    said.find(member, RDF.type.asNode(), Node.ANY).next().getObject().getURI()
                        + " "
                        + said.find(member, NodeFactory.createURI(AS + "object"), Node.ANY)
                            .next()
                            .getObject())
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(AS + "Update " + Iris.standard("een"), AS + "Delete " + Iris.standard("twee")),
        activities);
  }
}
