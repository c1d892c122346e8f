package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Parameter;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/**
 * The things that a parameter of a question can be given, with what each is called: its name, and
 * where two have one name also the end of its IRI.
 */
final class Members {
  private final View view;
  private final List<Node> nodes;
  private final Set<String> shared = new HashSet<>();
  private final Map<String, Node> named = new HashMap<>();

  private Members(View view, List<Node> nodes, Map<Node, String> keys) {
    this.view = view;
    this.nodes = nodes;
    Set<String> seen = new HashSet<>();
    keys.values().stream().filter(n -> !seen.add(n)).forEach(shared::add);
    for (Node node : nodes) {
      named.put(key(label(node)), node);
      Name name = view.overview().names().get(node);
      if (name != null) {
        Stream.of(Language.values())
            .map(name::in)
            .map(Members::key)
            .filter(n -> !shared.contains(n))
            .forEach(n -> named.putIfAbsent(n, node));
      }
    }
  }

  static Members of(View view, Parameter parameter) {
    Stream<Node> found =
        parameter.type() == Parameter.Type.CONCEPT
            ? view.questions().select("record/schemes", view.snapshot().graph()).stream()
                .filter(row -> row.get("scheme").equals(parameter.range()))
                .map(row -> row.get("concept"))
            : view.ask("record/of-class", "class", parameter.range()).stream()
                .map((Row row) -> row.get("record"));
    Map<Node, String> keys = new HashMap<>();
    found.forEach(node -> keys.computeIfAbsent(node, it -> key(view.name(it))));
    List<Node> nodes = new ArrayList<>(keys.keySet());
    nodes.sort(Comparator.<Node, String>comparing(keys::get).thenComparing(Node::getURI));
    return new Members(view, nodes, keys);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Language.NL.locale());
  }

  /** All of them, by name. */
  List<Node> nodes() {
    return nodes;
  }

  /** What one is called, different from every other. */
  String label(Node node) {
    String name = view.name(node);
    return shared.contains(key(name)) ? name + " (" + Slugs.of(node) + ")" : name;
  }

  /** The one that is called so, in any language. */
  Optional<Node> named(String name) {
    return Optional.ofNullable(named.get(key(name)));
  }

  boolean has(Node node) {
    return nodes.contains(node);
  }
}
