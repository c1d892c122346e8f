package nl.standaardencatalogus.server.news;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Feeds, site map and rules for robots, over HTTP. */
class NewsTest {
  private static Document xml(String path) {
    HttpResponse<String> response = CuratedServer.get(path);
    assertEquals(200, response.statusCode(), response::body);
    return parsed(response.body());
  }

  private static Document parsed(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (Exception e) {
      throw new AssertionError(text, e);
    }
  }

  private static List<String> texts(Document document, String element) {
    List<String> texts = new ArrayList<>();
    var found = document.getElementsByTagNameNS("*", element);
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nieuws.atom",
        "/standaarden/zaken-api/nieuws.atom",
        "/gemeenten/gm0363/nieuws.atom"
      })
  void feed_is_what_atom_asks_for(String path) {
    Element feed = xml(path).getDocumentElement();
    assertEquals("http://www.w3.org/2005/Atom", feed.getNamespaceURI());
    assertEquals("feed", feed.getLocalName());
    assertFalse(texts(feed.getOwnerDocument(), "entry").isEmpty());
    List<Instant> updated =
        texts(feed.getOwnerDocument(), "updated").stream().map(Instant::parse).toList();
    assertEquals(updated.get(0), updated.get(1), "the feed is as new as its newest entry");
    for (int i = 2; i < updated.size(); i++) {
      assertFalse(updated.get(i).isAfter(updated.get(i - 1)), "newest first");
    }
    List<String> ids = texts(feed.getOwnerDocument(), "id");
    assertEquals(ids.size(), ids.stream().distinct().count());
  }

  @Test
  void feed_of_a_standard_tells_of_it_its_versions_and_what_was_decided_about_it_only() {
    List<String> about = new ArrayList<>();
    var links = xml("/standaarden/zaken-api/nieuws.atom").getElementsByTagNameNS("*", "link");
    for (int i = 0; i < links.getLength(); i++) {
      Element link = (Element) links.item(i);
      if (link.getAttribute("rel").equals("related")) {
        about.add(link.getAttribute("href"));
      }
    }
    assertTrue(about.size() > 1, about::toString);
    assertTrue(
        about.stream()
            .allMatch(
                page -> page.matches(".*/(standaarden/zaken-api(/versies/.+)?|besluiten/.+)")),
        about::toString);
    assertTrue(
        about.stream().anyMatch(page -> page.endsWith("/besluiten/2021-zaakgericht-werken")),
        () -> "not what was decided about the family that it is in: " + about);
  }

  @Test
  void what_was_deleted_is_news() {
    Node goal = Iris.goal("nieuws");
    for (Change change : List.of(Change.put(goal, goal(goal)), Change.delete(goal))) {
      Outcome outcome =
          CuratedServer.catalogue()
              .commit(
                  new Proposal("test", Iris.organisation("vng"), "Een <proef>", List.of(change)));
      assertInstanceOf(Outcome.Recorded.class, outcome);
    }
    Document feed = xml("/nieuws.atom");
    assertTrue(texts(feed, "title").contains("Verwijderd: Een doel & meer"));
    assertTrue(texts(feed, "title").contains("Nieuw: Een doel & meer"));
    assertTrue(texts(feed, "summary").contains("Een <proef>"));
  }

  private static Graph goal(Node goal) {
    return RDFParser.fromString(
            """
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
            <%s> a sc:Goal ;
              dct:title "Een doel & meer"@nl, "A goal & more"@en ;
              dct:description "Een doel voor even."@nl, "A goal for a while."@en ;
              sc:order 9 .
            """
                .formatted(goal.getURI()),
            Lang.TURTLE)
        .toGraph();
  }

  @Test
  void feed_is_not_sent_twice() {
    String tag = CuratedServer.get("/nieuws.atom").headers().firstValue("ETag").orElseThrow();
    assertEquals(304, CuratedServer.get("/nieuws.atom", "If-None-Match", tag).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/standaarden/bestaat-niet/nieuws.atom",
        "/gemeenten/gm9999/nieuws.atom",
        "/gemeenten/amsterdam/nieuws.atom",
        "/sitemap-0.xml",
        "/sitemap-999.xml",
        "/sitemap-x.xml"
      })
  void what_is_not_there_has_no_news(String path) {
    assertEquals(404, CuratedServer.get(path).statusCode());
  }

  @Test
  void site_map_leads_to_pages_that_are_there_and_says_when_they_changed() {
    List<String> parts = texts(xml("/sitemap.xml"), "loc");
    assertEquals(1, parts.size());
    Document part = xml(path(parts.get(0)));
    List<String> pages = texts(part, "loc");
    assertTrue(pages.size() > 1_000, () -> pages.size() + " pages");
    assertEquals(pages.size(), texts(part, "lastmod").size());
    for (int i = 0; i < pages.size(); i += 97) {
      assertEquals(200, CuratedServer.get(path(pages.get(i))).statusCode(), pages.get(i));
    }
    int place = pages.indexOf(CuratedServer.at("/standaarden/zaken-api").toString());
    assertEquals(
        CuratedServer.catalogue()
            .snapshot()
            .current(Iris.standard("zaken-api"))
            .orElseThrow()
            .recorded(),
        Instant.parse(texts(part, "lastmod").get(place)));
  }

  private static String path(String address) {
    return URI.create(address).getPath();
  }

  @Test
  void robots_find_the_site_map() {
    String rules = CuratedServer.get("/robots.txt").body();
    assertTrue(rules.contains("Sitemap: " + CuratedServer.at("/sitemap.xml")), rules);
  }
}
