package nl.standaardencatalogus.shapes;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;

/**
 * The rules of the catalogue: what they say about a graph.
 *
 * <p>Rules are SHACL shapes, a Turtle file per class. Whether something holds still is asked of a
 * day, which the queries know as {@code NOW()}. A shape speaks about the nodes that are typed with
 * its target class in so many words: what the ontology says about subclasses plays no part, so that
 * a graph gets the same report with the ontology in it and without.
 *
 * <p>Immutable; may be used by several threads at once.
 */
public final class Rules {
  static {
    // Before any class of Jena: some cannot be loaded while Jena sets itself up.
    JenaSystem.init();
  }

  /** What the IRIs of all shapes start with. */
  public static final String NS = "https://w3id.org/standaardencatalogus/def/vormen#";

  private static final Node TYPE = RDF.type.asNode();
  private static final Comparator<Node> BY_TEXT =
      Comparator.nullsFirst(Comparator.comparing(Node::toString));
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::focus, BY_TEXT)
          .thenComparing(Finding::path, BY_TEXT)
          .thenComparing(Finding::shape, BY_TEXT)
          .thenComparing(Finding::value, BY_TEXT)
          .thenComparing(Finding::component, BY_TEXT)
          .thenComparing(Finding::messageNl);

  private final Graph turtle;
  private final Shapes shapes;
  private final Map<Node, List<Shape>> shapesOf;
  private final Map<Node, List<CrossRecordRule>> crossRecordRulesOf;
  private final List<CrossRecordRule> ofEverything;
  private final Map<Node, Message> messages;
  private final Message nothing;
  private final Map<Node, Rule> rules;

  private Rules(Graph turtle) {
    this.turtle = turtle;
    // Jena starts a query for every node and constraint; here one run of a query serves all nodes.
    List<CrossRecordRule> crossRecordRules = CrossRecordRule.of(turtle);
    this.shapes = Shapes.parse(without(turtle, SHACL.sparql));
    this.shapesOf = byTargetClass(shapes);
    this.crossRecordRulesOf = new LinkedHashMap<>();
    crossRecordRules.forEach(
        rule ->
            rule.targetClasses()
                .forEach(
                    type ->
                        crossRecordRulesOf
                            .computeIfAbsent(type, key -> new ArrayList<>())
                            .add(rule)));
    this.ofEverything =
        crossRecordRules.stream().filter(CrossRecordRule::speaksOfEverything).toList();
    this.messages = Message.ofShapes(turtle);
    this.nothing = Message.ofNothing(turtle);
    this.rules = Rule.of(turtle);
  }

  /** Reads the shapes of records from the classpath. */
  public static Rules load() {
    return load(ShapeFiles.NAMES);
  }

  /** Reads the shapes of an application profile from the classpath. */
  public static Rules load(Profile profile) {
    return load(profile.files());
  }

  private static Rules load(List<String> files) {
    return new Rules(read(files));
  }

  private static Graph read(Collection<String> files) {
    Graph graph = GraphFactory.createDefaultGraph();
    files.forEach(name -> read(name, graph));
    return graph;
  }

  /** The shapes of records and those of all profiles, as published. Not to be changed. */
  public static Graph published() {
    return Published.SHAPES;
  }

  private static final class Published {
    static final Graph SHAPES = all();

    private static Graph all() {
      Set<String> files = new LinkedHashSet<>(ShapeFiles.NAMES);
      Arrays.stream(Profile.values()).forEach(profile -> files.addAll(profile.files()));
      return read(files);
    }
  }

  private static void read(String name, Graph into) {
    try (InputStream in = Rules.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new ShapesException("The shapes file " + name + " is missing", null);
      }
      RDFParser.source(in).lang(Lang.TURTLE).base(NS).parse(into);
    } catch (IOException | RiotException e) {
      throw new ShapesException("The shapes file " + name + " cannot be read", e);
    }
  }

  /** The shapes themselves, as published. Not to be changed. */
  public Graph graph() {
    return turtle;
  }

  /** Each rule as it is told to people, by the IRI of its shape, in the order of their names. */
  public Map<Node, Rule> rules() {
    return rules;
  }

  /** What the rules say today about everything in the graph. */
  public Report validate(Graph data) {
    return validate(data, today());
  }

  /** What the rules say on a day about everything in the graph. */
  public Report validate(Graph data, LocalDate day) {
    return validate(data, data.find().mapWith(Triple::getSubject).toSet(), day);
  }

  /**
   * What the rules say on a day about some nodes within the graph. Which nodes are one record, its
   * IRI and those of its parts, is for the caller to know.
   */
  public Report validate(Graph data, Collection<Node> nodes, LocalDate day) {
    ValidationContext context = ValidationContext.create(shapes, data);
    Set<Finding> findings = new HashSet<>();
    Texts texts = new Texts(data);
    Map<CrossRecordRule, List<Node>> asked = new LinkedHashMap<>();
    ofEverything.forEach(rule -> asked.put(rule, List.copyOf(nodes)));
    for (Node node : nodes) {
      Set<Node> types = data.find(node, TYPE, Node.ANY).mapWith(Triple::getObject).toSet();
      applying(shapesOf, types).forEach(shape -> VLib.validateShape(context, data, shape, node));
      applying(crossRecordRulesOf, types)
          .forEach(rule -> asked.computeIfAbsent(rule, key -> new ArrayList<>()).add(node));
    }
    ExecutionContext execution = ExecutionContext.createForGraph(data, on(day));
    asked.forEach((rule, focus) -> findings.addAll(rule.findings(execution, focus, texts)));
    context
        .generateReport()
        .getEntries()
        .forEach(entry -> findings.add(CoreFinding.of(entry, messages, nothing, texts)));
    List<Finding> sorted = findings.stream().sorted(ORDER).toList();
    return new Report(sorted, ReportGraph.of(sorted));
  }

  /** The day that it is in the Netherlands. */
  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Amsterdam"));
  }

  /** What gives a query this day for NOW(). */
  private static Context on(LocalDate day) {
    Context context = ARQ.getContext().copy();
    Node noon = NodeFactory.createLiteralDT(day + "T12:00:00", XSDDatatype.XSDdateTime);
    context.set(ARQConstants.sysCurrentTime, noon);
    return context;
  }

  private static <T> Set<T> applying(Map<Node, List<T>> rulesOf, Set<Node> types) {
    Set<T> applying = new LinkedHashSet<>();
    types.forEach(type -> applying.addAll(rulesOf.getOrDefault(type, List.of())));
    return applying;
  }

  private static Map<Node, List<Shape>> byTargetClass(Shapes shapes) {
    Map<Node, List<Shape>> byClass = new LinkedHashMap<>();
    for (Shape shape : shapes.getTargetShapes()) {
      for (Target target : shape.getTargets()) {
        if (target.getTargetType() != TargetType.targetClass) {
          continue;
        }
        byClass.computeIfAbsent(target.getObject(), type -> new ArrayList<>()).add(shape);
      }
    }
    return byClass;
  }

  private static Graph without(Graph graph, Node predicate) {
    Graph rest = GraphFactory.createDefaultGraph();
    graph.find().filterDrop(triple -> triple.getPredicate().equals(predicate)).forEach(rest::add);
    rest.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping());
    return rest;
  }
}
