package nl.standaardencatalogus.catalogue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;

/**
 * Makes steps of algebra that ARQ has optimised. Neighbouring triple patterns and the filters
 * between them become one block, which {@link Ordering} puts in order; each filter stands as soon
 * as what it speaks of has a value.
 */
final class Plan {
  private final Execution execution;
  private final Frame frame;
  private final boolean alone;
  private final Set<Var> seen;
  private final List<Step> steps = new ArrayList<>();
  private final List<Triple> triples = new ArrayList<>();
  private final Set<Var> inTriples = new HashSet<>();
  private final List<Expr> filters = new ArrayList<>();

  private Plan(Execution execution, Frame frame, boolean alone, Set<Var> seen) {
    this.execution = execution;
    this.frame = frame;
    this.alone = alone;
    this.seen = seen;
  }

  /** Algebra has a part that must be left to ARQ. */
  static final class Beyond extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Beyond(Object part) {
      super("No steps are known for " + part.getClass().getSimpleName(), null, false, false);
    }
  }

  /**
   * The steps of a pattern.
   *
   * @param alone whether nothing comes before it, so that a part with a scope of its own may stand
   *     in it
   * @param seen the variables that may have values before it
   */
  static Step step(Op op, Execution execution, Frame frame, boolean alone, Set<Var> seen) {
    return new Plan(execution, frame, alone, new HashSet<>(seen)).whole(op);
  }

  private Step whole(Op op) {
    add(op);
    block();
    return steps.size() == 1 ? steps.get(0) : new Sequence(steps);
  }

  private Step within(Op op) {
    return step(op, execution, frame, alone, seen);
  }

  private void add(Op op) {
    if (op instanceof OpBGP pattern) {
      pattern.getPattern().forEach(this::add);
    } else if (op instanceof OpTriple triple) {
      add(triple.getTriple());
    } else if (op instanceof OpSequence sequence) {
      sequence.getElements().forEach(this::add);
    } else if (op instanceof OpFilter filter) {
      add(filter.getSubOp());
      filter.getExprs().forEach(this::add);
    } else if (op instanceof OpTable table && table.isJoinIdentity()) {
      return;
    } else {
      inOrder(op);
    }
  }

  private void add(Triple triple) {
    triples.add(triple);
    variables(triple).forEach(inTriples::add);
  }

  static List<Var> variables(Triple triple) {
    List<Var> variables = new ArrayList<>(3);
    for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
      if (node instanceof Var variable) {
        variables.add(variable);
      }
    }
    return variables;
  }

  private void add(Expr filter) {
    filters.add(filter);
    // What has no value here must have none for the filter either, whatever comes later.
    if (!filter.getVarsMentioned().stream()
        .allMatch(variable -> inTriples.contains(variable) || seen.contains(variable))) {
      block();
    }
  }

  /** Makes steps of the triples and filters so far. */
  private void block() {
    List<Expr> waiting = new ArrayList<>(filters);
    List<Set<Var>> needed = new ArrayList<>();
    for (Expr filter : waiting) {
      Set<Var> variables = new HashSet<>(filter.getVarsMentioned());
      variables.retainAll(inTriples);
      needed.add(variables);
    }
    Map<Var, Integer> left = new HashMap<>();
    triples.forEach(triple -> variables(triple).forEach(each -> left.merge(each, 1, Integer::sum)));
    place(waiting, left);
    for (Triple triple : Ordering.of(triples, execution.counts(), seen, needed)) {
      execution.step();
      steps.add(match(triple));
      seen.addAll(variables(triple));
      variables(triple).forEach(each -> left.merge(each, -1, Plan::orNone));
      place(waiting, left);
    }
    triples.clear();
    inTriples.clear();
    filters.clear();
  }

  private static Integer orNone(int count, int less) {
    return count + less == 0 ? null : count + less;
  }

  /** Places the filters that speak of nothing that is left to come. */
  private void place(List<Expr> waiting, Map<Var, Integer> left) {
    for (Iterator<Expr> each = waiting.iterator(); each.hasNext(); ) {
      Expr filter = each.next();
      if (filter.getVarsMentioned().stream().noneMatch(left::containsKey)) {
        each.remove();
        steps.add(new Filter(condition(filter)));
      }
    }
  }

  private Step match(Triple triple) {
    Set<Integer> places = new HashSet<>();
    List<Step> same = new ArrayList<>();
    int subject = own(triple.getSubject(), places, same);
    int predicate = own(triple.getPredicate(), places, same);
    int object = own(triple.getObject(), places, same);
    Step match = new Match(frame, subject, predicate, object);
    same.add(0, match);
    return same.size() == 1 ? match : new Sequence(same);
  }

  /** A place that no other part of the triple has; where it is the same variable, they compare. */
  private int own(Node part, Set<Integer> places, List<Step> same) {
    int place = frame.place(part);
    if (!part.isVariable() || places.add(place)) {
      return place;
    }
    int other = frame.hidden();
    same.add(new Filter(() -> frame.values()[place] == frame.values()[other]));
    return other;
  }

  private Condition condition(Expr expression) {
    if (expression instanceof E_Exists || expression instanceof E_NotExists) {
      Op pattern = ((ExprFunctionOp) expression).getGraphPattern();
      try {
        Condition exists = Condition.exists(step(pattern, execution, frame, false, seen), frame);
        return expression instanceof E_Exists ? exists : () -> !exists.holds();
      } catch (Beyond e) {
        return Condition.of(expression, frame);
      }
    }
    return Condition.of(expression, frame);
  }

  /** What stays where it was written. */
  private void inOrder(Op op) {
    if (op instanceof OpConditional optional) {
      add(optional.getLeft());
      block();
      steps.add(new Optionally(within(optional.getRight())));
      seen.addAll(OpVars.visibleVars(optional.getRight()));
    } else if (op instanceof OpLeftJoin optional) {
      add(optional.getLeft());
      block();
      List<Step> right = new ArrayList<>(List.of(new Joined(frame, held(optional.getRight()))));
      if (optional.getExprs() != null) {
        optional.getExprs().forEach(filter -> right.add(new Filter(condition(filter))));
      }
      steps.add(new Optionally(new Sequence(right)));
      seen.addAll(OpVars.visibleVars(optional.getRight()));
    } else if (op instanceof OpJoin join) {
      add(join.getLeft());
      block();
      join(join.getRight());
    } else if (op instanceof OpMinus minus) {
      add(minus.getLeft());
      block();
      minus(minus);
    } else if (op instanceof OpExtend || op instanceof OpAssign) {
      extend((OpExtendAssign) op);
    } else {
      block();
      branch(op);
    }
  }

  /** Only variables of the left side count; a frame may have others from before it. */
  private void minus(OpMinus op) {
    Set<Var> common = OpVars.visibleVars(op.getLeft());
    common.retainAll(OpVars.visibleVars(op.getRight()));
    if (!common.isEmpty()) {
      Relation right = Relations.projected(relation(op.getRight()), List.copyOf(common));
      steps.add(new Minus(frame, new Held(frame, right)));
    }
  }

  private void extend(OpExtendAssign op) {
    add(op.getSubOp());
    block();
    op.getVarExprList()
        .forEachVarExpr(
            (variable, expression) -> {
              steps.add(new Bind(frame, frame.place(variable), value(expression)));
              seen.add(variable);
            });
  }

  private Supplier<Node> value(Expr expression) {
    if (expression instanceof E_Exists || expression instanceof E_NotExists) {
      Condition condition = condition(expression);
      return () -> NodeValue.booleanReturn(condition.holds()).asNode();
    }
    return () -> Relations.value(expression, frame.live(), frame.context());
  }

  private void branch(Op op) {
    if (op instanceof OpUnion union) {
      steps.add(new Either(List.of(within(union.getLeft()), within(union.getRight()))));
    } else if (op instanceof OpDisjunction union) {
      steps.add(new Either(union.getElements().stream().map(this::within).toList()));
    } else if (op instanceof OpPath path) {
      TriplePath triple = path.getTriplePath();
      steps.add(
          path(
              frame.place(triple.getSubject()), triple.getPath(), frame.place(triple.getObject())));
    } else if (op instanceof OpTable || alone && Relations.hasOwnScope(op)) {
      join(op);
    } else {
      throw new Beyond(op);
    }
    seen.addAll(OpVars.visibleVars(op));
  }

  private Step path(int subject, Path path, int object) {
    if (path instanceof P_Link link && subject != object) {
      return new Match(frame, subject, frame.place(link.getNode()), object);
    }
    if (path instanceof P_ReverseLink link && subject != object) {
      return new Match(frame, object, frame.place(link.getNode()), subject);
    }
    if (path instanceof P_Inverse inverse) {
      return path(object, inverse.getSubPath(), subject);
    }
    if (path instanceof P_Alt both) {
      return new Either(
          List.of(path(subject, both.getLeft(), object), path(subject, both.getRight(), object)));
    }
    if (path instanceof P_Seq both) {
      int middle = frame.hidden();
      return new Sequence(
          List.of(path(subject, both.getLeft(), middle), path(middle, both.getRight(), object)));
    }
    if (Reach.canFollow(path)) {
      return new Reach(frame, subject, path, object);
    }
    throw new Beyond(path);
  }

  private void join(Op op) {
    steps.add(new Joined(frame, held(op)));
    seen.addAll(OpVars.visibleVars(op));
  }

  private Held held(Op op) {
    return new Held(frame, relation(op));
  }

  private Relation relation(Op op) {
    return op instanceof OpTable table ? table(table) : execution.relation(op);
  }

  private Relation table(OpTable op) {
    List<Var> columns = op.getTable().getVars();
    List<int[]> rows = new ArrayList<>();
    for (Iterator<Binding> each = op.getTable().rows(); each.hasNext(); ) {
      Binding binding = each.next();
      int[] row = new int[columns.size()];
      for (int i = 0; i < row.length; i++) {
        Node node = binding.get(columns.get(i));
        row[i] = node == null ? 0 : execution.terms().number(node);
      }
      rows.add(row);
    }
    return new Relation(columns, rows.iterator());
  }
}
