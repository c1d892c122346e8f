package nl.standaardencatalogus.catalogue.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;
import nl.standaardencatalogus.catalogue.triples.Nodes;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorDelayedInitialization;
import org.apache.jena.atlas.iterator.IteratorSlotted;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Makes relations of the algebra that has a scope of its own: what SELECT says around a pattern.
 */
final class Relations {
  /** What the key of a sorting takes, in numbers of four bytes. */
  private static final int KEY = 24;

  private final Execution execution;

  Relations(Execution execution) {
    this.execution = execution;
  }

  static boolean hasOwnScope(Op op) {
    return op instanceof OpProject
        || op instanceof OpDistinct
        || op instanceof OpReduced
        || op instanceof OpOrder
        || op instanceof OpTopN
        || op instanceof OpSlice
        || op instanceof OpGroup;
  }

  /** The rows of algebra before which nothing comes; throws {@link Plan.Beyond}. */
  Relation of(Op op) {
    if (op instanceof OpProject project) {
      return projected(of(project.getSubOp()), project.getVars());
    }
    if (op instanceof OpDistinct distinct) {
      Relation all = of(distinct.getSubOp());
      Set<Tuple> met = new HashSet<>();
      return all.with(Iter.filter(all.rows(), row -> isNew(row, met)));
    }
    if (op instanceof OpReduced reduced) {
      return of(reduced.getSubOp());
    }
    if (op instanceof OpSlice slice) {
      Relation all = of(slice.getSubOp());
      return all.with(slice(all.rows(), slice.getStart(), slice.getLength()));
    }
    if (op instanceof OpOrder order) {
      return sorted(of(order.getSubOp()), order.getConditions());
    }
    if (op instanceof OpTopN top) {
      return first(of(top.getSubOp()), top.getConditions(), top.getLimit());
    }
    if (op instanceof OpGroup group) {
      return Grouping.of(group, execution);
    }
    return pattern(op);
  }

  private boolean isNew(int[] row, Set<Tuple> met) {
    boolean added = met.add(new Tuple(row));
    if (added) {
      execution.hold(row.length);
    }
    return added;
  }

  private Relation pattern(Op op) {
    Frame frame = new Frame(execution);
    Step step = Plan.step(op, execution, frame, true, Set.of());
    List<Var> columns = frame.variables();
    int[] places = columns.stream().mapToInt(frame::place).toArray();
    return new Relation(columns, ways(step, () -> picked(frame.values(), places)));
  }

  /** One thing for each way of a step. */
  static <T> Iterator<T> ways(Step step, Supplier<T> made) {
    return new IteratorSlotted<>() {
      private boolean open;

      @Override
      protected T moveToNext() {
        if (!open) {
          open = true;
          step.open();
        }
        return step.next() ? made.get() : null;
      }

      @Override
      protected boolean hasMore() {
        return true;
      }
    };
  }

  private static int[] picked(int[] values, int[] places) {
    int[] row = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      row[i] = places[i] < 0 ? Nodes.NONE : values[places[i]];
    }
    return row;
  }

  static Relation projected(Relation all, List<Var> columns) {
    int[] places = columns.stream().mapToInt(all.columns()::indexOf).toArray();
    return new Relation(columns, Iter.map(all.rows(), row -> picked(row, places)));
  }

  private static Iterator<int[]> slice(Iterator<int[]> rows, long start, long length) {
    Iterator<int[]> from = start == Query.NOLIMIT ? rows : Iter.skip(rows, start);
    return length == Query.NOLIMIT ? from : Iter.limit(from, length);
  }

  private record Keyed(int[] row, Row terms, NodeValue[] keys) {}

  private Relation sorted(Relation all, List<SortCondition> conditions) {
    Map<Var, Integer> places = places(all.columns());
    return all.with(
        new IteratorDelayedInitialization<>() {
          @Override
          protected Iterator<int[]> initializeIterator() {
            List<Keyed> rows = new ArrayList<>();
            all.rows()
                .forEachRemaining(
                    row -> {
                      Keyed keyed = keyed(row, places, conditions);
                      hold(keyed);
                      rows.add(keyed);
                    });
            rows.sort((one, other) -> compare(one, other, conditions));
            return Iter.map(rows.iterator(), Keyed::row);
          }
        });
  }

  /** The rows that come first in an order; no more are kept meanwhile. */
  private Relation first(Relation all, List<SortCondition> conditions, int most) {
    Map<Var, Integer> places = places(all.columns());
    return all.with(
        new IteratorDelayedInitialization<>() {
          @Override
          protected Iterator<int[]> initializeIterator() {
            Comparator<Keyed> order = (one, other) -> compare(one, other, conditions);
            PriorityQueue<Keyed> lastFirst = new PriorityQueue<>(order.reversed());
            while (most > 0 && all.rows().hasNext()) {
              lastFirst.add(keyed(all.rows().next(), places, conditions));
              if (lastFirst.size() > most) {
                lastFirst.remove();
              } else {
                hold(lastFirst.peek());
              }
            }
            return lastFirst.stream().sorted(order).map(Keyed::row).iterator();
          }
        });
  }

  private void hold(Keyed kept) {
    execution.hold(kept.row.length + KEY * kept.keys.length);
  }

  static Map<Var, Integer> places(List<Var> columns) {
    Map<Var, Integer> places = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i), i);
    }
    return places;
  }

  private Keyed keyed(int[] row, Map<Var, Integer> places, List<SortCondition> conditions) {
    execution.step();
    Row terms = new Row(null, places, row, execution.terms());
    NodeValue[] keys = new NodeValue[conditions.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = evaluated(conditions.get(i).getExpression(), terms, execution.context());
    }
    return new Keyed(row, terms, keys);
  }

  private int compare(Keyed one, Keyed other, List<SortCondition> conditions) {
    execution.step();
    for (int i = 0; i < one.keys.length; i++) {
      int compared = BindingComparator.compareNodesRaw(one.keys[i], other.keys[i]);
      if (compared != 0) {
        boolean down = conditions.get(i).getDirection() == Query.ORDER_DESCENDING;
        return down ? -compared : compared;
      }
    }
    return BindingComparator.compareBindingsSyntactic(one.terms, other.terms);
  }

  private static NodeValue evaluated(Expr expression, Binding row, ExecutionContext context) {
    try {
      return expression.eval(row, context);
    } catch (ExprEvalException e) {
      // An error is no value: SPARQL 1.1, sections 15.1 and 18.2.5.
      return null;
    }
  }

  /** The value of an expression; null when it is an error. */
  static Node value(Expr expression, Binding row, ExecutionContext context) {
    NodeValue value = evaluated(expression, row, context);
    return value == null ? null : value.asNode();
  }
}
