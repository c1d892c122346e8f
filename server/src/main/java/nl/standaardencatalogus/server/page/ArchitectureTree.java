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
import org.apache.jena.graph.Node;

/**
 * The architecture as a tree: layers, kinds, and elements below what they are a part of. Not to be
 * changed once made.
 */
public final class ArchitectureTree {
  /** From what people see to what machines do; a layer that is not named here comes last. */
  private static final List<String> ORDER =
      List.of("common-ground", "motivation", "business", "application", "technology");

  private final List<Element> elements;
  private final Map<Node, List<Element>> wholes = new HashMap<>();
  private final Map<Node, List<Element>> parts = new HashMap<>();
  private final List<Element> roots = new ArrayList<>();

  /**
   * A layer, a kind or an element, with what is below it.
   *
   * @param element null for a layer or a kind
   * @param weight how many standards it has to carry and may carry, in words; null for none
   * @param hits how many elements were asked for below a layer or a kind; 0 for an element
   * @param open whether it is unfolded
   */
  public record Branch(
      String name,
      Node element,
      Link link,
      String weight,
      int hits,
      boolean open,
      List<Branch> branches) {}

  /**
   * What is below a layer or a kind.
   *
   * @param found what of it was asked for; an element below two wholes is there twice, and counts
   *     once
   */
  private record Group(List<Branch> branches, Set<Node> found) {}

  private ArchitectureTree(List<Element> elements) {
    this.elements = elements;
  }

  /**
   * The tree of elements.
   *
   * @param known the elements by their nodes
   * @param above what each is a part or a special case of
   */
  static ArchitectureTree of(
      List<Element> elements, Map<Node, Element> known, Map<Node, List<Node>> above) {
    ArchitectureTree tree = new ArchitectureTree(elements);
    above.forEach(
        (node, wholes) -> {
          Element part = known.get(node);
          wholes.stream()
              .map(known::get)
              .filter(whole -> part != null && whole != null && part != whole)
              .forEach(whole -> tree.join(whole, part));
        });
    tree.parts.values().forEach(own -> own.sort(byTitle()));
    tree.takeRoots();
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
    return elements.stream().filter(this::isAlone).count();
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
  List<Branch> layers(View view, Set<Node> kept, boolean open) {
    Map<Node, Map<Node, Group>> layers = new LinkedHashMap<>();
    roots.stream()
        .sorted(
            Comparator.comparing((Element it) -> order(it.layer()))
                .thenComparing(it -> view.concept(kind(it))))
        .forEach(
            root -> {
              Set<Node> found = new HashSet<>();
              branch(view, root, kept, open, new HashSet<>(), found)
                  .ifPresent(
                      it -> {
                        Group group =
                            layers
                                .computeIfAbsent(root.layer(), none -> new LinkedHashMap<>())
                                .computeIfAbsent(
                                    kind(root),
                                    none -> new Group(new ArrayList<>(), new HashSet<>()));
                        group.branches().add(it);
                        group.found().addAll(found);
                      });
            });
    List<Branch> trees = new ArrayList<>();
    layers.forEach(
        (layer, kinds) -> {
          Group below = new Group(new ArrayList<>(), new HashSet<>());
          kinds.forEach(
              (kind, own) -> {
                below.branches().add(group(view, kind, own, open));
                below.found().addAll(own.found());
              });
          trees.add(group(view, layer, below, true));
        });
    return trees;
  }

  /**
   * Those that are a part of nothing; of a circle of parts that is below nothing else the first, as
   * the others are below that.
   */
  private void takeRoots() {
    Set<Node> reached = new HashSet<>();
    elements.stream().filter(this::isAlone).forEach(it -> takeRoot(it, reached));
    elements.stream()
        .filter(it -> !reached.contains(it.node()) && isBelowItsOwnOnly(it))
        .forEach(it -> takeRoot(it, reached));
  }

  private void takeRoot(Element element, Set<Node> reached) {
    if (!reached.contains(element.node())) {
      roots.add(element);
      reach(element, parts, reached);
    }
  }

  /** Whether all that is above an element is below it as well. */
  private boolean isBelowItsOwnOnly(Element element) {
    Set<Node> above = new HashSet<>();
    Set<Node> below = new HashSet<>();
    reach(element, wholes, above);
    reach(element, parts, below);
    return below.containsAll(above);
  }

  private static void reach(Element element, Map<Node, List<Element>> next, Set<Node> reached) {
    if (reached.add(element.node())) {
      next.getOrDefault(element.node(), List.of()).forEach(it -> reach(it, next, reached));
    }
  }

  private static int order(Node layer) {
    int at = ORDER.indexOf(Slugs.of(layer));
    return at < 0 ? ORDER.size() : at;
  }

  private static Node kind(Element element) {
    return element.gemma() == null ? element.type() : element.gemma();
  }

  private Optional<Branch> branch(
      View view, Element element, Set<Node> kept, boolean open, Set<Node> above, Set<Node> found) {
    if (!above.add(element.node())) {
      return Optional.empty();
    }
    List<Branch> below =
        parts.getOrDefault(element.node(), List.of()).stream()
            .flatMap(it -> branch(view, it, kept, open, above, found).stream())
            .toList();
    above.remove(element.node());
    boolean hit = kept.contains(element.node());
    if (hit) {
      found.add(element.node());
    }
    return hit || !below.isEmpty()
        ? Optional.of(
            new Branch(
                element.title(),
                element.node(),
                new Link(element.title(), view.link(element.node()).href()),
                weight(view, element),
                0,
                open,
                below))
        : Optional.empty();
  }

  private static Branch group(View view, Node concept, Group below, boolean open) {
    return new Branch(
        view.concept(concept), null, null, null, below.found().size(), open, below.branches());
  }

  private static String weight(View view, Element element) {
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
  List<List<Link>> ways(View view, Element element) {
    return ways(view, element, new HashSet<>());
  }

  private List<List<Link>> ways(View view, Element element, Set<Node> below) {
    below.add(element.node());
    List<List<Link>> ways = new ArrayList<>();
    for (Element whole : wholes.getOrDefault(element.node(), List.of())) {
      if (!below.contains(whole.node())) {
        for (List<Link> way : ways(view, whole, below)) {
          List<Link> longer = new ArrayList<>(way);
          longer.add(view.link(whole.node()));
          ways.add(longer);
        }
      }
    }
    below.remove(element.node());
    return ways.isEmpty() ? List.of(top(view, element)) : ways;
  }

  private static List<Link> top(View view, Element element) {
    List<Link> top = new ArrayList<>();
    if (element.layer() != null) {
      top.add(chosen(view, "laag", element.layer()));
    }
    if (element.gemma() != null) {
      top.add(chosen(view, "soort", element.gemma()));
    } else if (element.type() != null) {
      top.add(chosen(view, "type", element.type()));
    }
    return top;
  }

  private static Link chosen(View view, String key, Node value) {
    return new Link(view.concept(value), view.href("/architectuur?" + key + "=" + Slugs.of(value)));
  }
}
