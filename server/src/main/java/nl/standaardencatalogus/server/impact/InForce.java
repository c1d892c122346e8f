package nl.standaardencatalogus.server.impact;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.gap.Duty;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Difference;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.util.NodeCmp;

/**
 * Which decisions oblige to which standards on a day, by the rule that the catalogue has for it.
 */
final class InForce {
  private InForce() {}

  /** The decisions that oblige to each standard, so that one must at least explain oneself. */
  static Map<Node, Set<Node>> on(String day, Graph state, Questions questions) {
    return questions
        .construct("validity/decisions", state, Map.of("day", NodeFactory.createLiteralString(day)))
        .stream()
        .filter(it -> it.getPredicate().equals(SC.BOUND_BY))
        .filter(it -> force(state, it.getObject()).filter(Duty::binds).isPresent())
        .collect(
            Collectors.groupingBy(
                Triple::getSubject,
                Collectors.mapping(
                    Triple::getObject,
                    Collectors.toCollection(() -> new TreeSet<>(NodeCmp::compareRDFTerms)))));
  }

  static Optional<Node> force(Graph state, Node decision) {
    return state.stream(decision, SC.FORCE, Node.ANY).map(Triple::getObject).findFirst();
  }

  /** A state that says one thing instead of another; copies nothing. */
  static Graph instead(Graph state, Graph away, Graph there) {
    return new Union(new Difference(state, away), there);
  }
}
