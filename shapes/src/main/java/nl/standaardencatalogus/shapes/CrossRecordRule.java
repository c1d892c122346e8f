package nl.standaardencatalogus.shapes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QC;

/**
 * A node shape with a SPARQL constraint: what a node says is held against what others say.
 *
 * <p>The query is compiled once. For a node its {@code $this} is filled in, so it must be written
 * to be cheap when only that is known.
 */
final class CrossRecordRule {
  private static final Var THIS = Var.alloc("this");
  private static final Var VALUE = Var.alloc("value");
  private static final Var PATH = Var.alloc("path");

  private final Node shape;
  private final Set<Node> targetClasses;
  private final boolean everything;
  private final Severity severity;
  private final Message message;
  private final Op op;
  private final Needs needs;

  private CrossRecordRule(Graph shapes, Node shape, Node constraint) {
    this.shape = shape;
    this.targetClasses = objects(shapes, shape, SHACL.targetClass);
    this.everything = shapes.contains(shape, SHACL.target, Node.ANY);
    this.severity =
        objects(shapes, shape, SHACL.severity).stream()
            .findFirst()
            .map(Severity::of)
            .orElse(Severity.VIOLATION);
    this.message = Message.of(shapes, shape);
    this.op = compiled(shapes, shape, constraint);
    this.needs = Needs.of(op, THIS);
  }

  static List<CrossRecordRule> of(Graph shapes) {
    List<CrossRecordRule> rules = new ArrayList<>();
    shapes
        .find(Node.ANY, SHACL.sparql, Node.ANY)
        .forEach(t -> rules.add(new CrossRecordRule(shapes, t.getSubject(), t.getObject())));
    return rules;
  }

  /** The properties that things of a class must have when a rule about them says so. */
  static Set<Node> demanded(Graph shapes, Node type) {
    return shapes
        .find(Node.ANY, SHACL.targetClass, type)
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .flatMap(
            shape ->
                objects(shapes, shape, SHACL.sparql).stream()
                    .map(constraint -> new CrossRecordRule(shapes, shape, constraint)))
        .filter(rule -> rule.severity == Severity.VIOLATION)
        .flatMap(rule -> rule.needs.absent().stream())
        .collect(Collectors.toSet());
  }

  Set<Node> targetClasses() {
    return targetClasses;
  }

  /** Whether it speaks about every node, of whatever class: its target is a query for all. */
  boolean speaksOfEverything() {
    return everything;
  }

  /** What the rule says of these nodes; all in one run, since starting a run costs most. */
  List<Finding> findings(ExecutionContext context, Collection<Node> focus, Texts texts) {
    Graph data = context.getActiveGraph();
    List<Binding> bindings =
        focus.stream()
            .filter(node -> needs.metBy(node, data))
            .map(node -> BindingFactory.binding(THIS, node))
            .toList();
    if (bindings.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    QueryIterator rows =
        QC.execute(op, QueryIterPlainWrapper.create(bindings.iterator(), context), context);
    try {
      rows.forEachRemaining(row -> findings.add(finding(row.get(THIS), row, texts)));
    } finally {
      rows.close();
    }
    return findings;
  }

  private Finding finding(Node focus, Binding row, Texts texts) {
    return new Finding(
        focus,
        row.get(PATH),
        row.contains(VALUE) ? row.get(VALUE) : focus,
        shape,
        SHACL.SPARQLConstraintComponent,
        severity,
        message.inDutch((place, language) -> found(place, focus, row, texts, language)),
        message.inEnglish((place, language) -> found(place, focus, row, texts, language)));
  }

  private static Optional<String> found(
      String place, Node focus, Binding row, Texts texts, String language) {
    Node node = place.equals("this") ? focus : row.get(Var.alloc(place));
    return Optional.ofNullable(node).map(found -> texts.of(found, language));
  }

  private static Op compiled(Graph shapes, Node shape, Node constraint) {
    String select =
        objects(shapes, constraint, SHACL.select).stream()
            .findFirst()
            .orElseThrow(() -> new ShapesException(shape + " has no sh:select", null))
            .getLiteralLexicalForm();
    try {
      Op whole = Algebra.optimize(Algebra.compile(QueryFactory.create(prefixes(shapes) + select)));
      // A projection has ARQ begin anew for each node, and nothing here asks for what it leaves
      // out.
      return whole instanceof OpProject projected ? projected.getSubOp() : whole;
    } catch (QueryParseException e) {
      throw new ShapesException("The query of " + shape + " cannot be read", e);
    }
  }

  private static String prefixes(Graph shapes) {
    return shapes
        .find(Node.ANY, SHACL.declare, Node.ANY)
        .mapWith(Triple::getObject)
        .mapWith(
            declaration ->
                "PREFIX "
                    + text(shapes, declaration, SHACL.prefix)
                    + ": <"
                    + text(shapes, declaration, SHACL.namespace)
                    + ">\n")
        .toList()
        .stream()
        .sorted()
        .collect(Collectors.joining());
  }

  private static String text(Graph shapes, Node subject, Node property) {
    return objects(shapes, subject, property).iterator().next().getLiteralLexicalForm();
  }

  private static Set<Node> objects(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toSet();
  }
}
