package nl.standaardencatalogus.server.sparql;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
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
import org.apache.jena.sparql.syntax.ElementAntiJoin;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementLateral;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSemiJoin;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnfold;
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

  /** How many times as long as what it is made of a string may become in one row. */
  private static final int MOST_GROWTH = 1_000;

  /** The one property function that may be used: full-text search. */
  private static final String TEXT_QUERY = "http://jena.apache.org/text#query";

  private long growth = 1;
  private boolean searches;
  private boolean varies;

  private Gate() {}

  /** Says why a query is refused, and how to ask it better. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    Refused(String what, String hint) {
      super(what);
      this.hint = hint;
    }

    /** The part of the query that is refused. */
    String what() {
      return getMessage();
    }

    String hint() {
      return hint;
    }
  }

  /**
   * What a query that may pass has in it.
   *
   * @param searches whether it needs the full-text index
   * @param varies whether it may answer otherwise when asked again of the same data
   */
  record Passed(boolean searches, boolean varies) {}

  /** Lets the query through, or throws {@link Refused}. */
  static Passed check(Query query) {
    Gate gate = new Gate();
    gate.query(query);
    return new Passed(gate.searches, gate.varies);
  }

  private void query(Query query) {
    query.getProject().getExprs().values().forEach(this::expression);
    query.getHavingExprs().forEach(this::expression);
    query.getGroupBy().getExprs().values().forEach(this::expression);
    for (ExprAggregator aggregator : query.getAggregators()) {
      if (aggregator.getAggregator() instanceof AggCustom custom) {
        throw function(custom.getIRI());
      }
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

  /** Strings may be built from strings that were built, so what each expression adds multiplies. */
  private void grows(long times) {
    growth *= Math.max(1, times);
    if (growth > MOST_GROWTH) {
      throw new Refused(
          "expressions that build strings of strings (CONCAT, REPLACE) more than "
              + MOST_GROWTH
              + " times as long",
          "Put the strings together after the answer has come.");
    }
  }

  private static long variableParts(ExprFunctionN function) {
    return function.getArgs().stream().filter(part -> !part.isConstant()).count();
  }

  private static long references(ExprFunctionN replace) {
    Expr replacement = replace.getArg(3);
    return replacement instanceof NodeValue value
        ? 1 + value.asUnquotedString().chars().filter(c -> c == '$').count()
        : MOST_GROWTH + 1L;
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
        throw new Refused(
            "the property path " + path + ", which repeats a path that repeats already",
            "One repetition says the same: (p*)* is p*, and (p*/q*)* is (p|q)*.");
      }
      path(one.getSubPath(), inClosure || closure);
    } else if (path instanceof P_Path2 two) {
      path(two.getLeft(), inClosure);
      path(two.getRight(), inClosure);
    }
  }

  private void predicate(String iri) {
    if (iri.equals(TEXT_QUERY)) {
      searches = true;
    } else if (PROPERTY_FUNCTIONS.stream().anyMatch(iri::startsWith)) {
      throw new Refused(
          "the property function <" + iri + ">",
          "Only <" + TEXT_QUERY + "> can be used here; the service description lists it.");
    }
  }

  private static void pattern(Expr pattern) {
    if (!(pattern instanceof NodeValue value)) {
      throw new Refused(
          "the regular expression " + pattern + ", which is not a constant",
          "Write the expression as a string, or use CONTAINS or STRSTARTS.");
    }
    if (EXPLODES.matcher(value.asUnquotedString()).matches()) {
      throw new Refused(
          "the regular expression \""
              + value.asUnquotedString()
              + "\", which refers back or repeats a repetition",
          "Use CONTAINS, STRSTARTS, STRENDS or an expression without (…*)* and \\1.");
    }
  }

  private static Refused extension(String word) {
    return new Refused(word + ", which is not SPARQL 1.1", "Use the words of SPARQL 1.1 only.");
  }

  private static Refused function(String iri) {
    return new Refused(
        "the function <" + iri + ">",
        "Use the functions of SPARQL 1.1 and the casts of XML Schema.");
  }

  private final class Expressions extends ExprVisitorBase {
    @Override
    public void visit(ExprFunction0 function) {
      varies |=
          function instanceof E_Now
              || function instanceof E_Random
              || function instanceof E_UUID
              || function instanceof E_StrUUID;
    }

    @Override
    public void visit(ExprFunctionN function) {
      if (function instanceof E_Call) {
        throw function("CALL");
      }
      if (function instanceof E_Function named && !named.getFunctionIRI().startsWith(XSD)) {
        throw function(named.getFunctionIRI());
      }
      if (function instanceof E_Regex || function instanceof E_StrReplace) {
        pattern(function.getArg(2));
      }
      if (function instanceof E_StrConcat) {
        grows(variableParts(function));
      } else if (function instanceof E_StrReplace) {
        grows(references(function));
      }
    }

    @Override
    public void visit(ExprFunction2 function) {
      String iri = function.getFunctionIRI();
      if (iri != null && iri.startsWith("java:")) {
        throw function(iri);
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
      throw new Refused(
          "SERVICE " + service.getServiceNode(),
          "This endpoint asks no other endpoint; a client such as Comunica can ask several.");
    }

    @Override
    public void visit(ElementUnfold unfold) {
      throw extension("UNFOLD");
    }

    @Override
    public void visit(ElementLateral lateral) {
      throw extension("LATERAL");
    }

    @Override
    public void visit(ElementSemiJoin join) {
      throw extension("SEMIJOIN");
    }

    @Override
    public void visit(ElementAntiJoin join) {
      throw extension("ANTIJOIN");
    }

    @Override
    public void visit(ElementAssign assign) {
      throw extension("LET");
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
