package nl.standaardencatalogus.server.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;

/**
 * The query of an address of the API, asked parameter by parameter. All that is wrong with it is
 * told at once at the end, and what nobody asked for is wrong too: whoever misspells a filter must
 * not get everything, and whoever misspells a trial must not find it recorded.
 */
final class Parameters {
  private final Map<String, List<String>> given;
  private final TreeSet<String> known = new TreeSet<>();
  private final List<Map<String, String>> errors = new ArrayList<>();

  Parameters(Context context) {
    this.given = context.queryParamMap();
  }

  /** What a parameter says; empty when it is not there. */
  Optional<String> text(String name) {
    known.add(name);
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > 1) {
      wrong(name, "It is there " + values.size() + " times; give it once.");
      return Optional.empty();
    }
    if (values.size() == 1 && values.get(0).isBlank()) {
      wrong(name, "It says nothing; give it a value or leave it out.");
      return Optional.empty();
    }
    return values.stream().findFirst().map(String::strip);
  }

  /** A whole number from 1 on; the usual one when the parameter is not there. */
  long number(String name, long usual, long most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return usual;
    }
    if (text.get().matches("[1-9][0-9]{0,17}") && Long.parseLong(text.get()) <= most) {
      return Long.parseLong(text.get());
    }
    wrong(name, "It must be a whole number from 1 to " + most + "; it is " + text.get() + ".");
    return usual;
  }

  /** A yes or a no; no when the parameter is not there. */
  boolean yes(String name) {
    Optional<String> text = text(name);
    if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
      wrong(name, "It must be true or false; it is " + text.get() + ".");
    }
    return text.filter("true"::equals).isPresent();
  }

  /** Notes that a parameter is wrong, and how to mend it. */
  void wrong(String name, String detail) {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("in", "query");
    error.put("name", name);
    error.put("detail", detail);
    errors.add(error);
  }

  /**
   * Ends the asking.
   *
   * @throws ProblemException 400 with all that is wrong
   */
  void end() {
    given.keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(
            name ->
                wrong(
                    name,
                    known.isEmpty()
                        ? "There is no such parameter here, nor any other."
                        : "There is no such parameter here; there are "
                            + String.join(", ", known)
                            + "."));
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problem.of(400, "The query of the address cannot be used; \"errors\" says what to mend.")
              .with("errors", errors));
    }
  }
}
