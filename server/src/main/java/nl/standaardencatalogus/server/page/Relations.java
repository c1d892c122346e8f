package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/** How one thing relates to others, in both directions, grouped by what the relation says. */
public record Relations(View view, List<Edge> edges) {
  /** What goes no way at all. */
  public static final Set<String> SYMMETRIC =
      Set.of("associatedWith", "relatedTo", "interoperatesWith", "conflictsWith");

  /** One relation, seen from the thing. */
  record Edge(
      boolean out,
      String type,
      Node other,
      Node qualifier,
      String label,
      String source,
      Node confidence) {
    String key() {
      return Relations.key(type, out);
    }

    NeighbourGraph.Direction direction() {
      return SYMMETRIC.contains(type)
          ? NeighbourGraph.Direction.NONE
          : out ? NeighbourGraph.Direction.OUT : NeighbourGraph.Direction.IN;
    }

    boolean qualified(String slug) {
      return qualifier != null && Slugs.of(qualifier).equals(slug);
    }
  }

  /** A group of relations in the lists below the drawing. */
  public record Group(String label, List<Line> lines) {}

  /** One relation in a list. */
  public record Line(Node node, Link other, String note, String weakness) {}

  private static String key(String type, boolean out) {
    return SYMMETRIC.contains(type)
        ? "relation." + type
        : "relation." + type + (out ? ".out" : ".in");
  }

  /** What a relation of a type says, read from its beginning. */
  public static String said(View view, Node type) {
    String slug = Slugs.of(type);
    return view.texts().getOr(key(slug, true), slug);
  }

  /** All there are of a thing. */
  public static Relations of(View view, Node thing) {
    List<Edge> edges = new ArrayList<>();
    for (Row row : view.ask("relation/of", "thing", thing)) {
      boolean out = row.has("out");
      Node other = row.get(out ? "out" : "in");
      // A component that says with what weight it realises a standard says what that applies to.
      boolean applies =
          row.has("qualifier")
              && Slugs.of(row.get("type")).equals("realises")
              && isStandard(out ? other : thing);
      edges.add(
          new Edge(
              applies != out,
              applies ? "appliesTo" : Slugs.of(row.get("type")),
              other,
              row.get("qualifier"),
              row.text("label"),
              row.text("source"),
              row.has("certainty") ? row.get("certainty") : row.get("confidence")));
    }
    return new Relations(view, edges.stream().distinct().toList());
  }

  private static boolean isStandard(Node thing) {
    return Iris.kindOf(thing).filter(ThingKind.STANDARD::equals).isPresent();
  }

  Relations without(String type) {
    return new Relations(view, edges.stream().filter(e -> !e.type().equals(type)).toList());
  }

  /** Those of one type. */
  public Relations only(String type) {
    return new Relations(view, edges.stream().filter(e -> e.type().equals(type)).toList());
  }

  Relations and(Relations others) {
    return new Relations(view, Stream.concat(edges.stream(), others.edges.stream()).toList());
  }

  /** Those with a qualifier, such as {@code verplicht}. */
  public Relations qualified(String slug) {
    return new Relations(view, edges.stream().filter(e -> e.qualified(slug)).toList());
  }

  /** Those without one. */
  public Relations unqualified() {
    return new Relations(view, edges.stream().filter(e -> e.qualifier() == null).toList());
  }

  /** What takes the place of it in a new way, as its maintainer or others see that. */
  public static List<Line> replacements(View view, Node standard) {
    return of(view, standard).only("functionallyReplacedBy").out(true).lines();
  }

  Relations out(boolean out) {
    return new Relations(view, edges.stream().filter(e -> e.out() == out).toList());
  }

  boolean isEmpty() {
    return edges.isEmpty();
  }

  private Map<String, List<Edge>> byKey() {
    Map<String, List<Edge>> groups = new TreeMap<>();
    edges.forEach(e -> groups.computeIfAbsent(e.key(), k -> new ArrayList<>()).add(e));
    return groups;
  }

  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    byKey()
        .forEach((key, own) -> groups.add(new Group(label(key), new Relations(view, own).lines())));
    return groups;
  }

  private String label(String key) {
    return view.texts().getOr(key, key.substring("relation.".length()));
  }

  /** As a list, one for each thing. */
  public List<Line> lines() {
    Map<Node, Line> lines = new LinkedHashMap<>();
    for (Edge edge : edges) {
      lines.putIfAbsent(
          edge.other(),
          new Line(
              edge.other(),
              view.link(edge.other()),
              edge.label(),
              view.weakness(edge.confidence())));
    }
    return lines.values().stream()
        .sorted(Comparator.comparing(l -> l.other().label().toLowerCase(view.language().locale())))
        .toList();
  }

  List<NeighbourGraph.Group> drawn() {
    List<NeighbourGraph.Group> drawn = new ArrayList<>();
    byKey()
        .forEach(
            (key, own) ->
                drawn.add(
                    new NeighbourGraph.Group(
                        label(key),
                        own.get(0).direction(),
                        new Relations(view, own).neighbours())));
    return drawn;
  }

  NeighbourGraph.Group drawn(String label, NeighbourGraph.Direction direction) {
    return new NeighbourGraph.Group(label, direction, neighbours());
  }

  private List<NeighbourGraph.Neighbour> neighbours() {
    return edges.stream()
        .map(Edge::other)
        .distinct()
        .map(
            n ->
                new NeighbourGraph.Neighbour(
                    view.name(n), view.link(n).href(), n.getURI().contains("/standaard/")))
        .sorted(Comparator.comparing(n -> n.label().toLowerCase(view.language().locale())))
        .toList();
  }
}
