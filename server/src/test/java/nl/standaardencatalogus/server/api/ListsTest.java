package nl.standaardencatalogus.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of the API, on the curated catalogue, which has no declarations. */
class ListsTest {
  private static final String CONTEXT = CuratedServer.get("/def/context.jsonld").body();

  private static HttpResponse<String> get(String path, String... headers) {
    return Described.checked(CuratedServer.get("/api/v1" + path, headers));
  }

  private static JsonObject json(String path) {
    HttpResponse<String> response = get(path);
    assertEquals(200, response.statusCode(), response::body);
    return JSON.parse(response.body());
  }

  private static List<String> ids(JsonObject page) {
    return page.getArray("items").map(item -> item.getAsObject().getString("id")).toList();
  }

  private static Optional<String> link(HttpResponse<String> response, String relation) {
    Matcher link =
        Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"")
            .matcher(response.headers().firstValue("Link").orElse(""));
    return link.find() ? Optional.of(link.group(1)) : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/standards?pageSize=7", "/municipalities", "/municipalities?pageSize=1"})
  void from_page_to_page_everything_comes_once(String path) {
    Node type = path.startsWith("/standards") ? SC.STANDARD_CLASS : SC.MUNICIPALITY_CLASS;
    TreeSet<String> expected = new TreeSet<>();
    CuratedServer.graph()
        .find(Node.ANY, RDF.type.asNode(), type)
        .mapWith(Triple::getSubject)
        .forEach(thing -> expected.add(thing.getURI()));
    List<String> met = new ArrayList<>();
    Optional<String> next = Optional.of("/api/v1" + path);
    while (next.isPresent()) {
      HttpResponse<String> response = Described.checked(CuratedServer.get(next.get()));
      JsonObject page = JSON.parse(response.body());
      assertEquals(expected.size(), page.getNumber("total").intValue());
      met.addAll(ids(page));
      next = link(response, "next");
    }
    assertEquals(List.copyOf(expected), met);
  }

  @Test
  void links_lead_to_the_first_the_last_and_the_pages_around() {
    HttpResponse<String> second = get("/standards?page=2&pageSize=20");
    assertEquals("/api/v1/standards?page=1&pageSize=20", link(second, "first").orElseThrow());
    assertEquals("/api/v1/standards?page=1&pageSize=20", link(second, "prev").orElseThrow());
    assertEquals("/api/v1/standards?page=3&pageSize=20", link(second, "next").orElseThrow());
    long last = JSON.parse(second.body()).getNumber("pages").longValue();
    assertEquals(
        "/api/v1/standards?page=" + last + "&pageSize=20", link(second, "last").orElseThrow());
    assertTrue(link(get("/standards"), "prev").isEmpty());
    assertEquals(404, get("/standards?page=" + (last + 1) + "&pageSize=20").statusCode());
  }

  @Test
  void all_that_is_wrong_with_a_query_is_told_at_once() {
    HttpResponse<String> response =
        get("/declarations?municipality=amsterdam&phse=gepland&phase=klaar&page=0&pageSize=a");
    assertEquals(400, response.statusCode());
    List<String> names =
        JSON.parse(response.body())
            .getArray("errors")
            .map(error -> error.getAsObject().getString("name"))
            .toList();
    assertEquals(List.of("municipality", "phase", "page", "pageSize", "phse"), names);
    assertTrue(response.body().contains("in-productie"), response::body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/standards?q=zaken",
        "/standards?page=1&page=2",
        "/standards?page=",
        "/standards?pageSize=501",
        "/standards?page=99999999999999999999",
        "/standards/zaken-api?versions=true",
        "/declarations?version=1.5.1",
        "/declarations?standard=zaken-api&version=9.9",
        "/declarations?standard=Zaken%20API",
        "/declarations?municipality=gm9999",
        "/declarations?phase=..%2Flevensfase%2Fin-gebruik",
        "/openapi.json?format=yaml",
      })
  void what_names_nothing_is_refused_and_never_ignored(String path) {
    assertEquals(400, get(path).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/standards/geen-standaard",
        "/standards/Zaken%20API",
        "/standards/geen-standaard/versions",
        "/standards/zaken-api/versions/9.9",
        "/municipalities/gm9999",
        "/municipalities/amsterdam",
        "/declarations/gm0363/zaken-api",
        "/mandates/gm0363/vng",
        "/nergens",
      })
  void what_is_not_there_is_told_so(String path) {
    HttpResponse<String> response = get(path);
    assertEquals(404, response.statusCode());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/standards/zaken-api",
        "/standards/zaken-api/versions/1.5.1",
        "/municipalities/gm0363",
        "/municipalities/gm0056",
        "/standards?pageSize=500",
        "/standards/zaken-api/versions",
        "/municipalities?pageSize=500",
      })
  void plain_json_says_as_linked_data_what_the_catalogue_says(String path) {
    HttpResponse<String> response = get(path);
    assertTrue(
        link(response, "http://www.w3.org/ns/json-ld#context")
            .orElseThrow()
            .endsWith("/def/context.jsonld"));
    JsonObject read = JSON.parse(response.body());
    read.put("@context", JSON.parse(CONTEXT).get("@context"));
    Graph said = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(read.toString())).lang(Lang.JSONLD).parse(said);
    int[] count = {0};
    said.find()
        .filterDrop(triple -> triple.getPredicate().getURI().contains("hydra"))
        .forEach(
            triple -> {
              count[0]++;
              assertTrue(CuratedServer.graph().contains(triple), triple::toString);
            });
    // Nothing that is told was lost on the way either.
    assertEquals(values(JSON.parse(response.body())).size(), count[0], path);
  }

  /** The values under the keys of things; what is told of a decision at each standard is once. */
  private static Set<String> values(JsonObject read) {
    Set<String> values = new HashSet<>();
    if (read.hasKey("items")) {
      read.getArray("items").forEach(item -> values.addAll(values(item.getAsObject())));
      return values;
    }
    String id = read.getString("id");
    read.forEach(
        (key, value) -> {
          if (value.isArray()) {
            for (JsonValue one : value.getAsArray()) {
              boolean thing = one.isObject() && one.getAsObject().hasKey("id");
              values.add(id + " " + key + " " + (thing ? one.getAsObject().getString("id") : one));
              if (thing) {
                values.addAll(values(one.getAsObject()));
              }
            }
          } else if (value.isObject() && !value.getAsObject().hasKey("@value")) {
            value.getAsObject().keys().forEach(tag -> values.add(id + " " + key + " " + tag));
          } else if (!key.equals("id")) {
            values.add(id + " " + key);
          }
        });
    return values;
  }

  @Test
  void a_standard_tells_by_which_decision_it_holds_on_which_advice() {
    JsonObject because = json("/standards/vwo").get("boundBy").getAsArray().get(0).getAsObject();
    assertEquals(
        "https://w3id.org/standaardencatalogus/def/vng-verbindendheid/verplicht",
        because.getString("force"));
    assertEquals(
        "https://w3id.org/standaardencatalogus/id/standaard/vwo",
        because.get("covers").getAsArray().get(0).getAsString().value());
    JsonObject advice = because.get("onAdviceOf").getAsArray().get(0).getAsObject();
    assertEquals(
        "https://w3id.org/standaardencatalogus/id/besluit/2019-cvd-advies-verwerkersovereenkomst",
        advice.getString("id"));
    assertTrue(advice.getString("decisionBody").endsWith("/college-van-dienstverleningszaken"));
  }

  @Test
  void of_a_decision_on_no_known_advice_none_is_told() {
    JsonObject because =
        json("/standards/zaken-api").get("boundBy").getAsArray().get(0).getAsObject();
    assertFalse(because.hasKey("onAdviceOf"), because::toString);
  }

  @Test
  void json_ld_is_the_same_with_its_context_named() {
    JsonObject plain = json("/standards/zaken-api");
    HttpResponse<String> named = get("/standards/zaken-api", "Accept", "application/ld+json");
    assertEquals("application/ld+json", named.headers().firstValue("Content-Type").orElse(""));
    JsonObject linked = JSON.parse(named.body());
    assertTrue(linked.getString("@context").endsWith("/def/context.jsonld"));
    linked.remove("@context");
    assertEquals(plain, linked);
    assertEquals(406, get("/standards", "Accept", "text/csv").statusCode());
  }

  @Test
  void what_a_client_has_is_not_sent_again() {
    HttpResponse<String> first = get("/municipalities");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get("/municipalities", "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals(tag, again.headers().firstValue("ETag").orElseThrow());
    String other =
        get("/municipalities", "Accept", "application/ld+json")
            .headers()
            .firstValue("ETag")
            .orElseThrow();
    assertFalse(tag.equals(other));
    assertEquals("Accept", first.headers().firstValue("Vary").orElse("").split(",")[0]);
    assertEquals("no-cache", first.headers().firstValue("Cache-Control").orElse(""));
    assertEquals("*", first.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
  }

  @Test
  void head_tells_what_get_tells() {
    HttpResponse<String> head =
        Described.checked(
            CuratedServer.send(
                CuratedServer.request("/api/v1/standards")
                    .method("HEAD", BodyPublishers.noBody())));
    HttpResponse<String> get = get("/standards");
    for (String header : List.of("ETag", "Link", "Content-Type", "Cache-Control")) {
      assertEquals(get.headers().firstValue(header), head.headers().firstValue(header), header);
    }
    assertEquals("", head.body());
  }

  @ParameterizedTest
  @CsvSource({"PUT, 405", "DELETE, 405", "POST, 405", "PATCH, 405"})
  void lists_are_only_read(String method, int status) {
    HttpRequest.Builder request =
        CuratedServer.request("/api/v1/standards").method(method, BodyPublishers.ofString("x"));
    HttpResponse<String> response = Described.checked(CuratedServer.send(request));
    assertEquals(status, response.statusCode());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void a_catalogue_without_declarations_has_an_empty_list() {
    JsonObject page = json("/declarations?municipality=gm0363&standard=zaken-api");
    assertEquals(0, page.getNumber("total").intValue());
    assertEquals(1, page.getNumber("pages").intValue());
    assertEquals(List.of(), ids(page));
  }
}
