package nl.standaardencatalogus.catalogue.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.triples.Nodes;
import nl.standaardencatalogus.catalogue.triples.NumberedGraph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;

/**
 * What the steps of one row share: a place for the value of each variable and each constant, as
 * numbers. {@link Nodes#NONE} stands for no value.
 */
final class Frame {
  private final Execution execution;
  private final Map<Var, Integer> places = new HashMap<>();
  private final Map<Node, Integer> constants = new HashMap<>();
  private int[] values = new int[16];
  private int size;
  private Row live;

  Frame(Execution execution) {
    this.execution = execution;
  }

  /** The place of a variable, or of a constant, which stands there for good. */
  int place(Node node) {
    if (node instanceof Var variable) {
      return places.computeIfAbsent(variable, none -> room());
    }
    return constants.computeIfAbsent(
        node,
        none -> {
          int place = room();
          values[place] = terms().number(node);
          return place;
        });
  }

  /** A place for what has no name in the query. */
  int hidden() {
    return room();
  }

  private int room() {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    return size++;
  }

  /** The variables that have a place, each at its own. */
  Map<Var, Integer> places() {
    return places;
  }

  List<Var> variables() {
    return new ArrayList<>(places.keySet());
  }

  /** The values, each at its place; may be another array once more places are asked for. */
  int[] values() {
    return values;
  }

  NumberedGraph graph() {
    return execution.graph();
  }

  Terms terms() {
    return execution.terms();
  }

  ExecutionContext context() {
    return execution.context();
  }

  /** Counts a step of work. */
  void step() {
    execution.step();
  }

  /** Counts a row that is kept until the query ends. */
  void hold(int numbers) {
    execution.hold(numbers);
  }

  /** The values of now, as ARQ wants them to evaluate an expression; changes as the frame does. */
  Row live() {
    if (live == null || live.values() != values) {
      live = new Row(null, places, values, terms());
    }
    return live;
  }

  /** A row of the values of now, for keeps. */
  Row row() {
    return new Row(null, places, values.clone(), terms());
  }
}
