package nl.standaardencatalogus.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.http.ApiVersion;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/** The description of the API, held against what the API answers. */
final class Described {
  private static final JsonObject DOCUMENT = read();

  private Described() {}

  private static JsonObject read() {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
      return JSON.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonObject document() {
    return DOCUMENT;
  }

  /** Every operation, as its method and path, with what is said of it. */
  static Map<String, JsonObject> operations() {
    Map<String, JsonObject> operations = new LinkedHashMap<>();
    DOCUMENT
        .getObj("paths")
        .forEach(
            (path, item) ->
                item.getAsObject()
                    .forEach(
                        (method, operation) -> {
                          if (!method.equals("parameters")) {
                            operations.put(
                                method.toUpperCase(Locale.ROOT) + " " + path,
                                operation.getAsObject());
                          }
                        }));
    return operations;
  }

  /** The parameters of an operation, also those of its path. */
  static List<JsonObject> parameters(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    JsonObject item = DOCUMENT.getObj("paths").getObj(path);
    return Stream.of(item, operations().get(operation))
        .filter(has -> has.hasKey("parameters"))
        .flatMap(has -> has.get("parameters").getAsArray().stream())
        .map(Described::resolved)
        .toList();
  }

  /** What is said, also where it is said elsewhere. */
  static JsonObject resolved(JsonValue said) {
    JsonObject object = said.getAsObject();
    if (!object.hasKey("$ref")) {
      return object;
    }
    JsonObject at = DOCUMENT;
    for (String step : object.getString("$ref").substring(2).split("/")) {
      at = at.getObj(step);
    }
    return at;
  }

  /** Fails when the description does not tell of such an answer. */
  static HttpResponse<String> checked(HttpResponse<String> response) {
    String path = response.request().uri().getRawPath();
    if (!path.startsWith(ApiVersion.PATH + "/")) {
      return response;
    }
    assertEquals(ApiVersion.NUMBER, response.headers().firstValue("API-Version").orElse(""), path);
    Optional<JsonObject> operation =
        operation(response.request().method(), path.substring(ApiVersion.PATH.length()));
    if (operation.isEmpty()) {
      assertTrue(List.of(404, 405).contains(response.statusCode()), path);
      return response;
    }
    String what = response.request().method() + " " + path + ": " + response.statusCode();
    JsonObject responses = operation.get().getObj("responses");
    String status = String.valueOf(response.statusCode());
    assertTrue(responses.hasKey(status), () -> what + " is not described\n" + response.body());
    JsonObject answer = resolved(responses.get(status));
    requireHeaders(answer, response, what);
    String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
    if (!answer.hasKey("content")) {
      assertEquals("", response.body(), what);
    } else if (!response.request().method().equals("HEAD")) {
      JsonObject content = answer.getObj("content");
      assertTrue(content.hasKey(type), () -> what + " as " + type + " is not described");
      if (type.equals("application/json") || type.equals("application/problem+json")) {
        JsonValue schema = content.getObj(type).get("schema");
        requireShape(schema, JSON.parseAny(response.body()), what);
      }
    }
    return response;
  }

  private static void requireHeaders(
      JsonObject answer, HttpResponse<String> response, String what) {
    for (String header : answer.getObj("headers").keys()) {
      JsonValue always = resolved(answer.getObj("headers").get(header)).get("required");
      if (always != null && !always.getAsBoolean().value()) {
        continue;
      }
      boolean unlessGuessing = header.startsWith("RateLimit") && response.statusCode() == 429;
      assertTrue(
          unlessGuessing || response.headers().firstValue(header).isPresent(),
          () -> what + " has no header " + header);
    }
  }

  private static Optional<JsonObject> operation(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    return operations().entrySet().stream()
        .filter(each -> each.getKey().startsWith(asked + " "))
        .filter(each -> fits(each.getKey().substring(asked.length() + 1), path))
        .min(Comparator.comparing(each -> each.getKey().contains("{")))
        .map(Map.Entry::getValue);
  }

  private static boolean fits(String template, String path) {
    String[] expected = template.split("/");
    String[] given = path.split("/");
    return expected.length == given.length
        && Stream.iterate(0, i -> i < given.length, i -> i + 1)
            .allMatch(i -> expected[i].startsWith("{") || expected[i].equals(given[i]));
  }

  /** As much of JSON Schema as the description uses: members, lists, choices and plain types. */
  private static void requireShape(JsonValue said, JsonValue value, String where) {
    JsonObject schema = resolved(said);
    if (schema.hasKey("oneOf")) {
      JsonArray choices = schema.get("oneOf").getAsArray();
      assertTrue(
          choices.stream().anyMatch(each -> hasType(resolved(each), value)),
          () -> where + ": none of the choices is " + value);
      return;
    }
    assertTrue(hasType(schema, value), () -> where + ": not as described: " + value);
    if (value.isArray()) {
      value.getAsArray().forEach(each -> requireShape(schema.get("items"), each, where + "[]"));
    } else if (value.isObject()) {
      requireMembers(schema, value.getAsObject(), where);
    }
  }

  private static void requireMembers(JsonObject schema, JsonObject value, String where) {
    List<JsonObject> parts =
        schema.hasKey("allOf")
            ? schema.get("allOf").getAsArray().stream().map(Described::resolved).toList()
            : List.of(schema);
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (JsonObject part : parts) {
      if (part.hasKey("properties")) {
        part.getObj("properties").forEach(members::put);
      }
      if (part.hasKey("required")) {
        part.get("required")
            .getAsArray()
            .forEach(
                name ->
                    assertTrue(
                        value.hasKey(name.getAsString().value()),
                        () -> where + " lacks " + name + ": " + value));
      }
    }
    JsonValue others = schema.get("additionalProperties");
    value.forEach(
        (name, each) -> {
          if (members.containsKey(name)) {
            requireShape(members.get(name), each, where + "." + name);
          } else {
            assertTrue(others != null, () -> where + "." + name + " is not described: " + each);
          }
        });
  }

  private static boolean hasType(JsonObject schema, JsonValue value) {
    String type = schema.hasKey("type") ? schema.getString("type") : "object";
    return switch (type) {
      case "string" -> value.isString();
      case "integer" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      default -> value.isObject();
    };
  }

  /** The address of an operation with the examples of its parameters filled in. */
  static URI example(String base, String operation, String... query) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    StringBuilder asked = new StringBuilder();
    for (JsonObject parameter : parameters(operation)) {
      String name = parameter.getString("name");
      if (parameter.getString("in").equals("path")) {
        path = path.replace("{" + name + "}", parameter.getString("example"));
      } else if (Arrays.asList(query).contains(name)) {
        JsonValue example = parameter.get("example");
        String text = example.isString() ? example.getAsString().value() : example.toString();
        asked
            .append(asked.length() == 0 ? '?' : '&')
            .append(name)
            .append('=')
            .append(text.replace(" ", "%20"));
      }
    }
    return URI.create(base + ApiVersion.PATH + path + asked);
  }
}
