package nl.standaardencatalogus.server.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Element;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The architecture elements that a standard or version applies to.
 *
 * @param rows for each element what is said of it
 */
record Carriers(View view, Map<Node, List<Row>> rows) {
  private static final List<String> WEIGHTS = List.of("verplicht", "aanbevolen");

  static Carriers of(View view, Supposition supposed) {
    Map<Node, List<Row>> rows = new LinkedHashMap<>();
    Stream.of(supposed.thing(), supposed.standard().node())
        .distinct()
        .flatMap(subject -> view.ask("impact/elements", "thing", subject).stream())
        .forEach(row -> rows.computeIfAbsent(row.get("element"), n -> new ArrayList<>()).add(row));
    return new Carriers(view, rows);
  }

  /** Those that ask for it most heavily first. */
  Stream<Found> found() {
    return view.overview().elements().stream()
        .filter(it -> rows.containsKey(it.node()))
        .sorted(
            Comparator.comparing(
                it -> weight(rows.get(it.node())).map(Carriers::rank).orElse(Integer.MAX_VALUE)))
        .map(it -> found(it, rows.get(it.node())));
  }

  private Found found(Element element, List<Row> own) {
    boolean component = Slugs.of(element.gemma()).equals("referentiecomponent");
    String kind = element.type() == null ? "" : view.name(element.type());
    String weight = weight(own).map(view::name).orElse(view.t("impact.unqualified"));
    return new Found(
        component ? Effect.COMPONENTS : Effect.INTERFACES,
        Finding.of(view, element.node(), component ? weight : kind, through(view, own), List.of()));
  }

  /** How heavily GEMMA asks for it: the heaviest where it says two; nothing where it says none. */
  private static Optional<Node> weight(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.has("qualifier"))
        .map(row -> row.get("qualifier"))
        .min(Comparator.comparing(Carriers::rank));
  }

  /** The place of a weight, the heaviest first; one that is not known comes before none at all. */
  private static int rank(Node qualifier) {
    int known = WEIGHTS.indexOf(Slugs.of(qualifier));
    return known < 0 ? WEIGHTS.size() : known;
  }

  /** Through which interfaces it is asked for, when it is not by itself. */
  private static String through(View view, List<Row> rows) {
    if (rows.stream().anyMatch(row -> !row.has("interface"))) {
      return "";
    }
    return view.t(
        "impact.through",
        rows.stream()
            .map(row -> view.name(row.get("interface")))
            .distinct()
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .collect(Collectors.joining(", ")));
  }
}
