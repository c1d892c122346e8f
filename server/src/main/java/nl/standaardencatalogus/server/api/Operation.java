package nl.standaardencatalogus.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * What can be done at one address of the API, as its description tells it to people, in Dutch.
 *
 * @param tag what it is about
 * @param path below the API
 * @param secured whether it needs a key
 */
public record Operation(
    String id,
    String tag,
    String method,
    String path,
    String summary,
    String description,
    boolean secured,
    List<Parameter> parameters,
    List<Answer> answers) {

  /**
   * What can be said with it.
   *
   * @param place {@code path}, {@code query} or {@code header}
   */
  public record Parameter(String name, String place, String description) {
    private static final List<String> PLACES = List.of("path", "query", "header");

    public Parameter {
      if (!PLACES.contains(place)) {
        throw new IllegalArgumentException("The page has no word for where it is: " + place);
      }
    }
  }

  /** How it can end. */
  public record Answer(String status, String description) {}

  /** Everything that can be done, in the order of the description. */
  public static List<Operation> all() {
    JsonObject document = OpenApi.read();
    List<Operation> operations = new ArrayList<>();
    document
        .getObj("paths")
        .forEach(
            (path, item) ->
                item.getAsObject().keys().stream()
                    .filter(method -> !method.equals("parameters"))
                    .map(method -> of(document, path, item.getAsObject(), method))
                    .forEach(operations::add));
    return operations;
  }

  private static Operation of(JsonObject document, String path, JsonObject item, String method) {
    JsonObject said = item.getObj(method);
    List<Answer> answers = new ArrayList<>();
    said.getObj("responses")
        .forEach(
            (status, answer) ->
                answers.add(
                    new Answer(status, resolved(document, answer).getString("description"))));
    return new Operation(
        said.getString("operationId"),
        said.getArray("tags").findFirst().orElseThrow().getAsString().value(),
        method.toUpperCase(Locale.ROOT),
        path,
        said.getString("summary"),
        said.getString("description"),
        said.hasKey("security"),
        Stream.of(item, said)
            .filter(has -> has.hasKey("parameters"))
            .flatMap(has -> has.getArray("parameters"))
            .map(parameter -> parameter(resolved(document, parameter)))
            .toList(),
        answers);
  }

  private static Parameter parameter(JsonObject said) {
    return new Parameter(
        said.getString("name"), said.getString("in"), said.getString("description"));
  }

  /** What is said, also where it is said in another place of the document. */
  private static JsonObject resolved(JsonObject document, JsonValue said) {
    JsonObject object = said.getAsObject();
    if (!object.hasKey("$ref")) {
      return object;
    }
    JsonObject at = document;
    for (String step : object.getString("$ref").substring(2).split("/")) {
      at = at.getObj(step);
    }
    return at;
  }
}
