package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.question.BadValue;
import nl.standaardencatalogus.catalogue.question.LibraryQuestion;
import nl.standaardencatalogus.catalogue.question.Parameter;
import org.apache.jena.graph.Node;

/**
 * A question of the library as somebody filled it in.
 *
 * @param values what each parameter was given; those with a wrong value left out
 * @param typed the text that each was given
 * @param wrong the values that are none of their parameter's
 * @param members what each parameter can be given, for those with a list
 */
record Filled(
    LibraryQuestion question,
    Map<String, Node> values,
    Map<String, String> typed,
    List<BadValue> wrong,
    Map<String, Members> members) {

  /**
   * Reads the parameters of an address.
   *
   * @param examples whether a parameter that is not there gets the value of its example
   */
  static Filled of(View view, LibraryQuestion question, Asked asked, boolean examples) {
    Filled filled =
        new Filled(
            question,
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new LinkedHashMap<>());
    for (Parameter parameter : question.parameters()) {
      if (listed(parameter)) {
        filled.members.put(parameter.name(), Members.of(view, parameter));
      }
      if (asked.values().containsKey(parameter.name())) {
        filled.read(parameter, asked.one(parameter.name()));
      } else if (examples) {
        filled.values.put(parameter.name(), parameter.example());
      } else {
        filled.wrong.add(parameter.refusal(null));
      }
    }
    return filled;
  }

  static boolean listed(Parameter parameter) {
    return parameter.type() == Parameter.Type.MEMBER || parameter.type() == Parameter.Type.CONCEPT;
  }

  private void read(Parameter parameter, String text) {
    typed.put(parameter.name(), text);
    try {
      values.put(parameter.name(), value(parameter, text));
    } catch (BadValue e) {
      wrong.add(e);
    }
  }

  private Node value(Parameter parameter, String text) {
    Members known = members.get(parameter.name());
    if (known == null) {
      return parameter.read(text);
    }
    return known
        .named(text)
        .or(() -> Optional.of(parameter.read(text)).filter(known::has))
        .orElseThrow(() -> parameter.refusal(text));
  }

  /** The values as an address has them, with a question mark before; empty when there are none. */
  String address() {
    List<String> pairs = new ArrayList<>();
    for (Parameter parameter : question.parameters()) {
      Node value = values.get(parameter.name());
      if (value != null) {
        pairs.add(parameter.name() + "=" + Asked.encode(parameter.text(value)));
      }
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }
}
