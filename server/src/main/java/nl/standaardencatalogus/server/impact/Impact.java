package nl.standaardencatalogus.server.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.VersionLine;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * Everything that a supposition touches, by the state that is looked at. Nothing is written.
 *
 * @param places what comes in the place of what ends
 */
record Impact(
    Supposition supposed,
    Inhabited inhabited,
    Map<Effect, List<Finding>> effects,
    List<Link> places) {
  private static final List<String> WEIGHTS = List.of("verplicht", "aanbevolen");
  private static final List<Effect> OF_AN_END =
      List.of(
          Effect.EXPOSED,
          Effect.LATE,
          Effect.PREPARED,
          Effect.ADOPTED,
          Effect.LAPSING,
          Effect.NEEDED,
          Effect.COMPONENTS,
          Effect.INTERFACES,
          Effect.RESTING,
          Effect.PRODUCTS,
          Effect.DECISIONS);
  private static final List<Effect> OF_BINDING =
      List.of(
          Effect.USING,
          Effect.PLANNING,
          Effect.EXPLAINING,
          Effect.NEEDED,
          Effect.COMPONENTS,
          Effect.INTERFACES,
          Effect.PROCESSES,
          Effect.ENDED,
          Effect.COMING,
          Effect.DECISIONS);

  static Impact of(View view, Supposition supposed) {
    Map<Effect, List<Finding>> effects = new LinkedHashMap<>();
    (supposed.binding() ? OF_BINDING : OF_AN_END).forEach(it -> effects.put(it, new ArrayList<>()));
    Impact impact =
        new Impact(supposed, Inhabited.on(view, supposed.day()), effects, new ArrayList<>());
    if (supposed.binding()) {
      new Obligation(view, supposed, impact).tell();
    } else {
      Retirement retirement = new Retirement(view, supposed, impact);
      retirement.tell();
      impact.places().addAll(retirement.places());
      impact.resting(view);
    }
    impact.elements(view);
    impact.decisions(view);
    return impact;
  }

  void add(Effect effect, Finding finding) {
    effects.get(effect).add(finding);
  }

  /** The inhabitants of the municipalities of one kind, as far as their number is known. */
  long inhabitants(Effect effect) {
    return effects.get(effect).stream()
        .filter(it -> it.population() != null)
        .mapToLong(Finding::population)
        .sum();
  }

  /** What is claimed of the version, of its standard, or, for a whole standard, of any version. */
  private List<Node> subjects(View view) {
    Node standard = supposed.standard().node();
    return supposed.version() != null
        ? List.of(supposed.thing(), standard)
        : Stream.concat(
                Stream.of(standard), VersionLine.of(view, standard).stream().map(VersionLine::node))
            .toList();
  }

  private void resting(View view) {
    Foundations.of(view)
        .above(subjects(view))
        .forEach(
            (thing, path) ->
                add(
                    Effect.RESTING,
                    Finding.of(
                        view,
                        thing,
                        view.t(path.size() == 1 ? "impact.direct" : "impact.indirect"),
                        "",
                        path)));
  }

  private void elements(View view) {
    Map<Node, List<Row>> rows = new LinkedHashMap<>();
    Stream.of(supposed.thing(), supposed.standard().node())
        .distinct()
        .flatMap(subject -> view.ask("impact/elements", "thing", subject).stream())
        .forEach(row -> rows.computeIfAbsent(row.get("element"), n -> new ArrayList<>()).add(row));
    Set<Node> components = new HashSet<>();
    view.overview().elements().stream()
        .filter(it -> Slugs.of(it.gemma()).equals("referentiecomponent"))
        .forEach(it -> components.add(it.node()));
    view.overview().elements().stream()
        .filter(it -> rows.containsKey(it.node()))
        .sorted(
            Comparator.comparing(
                it -> weight(rows.get(it.node())).map(Impact::rank).orElse(Integer.MAX_VALUE)))
        .forEach(
            it -> {
              List<Row> own = rows.get(it.node());
              boolean component = components.contains(it.node());
              String kind = it.type() == null ? "" : view.name(it.type());
              add(
                  component ? Effect.COMPONENTS : Effect.INTERFACES,
                  Finding.of(
                      view,
                      it.node(),
                      component
                          ? weight(own).map(view::name).orElse(view.t("impact.unqualified"))
                          : kind,
                      through(view, own),
                      List.of()));
            });
  }

  /** How heavily GEMMA asks for it: the heaviest where it says two; nothing where it says none. */
  private static Optional<Node> weight(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.has("qualifier"))
        .map(row -> row.get("qualifier"))
        .min(Comparator.comparing(Impact::rank));
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

  private void decisions(View view) {
    for (Row row : view.ask("decision/of-standard", "standard", supposed.standard().node())) {
      Node decision = row.get("decision");
      boolean named = view.snapshot().graph().contains(decision, SC.COVERS, supposed.thing());
      boolean other =
          !named
              && supposed.version() != null
              && !view.snapshot().graph().contains(decision, SC.COVERS, supposed.standard().node());
      String begun = row.has("force") || row.has("from") ? from(view, row) : decided(view, row);
      String until =
          row.has("until") ? " " + view.t("impact.until", view.date(row.text("until"))) : "";
      add(
          Effect.DECISIONS,
          Finding.of(
              view,
              decision,
              row.has("force") ? view.name(row.get("force")) : "",
              begun
                  + until
                  + ". "
                  + view.t(
                      named
                          ? "impact.names"
                          : other ? "impact.names.other" : "impact.names.through"),
              List.of()));
    }
  }

  private static String from(View view, Row decision) {
    String from = decision.has("from") ? decision.text("from") : decision.text("decided");
    return from == null ? view.t("impact.from.unknown") : view.t("impact.from", view.date(from));
  }

  /** Of what has no force, such as an advice: it holds from no day at all. */
  private static String decided(View view, Row decision) {
    return decision.has("decided")
        ? view.t("impact.decided", view.date(decision.text("decided")))
        : view.t("impact.decided.unknown");
  }
}
