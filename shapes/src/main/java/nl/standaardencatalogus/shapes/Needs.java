package nl.standaardencatalogus.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;

/**
 * What a node must have, and what it must lack, for a query about it to have any row: read from the
 * query, so that most queries need not be started for most nodes.
 */
final class Needs {
  private final Var focus;
  private final Set<Var> bound;
  private final List<Triple> present = new ArrayList<>();
  private final List<Triple> absent = new ArrayList<>();

  private Needs(Var focus, Set<Var> bound) {
    this.focus = focus;
    this.bound = bound;
  }

  static Needs of(Op query, Var focus) {
    Op pattern = query instanceof OpProject project ? project.getSubOp() : query;
    Needs needs = new Needs(focus, Set.copyOf(OpVars.visibleVars(pattern)));
    needs.read(pattern);
    return needs;
  }

  boolean metBy(Node node, Graph data) {
    return present.stream().allMatch(triple -> has(node, triple, data))
        && absent.stream().noneMatch(triple -> has(node, triple, data));
  }

  /** The properties that it must lack whatever their value. */
  Set<Node> absent() {
    return absent.stream()
        .filter(triple -> !triple.getObject().isConcrete())
        .map(Triple::getPredicate)
        .collect(Collectors.toSet());
  }

  private static boolean has(Node node, Triple triple, Graph data) {
    Node value = triple.getObject().isConcrete() ? triple.getObject() : Node.ANY;
    return data.contains(node, triple.getPredicate(), value);
  }

  // Only what every row must go through: no alternatives, nothing optional.
  private void read(Op op) {
    if (op instanceof OpBGP pattern) {
      pattern.getPattern().getList().stream().filter(this::isAboutFocus).forEach(present::add);
    } else if (op instanceof OpFilter filter) {
      filter.getExprs().forEach(this::read);
      read(filter.getSubOp());
    } else if (op instanceof OpExtend extend) {
      read(extend.getSubOp());
    } else if (op instanceof OpSequence sequence) {
      sequence.getElements().forEach(this::read);
    } else if (op instanceof OpJoin join) {
      read(join.getLeft());
      read(join.getRight());
    } else if (op instanceof OpLeftJoin optional) {
      read(optional.getLeft());
    } else if (op instanceof OpConditional optional) {
      read(optional.getLeft());
    }
  }

  private void read(Expr condition) {
    if (condition instanceof E_NotExists none
        && none.getGraphPattern() instanceof OpBGP pattern
        && pattern.getPattern().size() == 1) {
      Triple triple = pattern.getPattern().get(0);
      // A variable that the rest of the query fills in asks for the absence of one value only.
      if (isAboutFocus(triple) && !bound.contains(triple.getObject())) {
        absent.add(triple);
      }
    }
  }

  private boolean isAboutFocus(Triple triple) {
    return triple.getSubject().equals(focus)
        && triple.getPredicate().isConcrete()
        && !triple.getObject().equals(focus);
  }
}
