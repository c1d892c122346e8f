package nl.standaardencatalogus.server.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;

/** GROUP_CONCAT that refuses to grow beyond a bound: ARQ's own fills the memory there is. */
final class BoundedConcat extends AccumulatorExpr {
  private static final int MOST = 4 << 20;

  private final StringBuilder text = new StringBuilder();
  private final String separator;
  private boolean first = true;

  private BoundedConcat(Expr expression, String separator, boolean distinct) {
    super(expression, distinct);
    this.separator = Objects.requireNonNullElse(separator, " ");
  }

  /** One string has become too long. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The same algebra, with every GROUP_CONCAT in it bounded. */
  static Op in(Op op) {
    return Transformer.transform(
        new TransformCopy() {
          @Override
          public Op transform(OpGroup group, Op sub) {
            List<ExprAggregator> aggregators = new ArrayList<>();
            for (ExprAggregator aggregator : group.getAggregators()) {
              aggregators.add(
                  new ExprAggregator(aggregator.getVar(), bounded(aggregator.getAggregator())));
            }
            return new OpGroup(sub, group.getGroupVars(), aggregators);
          }
        },
        op);
  }

  private static Aggregator bounded(Aggregator aggregator) {
    if (aggregator instanceof AggGroupConcat concat) {
      return new AggGroupConcat(concat.getExprList().get(0), concat.getSeparator()) {
        @Override
        public Accumulator createAccumulator() {
          return new BoundedConcat(getExpr(), getSeparator(), false);
        }
      };
    }
    if (aggregator instanceof AggGroupConcatDistinct concat) {
      return new AggGroupConcatDistinct(concat.getExprList().get(0), concat.getSeparator()) {
        @Override
        public Accumulator createAccumulator() {
          return new BoundedConcat(getExpr(), getSeparator(), true);
        }
      };
    }
    return aggregator;
  }

  @Override
  protected void accumulate(NodeValue value, Binding binding, FunctionEnv environment) {
    if (!first) {
      text.append(separator);
    }
    text.append(value.asString());
    first = false;
    if (text.length() > MOST) {
      throw new TooLong();
    }
  }

  @Override
  protected void accumulateError(Binding binding, FunctionEnv environment) {}

  @Override
  protected NodeValue getAccValue() {
    return NodeValue.makeString(text.toString());
  }
}
