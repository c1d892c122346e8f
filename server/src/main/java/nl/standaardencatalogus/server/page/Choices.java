package nl.standaardencatalogus.server.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;

/** The choices of a select box; what is chosen must be one of them. */
final class Choices {
  private Choices() {}

  static List<Facet.Option> of(
      String key, Collection<String> values, String chosen, UnaryOperator<String> label) {
    return values.stream()
        .map(v -> new Facet.Option(key + "-" + v, v, label.apply(v), 0, v.equals(chosen)))
        .toList();
  }

  /** Things to choose from, by name. */
  static List<Facet.Option> of(View view, String key, Collection<Node> things, String chosen) {
    return things.stream()
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(n -> view.name(n).toLowerCase(view.language().locale())))
        .map(
            n ->
                new Facet.Option(
                    key + "-" + Slugs.of(n),
                    Slugs.of(n),
                    view.name(n),
                    0,
                    Slugs.of(n).equals(chosen)))
        .toList();
  }

  static List<Facet.Option> provinces(View view, String chosen) {
    return of(
        view,
        "provincie",
        view.overview().municipalities().stream().map(Municipality::province).toList(),
        chosen);
  }

  static void check(Asked asked, String key, List<Facet.Option> options) {
    if (!asked.one(key).isEmpty()) {
      asked.check(key, asked.one(key), options.stream().map(Facet.Option::value).toList());
    }
  }
}
