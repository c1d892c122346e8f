package nl.standaardencatalogus.catalogue.engine;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Set;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.Unstable;

/** What is true or not of the values that a frame has. */
interface Condition {
  boolean holds();

  /** An expression, as ARQ evaluates it; an error counts as false. */
  static Condition of(Expr expression, Frame frame) {
    Set<Var> variables = expression.getVarsMentioned();
    return variables.size() == 1 && isPure(expression)
        ? remembered(expression, frame, frame.place(variables.iterator().next()))
        : () -> expression.isSatisfied(frame.live(), frame.context());
  }

  /** Each value is judged once: a column has fewer values than rows. */
  private static Condition remembered(Expr expression, Frame frame, int place) {
    IntOpenHashSet passed = new IntOpenHashSet();
    IntOpenHashSet failed = new IntOpenHashSet();
    return () -> {
      int value = frame.values()[place];
      if (passed.contains(value)) {
        return true;
      }
      if (failed.contains(value)) {
        return false;
      }
      boolean holds = expression.isSatisfied(frame.live(), frame.context());
      (holds ? passed : failed).add(value);
      return holds;
    };
  }

  /** Whether a step can go at least one way from here. */
  static Condition exists(Step step, Frame frame) {
    return () -> {
      int[] before = frame.values().clone();
      step.open();
      boolean found = step.next();
      // It may have stopped half way: what it gave so far must go.
      System.arraycopy(before, 0, frame.values(), 0, before.length);
      return found;
    };
  }

  private static boolean isPure(Expr expression) {
    boolean[] pure = {true};
    Walker.walk(
        expression,
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunction0 function) {
            pure[0] &= !(function instanceof Unstable);
          }

          @Override
          public void visit(ExprFunction1 function) {
            pure[0] &= !(function instanceof Unstable);
          }

          @Override
          public void visit(ExprFunctionN function) {
            pure[0] &= !(function instanceof Unstable || function instanceof E_Function);
          }

          @Override
          public void visit(ExprFunctionOp function) {
            pure[0] = false;
          }
        });
    return pure[0];
  }
}
