package nl.standaardencatalogus.server.impact;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.explanation.Explained;
import nl.standaardencatalogus.server.gap.Duty;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What still obliges to a standard when a decision no longer does, and who is freed of what when
 * nothing does.
 */
final class Lifting {
  private static final String OF_VNG = "/vng-verbindendheid/";

  private final View view;
  private final Supposition supposed;
  private final Inhabited inhabited;
  private final Set<Node> lifted;
  private final Set<Node> left;

  Lifting(View view, Supposition supposed, Inhabited inhabited) {
    this.view = view;
    this.supposed = supposed;
    this.inhabited = inhabited;
    Graph state = view.snapshot().graph();
    Set<Node> now = inForce(state);
    Predicate<Node> meant =
        supposed.decision() == null
            ? it -> InForce.force(state, it).filter(of -> of.getURI().contains(OF_VNG)).isPresent()
            : supposed.decision()::equals;
    this.lifted = now.stream().filter(meant).collect(Collectors.toSet());
    this.left = lifted.isEmpty() ? now : inForce(without(state));
  }

  private Set<Node> inForce(Graph state) {
    Map<Node, Set<Node>> all = InForce.on(supposed.day(), state, view.questions());
    return all.getOrDefault(supposed.standard().node(), Set.of());
  }

  /** The state with a last day for what is lifted: that before the day. */
  private Graph without(Graph state) {
    Graph away = GraphFactory.createDefaultGraph();
    Graph there = GraphFactory.createDefaultGraph();
    Node last =
        NodeFactory.createLiteralDT(
            LocalDate.parse(supposed.day()).minusDays(1).toString(), XSDDatatype.XSDdate);
    for (Node decision : lifted) {
      state.find(decision, SC.EFFECTIVE_UNTIL, Node.ANY).forEach(away::add);
      there.add(decision, SC.EFFECTIVE_UNTIL, last);
    }
    return InForce.instead(state, away, there);
  }

  /** The decisions that oblige to it on the day, and would no longer. */
  Set<Node> lifted() {
    return lifted;
  }

  /** Whether nothing obliges to it any more. */
  boolean frees() {
    return !lifted.isEmpty() && left.isEmpty() && listed().findAny().isEmpty();
  }

  /** All that the end touches. */
  Stream<Found> found() {
    Stream<Found> remaining = Stream.concat(left.stream().map(this::remaining), listed());
    return frees() ? Stream.concat(municipalities(), lapsing()) : remaining;
  }

  private Found remaining(Node decision) {
    String force = InForce.force(view.snapshot().graph(), decision).map(view::name).orElse("");
    return new Found(Effect.REMAINING, Finding.of(view, decision, force, "", List.of()));
  }

  /** What obliges without a decision that the catalogue knows: the list of the Forum. */
  private Stream<Found> listed() {
    Set<String> ofDecisions =
        Stream.concat(lifted.stream(), left.stream())
            .map(it -> view.link(it).href())
            .collect(Collectors.toCollection(HashSet::new));
    return Duty.of(view, supposed.standard()).stream()
        .filter(it -> it.body() == Duty.Body.FORUM && it.binds())
        .filter(it -> it.decision() == null || !ofDecisions.contains(it.decision().href()))
        .map(it -> Finding.of(view, it.force(), it.authority().label(), "", List.of()))
        .map(it -> new Found(Effect.REMAINING, it));
  }

  private Stream<Found> municipalities() {
    Declared declared = Declared.of(view, supposed.standard());
    Set<Node> explaining =
        Explained.of(view, supposed.standard()).stream()
            .map(it -> it.municipality().node())
            .collect(Collectors.toSet());
    return inhabited.there().stream()
        .flatMap(
            it ->
                effect(declared, it, explaining.contains(it.node())).stream()
                    .map(effect -> found(declared, effect, it)));
  }

  /** Who explains is told of with its explanation. */
  private static Optional<Effect> effect(
      Declared declared, Municipality municipality, boolean explains) {
    if (declared.stage(municipality) == Stage.USE) {
      return Optional.of(Effect.USING);
    }
    if (declared.isOn(municipality)) {
      return Optional.of(Effect.INTENDING);
    }
    return explains ? Optional.empty() : Optional.of(Effect.RELEASED);
  }

  private Found found(Declared declared, Effect effect, Municipality municipality) {
    String standing = view.t(declared.introduced(municipality).key());
    String planned = effect == Effect.INTENDING ? declared.planned(municipality, view.day()) : null;
    String note = planned == null ? "" : view.t("impact.planned", view.date(planned));
    boolean madeUp = declared.isMadeUp(view, municipality);
    return new Found(effect, Finding.of(view, municipality, standing, note, madeUp));
  }

  private Stream<Found> lapsing() {
    Set<Municipality> there = Set.copyOf(inhabited.there());
    return Explained.of(view, supposed.standard()).stream()
        .filter(it -> there.contains(it.municipality()))
        .map(it -> new Found(Effect.LAPSING, Finding.of(view, it)));
  }

  /** What the answer is about, in sentences. */
  Stream<String> remarks() {
    String day = view.date(supposed.day());
    if (lifted.isEmpty()) {
      return Stream.of(view.t("impact.lifted.none", day));
    }
    String names =
        lifted.stream().map(view::link).map(Link::label).collect(Collectors.joining(", "));
    return Stream.of(
        view.t("impact.lifted.by", names),
        view.t(frees() ? "impact.lifted.free" : "impact.lifted.still", day));
  }
}
