package nl.standaardencatalogus.server.archimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.Stated;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * All that can be in a model, in one state on one day.
 *
 * @param things by their nodes: elements, then standards, then versions, each by name
 * @param relations those between them
 */
record Model(Map<Node, Thing> things, List<Relation> relations) {
  private static final Map<Node, Thing.Sort> SORTS =
      Map.of(
          SC.ARCHITECTURE_ELEMENT_CLASS, Thing.Sort.ELEMENT,
          SC.STANDARD_CLASS, Thing.Sort.STANDARD,
          SC.STANDARD_VERSION_CLASS, Thing.Sort.VERSION);

  static Model of(View view) {
    Map<Node, List<Stated>> statuses = new HashMap<>();
    for (Row row : view.ask("archimate/statuses", Map.of())) {
      Stated stated = Stated.of(row);
      if (stated.holds(view.day())) {
        statuses.computeIfAbsent(row.get("thing"), none -> new ArrayList<>()).add(stated);
      }
    }
    Map<Node, Thing> things =
        facts(view).entrySet().stream()
            .map(it -> thing(view, it.getKey(), it.getValue(), statuses))
            .flatMap(Optional::stream)
            .sorted(
                Comparator.comparing(Thing::sort)
                    .thenComparing(it -> it.title().toLowerCase())
                    .thenComparing(it -> it.node().getURI()))
            .collect(
                Collectors.toMap(
                    Thing::node, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    return new Model(things, relations(view, things));
  }

  private static Map<Node, List<Row>> facts(View view) {
    Map<Node, List<Row>> facts = new LinkedHashMap<>();
    for (Row row : view.ask("archimate/things", Map.of())) {
      facts.computeIfAbsent(row.get("thing"), none -> new ArrayList<>()).add(row);
    }
    return facts;
  }

  /** What rows tell of a thing; empty where it has no title, without which no tool can show it. */
  private static Optional<Thing> thing(
      View view, Node node, List<Row> rows, Map<Node, List<Stated>> statuses) {
    Map<String, List<Node>> values = new HashMap<>();
    for (Row row : rows) {
      values.computeIfAbsent(row.text("property"), none -> new ArrayList<>()).add(row.get("value"));
    }
    if (!values.containsKey("title")) {
      return Optional.empty();
    }
    Thing.Sort sort = SORTS.get(rows.get(0).get("class"));
    return Optional.of(
        new Thing(
            node,
            sort,
            texts(view, values, "title"),
            texts(view, values, "description"),
            text(values, "gemma"),
            sort == Thing.Sort.ELEMENT ? type(first(values, "type")) : "Constraint",
            first(values, "gemmaType"),
            first(values, "standard"),
            sort == Thing.Sort.VERSION && values.containsKey("label") ? text(values, "label") : "",
            text(values, "issued"),
            text(values, "end"),
            statuses.getOrDefault(node, List.of())));
  }

  private static String type(Node code) {
    String type = Relation.camel(Slugs.of(code));
    return Layer.knows(type) ? type : "Grouping";
  }

  /** In the language of the view first: many tools read no more than one. */
  private static List<Node> texts(View view, Map<String, List<Node>> values, String property) {
    String language = view.language().tag();
    return values.getOrDefault(property, List.of()).stream()
        .sorted(Comparator.comparing(it -> !it.getLiteralLanguage().equals(language)))
        .toList();
  }

  private static Node first(Map<String, List<Node>> values, String property) {
    return values.containsKey(property) ? values.get(property).get(0) : null;
  }

  private static String text(Map<String, List<Node>> values, String property) {
    Node first = first(values, property);
    return first == null ? null : first.getLiteralLexicalForm();
  }

  /** By IRI, each once, whatever else of it is recorded twice. */
  private static List<Relation> relations(View view, Map<Node, Thing> things) {
    Map<String, Relation> relations = new TreeMap<>();
    Stream.concat(
            Stream.concat(
                view.ask("archimate/relations", Map.of()).stream().map(Relation::of),
                view.ask("relation/direct", Map.of()).stream().map(Relation::ofDirect)),
            things.values().stream().filter(it -> it.standard() != null).map(Relation::ofVersion))
        .filter(it -> things.containsKey(it.from()) && things.containsKey(it.to()))
        .forEach(it -> relations.putIfAbsent(it.iri(), it));
    return List.copyOf(relations.values());
  }
}
