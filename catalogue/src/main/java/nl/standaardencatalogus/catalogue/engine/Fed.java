package nl.standaardencatalogus.catalogue.engine;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.triples.Nodes;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;

/** The ways of a pattern from each row of what ARQ ran before it. */
final class Fed extends QueryIterRepeatApply {
  private final Execution execution;
  private final Frame frame;
  private final Step step;

  private Fed(QueryIterator input, Execution execution, Frame frame, Step step) {
    super(input, execution.context());
    this.execution = execution;
    this.frame = frame;
    this.step = step;
  }

  /** Makes the steps, or throws {@link Plan.Beyond} and leaves the rows as they are. */
  static QueryIterator with(Op op, QueryIterPeek rows, Execution execution) {
    Frame frame = new Frame(execution);
    Set<Var> seen = new HashSet<>();
    // Rows that come from one pattern mostly have the same variables.
    if (rows.hasNext()) {
      rows.peek().vars().forEachRemaining(seen::add);
    }
    return new Fed(rows, execution, frame, Plan.step(op, execution, frame, false, seen));
  }

  @Override
  protected QueryIterator nextStage(Binding row) {
    int[] values = frame.values();
    frame.places().forEach((variable, place) -> values[place] = number(row.get(variable)));
    Iterator<Binding> ways = Relations.ways(step, () -> on(row));
    return QueryIterPlainWrapper.create(ways, getExecContext());
  }

  private int number(Node node) {
    return node == null ? Nodes.NONE : execution.terms().number(node);
  }

  /** What the steps gave, on top of the row they began with. */
  private Binding on(Binding row) {
    int[] given = frame.values().clone();
    for (Map.Entry<Var, Integer> place : frame.places().entrySet()) {
      if (row.contains(place.getKey())) {
        given[place.getValue()] = Nodes.NONE;
      }
    }
    return new Row(row, frame.places(), given, execution.terms());
  }
}
