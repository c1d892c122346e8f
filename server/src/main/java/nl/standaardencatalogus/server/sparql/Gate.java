package nl.standaardencatalogus.server.sparql;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Mod;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * Refuses, before it runs, a query that no time limit would stop or that would reach outside the
 * catalogue: federation, functions that load code, closures within closures, regular expressions
 * that explode, strings that double.
 */
final class Gate {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final List<String> PROPERTY_FUNCTIONS =
      List.of("java:", "http://jena.apache.org/", "http://jena.hpl.hp.com/");
  private static final Pattern EXPLODES =
      Pattern.compile("(?s).*(\\\\[1-9k]|[*+}?]\\)[*+{]|\\|[^()]*\\)[*+{]).*");
  private static final Set<String> GROWS = Set.of("concat", "replace", "group_concat");
  private static final int MOST_GROWING = 8;

  private int growing;

  private Gate() {}

  /** Says why a query is refused. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  /** Lets the query through, or throws {@link Refused}. */
  static void check(Query query) {
    new Gate().query(query);
  }

  private void query(Query query) {
    query.getProject().getExprs().values().forEach(this::expression);
    query.getHavingExprs().forEach(this::expression);
    query.getGroupBy().getExprs().values().forEach(this::expression);
    for (ExprAggregator aggregator : query.getAggregators()) {
      ExprList arguments = aggregator.getAggregator().getExprList();
      if (arguments != null) {
        arguments.forEach(this::expression);
      }
    }
    if (query.getOrderBy() != null) {
      query.getOrderBy().stream().map(SortCondition::getExpression).forEach(this::expression);
    }
    if (query.getQueryPattern() != null) {
      element(query.getQueryPattern());
    }
  }

  private void element(Element element) {
    ElementWalker.walk(element, new Elements());
  }

  private void expression(Expr expression) {
    if (expression != null) {
      Walker.walk(expression, new Expressions());
    }
  }

  private void grown() {
    growing++;
    if (growing > MOST_GROWING) {
      throw new Refused(
          "more than " + MOST_GROWING + " expressions that build strings (CONCAT, REPLACE)");
    }
  }

  private static void path(Path path, boolean inClosure) {
    if (path instanceof P_Path1 one) {
      boolean closure =
          one instanceof P_ZeroOrMore1
              || one instanceof P_ZeroOrMoreN
              || one instanceof P_OneOrMore1
              || one instanceof P_OneOrMoreN
              || one instanceof P_Mod
              || one instanceof P_FixedLength;
      if (closure && inClosure) {
        throw new Refused("a property path that repeats a path that repeats already");
      }
      path(one.getSubPath(), inClosure || closure);
    } else if (path instanceof P_Path2 two) {
      path(two.getLeft(), inClosure);
      path(two.getRight(), inClosure);
    }
  }

  private static void predicate(String iri) {
    if (PROPERTY_FUNCTIONS.stream().anyMatch(iri::startsWith)) {
      throw new Refused("the property function <" + iri + ">");
    }
  }

  private static void pattern(Expr pattern) {
    if (!(pattern instanceof NodeValue value)) {
      throw new Refused("a regular expression that is not a constant");
    }
    if (EXPLODES.matcher(value.asUnquotedString()).matches()) {
      throw new Refused("a regular expression with back-references or nested repetition");
    }
  }

  private final class Expressions extends ExprVisitorBase {
    @Override
    public void visit(ExprFunctionN function) {
      if (function instanceof E_Function named && !named.getFunctionIRI().startsWith(XSD)) {
        throw new Refused("the function <" + named.getFunctionIRI() + ">");
      }
      if (function instanceof E_Regex || function instanceof E_StrReplace) {
        pattern(function.getArg(2));
      }
      if (function instanceof E_StrConcat || function instanceof E_StrReplace) {
        grown();
      } else if (GROWS.contains(String.valueOf(function.getFunctionName(null)))) {
        grown();
      }
    }

    @Override
    public void visit(ExprFunction2 function) {
      String iri = function.getFunctionIRI();
      if (iri != null && iri.startsWith("java:")) {
        throw new Refused("the function <" + iri + ">");
      }
    }

    @Override
    public void visit(ExprFunctionOp function) {
      if (function.getElement() != null) {
        element(function.getElement());
      }
    }
  }

  private final class Elements extends ElementVisitorBase {
    @Override
    public void visit(ElementService service) {
      throw new Refused("SERVICE: this endpoint asks no other endpoint");
    }

    @Override
    public void visit(ElementFilter filter) {
      expression(filter.getExpr());
    }

    @Override
    public void visit(ElementBind bind) {
      expression(bind.getExpr());
    }

    @Override
    public void visit(ElementAssign assign) {
      expression(assign.getExpr());
    }

    @Override
    public void visit(ElementSubQuery sub) {
      query(sub.getQuery());
    }

    @Override
    public void visit(ElementTriplesBlock block) {
      block
          .getPattern()
          .forEach(
              triple -> {
                if (triple.getPredicate().isURI()) {
                  predicate(triple.getPredicate().getURI());
                }
              });
    }

    @Override
    public void visit(ElementPathBlock block) {
      for (TriplePath step : block.getPattern().getList()) {
        if (step.getPath() != null) {
          path(step.getPath(), false);
        }
        if (step.getPredicate() != null && step.getPredicate().isURI()) {
          predicate(step.getPredicate().getURI());
        }
      }
    }
  }
}
