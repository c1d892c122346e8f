package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * The filters on standards. Values of one filter are alternatives, filters narrow each other, and
 * the number at a choice is what it would leave of the list.
 */
final class StandardFacets {
  private static final List<String> ORDER =
      List.of("verplicht", "pas-toe-of-leg-uit", "aanbevolen", "in-gebruik", "in-ontwikkeling");

  private static final Map<String, Function<StandardSummary, List<Node>>> KEYS =
      new LinkedHashMap<>();

  static {
    KEYS.put("vng", s -> s.bound().map(b -> List.of(b.forceNode())).orElse(List.of()));
    KEYS.put("forum", s -> values(s, "forum-status"));
    KEYS.put("fase", s -> values(s, "levensfase"));
    KEYS.put("soort", s -> s.kind() == null ? List.of() : List.of(s.kind()));
    KEYS.put("thema", StandardSummary::themes);
    KEYS.put("laag", s -> s.layer() == null ? List.of() : List.of(s.layer()));
    KEYS.put("beheerder", StandardSummary::maintainers);
    KEYS.put("familie", StandardSummary::families);
    KEYS.put("component", StandardSummary::obliged);
  }

  private final View view;
  private final Map<String, Map<String, Node>> known = new HashMap<>();
  private final Map<String, Set<String>> chosen = new LinkedHashMap<>();

  StandardFacets(View view, Asked asked) {
    this.view = view;
    KEYS.forEach(
        (key, values) -> {
          Map<String, Node> all = new LinkedHashMap<>();
          view.overview()
              .standards()
              .forEach(s -> values.apply(s).forEach(n -> all.put(Slugs.of(n), n)));
          all.put(Slugs.UNKNOWN, null);
          asked.all(key).forEach(value -> asked.check(key, value, all.keySet()));
          known.put(key, all);
          chosen.put(key, Set.copyOf(asked.all(key)));
        });
  }

  private static List<Node> values(StandardSummary standard, String axis) {
    return standard.on(axis).stream().map(Stated::value).distinct().toList();
  }

  private static Set<String> slugs(String key, StandardSummary standard) {
    List<Node> values = KEYS.get(key).apply(standard);
    return values.isEmpty()
        ? Set.of(Slugs.UNKNOWN)
        : values.stream().map(Slugs::of).collect(Collectors.toSet());
  }

  List<StandardSummary> filter(List<StandardSummary> standards) {
    return standards.stream().filter(s -> keeps(s, "")).toList();
  }

  private boolean keeps(StandardSummary standard, String exceptKey) {
    return chosen.entrySet().stream()
        .filter(e -> !e.getKey().equals(exceptKey) && !e.getValue().isEmpty())
        .allMatch(e -> slugs(e.getKey(), standard).stream().anyMatch(e.getValue()::contains));
  }

  boolean any() {
    return chosen.values().stream().anyMatch(values -> !values.isEmpty());
  }

  List<Facet> facets(List<StandardSummary> found) {
    return KEYS.keySet().stream().map(key -> facet(key, found)).toList();
  }

  private Facet facet(String key, List<StandardSummary> found) {
    List<Set<String>> kept =
        found.stream().filter(s -> keeps(s, key)).map(s -> slugs(key, s)).toList();
    Map<String, Integer> counts = new HashMap<>();
    kept.forEach(own -> own.forEach(slug -> counts.merge(slug, 1, Integer::sum)));
    int several = (int) kept.stream().filter(own -> own.size() > 1).count();
    List<Facet.Option> options = new ArrayList<>();
    known
        .get(key)
        .forEach(
            (slug, node) -> {
              boolean on = chosen.get(key).contains(slug);
              options.add(
                  new Facet.Option(
                      key + "-" + slug, slug, label(key, slug), counts.getOrDefault(slug, 0), on));
            });
    options.sort(
        Comparator.comparing((Facet.Option o) -> o.value().equals(Slugs.UNKNOWN))
            .thenComparing(o -> !o.chosen())
            .thenComparing(o -> ORDER.contains(o.value()) ? ORDER.indexOf(o.value()) : ORDER.size())
            .thenComparing(o -> -o.count())
            .thenComparing(Facet.Option::label));
    return new Facet(key, view.t("facet." + key), options, !chosen.get(key).isEmpty(), several);
  }

  private String label(String key, String slug) {
    Node node = known.get(key).get(slug);
    return node == null
        ? view.t(key.equals("vng") ? "facet.vng.none" : "unknown.capital")
        : view.name(node);
  }

  List<Link> chips(Asked asked) {
    List<Link> chips = new ArrayList<>();
    chosen.forEach(
        (key, values) ->
            values.stream()
                .sorted()
                .forEach(
                    value ->
                        chips.add(
                            new Link(
                                view.t("facet." + key + ".short") + ": " + label(key, value),
                                view.href(asked.without(key, value))))));
    return chips;
  }
}
