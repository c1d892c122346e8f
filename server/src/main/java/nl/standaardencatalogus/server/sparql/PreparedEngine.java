package nl.standaardencatalogus.server.sparql;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;

/**
 * ARQ's engine for one query whose algebra has been optimised before, which takes longer than most
 * queries do. Whatever is made of the query, such as one without its FROM, goes the usual way.
 */
final class PreparedEngine implements QueryEngineFactory {
  private final ReadQuery read;

  private PreparedEngine(ReadQuery read) {
    this.read = read;
  }

  /** Runs the query this way wherever the context is used. */
  static void use(ReadQuery read, Context context) {
    QueryEngineRegistry engines = QueryEngineRegistry.get().copy();
    engines.add(new PreparedEngine(read));
    QueryEngineRegistry.set(context, engines);
  }

  @Override
  public boolean accept(Query query, DatasetGraph dataset, Context context) {
    // Its own FROM chooses among the graphs of the dataset, and that the usual engine does.
    return query == read.query() && !query.hasDatasetDescription();
  }

  @Override
  public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
    return new QueryEngineMain(read.algebra(), dataset, input, context) {
      @Override
      protected Op modifyOp(Op op) {
        return op;
      }
    }.getPlan();
  }

  @Override
  public boolean accept(Op op, DatasetGraph dataset, Context context) {
    return false;
  }

  @Override
  public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
    throw new UnsupportedOperationException("Only a query is prepared");
  }
}
