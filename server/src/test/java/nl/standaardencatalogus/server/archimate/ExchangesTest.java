package nl.standaardencatalogus.server.archimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Models of a small catalogue, over HTTP. */
class ExchangesTest {
  private static final String PREFIXES =
      """
      @prefix component: <https://w3id.org/standaardencatalogus/id/component/> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
      @prefix standaard: <https://w3id.org/standaardencatalogus/id/standaard/> .
      """;
  private static final String COMPONENT = "/architectuur/refcomp-zaakregistratiecomponent";
  private static final String ODD = "Post & <b>pakket</b> \"x\" 'y' ]]> \u0001\uFFFE\uD83D\uDE00";

  /** The small catalogue with a component whose title holds all that XML has trouble with. */
  private static final Site SITE =
      Site.with(
          PREFIXES
              + """
              component:refcomp-post a sc:ArchitectureElement ;
                dct:title "Post & <b>pakket</b> \\"x\\" 'y' ]]> \\u0001\\uFFFE\\U0001F600"@nl ;
                sc:elementType <https://w3id.org/standaardencatalogus/def/archimate-type/nieuw> .
              <https://w3id.org/standaardencatalogus/id/component/refcomp-post#relatie-1> a sc:Relation ;
                sc:from component:refcomp-post ; sc:to component:refcomp-zaakregistratiecomponent ;
                sc:relationType sc:flowsTo ; sc:relationLabel "zaken & stukken" ;
                sc:archimateRelation <https://w3id.org/standaardencatalogus/def/archimate-relatie/flow> .
              """);

  @AfterAll
  static void stop() {
    SITE.close();
  }

  private static ModelFile file(String path) {
    HttpResponse<String> response = SITE.get(path);
    assertEquals(200, response.statusCode(), response.body());
    ModelFile file = ModelFile.of(response.body());
    assertEquals(List.of(), file.faults());
    return file;
  }

  private static Element relation(ModelFile file, String source, String target) {
    Map<String, Element> things = file.byName();
    return file.all("relationship").stream()
        .filter(it -> it.getAttribute("source").equals(id(things.get(source))))
        .filter(it -> it.getAttribute("target").equals(id(things.get(target))))
        .findFirst()
        .orElseThrow();
  }

  private static String id(Element element) {
    return element.getAttribute("identifier");
  }

  private static Set<String> ids(ModelFile file, String name) {
    return file.all(name).stream().map(ExchangesTest::id).collect(Collectors.toSet());
  }

  @Test
  void a_broken_file_is_seen_as_such() {
    String good = SITE.get("/archimate.xml").body();
    String[][] breaks = {
      {"<relationships>", "<relationships/><relationships>"},
      {"<elements>", "<views/><elements>"},
      {"identifier=\"id-", "identifier=\"9"},
      {" source=\"id-", " source=\"id-x"},
      {"identifierRef=\"id-", "identifierRef=\"id-x"},
      {" w=\"180\"", ""}
    };
    for (String[] each : breaks) {
      assertFalse(ModelFile.of(good.replace(each[0], each[1])).faults().isEmpty(), each[1]);
    }
  }

  @Test
  void a_component_has_the_standards_it_needs_and_versions_that_are_not_over() {
    ModelFile file = file(COMPONENT + "/archimate.xml");
    assertEquals(
        Set.of("Zaakregistratiecomponent", "Zaken API-standaard", "Zaken API 1.5.1"),
        file.byName().keySet());
    assertEquals(
        "ApplicationComponent", ModelFile.type(file.byName().get("Zaakregistratiecomponent")));
    assertEquals("Constraint", ModelFile.type(file.byName().get("Zaken API 1.5.1")));
  }

  @Test
  void a_component_realises_what_it_has_to_carry_by_the_name_that_gemma_gives() {
    ModelFile file = file("/en" + COMPONENT + "/archimate.xml");
    Element relation = relation(file, "Zaakregistratiecomponent", "Zaken API-standaard");
    assertEquals("Realization", ModelFile.type(relation));
    assertEquals("Verplicht", ModelFile.name(relation));
    assertEquals("Mandatory", file.value(relation, "Qualifier according to GEMMA"));
    assertEquals(
        "Specialization", ModelFile.type(relation(file, "Zaken API 1.5.1", "Zaken API-standaard")));
  }

  @Test
  void a_standard_has_all_its_versions_and_what_it_has_to_do_with() {
    ModelFile file = file("/standaarden/zaken-api/archimate.xml");
    assertEquals(
        Set.of(
            "API-standaarden voor Zaakgericht werken",
            "StUF-ZKN <script>alert('x')</script>",
            "Zaakregistratiecomponent",
            "Zaken API 1.0.0",
            "Zaken API 1.5.1",
            "Zaken API-standaard"),
        file.byName().keySet());
    Element replaced =
        relation(file, "StUF-ZKN <script>alert('x')</script>", "Zaken API-standaard");
    assertEquals("Association", ModelFile.type(replaced));
    assertEquals("functioneel vervangen door", ModelFile.name(replaced));
    assertEquals("true", replaced.getAttribute("isDirected"));
    Element part = relation(file, "API-standaarden voor Zaakgericht werken", "Zaken API-standaard");
    assertEquals("Aggregation", ModelFile.type(part));
  }

  @Test
  void every_thing_of_gemma_has_its_object_id() {
    ModelFile file = file("/archimate.xml");
    assertEquals("3a597286", file.value(file.byName().get("Zaken API-standaard"), "Object ID"));
    assertEquals("1", file.value(file.byName().get("Zaakregistratiecomponent"), "Object ID"));
    assertNull(file.value(file.byName().get("Zaken API 1.5.1"), "Object ID"));
  }

  @Test
  void each_status_is_there_by_who_says_so() {
    ModelFile file = file("/archimate.xml");
    Element standard = file.byName().get("StUF-ZKN <script>alert('x')</script>");
    String forum = "forum-status, volgens Forum Standaardisatie";
    assertEquals("Verplicht", file.value(standard, forum));
    assertEquals("2017", file.value(standard, forum + ": sinds"));
    assertEquals("Forum", file.value(standard, forum + ": bron"));
    Element bound = file.byName().get("Zaken API-standaard");
    assertEquals("Pas toe of leg uit", file.value(bound, "vng-verbindendheid"));
    assertEquals("2021-04-01", file.value(bound, "vng-verbindendheid: sinds"));
    assertEquals("In gebruik", file.value(bound, "levensfase, volgens VNG Realisatie"));
    assertEquals("In ontwikkeling", file.value(bound, "levensfase, volgens Beheer ZGW"));
  }

  @Test
  void on_a_past_day_it_says_what_held_then() {
    String path = "/standaarden/stuf-zkn/archimate.xml?op=2016-12-31";
    String forum = "forum-status, volgens Forum Standaardisatie";
    ModelFile then = file(path);
    assertNull(then.value(then.byName().get("StUF-ZKN <script>alert('x')</script>"), forum));
    assertEquals(
        "Sat, 31 Dec 2016 22:59:59 GMT",
        SITE.get(path).headers().firstValue("Memento-Datetime").orElseThrow());
  }

  @Test
  void colours_tell_the_point_of_life() {
    ModelFile file = file("/archimate.xml");
    Map<String, Element> things = file.byName();
    assertEquals("246", file.red(things.get("StUF-ZKN <script>alert('x')</script>")));
    assertEquals("246", file.red(things.get("Zaken API 1.0.0")));
    assertEquals("253", file.red(things.get("Zaken API-standaard")));
    assertEquals("236", file.red(things.get("Zaken API 1.5.1")));
  }

  @Test
  void a_thing_has_the_same_identifier_in_every_file_and_state() {
    String whole = SITE.get("/archimate.xml").body();
    assertEquals(whole, SITE.get("/archimate.xml").body());
    ModelFile here = ModelFile.of(whole);
    try (Site other =
        Site.with(
            PREFIXES
                + """
                standaard:aaa a sc:Standard ; dct:identifier "aaa" ; dct:title "AAA"@nl .
                """)) {
      ModelFile there = ModelFile.of(other.get("/archimate.xml").body());
      assertTrue(there.byName().containsKey("AAA"));
      for (String name : List.of("Zaken API-standaard", "Zaken API 1.5.1")) {
        assertEquals(id(here.byName().get(name)), id(there.byName().get(name)));
      }
      assertTrue(ids(here, "relationship").containsAll(ids(there, "relationship")));
    }
    ModelFile small = ModelFile.of(SITE.get(COMPONENT + "/archimate.xml").body());
    assertTrue(ids(here, "element").containsAll(ids(small, "element")));
    // As Python has it: uuid.uuid3(uuid.NAMESPACE_URL, iri).
    assertEquals(
        "id-2963082a-ebb4-3ab0-8b45-e2a5c242f4ec",
        Identifier.of("https://w3id.org/standaardencatalogus/id/standaard/zaken-api"));
  }

  @Test
  void chosen_components_are_in_one_model_with_what_is_between_them() {
    ModelFile file =
        file("/archimate.xml?component=refcomp-post&component=refcomp-zaakregistratiecomponent");
    assertEquals(4, file.all("element").size());
    Element flow = relation(file, writable(ODD), "Zaakregistratiecomponent");
    assertEquals("Flow", ModelFile.type(flow));
    assertEquals("zaken & stukken", ModelFile.name(flow));
    assertEquals(3, file.all("connection").size());
  }

  /** What a file can hold of a text. */
  private static String writable(String text) {
    return text.replaceAll("[\u0001\uFFFE]", "\uFFFD");
  }

  @Test
  void a_text_is_escaped_and_a_character_that_xml_cannot_hold_is_replaced() {
    ModelFile file = file("/architectuur/refcomp-post/archimate.xml");
    assertEquals(Set.of(writable(ODD)), file.byName().keySet());
    assertEquals("Grouping", ModelFile.type(file.byName().get(writable(ODD))));
  }

  @Test
  void what_is_not_there_is_refused() {
    assertEquals(400, SITE.get("/archimate.xml?component=nergens").statusCode());
    assertEquals(400, SITE.get("/archimate.xml?op=morgen").statusCode());
    assertEquals(404, SITE.get("/standaarden/nergens/archimate.xml").statusCode());
    assertEquals(404, SITE.get("/en/architectuur/nergens/archimate.xml").statusCode());
  }

  @Test
  void it_is_sent_as_a_file_and_once() {
    HttpResponse<String> first = SITE.get(COMPONENT + "/archimate.xml");
    assertEquals(
        "application/xml;charset=utf-8", first.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        "attachment; filename=\"refcomp-zaakregistratiecomponent-archimate.xml\"",
        first.headers().firstValue("Content-Disposition").orElseThrow());
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, SITE.get(COMPONENT + "/archimate.xml", "If-None-Match", tag).statusCode());
  }

  @Test
  void in_english_it_has_english_texts_and_the_same_identifiers() {
    ModelFile dutch = file("/archimate.xml");
    ModelFile english = file("/en/archimate.xml");
    assertEquals("Catalogue of standards", ModelFile.name(english.document().getDocumentElement()));
    assertEquals(ids(dutch, "element"), ids(english, "element"));
    assertEquals(ids(dutch, "propertyDefinition"), ids(english, "propertyDefinition"));
    assertEquals(
        "Comply or explain",
        english.value(english.byName().get("Zaken API-standaard"), "vng-verbindendheid"));
  }

  @Test
  void pages_lead_to_it() {
    assertTrue(
        SITE.get(COMPONENT, "Accept", "text/html")
            .body()
            .contains("href=\"" + COMPONENT + "/archimate.xml\""));
    assertTrue(
        SITE.get("/en/standaarden/zaken-api?op=2025-01-01", "Accept", "text/html")
            .body()
            .contains("href=\"/en/standaarden/zaken-api/archimate.xml?op=2025-01-01\""));
    assertTrue(
        SITE.get("/aanbesteding?component=refcomp-zaakregistratiecomponent", "Accept", "text/html")
            .body()
            .contains("href=\"/archimate.xml?component=refcomp-zaakregistratiecomponent\""));
  }
}
