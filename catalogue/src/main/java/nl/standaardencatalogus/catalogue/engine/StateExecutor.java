package nl.standaardencatalogus.catalogue.engine;

import java.util.Iterator;
import java.util.Map;
import nl.standaardencatalogus.catalogue.triples.Numbered;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sys.JenaSystem;

/**
 * ARQ's executor, which runs all it can over the numbers of a {@link Numbered} graph. What is
 * beyond that runs as ARQ runs it, part by part, and every other graph does so whole.
 */
public final class StateExecutor extends OpExecutor {
  private StateExecutor(ExecutionContext context) {
    super(context);
  }

  /** Makes every query of this process run this way. */
  public static void install() {
    // ARQ as the first class of Jena that is used would begin before what it needs.
    JenaSystem.init();
    QC.setFactory(ARQ.getContext(), StateExecutor::new);
  }

  @Override
  protected QueryIterator exec(Op op, QueryIterator input) {
    if (!(execCxt.getActiveGraph() instanceof Numbered graph) || graph.numbered() == null) {
      return super.exec(op, input);
    }
    Execution execution = new Execution(graph, execCxt);
    if (input instanceof QueryIterRoot) {
      try {
        return alone(op, input, execution);
      } catch (Plan.Beyond e) {
        return super.exec(op, input);
      }
    }
    QueryIterPeek rows = QueryIterPeek.create(input, execCxt);
    try {
      return Fed.with(op, rows, execution);
    } catch (Plan.Beyond e) {
      return super.exec(op, rows);
    }
  }

  private QueryIterator alone(Op op, QueryIterator input, Execution execution) {
    Relation relation = execution.relation(op);
    input.close();
    Map<Var, Integer> places = Relations.places(relation.columns());
    Iterator<Binding> rows =
        Iter.map(relation.rows(), row -> new Row(null, places, row, execution.terms()));
    return QueryIterPlainWrapper.create(rows, execCxt);
  }
}
