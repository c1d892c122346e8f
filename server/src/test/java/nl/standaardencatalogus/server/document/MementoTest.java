package nl.standaardencatalogus.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.http.HttpDate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MementoTest {
  private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([^\"]*)\"([^<]*)");

  private record Linked(String target, List<String> relations, String attributes) {}

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static List<Linked> links(String text) {
    List<Linked> links = new ArrayList<>();
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      links.add(new Linked(link.group(1), List.of(link.group(2).split(" ")), link.group(3)));
    }
    return links;
  }

  private static List<String> targets(String text, String relation) {
    return links(text).stream()
        .filter(link -> link.relations().contains(relation))
        .map(Linked::target)
        .toList();
  }

  private static String target(HttpResponse<String> response, String relation) {
    List<String> targets = targets(header(response, "Link"), relation);
    assertEquals(1, targets.size(), () -> relation + " in " + header(response, "Link"));
    return targets.get(0);
  }

  private static String address(String path) {
    return CuratedServer.at(path).toString();
  }

  private static String path(String address) {
    return address.substring(CuratedServer.at("").toString().length());
  }

  private static Graph read(HttpResponse<String> response) {
    return RDFParser.fromString(response.body(), Lang.TURTLE).toGraph();
  }

  private static Node goal(String slug, String... titles) {
    Node goal = Iris.goal(slug);
    for (String title : titles) {
      record(
          Change.put(
              goal,
              RDFParser.fromString(
                      """
                      @prefix dct: <http://purl.org/dc/terms/> .
                      @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
                      <%s> a sc:Goal ;
                        dct:title "%s"@nl, "%s"@en ;
                        dct:description "Een doel voor even."@nl, "A goal for a while."@en ;
                        sc:order 9 .
                      """
                          .formatted(goal.getURI(), title, title),
                      Lang.TURTLE)
                  .toGraph()));
    }
    return goal;
  }

  private static void record(Change change) {
    Outcome outcome =
        CuratedServer.catalogue()
            .commit(new Proposal("test", Iris.organisation("vng"), "Een proef", List.of(change)));
    assertInstanceOf(Outcome.Recorded.class, outcome, outcome::toString);
  }

  private static List<Moment> moments(Node record) {
    return CuratedServer.catalogue().moments(record);
  }

  private static HttpResponse<String> gate(String path, String moment) {
    return CuratedServer.get("/timegate/" + path, "Accept-Datetime", moment);
  }

  @Test
  void a_document_tells_where_its_past_is() {
    HttpResponse<String> document = CuratedServer.get("/doc/standaard/zaken-api.ttl");
    assertEquals(address("/doc/standaard/zaken-api"), target(document, "original"));
    assertEquals(address("/timegate/standaard/zaken-api"), target(document, "timegate"));
    assertEquals(address("/timemap/standaard/zaken-api"), target(document, "timemap"));
  }

  @Test
  void the_gate_leads_to_what_was_there_at_a_moment() {
    Node goal = goal("poort", "Eerst", "Daarna");
    List<Moment> moments = moments(goal);
    HttpResponse<String> newest = CuratedServer.get("/timegate/doel/poort");
    assertEquals(302, newest.statusCode());
    assertEquals("/memento/" + moments.get(1).revision(), header(newest, "Location"));
    assertEquals("Accept-Datetime", header(newest, "Vary"));
    String later = "Wed, 01 Jan 2098 00:00:00 GMT";
    assertEquals(header(newest, "Location"), header(gate("doel/poort", later), "Location"));
    String exactly = HttpDate.of(moments.get(1).recorded());
    assertEquals(header(newest, "Location"), header(gate("doel/poort", exactly), "Location"));
  }

  @Test
  void a_moment_before_the_first_revision_leads_to_the_first() {
    Node goal = goal("eerder", "Eerst", "Daarna");
    HttpResponse<String> first = gate("doel/eerder", "Sun, 06 Nov 1994 08:49:37 GMT");
    assertEquals(302, first.statusCode());
    assertEquals("/memento/" + moments(goal).get(0).revision(), header(first, "Location"));
  }

  @Test
  void a_moment_that_is_none_is_told_so() {
    for (String moment : List.of("gisteren", "2026-11-24T09:00:00Z")) {
      assertEquals(400, gate("standaard/zaken-api", moment).statusCode(), moment);
    }
  }

  @Test
  void what_never_was_has_no_past() {
    for (String path : List.of("/timegate/", "/timemap/")) {
      assertEquals(404, CuratedServer.get(path + "standaard/bestaat-niet").statusCode(), path);
    }
    for (String path : List.of("/memento/999999999", "/memento/0", "/memento/x.ttl")) {
      assertEquals(404, CuratedServer.get(path).statusCode(), path);
    }
  }

  @Test
  void the_map_lists_every_revision_with_its_moment() {
    Node goal = goal("kaart", "Eerst", "Daarna", "Ten slotte");
    HttpResponse<String> map = CuratedServer.get("/timemap/doel/kaart");
    assertEquals("application/link-format", header(map, "Content-Type"));
    assertEquals(
        moments(goal).stream().map(m -> address("/memento/" + m.revision())).toList(),
        targets(map.body(), "memento"));
    assertEquals(List.of(address("/doc/doel/kaart")), targets(map.body(), "original"));
    assertEquals(List.of(address("/timegate/doel/kaart")), targets(map.body(), "timegate"));
    Linked self =
        links(map.body()).stream()
            .filter(link -> link.relations().contains("self"))
            .findFirst()
            .orElseThrow();
    assertTrue(
        self.attributes().contains("from=\"" + HttpDate.of(moments(goal).get(0).recorded()) + '"'),
        self::attributes);
    assertTrue(
        self.attributes().contains("until=\"" + HttpDate.of(moments(goal).get(2).recorded()) + '"'),
        self::attributes);
  }

  @Test
  void a_memento_says_what_the_document_said_and_when() {
    Node goal = goal("toen", "Eerst", "Daarna", "Ten slotte");
    Moment second = moments(goal).get(1);
    HttpResponse<String> memento = CuratedServer.get("/memento/" + second.revision() + ".ttl");
    assertEquals(200, memento.statusCode());
    assertEquals(HttpDate.of(second.recorded()), header(memento, "Memento-Datetime"));
    assertTrue(header(memento, "Cache-Control").contains("immutable"));
    assertTrue(
        read(memento)
            .contains(goal, DCTerms.title.asNode(), NodeFactory.createLiteralLang("Daarna", "nl")));
    assertEquals(address("/doc/doel/toen"), target(memento, "original"));
    List<Moment> all = moments(goal);
    assertEquals(address("/memento/" + all.get(0).revision()), target(memento, "first"));
    assertEquals(address("/memento/" + all.get(0).revision()), target(memento, "prev"));
    assertEquals(address("/memento/" + all.get(2).revision()), target(memento, "next"));
    assertEquals(address("/memento/" + all.get(2).revision()), target(memento, "last"));
  }

  @Test
  @Tag("every-record")
  void the_last_memento_of_every_record_is_its_document() {
    List<String> differing = new ArrayList<>();
    CuratedServer.catalogue()
        .snapshot()
        .records()
        .map(record -> Iris.document(record).orElseThrow().substring(Iris.BASE.length() - 1))
        .sorted()
        .forEach(
            path -> {
              HttpResponse<String> now = CuratedServer.get(path + ".nt");
              String last = targets(header(now, "Link"), "timegate").get(0);
              HttpResponse<String> gate = CuratedServer.get(path(last) + ".nt");
              HttpResponse<String> then = CuratedServer.get(header(gate, "Location"));
              if (!now.body().equals(then.body())) {
                differing.add(path);
              }
            });
    assertEquals(List.of(), differing);
  }

  @Test
  void a_deleted_record_keeps_its_past_and_its_deletion_is_part_of_it() {
    Node goal = goal("weg", "Er nog");
    record(Change.delete(goal));
    List<Moment> moments = moments(goal);
    HttpResponse<String> gone = CuratedServer.get("/doc/doel/weg", "Accept", "text/turtle");
    assertEquals(410, gone.statusCode());
    assertEquals(address("/timegate/doel/weg"), target(gone, "timegate"));
    HttpResponse<String> before =
        CuratedServer.get("/memento/" + moments.get(0).revision(), "Accept", "text/turtle");
    assertEquals(200, before.statusCode());
    assertTrue(read(before).contains(goal, DCTerms.title.asNode(), Node.ANY));
    HttpResponse<String> deletion =
        CuratedServer.get("/memento/" + moments.get(1).revision(), "Accept", "text/turtle");
    assertEquals(410, deletion.statusCode());
    assertEquals(HttpDate.of(moments.get(1).recorded()), header(deletion, "Memento-Datetime"));
    Node tombstone = NodeFactory.createURI("https://www.w3.org/ns/activitystreams#Tombstone");
    assertTrue(read(deletion).contains(goal, RDF.type.asNode(), tombstone));
  }

  @Test
  void a_memento_comes_in_every_form() {
    long first = moments(Iris.standard("zaken-api")).get(0).revision();
    Graph turtle = read(CuratedServer.get("/memento/" + first + ".ttl"));
    HttpResponse<String> json =
        CuratedServer.get("/memento/" + first, "Accept", "application/ld+json");
    assertTrue(RDFParser.fromString(json.body(), Lang.JSONLD).toGraph().isIsomorphicWith(turtle));
    assertTrue(header(json, "Vary").startsWith("Accept"));
    assertEquals(406, CuratedServer.get("/memento/" + first, "Accept", "image/png").statusCode());
  }

  @Test
  void a_reader_of_a_memento_of_today_is_sent_to_the_revision() {
    Moment today = moments(goal("vandaag", "Vandaag")).get(0);
    HttpResponse<String> memento =
        CuratedServer.get("/memento/" + today.revision(), "Accept", "text/html");
    assertEquals(303, memento.statusCode());
    assertEquals("/revisies/" + today.revision(), header(memento, "Location"));
    assertEquals(HttpDate.of(today.recorded()), header(memento, "Memento-Datetime"));
    assertEquals(200, CuratedServer.get(header(memento, "Location")).statusCode());
  }
}
