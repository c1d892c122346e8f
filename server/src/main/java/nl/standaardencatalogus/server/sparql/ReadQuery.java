package nl.standaardencatalogus.server.sparql;

import java.util.List;
import nl.standaardencatalogus.server.http.Problem;
import nl.standaardencatalogus.server.http.ProblemException;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.SortCondition;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitor;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.util.Context;

/**
 * A query that has been read and that the gate lets through, with the algebra that ARQ makes of it
 * within bounds. Safe for use by several threads.
 */
final class ReadQuery {
  private static final int LONGEST = 64 << 10;
  private static final int DEEPEST = 100;

  /** Of one sorting or DISTINCT; more go to a temporary file. */
  private static final long MOST_ROWS_IN_MEMORY = 500_000;

  private final Query query;
  private final Gate.Passed passed;
  private volatile Op algebra;

  private ReadQuery(Query query, Gate.Passed passed) {
    this.query = query;
    this.passed = passed;
  }

  Query query() {
    return query;
  }

  /** What the gate found in it. */
  Gate.Passed passed() {
    return passed;
  }

  /** Its algebra, optimised; made when it is first asked for. */
  Op algebra() {
    Op made = algebra;
    if (made == null) {
      Context context = ARQ.getContext().copy();
      bound(context);
      made = Algebra.optimize(Algebra.compile(query), context);
      bindFunctions(made, context);
      algebra = made;
    }
    return made;
  }

  /**
   * A function looks for its code when it is first called, which two threads may not do at once.
   */
  private static void bindFunctions(Op op, Context context) {
    ExprVisitor binding =
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunctionN function) {
            if (function instanceof E_Function called) {
              called.buildFunction(context);
            }
          }
        };
    // Walking over the algebra passes by what rows are sorted by and what is counted.
    OpVisitor elsewhere =
        new OpVisitorBase() {
          @Override
          public void visit(OpOrder order) {
            sorting(order.getConditions());
          }

          @Override
          public void visit(OpTopN top) {
            sorting(top.getConditions());
          }

          private void sorting(List<SortCondition> conditions) {
            conditions.forEach(each -> Walker.walk(each.getExpression(), binding));
          }

          @Override
          public void visit(OpGroup group) {
            for (ExprAggregator counted : group.getAggregators()) {
              ExprList counts = counted.getAggregator().getExprList();
              if (counts != null) {
                counts.forEach(each -> Walker.walk(each, binding));
              }
            }
          }
        };
    Walker.walk(op, elsewhere, binding);
  }

  /** Reads a query; throws {@link ProblemException} for what is none and for what may not run. */
  static ReadQuery of(String text) {
    refuseBombs(text);
    try {
      Query query = parsed(text);
      return new ReadQuery(query, Gate.check(query));
    } catch (StackOverflowError e) {
      throw tooLarge();
    } catch (Gate.Refused e) {
      throw new ProblemException(
          Problem.of(403, "The query is refused: it has " + e.what() + ". " + e.hint())
              .with("pattern", e.what())
              .with("hint", e.hint()));
    }
  }

  private static void refuseBombs(String text) {
    if (text.length() > LONGEST) {
      throw new ProblemException(
          Problem.of(413, "The query is longer than " + (LONGEST >> 10) + " KiB.")
              .with("limit", "query length"));
    }
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '(' || c == '[') {
        depth++;
      } else if (depth > 0 && (c == '}' || c == ')' || c == ']')) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw new ProblemException(
            Problem.of(400, "The query has more than " + DEEPEST + " brackets open at once.")
                .with("limit", "nesting"));
      }
    }
  }

  private static Query parsed(String text) {
    try {
      return QueryFactory.create(text, Fuseki.BaseParserSPARQL, Syntax.syntaxSPARQL_11);
    } catch (QueryParseException e) {
      if (e.getCause() instanceof StackOverflowError) {
        throw tooLarge();
      }
      Fault fault = Fault.of(e);
      throw new ProblemException(
          Problem.of(400, "This is not a SPARQL query: " + fault.reason())
              .with("line", fault.line())
              .with("column", fault.column()));
    } catch (QueryException e) {
      throw new ProblemException(400, "This is not a SPARQL query: " + e.getMessage());
    }
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
        Problem.of(400, "The query is too large: too many parts within or beside others.")
            .with("limit", "nesting"));
  }

  /** Readies a context for this query: it runs within bounds, and by the algebra that is here. */
  void prepare(Context context) {
    bound(context);
    if (!passed.varies()) {
      PreparedEngine.use(this, context);
    }
  }

  /** Keeps the strings and the sortings of a query within bounds. */
  private static void bound(Context context) {
    RewriteFactory usual = Optimize.getFactory();
    RewriteFactory bounded = c -> op -> BoundedConcat.in(usual.create(c).rewrite(op));
    context.set(ARQConstants.sysOptimizerFactory, bounded);
    context.set(ARQ.spillToDiskThreshold, MOST_ROWS_IN_MEMORY);
  }
}
