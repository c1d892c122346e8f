package nl.standaardencatalogus.server.api;

import static nl.standaardencatalogus.server.api.Caller.AMSTERDAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.http.ApiVersion;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API, held against the routes of a running server and its answers. */
class OpenApiTest {
  @TempDir private static Path folder;
  private static TestServer server;
  private static Caller amsterdam;
  private static Caller secretariat;

  @BeforeAll
  static void start() {
    server = TestServer.on(folder, "CONTACT_EMAIL", "beheer@example.org", "FOUR_EYES", "false");
    amsterdam = new Caller(folder, AMSTERDAM, Role.MUNICIPALITY);
    secretariat = new Caller(folder, Iris.organisation("vng"), Role.SECRETARIAT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void every_route_is_described_and_nothing_else() {
    Set<String> routes =
        server.routes().stream()
            .filter(route -> route.contains(" " + ApiVersion.PATH))
            .map(route -> route.replace(ApiVersion.PATH, ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described = new TreeSet<>(Described.operations().keySet());
    // A HEAD is to OpenAPI an operation of its own; here it is with every GET, as HTTP has it.
    Described.operations().keySet().stream()
        .filter(operation -> operation.startsWith("GET "))
        .forEach(operation -> described.add(operation.replace("GET ", "HEAD ")));
    assertEquals(described, routes);
  }

  @Test
  void every_parameter_of_a_path_is_described() {
    for (String operation : Described.operations().keySet()) {
      Set<String> inPath = new TreeSet<>();
      Pattern.compile("\\{([^}]*)}")
          .matcher(operation)
          .results()
          .forEach(found -> inPath.add(found.group(1)));
      Set<String> described =
          Described.parameters(operation).stream()
              .filter(parameter -> parameter.getString("in").equals("path"))
              .map(parameter -> parameter.getString("name"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(inPath, described, operation);
    }
  }

  /** A parameter that is described but unknown would be refused, and the other way round. */
  @Test
  void every_parameter_of_a_query_is_known_and_no_other() throws Exception {
    for (Map.Entry<String, JsonObject> each : Described.operations().entrySet()) {
      String operation = each.getKey();
      String method = operation.substring(0, operation.indexOf(' '));
      URI wrong = URI.create(Described.example(server.address(), operation) + "?nergens=1");
      String[] headers =
          method.equals("GET")
              ? new String[] {"Accept", "*/*"}
              : new String[] {
                "Content-Type", "text/turtle", "If-None-Match", "*", "Idempotency-Key", "x"
              };
      HttpResponse<String> response = amsterdam.ask(wrong, method, "", headers);
      assertEquals(400, response.statusCode(), operation);
      String detail =
          JSON.parse(response.body())
              .getArray("errors")
              .map(error -> error.getAsObject().getString("detail"))
              .findFirst()
              .orElseThrow();
      String expected =
          Described.parameters(operation).stream()
              .filter(parameter -> parameter.getString("in").equals("query"))
              .map(parameter -> parameter.getString("name"))
              .sorted()
              .collect(Collectors.joining(", "));
      assertTrue(
          expected.isEmpty() ? detail.contains("nor any other") : detail.contains(expected + "."),
          operation + ": " + detail);
    }
  }

  @Test
  void every_example_works_as_it_stands() throws Exception {
    for (Map.Entry<String, JsonObject> each : Described.operations().entrySet()) {
      String operation = each.getKey();
      URI address = Described.example(server.address(), operation);
      if (operation.contains("{proposal}")) {
        // There is none until somebody hands it in; ProposalsTest answers what it handed in.
        continue;
      }
      if (operation.endsWith("/gemma-releases")) {
        // A whole release would be the example; GemmaReleasesTest sends one.
        continue;
      }
      if (operation.startsWith("PUT ")) {
        putGetAndDelete(operation, address, each.getValue());
      } else if (operation.startsWith("POST ")) {
        post(operation, each.getValue());
      } else if (operation.startsWith("GET ")
          && !Described.operations().containsKey(operation.replace("GET ", "PUT "))) {
        get(Described.example(server.address(), operation, "page", "pageSize"));
      }
    }
  }

  private static void get(URI address) throws Exception {
    HttpResponse<String> response = amsterdam.ask(address, "GET", "");
    assertEquals(200, response.statusCode(), address + "\n" + response.body());
  }

  private static void putGetAndDelete(String operation, URI address, JsonObject described)
      throws Exception {
    boolean own = operation.matches("PUT /(declarations|mandates)/.*");
    Caller caller = own ? amsterdam : secretariat;
    for (String[] example : examples(described)) {
      URI trial = Described.example(server.address(), operation, "dryRun", "reason");
      URI told = own ? address : Described.example(server.address(), operation, "reason");
      String[] headers = {"Content-Type", example[0], "If-None-Match", "*"};
      HttpResponse<String> tried = caller.ask(trial, "PUT", example[1], headers);
      assertEquals(200, tried.statusCode(), operation + "\n" + tried.body());
      HttpResponse<String> put = caller.ask(told, "PUT", example[1], headers);
      assertEquals(201, put.statusCode(), operation + "\n" + put.body());
      HttpResponse<String> got = caller.ask(address, "GET", "", "Accept", example[0]);
      assertEquals(200, got.statusCode(), operation);
      HttpResponse<String> gone = caller.ask(told, "DELETE", "", "If-Match", Caller.tag(got));
      assertEquals(200, gone.statusCode(), operation + "\n" + gone.body());
    }
  }

  private static void post(String operation, JsonObject described) throws Exception {
    for (String[] example : examples(described)) {
      for (String[] query : new String[][] {{"dryRun", "reason"}, {"reason", "basedOn"}}) {
        HttpResponse<String> posted =
            amsterdam.ask(
                Described.example(server.address(), operation, query),
                "POST",
                example[1],
                "Content-Type",
                example[0],
                "Idempotency-Key",
                "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
        assertTrue(
            List.of(200, 201).contains(posted.statusCode()), operation + "\n" + posted.body());
      }
    }
    HttpResponse<String> list =
        amsterdam.ask(
            Described.example(server.address(), "GET /declarations", "municipality"), "GET", "");
    assertTrue(JSON.parse(list.body()).getNumber("total").intValue() > 0, list::body);
  }

  /** The media type and the text of each example of a body. */
  private static List<String[]> examples(JsonObject operation) {
    List<String[]> examples = new ArrayList<>();
    operation
        .getObj("requestBody")
        .getObj("content")
        .forEach(
            (type, content) -> {
              JsonValue example = content.getAsObject().get("example");
              if (example != null) {
                String text =
                    example.isString() ? example.getAsString().value() : example.toString();
                examples.add(new String[] {type, text});
              }
            });
    assertTrue(!examples.isEmpty());
    return examples;
  }

  /** What a question tells and a schema does not have, or the reverse. */
  @Test
  void things_have_the_keys_that_their_questions_tell() {
    Map<String, String> schemas =
        Map.of(
            "Standard", "api/standard",
            "StandardVersion", "api/version",
            "BindingDecision", "api/decision",
            "Advice", "api/advice",
            "Municipality", "api/municipality",
            "Declaration", "api/declaration");
    schemas.forEach(
        (schema, question) -> {
          Set<String> described =
              new TreeSet<>(
                  Described.document()
                      .getObj("components")
                      .getObj("schemas")
                      .getObj(schema)
                      .getObj("properties")
                      .keySet());
          described.removeAll(Set.of("@context", "id"));
          Set<String> told = new TreeSet<>();
          Pattern.compile("\"([^\"]+)\" (true|false)\\)")
              .matcher(Questions.load().get(question).text())
              .results()
              .forEach(found -> told.add(found.group(1)));
          assertEquals(told, described, schema);
        });
  }

  @Test
  void any_site_may_read_where_the_api_is_and_who_answers_for_it() throws Exception {
    HttpResponse<String> response =
        amsterdam.ask(URI.create(server.address() + OpenApi.PATH), "GET", "");
    assertEquals("*", response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    JsonObject document = JSON.parse(response.body());
    assertEquals(
        server.address() + "/api/v1",
        document.getArray("servers").findFirst().orElseThrow().getAsObject().getString("url"));
    JsonObject info = document.getObj("info");
    assertEquals(ApiVersion.NUMBER, info.getString("version"));
    assertEquals("beheer@example.org", info.getObj("contact").getString("email"));
    assertEquals(Described.document().getObj("info").getString("version"), ApiVersion.NUMBER);
  }
}
