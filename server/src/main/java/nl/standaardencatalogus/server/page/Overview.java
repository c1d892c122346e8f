package nl.standaardencatalogus.server.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.search.Search;
import org.apache.jena.graph.Node;

/**
 * What many pages share and no page should work out for itself: names, standards with what binds
 * them and who uses them, municipalities. Derived from one snapshot for one day, and immutable.
 *
 * @param tree the elements below what they are a part of
 * @param sample whether anything is made up for demonstration
 * @param real how many declarations are not
 */
public record Overview(
    LocalDate day,
    Map<Node, Name> names,
    List<StandardSummary> standards,
    Map<Node, StandardSummary> byStandard,
    List<Municipality> municipalities,
    Map<Node, Municipality> byMunicipality,
    List<Element> elements,
    Map<Node, Element> byElement,
    ArchitectureTree tree,
    boolean sample,
    int real,
    Search search,
    Outlines outlines) {

  static Overview of(
      Answers answers, LocalDate day, Uptake uptake, Search search, Outlines outlines) {
    Asked asked = new Asked(answers, day.toString());
    Map<Node, Name> names = asked.names();
    List<Municipality> municipalities = asked.municipalities();
    List<StandardSummary> standards =
        asked.standards(names, municipalities, uptake.on(day.toString()));
    List<Element> all = asked.elements();
    List<Element> elements = all.stream().filter(it -> !it.endedBy(day)).toList();
    return new Overview(
        day,
        names,
        standards,
        index(standards, StandardSummary::node),
        municipalities,
        index(municipalities, Municipality::node),
        elements,
        index(all, Element::node),
        ArchitectureTree.of(elements, index(elements, Element::node), asked.wholes()),
        answers.sample(),
        uptake.real(),
        search,
        outlines);
  }

  /**
   * The overview of another state on the same day that differs from this one in declarations only:
   * what these do not touch is taken over.
   */
  Overview following(Answers answers, Uptake uptake) {
    Map<Node, Map<Node, Held>> held = uptake.on(day.toString(), uptake.changed());
    List<StandardSummary> next =
        standards.stream()
            .map(
                standard ->
                    uptake.changed().contains(standard.node())
                        ? following(standard, held.getOrDefault(standard.node(), Map.of()))
                        : standard)
            .toList();
    return new Overview(
        day,
        names,
        next,
        index(next, StandardSummary::node),
        municipalities,
        byMunicipality,
        elements,
        byElement,
        tree,
        answers.sample(),
        uptake.real(),
        search,
        outlines);
  }

  private StandardSummary following(StandardSummary standard, Map<Node, Held> own) {
    return standard.with(own, tally(municipalities, own));
  }

  private static Tally tally(List<Municipality> municipalities, Map<Node, Held> own) {
    Tally tally = new Tally();
    municipalities.forEach(
        m -> tally.add(own.containsKey(m.node()) ? own.get(m.node()).stage() : Stage.NONE));
    return tally;
  }

  private static <T> Map<Node, T> index(List<T> things, java.util.function.Function<T, Node> node) {
    return things.stream().collect(Collectors.toMap(node, t -> t, (a, b) -> a, LinkedHashMap::new));
  }

  /** The questions behind an overview. */
  private record Asked(Answers answers, String day) {
    Map<Node, Name> names() {
      Map<Node, Name> names = new HashMap<>();
      for (Row row : answers.to("overview/names")) {
        Node name = row.get("name");
        names.merge(
            row.get("thing"),
            new Name(null, null).with(row.text("name"), name.getLiteralLanguage()),
            (known, more) -> known.with(row.text("name"), name.getLiteralLanguage()));
      }
      return names;
    }

    /** Those that there are on the day. */
    List<Municipality> municipalities() {
      List<Municipality> list = new ArrayList<>();
      for (Row row : answers.to("municipality/list")) {
        if (!isThere(row)) {
          continue;
        }
        list.add(
            new Municipality(
                row.get("municipality"),
                row.text("code"),
                row.text("name"),
                row.has("sort") ? row.text("sort") : sort(row.text("name")),
                row.get("province"),
                row.has("population") ? Integer.valueOf(row.text("population")) : null));
      }
      list.sort(Comparator.comparing(Municipality::sort).thenComparing(Municipality::code));
      return list.stream().distinct().toList();
    }

    private boolean isThere(Row row) {
      return !(row.has("from") && PartialDate.isAfter(row.text("from"), day))
          && !(row.has("until") && PartialDate.isOver(row.text("until"), day));
    }

    /** A name without its article, as lists have it. */
    private static String sort(String name) {
      return name.toLowerCase(Language.NL.locale()).replaceFirst("^'[st][- ]", "");
    }

    Map<Node, List<Node>> wholes() {
      Map<Node, List<Node>> wholes = new LinkedHashMap<>();
      for (Row row : answers.to("architecture/parts")) {
        wholes.computeIfAbsent(row.get("part"), n -> new ArrayList<>()).add(row.get("whole"));
      }
      return wholes;
    }

    List<Element> elements() {
      Map<Node, Map<String, Integer>> weights = new HashMap<>();
      for (Row row : answers.to("architecture/weights")) {
        weights
            .computeIfAbsent(row.get("element"), n -> new HashMap<>())
            .merge(
                Slugs.of(row.get("qualifier")),
                Integer.valueOf(row.text("standards")),
                Integer::sum);
      }
      Map<Node, Element> elements = new LinkedHashMap<>();
      for (Row row : answers.to("architecture/list")) {
        Map<String, Integer> own = weights.getOrDefault(row.get("element"), Map.of());
        elements.putIfAbsent(
            row.get("element"),
            new Element(
                row.get("element"),
                row.text("title"),
                row.get("type"),
                row.get("gemma"),
                row.get("layer"),
                row.text("until"),
                own.getOrDefault("verplicht", 0),
                own.getOrDefault("aanbevolen", 0)));
      }
      return elements.values().stream()
          .sorted(Comparator.comparing(e -> e.title().toLowerCase(Language.NL.locale())))
          .toList();
    }

    List<StandardSummary> standards(
        Map<Node, Name> names, List<Municipality> municipalities, Map<Node, Map<Node, Held>> held) {
      Map<Node, List<Node>> themes = many("standard/themes", "theme");
      Map<Node, List<Node>> maintainers = many("standard/maintainers", "maintainer");
      Map<Node, List<Node>> families = many("standard/families", "family");
      Map<Node, List<Node>> obliged = many("standard/obliged", "component");
      Map<Node, List<Stated>> statuses = statuses();
      Map<Node, Bound> bounds = bounds(Bound.OF_VNG);
      Map<Node, Bound> listed = bounds(Bound.OF_THE_FORUM);
      Map<Node, List<Bound>> coming = coming();
      Map<Node, StandardSummary.Newest> newest = newest();
      Map<Node, StandardSummary> standards = new LinkedHashMap<>();
      for (Row row : answers.to("standard/list")) {
        Node node = row.get("standard");
        Map<Node, Held> own = held.getOrDefault(node, Map.of());
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
                families.getOrDefault(node, List.of()),
                obliged.getOrDefault(node, List.of()),
                statuses.getOrDefault(node, List.of()),
                Optional.ofNullable(bounds.get(node)),
                Optional.ofNullable(listed.get(node)),
                coming.getOrDefault(node, List.of()),
                newest.get(node),
                own,
                tally(municipalities, own)));
      }
      return standards.values().stream()
          .sorted(Comparator.comparing(s -> s.name().toLowerCase(Language.NL.locale())))
          .toList();
    }

    private Map<Node, List<Node>> many(String question, String variable) {
      Map<Node, List<Node>> many = new HashMap<>();
      for (Row row : answers.to(question)) {
        many.computeIfAbsent(row.get("standard"), n -> new ArrayList<>()).add(row.get(variable));
      }
      return many;
    }

    private Map<Node, List<Stated>> statuses() {
      Map<Node, List<Stated>> statuses = new HashMap<>();
      for (Row row : answers.to("standard/statuses")) {
        Stated stated = Stated.of(row);
        List<Stated> own = statuses.computeIfAbsent(row.get("standard"), n -> new ArrayList<>());
        if (stated.holds(day)) {
          own.add(stated);
        }
      }
      return statuses;
    }

    private Map<Node, Bound> bounds(String scheme) {
      return bounds(scheme, day);
    }

    /** What binds from a later day on by decisions that were taken by now, the first first. */
    private Map<Node, List<Bound>> coming() {
      Set<Node> taken = new HashSet<>();
      Set<String> days = new TreeSet<>();
      for (Row row : answers.to("decision/list")) {
        if (row.has("from")
            && PartialDate.isAfter(row.text("from"), day)
            && !(row.has("decided") && PartialDate.isAfter(row.text("decided"), day))) {
          taken.add(row.get("decision"));
          days.add(PartialDate.start(row.text("from")).toString());
        }
      }
      Map<Node, List<Bound>> coming = new HashMap<>();
      for (String scheme : List.of(Bound.OF_VNG, Bound.OF_THE_FORUM)) {
        Map<Node, Bound> first = new HashMap<>();
        for (String then : days) {
          bounds(scheme, then).entrySet().stream()
              .filter(it -> taken.contains(it.getValue().decision()))
              .forEach(it -> first.putIfAbsent(it.getKey(), it.getValue()));
        }
        first.forEach(
            (standard, bound) ->
                coming.computeIfAbsent(standard, none -> new ArrayList<>()).add(bound));
      }
      return coming;
    }

    private Map<Node, Bound> bounds(String scheme, String day) {
      Map<Node, Bound.Advice> advices = new HashMap<>();
      for (Row row : answers.to("decision/advice")) {
        advices.putIfAbsent(row.get("decision"), Bound.Advice.of(row));
      }
      Map<Node, Bound> bounds = new HashMap<>();
      for (Row row : answers.to("decision/in-force", day)) {
        if (row.text("force").contains(scheme)) {
          Bound bound =
              new Bound(
                  row.get("decision"),
                  Slugs.of(row.get("force")),
                  row.get("force"),
                  row.text("from"),
                  row.get("covered"),
                  row.get("confidence"),
                  advices.get(row.get("decision")));
          bounds.merge(row.get("standard"), bound, (a, b) -> a.weight() >= b.weight() ? a : b);
        }
      }
      return bounds;
    }

    private Map<Node, StandardSummary.Newest> newest() {
      Map<Node, StandardSummary.Newest> newest = new HashMap<>();
      for (Row row : answers.to("standard/newest")) {
        newest.merge(
            row.get("standard"),
            new StandardSummary.Newest(row.get("version"), row.text("label"), row.text("issued")),
            (a, b) -> Versions.later(a, b) ? a : b);
      }
      return newest;
    }
  }
}
