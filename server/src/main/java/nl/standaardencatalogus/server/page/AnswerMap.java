package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.server.sparql.Ending;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * A map of an answer that names municipalities, coloured by one of its columns.
 *
 * @param drawing the map
 * @param legend what its colours stand for
 * @param by the column that colours it; empty when it only tells which municipalities are there
 * @param choices the columns that could
 * @param beyond says that it shows more rows than the table beside it; null when it does not
 */
public record AnswerMap(
    String drawing, List<Shade> legend, String by, List<String> choices, String beyond) {
  private static final List<String> SCALE = List.of("f-explore", "f-plan", "f-doing", "f-use");
  private static final List<String> KINDS =
      List.of("f-use", "f-doing", "f-plan", "f-explore", "f-not", "f-deviate");

  /** What these mean has colours of its own on every map. */
  private static final String PHASES = CodeLists.scheme(CodeLists.ADOPTIEFASE).getURI() + "/";

  private static final String ABSENT = "f-none";

  /** A colour, what it stands for and for how many municipalities. */
  public record Shade(String css, String label, long count) {}

  /** The map; empty when no column, or only one municipality, is to be drawn. */
  static Optional<AnswerMap> of(View view, Ending.Rows answer, Cells cells, String wanted) {
    Columns columns = new Columns(answer.variables(), answer.rows());
    String beyond =
        answer.total() > WorkbenchPage.MOST_ROWS
            ? view.t("workbench.map.all", answer.total(), WorkbenchPage.MOST_ROWS)
            : null;
    return columns
        .municipalities()
        .filter(column -> whole(answer))
        .flatMap(column -> new Drawer(view, columns, cells, column, beyond).draw(wanted));
  }

  /** Whether it would be drawn if it had fewer rows. */
  static boolean tooLarge(Ending.Rows answer) {
    return !whole(answer)
        && new Columns(answer.variables(), answer.rows()).municipalities().isPresent();
  }

  /** A map of a part would show municipalities as absent that are not. */
  private static boolean whole(Ending.Rows answer) {
    return answer.rows().size() == answer.total();
  }

  private record Drawer(View view, Columns columns, Cells cells, String column, String beyond) {
    Optional<AnswerMap> draw(String wanted) {
      Map<Node, List<Binding>> there = new HashMap<>();
      for (Binding row : columns.rows()) {
        Node municipality = Columns.municipality(columns.value(row, column));
        if (view.overview().outlines().shapes().containsKey(municipality)) {
          there.computeIfAbsent(municipality, m -> new ArrayList<>()).add(row);
        }
      }
      if (there.size() < 2) {
        return Optional.empty();
      }
      return Optional.of(
          there.values().stream().allMatch(r -> r.size() == 1)
              ? by(there, wanted)
              : counted(there));
    }

    /** One row for each: coloured by a number, else by a category, else by being there. */
    private AnswerMap by(Map<Node, List<Binding>> there, String wanted) {
      List<String> choices = new ArrayList<>(columns.numbers());
      columns.categories(KINDS.size()).stream()
          .filter(c -> !c.equals(column))
          .forEach(choices::add);
      String by = choices.contains(wanted) ? wanted : choices.stream().findFirst().orElse("");
      Map<Node, Node> values = new HashMap<>();
      there.forEach(
          (municipality, rows) -> {
            Node value = by.isEmpty() ? municipality : columns.value(rows.get(0), by);
            if (value != null) {
              values.put(municipality, value);
            }
          });
      if (by.isEmpty()) {
        String present = view.t("workbench.map.present");
        return finish(
            values, v -> new Choropleth.Area("f-use", present), v -> present, by, choices);
      }
      return columns.numbers().contains(by)
          ? numbers(values, by, choices)
          : kinds(values, by, choices);
    }

    private AnswerMap counted(Map<Node, List<Binding>> there) {
      Map<Node, Node> values = new HashMap<>();
      there.forEach(
          (municipality, rows) ->
              values.put(municipality, NodeValue.makeInteger(rows.size()).asNode()));
      return numbers(values, view.t("workbench.map.rows"), List.of());
    }

    private AnswerMap kinds(Map<Node, Node> values, String by, List<String> choices) {
      if (values.values().stream().allMatch(v -> v.toString().startsWith(PHASES))) {
        return finish(
            values,
            v -> new Choropleth.Area(stage(v).css(), cells.text(v)),
            v -> view.t(stage(v).key()),
            by,
            choices);
      }
      List<Node> order =
          values.values().stream()
              .collect(Collectors.groupingBy(v -> v, LinkedHashMap::new, Collectors.counting()))
              .entrySet()
              .stream()
              .sorted(
                  Map.Entry.<Node, Long>comparingByValue()
                      .reversed()
                      .thenComparing(e -> e.getKey().toString()))
              .map(Map.Entry::getKey)
              .toList();
      return finish(
          values,
          v -> new Choropleth.Area(KINDS.get(order.indexOf(v)), cells.text(v)),
          cells::text,
          by,
          choices);
    }

    private AnswerMap numbers(Map<Node, Node> values, String by, List<String> choices) {
      Steps steps = Steps.of(values.values().stream().map(Columns::number).toList(), SCALE.size());
      return finish(
          values,
          v -> new Choropleth.Area(SCALE.get(steps.of(Columns.number(v))), cells.text(v)),
          v -> steps.label(view, Columns.number(v)),
          by,
          choices);
    }

    private static Stage stage(Node phase) {
      return Stage.of(Slugs.of(phase), false);
    }

    private interface Look {
      Choropleth.Area of(Node value);
    }

    private interface Naming {
      String of(Node value);
    }

    private AnswerMap finish(
        Map<Node, Node> values, Look look, Naming naming, String by, List<String> choices) {
      String absent = view.t("workbench.map.absent");
      Map<String, Shade> legend = new TreeMap<>(Comparator.comparing(AnswerMap::place));
      for (Municipality municipality : view.overview().municipalities()) {
        Node value = values.get(municipality.node());
        String css = value == null ? ABSENT : look.of(value).css();
        String label = value == null ? absent : naming.of(value);
        legend.merge(
            css, new Shade(css, label, 1), (a, b) -> new Shade(css, a.label(), a.count() + 1));
      }
      String drawing =
          Choropleth.draw(
              view,
              "kaart",
              view.t("workbench.map.title", by.isEmpty() ? column : by),
              beyond == null ? view.t("workbench.map.description") : beyond,
              m ->
                  values.containsKey(m.node())
                      ? look.of(values.get(m.node()))
                      : new Choropleth.Area(ABSENT, absent));
      return new AnswerMap(drawing, List.copyOf(legend.values()), by, choices, beyond);
    }
  }

  private static int place(String css) {
    return css.equals(ABSENT) ? SCALE.size() + KINDS.size() : KINDS.indexOf(css);
  }

  /** Numbers in steps that hold about as many of them each; every value is its own where few. */
  private record Steps(List<Double> starts, List<Double> ends) {
    static Steps of(List<Double> numbers, int most) {
      List<Double> sorted = numbers.stream().sorted().toList();
      List<Double> starts = new ArrayList<>();
      List<Double> different = sorted.stream().distinct().toList();
      if (different.size() <= most) {
        starts.addAll(different);
      } else {
        for (int i = 0; i < most; i++) {
          double start = sorted.get(i * sorted.size() / most);
          if (!starts.contains(start)) {
            starts.add(start);
          }
        }
      }
      List<Double> ends = new ArrayList<>();
      for (int i = 0; i < starts.size(); i++) {
        double next = i + 1 < starts.size() ? starts.get(i + 1) : Double.POSITIVE_INFINITY;
        ends.add(sorted.stream().filter(n -> n < next).reduce((a, b) -> b).orElse(next));
      }
      return new Steps(starts, ends);
    }

    int of(double number) {
      int step = 0;
      while (step + 1 < starts.size() && number >= starts.get(step + 1)) {
        step++;
      }
      return step;
    }

    String label(View view, double number) {
      int step = of(number);
      String start = view.texts().number(starts.get(step));
      String end = view.texts().number(ends.get(step));
      return start.equals(end) ? start : view.t("workbench.map.step", start, end);
    }
  }
}
