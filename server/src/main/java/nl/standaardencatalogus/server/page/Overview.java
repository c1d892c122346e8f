package nl.standaardencatalogus.server.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.search.Search;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What many pages share and no page should work out for itself: names, standards with what binds
 * them and who uses them, municipalities. Derived from one snapshot for one day, and immutable.
 */
record Overview(
    LocalDate day,
    Map<Node, Name> names,
    List<StandardSummary> standards,
    Map<Node, StandardSummary> byStandard,
    List<Municipality> municipalities,
    Map<Node, Municipality> byMunicipality,
    List<Element> elements,
    Map<Node, Element> byElement,
    boolean sample,
    Search search,
    Outlines outlines) {

  static Overview of(
      Graph graph, LocalDate day, Questions questions, Search search, Outlines outlines) {
    Asked asked = new Asked(graph, questions, day.toString());
    Map<Node, Name> names = asked.names();
    List<Municipality> municipalities = asked.municipalities();
    List<StandardSummary> standards = asked.standards(names, municipalities);
    List<Element> elements = asked.elements();
    return new Overview(
        day,
        names,
        standards,
        index(standards, StandardSummary::node),
        municipalities,
        index(municipalities, Municipality::node),
        elements,
        index(elements, Element::node),
        !questions.select("overview/sample", graph).isEmpty(),
        search,
        outlines);
  }

  private static <T> Map<Node, T> index(List<T> things, java.util.function.Function<T, Node> node) {
    return things.stream().collect(Collectors.toMap(node, t -> t, (a, b) -> a, LinkedHashMap::new));
  }

  /** The questions behind an overview, asked of one graph. */
  private record Asked(Graph graph, Questions questions, String day) {
    Map<Node, Name> names() {
      Map<Node, Name> names = new HashMap<>();
      for (Row row : questions.select("overview/names", graph)) {
        Node name = row.get("name");
        names.merge(
            row.get("thing"),
            new Name(null, null).with(row.text("name"), name.getLiteralLanguage()),
            (known, more) -> known.with(row.text("name"), name.getLiteralLanguage()));
      }
      return names;
    }

    List<Municipality> municipalities() {
      List<Municipality> list = new ArrayList<>();
      for (Row row : questions.select("municipality/list", graph)) {
        list.add(
            new Municipality(
                row.get("municipality"),
                row.text("code"),
                row.text("name"),
                row.has("sort") ? row.text("sort") : row.text("name"),
                row.get("province"),
                row.has("population") ? Integer.valueOf(row.text("population")) : null));
      }
      list.sort(Comparator.comparing(Municipality::sort).thenComparing(Municipality::code));
      return list.stream().distinct().toList();
    }

    List<Element> elements() {
      Map<Node, Map<String, Integer>> weights = new HashMap<>();
      for (Row row : questions.select("architecture/weights", graph)) {
        weights
            .computeIfAbsent(row.get("element"), n -> new HashMap<>())
            .merge(
                Slugs.of(row.get("qualifier")),
                Integer.valueOf(row.text("standards")),
                Integer::sum);
      }
      Map<Node, Element> elements = new LinkedHashMap<>();
      for (Row row : questions.select("architecture/list", graph)) {
        Map<String, Integer> own = weights.getOrDefault(row.get("element"), Map.of());
        elements.putIfAbsent(
            row.get("element"),
            new Element(
                row.get("element"),
                row.text("title"),
                row.get("type"),
                row.get("gemma"),
                row.get("layer"),
                own.getOrDefault("verplicht", 0),
                own.getOrDefault("aanbevolen", 0)));
      }
      return elements.values().stream()
          .sorted(Comparator.comparing(e -> e.title().toLowerCase(Language.NL.locale())))
          .toList();
    }

    List<StandardSummary> standards(Map<Node, Name> names, List<Municipality> municipalities) {
      Map<Node, List<Node>> themes = many("standard/themes", "theme");
      Map<Node, List<Node>> maintainers = many("standard/maintainers", "maintainer");
      Map<Node, List<Stated>> statuses = statuses();
      Map<Node, Bound> bounds = bounds();
      Map<Node, StandardSummary.Newest> newest = newest();
      Map<Node, Map<Node, Held>> held = held();
      Map<Node, StandardSummary> standards = new LinkedHashMap<>();
      for (Row row : questions.select("standard/list", graph)) {
        Node node = row.get("standard");
        Map<Node, Held> own = held.getOrDefault(node, Map.of());
        Tally tally = new Tally();
        municipalities.forEach(
            m -> tally.add(own.containsKey(m.node()) ? own.get(m.node()).stage() : Stage.NONE));
        standards.put(
            node,
            new StandardSummary(
                node,
                row.text("slug"),
                names.containsKey(node) ? names.get(node).in(Language.NL) : row.text("slug"),
                row.text("description"),
                row.get("kind"),
                row.get("layer"),
                row.get("confidence"),
                themes.getOrDefault(node, List.of()),
                maintainers.getOrDefault(node, List.of()),
                statuses.getOrDefault(node, List.of()),
                Optional.ofNullable(bounds.get(node)),
                newest.get(node),
                own,
                tally));
      }
      return standards.values().stream()
          .sorted(Comparator.comparing(s -> s.name().toLowerCase(Language.NL.locale())))
          .toList();
    }

    private Map<Node, List<Node>> many(String question, String variable) {
      Map<Node, List<Node>> many = new HashMap<>();
      for (Row row : questions.select(question, graph)) {
        many.computeIfAbsent(row.get("standard"), n -> new ArrayList<>()).add(row.get(variable));
      }
      return many;
    }

    private Map<Node, List<Stated>> statuses() {
      Map<Node, List<Stated>> statuses = new HashMap<>();
      for (Row row : questions.select("standard/statuses", graph)) {
        Stated stated = Stated.of(row);
        List<Stated> own = statuses.computeIfAbsent(row.get("standard"), n -> new ArrayList<>());
        if (stated.holds(day)) {
          own.add(stated);
        }
      }
      return statuses;
    }

    private Map<Node, Bound> bounds() {
      Map<Node, Bound> bounds = new HashMap<>();
      Map<String, Node> values = Map.of("day", NodeFactory.createLiteralString(day));
      for (Row row : questions.select("decision/in-force", graph, values)) {
        if (row.text("force").contains("/vng-verbindendheid/")) {
          Bound bound =
              new Bound(
                  row.get("decision"),
                  Slugs.of(row.get("force")),
                  row.get("force"),
                  row.text("from"),
                  row.get("covered"),
                  row.get("confidence"));
          bounds.merge(row.get("standard"), bound, (a, b) -> a.weight() >= b.weight() ? a : b);
        }
      }
      return bounds;
    }

    private Map<Node, StandardSummary.Newest> newest() {
      Map<Node, StandardSummary.Newest> newest = new HashMap<>();
      for (Row row : questions.select("standard/newest", graph)) {
        newest.merge(
            row.get("standard"),
            new StandardSummary.Newest(row.get("version"), row.text("label"), row.text("issued")),
            (a, b) -> Versions.later(a, b) ? a : b);
      }
      return newest;
    }

    private Map<Node, Map<Node, Held>> held() {
      Map<String, Node> values = Map.of("day", NodeFactory.createLiteralString(day));
      Map<Node, String> reviews = new HashMap<>();
      for (Row row : questions.select("adoption/explanations", graph, values)) {
        reviews.put(row.get("declaration"), row.has("review") ? row.text("review") : "");
      }
      Map<Node, Row> latest = new HashMap<>();
      for (Row row : questions.select("adoption/phases", graph, values)) {
        latest.merge(
            row.get("declaration"),
            row,
            (a, b) -> a.text("from").compareTo(b.text("from")) >= 0 ? a : b);
      }
      Map<Node, Map<Node, Held>> held = new HashMap<>();
      latest.forEach(
          (declaration, row) -> {
            if (row.has("until") && row.text("until").compareTo(day) < 0) {
              return;
            }
            boolean explained = reviews.containsKey(declaration);
            Stage stage = Stage.of(Slugs.of(row.get("phase")), explained);
            held.computeIfAbsent(row.get("standard"), n -> new HashMap<>())
                .merge(
                    row.get("municipality"),
                    new Held(declaration, row.get("phase"), row.text("from"), explained, stage),
                    (a, b) -> a.stage().compareTo(b.stage()) <= 0 ? a : b);
          });
      return held;
    }
  }
}
