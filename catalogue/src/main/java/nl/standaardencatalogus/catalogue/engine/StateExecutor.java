package nl.standaardencatalogus.catalogue.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.optimize.TransformFilterPlacement;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.solver.PatternMatchData;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sys.JenaSystem;

/**
 * ARQ's executor with another order of work: the triples of a pattern are put in order by the
 * {@link Statistics} of the graph, and only then are filters placed between them, each as soon as
 * its variables are bound. ARQ itself places filters first, which fixes the order that the writer
 * of the query happened to choose. Graphs that are not {@link Measured} run as ever.
 */
public final class StateExecutor extends OpExecutor {
  private StateExecutor(ExecutionContext context) {
    super(context);
  }

  /** Makes every query of this process run this way. */
  public static void install() {
    // ARQ as the first class of Jena that is used would begin before what it needs.
    JenaSystem.init();
    ARQ.getContext().set(ARQ.optFilterPlacementBGP, false);
    QC.setFactory(ARQ.getContext(), StateExecutor::new);
  }

  private Statistics statistics() {
    Graph graph = execCxt.getActiveGraph();
    return graph instanceof Measured measured ? measured.statistics() : null;
  }

  @Override
  protected QueryIterator execute(OpBGP op, QueryIterator input) {
    Statistics statistics = statistics();
    if (statistics == null) {
      return super.execute(op, input);
    }
    if (!input.hasNext()) {
      return input;
    }
    QueryIterPeek peeked = QueryIterPeek.create(input, execCxt);
    return match(Ordering.of(op.getPattern(), statistics, bound(peeked), List.of()), peeked);
  }

  @Override
  protected QueryIterator execute(OpFilter op, QueryIterator input) {
    if (!(op.getSubOp() instanceof OpBGP pattern)) {
      return super.execute(op, input);
    }
    Statistics statistics = statistics();
    if (statistics == null) {
      Op placed = TransformFilterPlacement.transform(op.getExprs(), pattern.getPattern());
      return placed instanceof OpFilter filter && filter.getSubOp() instanceof OpBGP
          ? super.execute(filter, input)
          : exec(placed, input);
    }
    if (!input.hasNext()) {
      return input;
    }
    QueryIterPeek peeked = QueryIterPeek.create(input, execCxt);
    List<Set<Var>> filters = op.getExprs().getList().stream().map(Expr::getVarsMentioned).toList();
    BasicPattern ordered = Ordering.of(pattern.getPattern(), statistics, bound(peeked), filters);
    Op placed = TransformFilterPlacement.transform(op.getExprs(), ordered);
    return new InOrder(execCxt).executeOp(placed, peeked);
  }

  private static Set<Var> bound(QueryIterPeek input) {
    Set<Var> bound = new HashSet<>();
    input.peek().vars().forEachRemaining(bound::add);
    return bound;
  }

  private QueryIterator match(BasicPattern pattern, QueryIterator input) {
    return PatternMatchData.execute(execCxt.getActiveGraph(), pattern, input, null, execCxt);
  }

  /** Runs patterns that are in order already; what lies within a filter is ordered as ever. */
  private static final class InOrder extends OpExecutor {
    InOrder(ExecutionContext context) {
      super(context);
    }

    @Override
    protected QueryIterator execute(OpBGP op, QueryIterator input) {
      return PatternMatchData.execute(
          execCxt.getActiveGraph(), op.getPattern(), input, null, execCxt);
    }
  }
}
