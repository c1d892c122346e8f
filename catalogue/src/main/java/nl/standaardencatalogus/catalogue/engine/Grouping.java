package nl.standaardencatalogus.catalogue.engine;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.triples.Nodes;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorDelayedInitialization;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * GROUP BY: one row for each key, with what is told of its group. Counting is done over numbers;
 * everything else as ARQ does it.
 */
final class Grouping {
  /** What is told of one group takes, in numbers of four bytes. */
  private static final int TALLY = 32;

  private final Execution execution;
  private final Frame frame;
  private final Step step;
  private final int[] keys;
  private final List<ExprAggregator> aggregators;

  private Grouping(OpGroup group, Execution execution) {
    this.execution = execution;
    this.frame = new Frame(execution);
    this.step = Plan.step(withKeys(group), execution, frame, true, Set.of());
    this.keys = group.getGroupVars().getVars().stream().mapToInt(frame::place).toArray();
    this.aggregators = group.getAggregators();
  }

  /** Keys that are expressions become variables of the pattern. */
  private static Op withKeys(OpGroup group) {
    VarExprList expressions = new VarExprList();
    group
        .getGroupVars()
        .forEachVarExpr(
            (variable, expression) -> {
              if (expression != null) {
                expressions.add(variable, expression);
              }
            });
    return expressions.isEmpty()
        ? group.getSubOp()
        : OpExtend.extend(group.getSubOp(), expressions);
  }

  static Relation of(OpGroup group, Execution execution) {
    Grouping grouping = new Grouping(group, execution);
    List<Var> columns = new ArrayList<>(group.getGroupVars().getVars());
    group.getAggregators().forEach(aggregator -> columns.add(aggregator.getVar()));
    return new Relation(
        columns,
        new IteratorDelayedInitialization<>() {
          @Override
          protected Iterator<int[]> initializeIterator() {
            return grouping.rows();
          }
        });
  }

  private Iterator<int[]> rows() {
    Map<Tuple, List<Tally>> groups = new LinkedHashMap<>();
    step.open();
    while (step.next()) {
      int[] key = new int[keys.length];
      for (int i = 0; i < key.length; i++) {
        key[i] = frame.values()[keys[i]];
      }
      groups.computeIfAbsent(new Tuple(key), none -> group()).forEach(Tally::count);
    }
    if (groups.isEmpty() && keys.length == 0) {
      return List.of(ofNothing()).iterator();
    }
    return Iter.map(groups.entrySet().iterator(), group -> row(group.getKey(), group.getValue()));
  }

  private int[] ofNothing() {
    int[] row = new int[aggregators.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = number(aggregators.get(i).getAggregator().getValueEmpty());
    }
    return row;
  }

  private int[] row(Tuple key, List<Tally> tallies) {
    int[] row = Arrays.copyOf(key.numbers(), keys.length + tallies.size());
    for (int i = 0; i < tallies.size(); i++) {
      row[keys.length + i] = number(tallies.get(i).told());
    }
    return row;
  }

  private int number(Node node) {
    return node == null ? Nodes.NONE : execution.terms().number(node);
  }

  private List<Tally> group() {
    execution.hold(keys.length + TALLY * aggregators.size());
    return tallies();
  }

  private List<Tally> tallies() {
    List<Tally> tallies = new ArrayList<>(aggregators.size());
    for (ExprAggregator aggregator : aggregators) {
      tallies.add(tally(aggregator.getAggregator()));
    }
    return tallies;
  }

  /** What is told of one group. */
  private interface Tally {
    /** Takes in the row that the frame has. */
    void count();

    /** What is told; null for nothing. */
    Node told();
  }

  private Tally tally(Aggregator aggregator) {
    if (aggregator instanceof AggCount) {
      return new Counted(() -> true);
    }
    if (aggregator instanceof AggCountVar && variable(aggregator) != null) {
      int place = frame.place(variable(aggregator));
      return new Counted(() -> frame.values()[place] != Nodes.NONE);
    }
    if (aggregator instanceof AggCountVarDistinct && variable(aggregator) != null) {
      int place = frame.place(variable(aggregator));
      IntOpenHashSet met = new IntOpenHashSet();
      return new Counted(() -> frame.values()[place] != Nodes.NONE && isNew(met, place));
    }
    return new Accumulated(aggregator.createAccumulator());
  }

  private boolean isNew(IntOpenHashSet met, int place) {
    boolean added = met.add(frame.values()[place]);
    if (added) {
      execution.hold(0);
    }
    return added;
  }

  private static Var variable(Aggregator aggregator) {
    Expr expression = aggregator.getExprList().get(0);
    return expression.isVariable() ? expression.asVar() : null;
  }

  private static final class Counted implements Tally {
    private final Condition condition;
    private long count;

    Counted(Condition condition) {
      this.condition = condition;
    }

    @Override
    public void count() {
      if (condition.holds()) {
        count++;
      }
    }

    @Override
    public Node told() {
      return NodeValue.makeInteger(count).asNode();
    }
  }

  private final class Accumulated implements Tally {
    private final Accumulator accumulator;

    Accumulated(Accumulator accumulator) {
      this.accumulator = accumulator;
    }

    @Override
    public void count() {
      // Those that evaluate an expression do it at once; others keep the row.
      boolean atOnce = accumulator instanceof AccumulatorExpr;
      accumulator.accumulate(atOnce ? frame.live() : frame.row(), frame.context());
    }

    @Override
    public Node told() {
      NodeValue value = accumulator.getValue();
      return value == null ? null : value.asNode();
    }
  }
}
