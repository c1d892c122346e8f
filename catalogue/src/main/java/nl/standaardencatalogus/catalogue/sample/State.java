package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * What a declaration says in one revision.
 *
 * @param version absent (null) while there is nothing to have a version of
 * @param phases at least one, in order
 * @param plannedFor the planned production date, or null
 * @param replannedFrom the dates that were planned before
 * @param declaredBy the municipality, or the body that does it for its cooperation
 * @param lastConfirmed null when nobody confirmed it
 * @param components those it is about, none while nothing is in place
 * @param product with which it is done, or null
 * @param evidence documents that support it, the oldest first
 * @param inheritance where it came from in a reorganisation, or null
 */
record State(
    Node version,
    List<Phase> phases,
    List<Explanation> explanations,
    LocalDate plannedFor,
    List<LocalDate> replannedFrom,
    Node declaredBy,
    LocalDate lastConfirmed,
    List<Node> components,
    Product product,
    List<Node> evidence,
    Inheritance inheritance) {
  State {
    phases = List.copyOf(phases);
    explanations = List.copyOf(explanations);
    replannedFrom = List.copyOf(replannedFrom);
    components = List.copyOf(components);
    evidence = List.copyOf(evidence);
  }

  /**
   * What a municipality took over from those that it replaced.
   *
   * @param event the reorganisation
   * @param sources the declarations of the predecessors
   * @param contradictory whether these did not state the same phase
   * @param names of the predecessors
   */
  record Inheritance(Node event, List<Node> sources, boolean contradictory, List<String> names) {}

  Phase phase() {
    return phases.get(phases.size() - 1);
  }

  State confirmed(LocalDate day) {
    return new State(
        version,
        phases,
        explanations,
        plannedFor,
        replannedFrom,
        declaredBy,
        day,
        components,
        product,
        evidence,
        inheritance);
  }

  /** Whether only the confirmation differs. */
  boolean saysTheSame(State other) {
    return confirmed(null).equals(other.confirmed(null));
  }
}
