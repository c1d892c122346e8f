package nl.standaardencatalogus.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;

/** The technical rules of the NLGov REST API Design Rules 2.1 that a description can break. */
class DesignRulesTest {
  private static void eachAnswer(BiConsumer<String, JsonObject> check) {
    Described.operations()
        .forEach(
            (operation, described) ->
                described
                    .getObj("responses")
                    .forEach(
                        (status, answer) ->
                            check.accept(operation + " " + status, Described.resolved(answer))));
  }

  /** /core/version-header */
  @Test
  void every_answer_has_the_version_in_a_header() {
    eachAnswer(
        (where, answer) -> assertTrue(answer.getObj("headers").hasKey("API-Version"), where));
  }

  /** /core/error-handling/problem-details */
  @Test
  void every_refusal_is_a_problem() {
    eachAnswer(
        (where, answer) -> {
          if (where.matches(".* [45]\\d\\d")) {
            assertEquals(
                Set.of("application/problem+json"), answer.getObj("content").keys(), where);
          }
        });
  }

  /** /core/error-handling/invalid-input */
  @Test
  void what_takes_input_can_refuse_it() {
    for (Map.Entry<String, JsonObject> operation : Described.operations().entrySet()) {
      assertTrue(operation.getValue().getObj("responses").hasKey("400"), operation.getKey());
    }
  }

  /** /core/path-segments-kebab-case, /core/no-trailing-slash, /core/naming-collections */
  @Test
  void paths_are_of_small_letters_and_none_ends_in_a_slash() {
    for (String path : Described.document().getObj("paths").keys()) {
      assertTrue(path.matches("/openapi\\.json|(/([a-z0-9-]+|\\{[a-z]+}))+"), path);
    }
  }

  /** /core/query-keys-camel-case */
  @Test
  void parameters_of_a_query_are_in_camel_case() {
    for (String operation : Described.operations().keySet()) {
      for (JsonObject parameter : Described.parameters(operation)) {
        boolean query = parameter.getString("in").equals("query");
        String name = parameter.getString("name");
        assertTrue(!query || name.matches("[a-z]+([A-Z][a-z]*)*"), operation + " " + name);
      }
    }
  }

  /** /core/doc-openapi, /core/doc-openapi-contact, /core/semver */
  @Test
  void description_says_what_it_is_and_whose() {
    JsonObject document = Described.document();
    assertTrue(document.getString("openapi").matches("3\\.0\\.\\d+"));
    JsonObject info = document.getObj("info");
    assertTrue(info.getString("version").matches("\\d+\\.\\d+\\.\\d+"));
    for (String member : Set.of("name", "url", "email")) {
      assertFalse(info.getObj("contact").getString(member).isBlank(), member);
    }
  }

  @Test
  void operations_have_names_of_their_own() {
    Set<String> names = new HashSet<>();
    Described.operations()
        .forEach(
            (operation, described) ->
                assertTrue(names.add(described.getString("operationId")), operation));
  }

  @Test
  void every_reference_leads_somewhere() {
    follow(Described.document());
  }

  private static void follow(JsonValue said) {
    if (said.isArray()) {
      said.getAsArray().forEach(DesignRulesTest::follow);
    } else if (said.isObject()) {
      JsonObject object = said.getAsObject();
      if (object.hasKey("$ref")) {
        assertTrue(Described.resolved(object) != null, object.getString("$ref"));
      }
      object.values().forEach(DesignRulesTest::follow);
    }
  }
}
