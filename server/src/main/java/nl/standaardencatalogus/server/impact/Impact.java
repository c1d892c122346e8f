package nl.standaardencatalogus.server.impact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.VersionLine;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Graph;
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

  private static final List<Effect> OF_A_LIFTING =
      List.of(
          Effect.REMAINING,
          Effect.RELEASED,
          Effect.LAPSING,
          Effect.INTENDING,
          Effect.USING,
          Effect.DECISIONS);

  static Impact of(View view, Supposition supposed) {
    Inhabited inhabited = Inhabited.on(view, supposed.day());
    Stream<Found> around =
        Stream.concat(Carriers.of(view, supposed).found(), decisions(view, supposed));
    if (supposed.what() == Happening.LIFTED) {
      Stream<Found> found =
          Stream.concat(new Lifting(view, supposed, inhabited).found(), decisions(view, supposed));
      return new Impact(supposed, inhabited, byEffect(OF_A_LIFTING, found), List.of());
    }
    if (supposed.what() == Happening.BINDS) {
      Stream<Found> found = new Obligation(view, supposed, inhabited).found();
      return new Impact(
          supposed, inhabited, byEffect(OF_BINDING, Stream.concat(found, around)), List.of());
    }
    Retirement retirement = new Retirement(view, supposed, inhabited);
    Stream<Found> found = Stream.concat(retirement.found(), resting(view, supposed));
    return new Impact(
        supposed,
        inhabited,
        byEffect(OF_AN_END, Stream.concat(found, around)),
        retirement.places());
  }

  /** In the order of the effects; what is not found has its place too. */
  private static Map<Effect, List<Finding>> byEffect(List<Effect> effects, Stream<Found> found) {
    Map<Effect, List<Finding>> all =
        found.collect(
            Collectors.groupingBy(
                Found::effect, Collectors.mapping(Found::finding, Collectors.toList())));
    Map<Effect, List<Finding>> ordered = new LinkedHashMap<>();
    effects.forEach(it -> ordered.put(it, List.copyOf(all.getOrDefault(it, List.of()))));
    return Collections.unmodifiableMap(ordered);
  }

  /** The inhabitants of the municipalities of one kind, as far as their number is known. */
  long inhabitants(Effect effect) {
    return effects.get(effect).stream()
        .filter(it -> it.population() != null)
        .mapToLong(Finding::population)
        .sum();
  }

  /** What is claimed of the version, of its standard, or, for a whole standard, of any version. */
  private static List<Node> subjects(View view, Supposition supposed) {
    Node standard = supposed.standard().node();
    return supposed.version() != null
        ? List.of(supposed.thing(), standard)
        : Stream.concat(
                Stream.of(standard), VersionLine.of(view, standard).stream().map(VersionLine::node))
            .toList();
  }

  private static Stream<Found> resting(View view, Supposition supposed) {
    return Foundations.of(view).above(subjects(view, supposed)).entrySet().stream()
        .map(it -> Finding.of(view, it.getKey(), near(view, it.getValue()), "", it.getValue()))
        .map(it -> new Found(Effect.RESTING, it));
  }

  private static String near(View view, List<Finding.Step> path) {
    return view.t(path.size() == 1 ? "impact.direct" : "impact.indirect");
  }

  private static Stream<Found> decisions(View view, Supposition supposed) {
    return view.ask("decision/of-standard", "standard", supposed.standard().node()).stream()
        .map(row -> decision(view, supposed, row))
        .map(it -> new Found(Effect.DECISIONS, it));
  }

  private static Finding decision(View view, Supposition supposed, Row row) {
    String begun = row.has("force") || row.has("from") ? from(view, row) : decided(view, row);
    String until =
        row.has("until") ? " " + view.t("impact.until", view.date(row.text("until"))) : "";
    return Finding.of(
        view,
        row.get("decision"),
        row.has("force") ? view.name(row.get("force")) : "",
        begun + until + ". " + view.t(names(view, supposed, row.get("decision"))),
        List.of());
  }

  /** What a decision names, as the key of a text. */
  private static String names(View view, Supposition supposed, Node decision) {
    Graph graph = view.snapshot().graph();
    if (graph.contains(decision, SC.COVERS, supposed.about())) {
      return "impact.names";
    }
    boolean standard =
        supposed.version() == null
            || graph.contains(decision, SC.COVERS, supposed.standard().node());
    return standard ? "impact.names.through" : "impact.names.other";
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
