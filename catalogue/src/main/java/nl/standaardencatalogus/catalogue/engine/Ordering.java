package nl.standaardencatalogus.catalogue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.engine.Statistics.Matches;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
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

  /** The part of the rows that a filter is expected to let through. */
  private static final double PASSING = 0.3;

  private final Statistics statistics;
  private final List<Set<Var>> filters;
  private final Map<Node, Double> different = new HashMap<>();
  private final BasicPattern ordered = new BasicPattern();
  private double rows = 1;
  private double cost;

  private Ordering(Statistics statistics, Set<Var> input, List<Set<Var>> filters) {
    this.statistics = statistics;
    this.filters = new ArrayList<>(filters);
    input.forEach(variable -> different.put(variable, 1.0));
  }

  /**
   * The same pattern in a better order.
   *
   * @param input the variables that are bound before it
   * @param filters the variables of each filter that is placed as soon as they are bound
   */
  static BasicPattern of(
      BasicPattern pattern, Statistics statistics, Set<Var> input, List<Set<Var>> filters) {
    if (pattern.size() < 2) {
      return pattern;
    }
    List<Triple> triples = pattern.getList();
    int[] places =
        statistics.order(
            shape(triples, statistics, input, filters),
            () -> places(triples, best(triples, statistics, input, filters).getList()));
    BasicPattern ordered = new BasicPattern();
    for (int place : places) {
      ordered.add(triples.get(place));
    }
    return ordered;
  }

  /**
   * What decides an order: the pattern with a mark for each constant whose value does not matter. A
   * pattern within EXISTS comes once for each row, with other constants only.
   */
  private static List<Object> shape(
      List<Triple> triples, Statistics statistics, Set<Var> input, List<Set<Var>> filters) {
    List<Object> shape = new ArrayList<>(triples.size() * 3 + 2);
    for (Triple triple : triples) {
      shape.add(triple.getSubject().isConcrete() ? "constant" : triple.getSubject());
      shape.add(triple.getPredicate());
      Node object = triple.getObject();
      boolean any = object.isConcrete() && !statistics.countsValues(triple.getPredicate());
      shape.add(any ? "constant" : object);
    }
    shape.add(input);
    shape.add(filters);
    return shape;
  }

  private static int[] places(List<Triple> triples, List<Triple> ordered) {
    List<Triple> left = new ArrayList<>(triples);
    int[] places = new int[left.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = left.indexOf(ordered.get(i));
      left.set(places[i], null);
    }
    return places;
  }

  private static BasicPattern best(
      List<Triple> triples, Statistics statistics, Set<Var> input, List<Set<Var>> filters) {
    if (triples.size() > MOST_STARTS) {
      return new Ordering(statistics, input, filters).greedily(triples).ordered;
    }
    Ordering best = null;
    for (Triple first : triples) {
      Ordering one = new Ordering(statistics, input, filters);
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
    Matches matches = statistics.matches(triple);
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
    Matches matches = statistics.matches(triple);
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
