package nl.standaardencatalogus.catalogue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.engine.Counts.Matches;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;

/**
 * Puts the triples of a pattern in the order that is expected to touch least. From every triple as
 * the first one it goes on with the one that leaves the fewest rows, and keeps the order whose rows
 * are fewest in all. Rows of a join are estimated as by Selinger: the product of both sides,
 * divided by the larger number of different values of each variable they share.
 */
final class Ordering {
  /** Every triple of a larger pattern is not tried as the first one: the cheapest is. */
  private static final int MOST_STARTS = 12;

  /** So many triples are no pattern that anyone wrote by hand: they stay as they are. */
  private static final int MOST_ORDERED = 200;

  /** The part of the rows that a filter is expected to let through. */
  private static final double PASSING = 0.3;

  private final Counts counts;
  private final List<Set<Var>> filters;
  private final Map<Node, Double> different = new HashMap<>();
  private final List<Triple> ordered = new ArrayList<>();
  private double rows = 1;
  private double cost;

  private Ordering(Counts counts, Set<Var> input, List<Set<Var>> filters) {
    this.counts = counts;
    this.filters = new ArrayList<>(filters);
    input.forEach(variable -> different.put(variable, 1.0));
  }

  /**
   * The same triples in a better order.
   *
   * @param input the variables that may be bound before them
   * @param filters the variables of each filter that is placed as soon as they are bound
   */
  static List<Triple> of(
      List<Triple> triples, Counts counts, Set<Var> input, List<Set<Var>> filters) {
    if (triples.size() < 2 || triples.size() > MOST_ORDERED) {
      return List.copyOf(triples);
    }
    return best(triples, counts, input, filters);
  }

  private static List<Triple> best(
      List<Triple> triples, Counts counts, Set<Var> input, List<Set<Var>> filters) {
    if (triples.size() > MOST_STARTS) {
      return new Ordering(counts, input, filters).greedily(triples).ordered;
    }
    Ordering best = null;
    for (Triple first : triples) {
      Ordering one = new Ordering(counts, input, filters);
      one.add(first);
      List<Triple> left = new ArrayList<>(triples);
      left.remove(first);
      one.greedily(left);
      if (best == null || one.cost < best.cost) {
        best = one;
      }
    }
    return best.ordered;
  }

  private Ordering greedily(List<Triple> triples) {
    List<Triple> left = new ArrayList<>(triples);
    while (!left.isEmpty()) {
      Triple next = left.get(0);
      double least = rowsWith(next);
      for (Triple other : left.subList(1, left.size())) {
        double rowsWithOther = rowsWith(other);
        if (rowsWithOther < least) {
          least = rowsWithOther;
          next = other;
        }
      }
      left.remove(next);
      add(next);
    }
    return this;
  }

  private double rowsWith(Triple triple) {
    Matches matches = counts.matches(triple);
    double product = rows * matches.triples();
    product /= sharing(triple.getSubject(), matches.subjects());
    product /= sharing(triple.getObject(), matches.objects());
    long applied = filters.stream().filter(filter -> applies(filter, triple)).count();
    return product * Math.pow(PASSING, applied);
  }

  /** Whether all variables of a filter are bound when a triple is. */
  private boolean applies(Set<Var> filter, Triple triple) {
    for (Var variable : filter) {
      if (!different.containsKey(variable)
          && !variable.equals(triple.getSubject())
          && !variable.equals(triple.getObject())) {
        return false;
      }
    }
    return true;
  }

  private double sharing(Node node, double values) {
    Double known = different.get(node);
    return known == null ? 1 : Math.max(1, Math.max(known, values));
  }

  private void add(Triple triple) {
    Matches matches = counts.matches(triple);
    // Each row so far is looked up, and each row that comes out of it is made.
    double before = rows;
    rows = rowsWith(triple);
    cost += before + rows;
    filters.removeIf(filter -> applies(filter, triple));
    bind(triple.getSubject(), matches.subjects());
    bind(triple.getPredicate(), 1);
    bind(triple.getObject(), matches.objects());
    ordered.add(triple);
  }

  private void bind(Node node, double values) {
    if (node.isVariable()) {
      different.merge(node, Math.max(1, values), Math::min);
    }
  }
}
