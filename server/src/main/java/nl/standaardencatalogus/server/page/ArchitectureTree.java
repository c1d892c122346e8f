package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** The architecture as a tree: layers, kinds, and elements below what they are a part of. */
public final class ArchitectureTree {
  /** From what people see to what machines do; a layer that is not named here comes last. */
  private static final List<String> ORDER =
      List.of("common-ground", "motivation", "business", "application", "technology");

  private final View view;
  private final Map<Node, List<Element>> wholes = new HashMap<>();
  private final Map<Node, List<Element>> parts = new HashMap<>();

  /**
   * A layer, a kind or an element, with what is below it.
   *
   * @param element null for a layer or a kind
   * @param weight how many standards it has to carry and may carry, in words; null for none
   * @param hits how many elements were asked for, here and below
   * @param open whether it is unfolded
   */
  public record Branch(
      String name,
      Node element,
      Link link,
      String weight,
      int hits,
      boolean hit,
      boolean open,
      List<Branch> branches) {
    Stream<Node> found() {
      return Stream.concat(
          hit ? Stream.of(element) : Stream.of(), branches.stream().flatMap(Branch::found));
    }
  }

  private ArchitectureTree(View view) {
    this.view = view;
  }

  static ArchitectureTree of(View view) {
    ArchitectureTree tree = new ArchitectureTree(view);
    Map<Node, Element> known = view.overview().byElement();
    view.overview()
        .wholes()
        .forEach(
            (node, wholes) -> {
              Element part = known.get(node);
              wholes.stream()
                  .map(known::get)
                  .filter(whole -> part != null && whole != null && part != whole)
                  .forEach(whole -> tree.join(whole, part));
            });
    tree.parts.values().forEach(own -> own.sort(byTitle()));
    return tree;
  }

  private void join(Element whole, Element part) {
    wholes.computeIfAbsent(part.node(), none -> new ArrayList<>()).add(whole);
    parts.computeIfAbsent(whole.node(), none -> new ArrayList<>()).add(part);
  }

  private static Comparator<Element> byTitle() {
    return Comparator.comparing(it -> it.title().toLowerCase(Language.NL.locale()));
  }

  /** How many elements are not known to be a part of another. */
  long alone() {
    return view.overview().elements().stream().filter(this::isAlone).count();
  }

  private boolean isAlone(Element element) {
    return !wholes.containsKey(element.node());
  }

  /**
   * The layers with what was asked for below them.
   *
   * @param kept the elements that were asked for; what they are a part of is there too
   * @param open whether all is unfolded, and not only the layers
   */
  List<Branch> layers(Set<Node> kept, boolean open) {
    Map<Node, Map<Node, List<Branch>>> layers = new LinkedHashMap<>();
    roots().stream()
        .sorted(
            Comparator.comparing((Element it) -> order(it.layer()))
                .thenComparing(it -> view.concept(kind(it))))
        .forEach(
            root ->
                branch(root, kept, open, new HashSet<>())
                    .ifPresent(
                        it ->
                            layers
                                .computeIfAbsent(root.layer(), none -> new LinkedHashMap<>())
                                .computeIfAbsent(kind(root), none -> new ArrayList<>())
                                .add(it)));
    List<Branch> trees = new ArrayList<>();
    layers.forEach(
        (layer, kinds) -> {
          List<Branch> below = new ArrayList<>();
          kinds.forEach((kind, own) -> below.add(group(kind, own, open)));
          trees.add(group(layer, below, true));
        });
    return trees;
  }

  /** Those that are a part of nothing; of a circle of parts, each. */
  private List<Element> roots() {
    Set<Node> reached = new HashSet<>();
    List<Element> roots = new ArrayList<>();
    for (Element element : view.overview().elements()) {
      if (isAlone(element)) {
        roots.add(element);
        reach(element, reached);
      }
    }
    view.overview().elements().stream()
        .filter(it -> !reached.contains(it.node()))
        .forEach(roots::add);
    return roots;
  }

  private void reach(Element element, Set<Node> reached) {
    if (reached.add(element.node())) {
      parts.getOrDefault(element.node(), List.of()).forEach(it -> reach(it, reached));
    }
  }

  private static int order(Node layer) {
    int at = ORDER.indexOf(Slugs.of(layer));
    return at < 0 ? ORDER.size() : at;
  }

  private static Node kind(Element element) {
    return element.gemma() == null ? element.type() : element.gemma();
  }

  private Optional<Branch> branch(Element element, Set<Node> kept, boolean open, Set<Node> above) {
    if (!above.add(element.node())) {
      return Optional.empty();
    }
    List<Branch> below =
        parts.getOrDefault(element.node(), List.of()).stream()
            .flatMap(it -> branch(it, kept, open, above).stream())
            .toList();
    above.remove(element.node());
    boolean hit = kept.contains(element.node());
    return hit || !below.isEmpty()
        ? Optional.of(
            counted(
                new Branch(
                    element.title(),
                    element.node(),
                    new Link(element.title(), view.link(element.node()).href()),
                    weight(element),
                    0,
                    hit,
                    open,
                    below)))
        : Optional.empty();
  }

  private Branch group(Node concept, List<Branch> below, boolean open) {
    return counted(new Branch(view.concept(concept), null, null, null, 0, false, open, below));
  }

  /** An element below two wholes is there twice, and counts once. */
  private static Branch counted(Branch it) {
    int hits = (int) it.found().distinct().count();
    return new Branch(
        it.name(), it.element(), it.link(), it.weight(), hits, it.hit(), it.open(), it.branches());
  }

  private String weight(Element element) {
    List<String> parts = new ArrayList<>();
    if (element.mandatory() > 0) {
      parts.add(view.t("architecture.tree.mandatory", element.mandatory()));
    }
    if (element.recommended() > 0) {
      parts.add(view.t("architecture.tree.recommended", element.recommended()));
    }
    return parts.isEmpty() ? null : String.join(", ", parts);
  }

  /** The ways from the layer down to what an element is a part of; one where that is nothing. */
  List<List<Link>> ways(Element element) {
    return ways(element, new HashSet<>());
  }

  private List<List<Link>> ways(Element element, Set<Node> below) {
    below.add(element.node());
    List<List<Link>> ways = new ArrayList<>();
    for (Element whole : wholes.getOrDefault(element.node(), List.of())) {
      if (!below.contains(whole.node())) {
        for (List<Link> way : ways(whole, below)) {
          List<Link> longer = new ArrayList<>(way);
          longer.add(view.link(whole.node()));
          ways.add(longer);
        }
      }
    }
    below.remove(element.node());
    return ways.isEmpty() ? List.of(top(element)) : ways;
  }

  private List<Link> top(Element element) {
    List<Link> top = new ArrayList<>();
    if (element.layer() != null) {
      top.add(chosen("laag", element.layer()));
    }
    if (element.gemma() != null) {
      top.add(chosen("soort", element.gemma()));
    } else if (element.type() != null) {
      top.add(chosen("type", element.type()));
    }
    return top;
  }

  private Link chosen(String key, Node value) {
    return new Link(view.concept(value), view.href("/architectuur?" + key + "=" + Slugs.of(value)));
  }
}
