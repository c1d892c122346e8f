package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Library;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;
import nl.standaardencatalogus.catalogue.question.Questions;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The questions of the library over HTTP, on a small catalogue. */
class QuestionPageTest {
  private static final String PATH = "/sparql/vragen";
  private static final Library LIBRARY = Library.of(Questions.load());
  private static Site site;

  @BeforeAll
  static void start() {
    site = new Site();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static String ok(String path, String... headers) {
    HttpResponse<String> response = site.get(path, headers);
    assertEquals(200, response.statusCode(), path + "\n" + response.body());
    return response.body();
  }

  private static String type(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
  }

  static Stream<String> names() {
    return LIBRARY.all().stream().map(LibraryQuestion::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_question_has_a_page_in_both_languages(String name) {
    LibraryQuestion question = LIBRARY.get(name).orElseThrow();
    String nl = ok(PATH + "/" + name).replace("&#39;", "'");
    String en = ok("/en" + PATH + "/" + name).replace("&#39;", "'");
    assertTrue(nl.contains("<h1>" + question.title().nl() + "</h1>"), nl);
    assertTrue(en.contains("<h1>" + question.title().en() + "</h1>"), en);
  }

  @Test
  void list_has_every_question_once_under_its_audience() {
    String body = ok(PATH);
    List<String> linked =
        Pattern.compile("href=\"" + PATH + "/([a-z-]+)\"")
            .matcher(body)
            .results()
            .map(r -> r.group(1))
            .toList();
    List<String> byAudience =
        LIBRARY.all().stream()
            .sorted(Comparator.comparing(LibraryQuestion::audience))
            .map(LibraryQuestion::name)
            .toList();
    assertEquals(byAudience, linked);
    assertTrue(body.indexOf("Voor architecten") < body.indexOf("Voor gemeenten"));
  }

  @Test
  void every_column_has_a_heading_in_both_languages() {
    Texts nl = new Texts(Language.NL);
    Texts en = new Texts(Language.EN);
    Set<String> without = new TreeSet<>();
    for (LibraryQuestion question : LIBRARY.all()) {
      for (String column : question.columns()) {
        boolean name =
            column.endsWith("Name") && question.columns().contains(column.replaceAll("Name$", ""));
        String key = "column." + column;
        if (!name && !(nl.keys().contains(key) && en.keys().contains(key))) {
          without.add(column);
        }
      }
    }
    assertEquals(Set.of(), without);
  }

  @Test
  void answer_names_things_and_leads_to_their_pages() {
    String body = ok(PATH + "/verplicht-op-component");
    assertTrue(body.contains("<a href=\"/standaarden/zaken-api\">Zaken API-standaard</a>"), body);
    assertTrue(body.contains("1 regel<"), body);
    assertTrue(body.contains("2 november 2026, 09:00 uur, vastlegging 1."), body);
    assertTrue(body.contains("https://w3id.org/standaardencatalogus/sparql/vragen/verplicht"));
  }

  @Test
  void name_iri_and_short_form_are_one_value() {
    String name = ok(PATH + "/verplicht-op-component.csv?component=zaakregistratieCOMPONENT");
    assertTrue(name.startsWith("standard,standardName,interface,interfaceName,source\r\n"), name);
    assertEquals(2, name.lines().count());
    for (String value :
        List.of(
            "component:refcomp-zaakregistratiecomponent",
            "https://w3id.org/standaardencatalogus/id/component/refcomp-zaakregistratiecomponent")) {
      assertEquals(name, ok(PATH + "/verplicht-op-component.csv?component=" + value));
    }
  }

  @Test
  void suffix_and_accept_give_the_same_file() {
    String path = PATH + "/verplicht-op-component";
    String values = "?component=component:refcomp-zaakregistratiecomponent";
    for (String[] form :
        new String[][] {
          {".csv", "text/csv"},
          {".json", "application/sparql-results+json"},
          {".rq", "application/sparql-query"},
          {".ttl", "text/turtle"}
        }) {
      HttpResponse<String> suffixed = site.get(path + form[0] + values);
      HttpResponse<String> negotiated = site.get(path + values, "Accept", form[1]);
      assertEquals(form[1], type(suffixed));
      assertEquals(form[1], type(negotiated));
      assertEquals(suffixed.body(), negotiated.body());
      assertEquals("Accept", negotiated.headers().firstValue("Vary").orElse(""));
    }
    assertEquals("text/html", type(site.get(path, "Accept", "*/*")));
  }

  @Test
  void answer_over_made_up_declarations_says_so_on_the_page_and_with_the_file() {
    assertTrue(ok(PATH + "/adoptiegraad").contains("class=\"samplemark\""));
    assertEquals("all", sample(PATH + "/adoptiegraad.csv"));
    assertEquals("all", sample(PATH + "/adoptiegraad.json"));
    assertFalse(ok(PATH + "/bron-per-status").contains("class=\"samplemark\""));
    assertEquals("", sample(PATH + "/bron-per-status.csv"));
  }

  private static String sample(String path) {
    return site.get(path).headers().firstValue("Catalogue-Sample-Data").orElse("");
  }

  @Test
  void answer_that_is_known_is_not_sent_again() {
    String path = PATH + "/bron-per-status.csv";
    HttpResponse<String> first = site.get(path);
    assertEquals("1", first.headers().firstValue("Catalogue-Sequence").orElse(""));
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, site.get(path, "If-None-Match", tag).statusCode());
    assertEquals(200, site.get(path, "If-None-Match", "\"other\"").statusCode());
  }

  @Test
  void query_has_its_values_in_it_and_can_be_asked_elsewhere() {
    String query = ok(PATH + "/verplicht-op-component.rq?component=Zaakregistratiecomponent");
    assertFalse(query.contains("?component"), query);
    assertTrue(query.contains("component:refcomp-zaakregistratiecomponent"), query);
    assertTrue(query.startsWith("# Welke standaarden zijn verplicht"), query);
    Query parsed = QueryFactory.create(query);
    assertEquals(
        LIBRARY.get("verplicht-op-component").orElseThrow().columns(), parsed.getResultVars());
    String page = ok(PATH + "/verplicht-op-component");
    assertTrue(page.contains("href=\"/sparql?query=%23+Welke+standaarden"), page);
    String english = ok("/en" + PATH + "/verplicht-op-component");
    assertTrue(english.contains("href=\"/en/sparql?query=%23+Welke+standaarden"), english);
  }

  @Test
  void files_are_not_made_of_values_that_nobody_gave() {
    HttpResponse<String> response = site.get(PATH + "/verplicht-op-component.csv");
    assertEquals(400, response.statusCode());
    assertEquals("application/problem+json", type(response));
    assertTrue(response.body().contains("Parameter component is missing"), response.body());
    assertTrue(response.body().contains("\"parameter\" : \"component\""), response.body());
  }

  @Test
  void value_that_is_none_of_the_parameter_is_refused_by_name() {
    for (String[] wrong :
        new String[][] {
          {"laatste-vastgestelde-versie", "standard=zaken-api&day=gisteren", "day", "gisteren"},
          {"verplicht-op-component", "component=standaard:zaken-api", "component", "standaard"},
          {"verplicht-op-component", "component=", "component", "component"},
          {"achterblijvers", "before=2024-01-01&percentage=veel", "percentage", "veel"}
        }) {
      HttpResponse<String> file = site.get(PATH + "/" + wrong[0] + ".json?" + wrong[1]);
      assertEquals(400, file.statusCode(), wrong[1]);
      HttpResponse<String> page = site.get(PATH + "/" + wrong[0] + "?" + wrong[1]);
      assertEquals(400, page.statusCode(), wrong[1]);
      assertTrue(page.body().contains("<title>Fout: "), page.body());
      assertTrue(page.body().contains("href=\"#v-" + wrong[2] + "\""), page.body());
      assertTrue(page.body().contains(wrong[3]), page.body());
    }
  }

  @Test
  void what_was_typed_is_shown_and_never_as_markup() {
    HttpResponse<String> page =
        site.get(
            PATH + "/verplicht-op-component?component=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
    assertEquals(400, page.statusCode());
    assertFalse(page.body().contains("<script"), page.body());
  }

  @Test
  void question_without_rows_says_why() {
    String body = ok(PATH + "/processen-van-standaard");
    assertTrue(body.contains("0 regels"), body);
    assertTrue(body.contains("geen relatie die van een component naar een proces leidt"), body);
    assertTrue(ok(PATH + "/onze-versies?municipality=Groningen").contains("geen antwoord"));
  }

  @Test
  void unknown_question_is_not_found() {
    assertEquals(404, site.get(PATH + "/bestaat-niet").statusCode());
    assertEquals(404, site.get(PATH + "/bestaat-niet.csv").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bestaat-niet.csv",
        "/wat-geldt-en-is-opgegeven.csv?municipality=gm0363&asOf=2020-06-30",
        "/wat-geldt-en-is-opgegeven.csv?municipality=gm0363&municipality=gm0344",
        "/wat-geldt-en-is-opgegeven.csv?municipality=gm0363&op=gisteren"
      })
  void a_program_is_told_what_is_wrong_in_its_own_way(String path) {
    HttpResponse<String> response = site.get(PATH + path);
    assertEquals(path.startsWith("/bestaat") ? 404 : 400, response.statusCode(), response::body);
    assertEquals("application/problem+json", type(response), response::body);
  }

  @Test
  void a_form_that_a_question_does_not_come_in_is_refused() {
    assertEquals(
        406,
        site.get(PATH + "/wat-geldt-en-is-opgegeven", "Accept", "application/pdf").statusCode());
  }

  @Test
  void past_day_goes_along() {
    String body = ok(PATH + "/verplicht-op-component?op=2026-11-10");
    assertTrue(body.contains("name=\"op\" value=\"2026-11-10\""), body);
    assertTrue(body.contains("asOf=2026-11-10"), body);
    assertTrue(body.contains("refcomp-zaakregistratiecomponent&amp;op=2026-11-10"), body);
  }

  @Test
  void description_says_what_the_question_promises() {
    for (LibraryQuestion question : LIBRARY.all()) {
      Graph graph = turtle(ok(PATH + "/" + question.name() + ".ttl"));
      Node subject = NodeFactory.createURI(question.iri());
      assertTrue(graph.contains(subject, RDF.type.asNode(), SHACL.SPARQLSelectExecutable));
      assertTrue(
          graph.contains(
              subject,
              DCTerms.title.asNode(),
              NodeFactory.createLiteralLang(question.title().nl(), "nl")));
      String select =
          graph.find(subject, SHACL.select, Node.ANY).next().getObject().getLiteralLexicalForm();
      assertEquals(question.parsed(), QueryFactory.create(select));
      assertEquals(
          question.parameters().size(),
          graph.find(subject, SHACL.parameter, Node.ANY).toList().size());
      Set<String> columns =
          graph
              .find(Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/csvw#name"), Node.ANY)
              .toList()
              .stream()
              .map(triple -> triple.getObject().getLiteralLexicalForm())
              .collect(Collectors.toSet());
      assertEquals(Set.copyOf(question.columns()), columns);
      assertFalse(graph.stream().anyMatch(t -> t.getSubject().isBlank()));
    }
    assertEquals(
        LIBRARY.all().size(),
        turtle(ok(PATH + ".ttl"))
            .find(Node.ANY, RDF.type.asNode(), SHACL.SPARQLSelectExecutable)
            .toList()
            .size());
  }

  private static Graph turtle(String text) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFDataMgr.read(graph, new StringReader(text), null, Lang.TURTLE);
    return graph;
  }
}
