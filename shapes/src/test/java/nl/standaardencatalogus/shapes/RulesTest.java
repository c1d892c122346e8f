package nl.standaardencatalogus.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.ontology.Ontology;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulesTest {
  private static final Node TYPE = RDF.type.asNode();
  private static final Rules RULES = Rules.load();
  private static final LocalDate DAY = LocalDate.parse("2026-07-01");
  private static final String ID = "https://w3id.org/standaardencatalogus/id/";

  @TestFactory
  Stream<DynamicTest> a_conforming_case_has_no_findings() {
    return Cases.in("conforms").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Cases.name(file),
                    () -> assertEquals("", RULES.validate(Cases.data(file)).text("nl"))));
  }

  @TestFactory
  Stream<DynamicTest> a_violating_case_has_the_findings_that_it_states_and_no_others() {
    return Cases.in("violates").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Cases.name(file),
                    () -> {
                      Report report = RULES.validate(Cases.data(file));
                      assertEquals(
                          String.join("\n", Cases.expected(file)),
                          String.join("\n", Cases.found(report)));
                    }));
  }

  @Test
  void every_rule_has_a_case_that_violates_it() {
    Set<String> rules = rules();
    Cases.in("violates").stream()
        .flatMap(file -> Cases.expected(file).stream())
        .forEach(line -> rules.remove(line.split(" ")[1]));
    assertEquals(Set.of(), rules);
  }

  @Test
  void every_property_shape_has_a_conforming_case_with_a_value() {
    Graph shapes = RULES.graph();
    List<Graph> cases = Cases.in("conforms").stream().map(Cases::data).toList();
    Set<String> unused = new TreeSet<>();
    for (Triple triple : shapes.find(Node.ANY, SHACL.property, Node.ANY).toList()) {
      Node path = shapes.find(triple.getObject(), SHACL.path, Node.ANY).next().getObject();
      List<Node> types =
          shapes
              .find(triple.getSubject(), SHACL.targetClass, Node.ANY)
              .mapWith(Triple::getObject)
              .toList();
      if (cases.stream().noneMatch(data -> hasValue(data, types, path))) {
        unused.add(triple.getObject().getURI());
      }
    }
    assertEquals(Set.of(), unused);
  }

  private static boolean hasValue(Graph data, List<Node> types, Node path) {
    return types.stream()
        .anyMatch(
            type ->
                data.find(Node.ANY, TYPE, type).toList().stream()
                    .anyMatch(triple -> data.contains(triple.getSubject(), path, Node.ANY)));
  }

  @Test
  void every_rule_has_a_name_a_severity_and_a_message_in_both_languages() {
    Graph shapes = RULES.graph();
    for (String rule : rules()) {
      Node shape = NodeFactory.createURI(rule);
      assertTrue(rule.startsWith(Rules.NS), rule);
      assertTrue(shapes.contains(shape, SHACL.severity, Node.ANY), rule);
      Message message = Message.of(shapes, shape);
      assertFalse(message.nl().isBlank() || message.en().isBlank(), rule);
    }
  }

  @Test
  void no_place_in_a_message_stays_open() {
    Cases.in("violates").stream()
        .flatMap(file -> RULES.validate(Cases.data(file)).findings().stream())
        .forEach(
            finding -> {
              assertFalse(finding.messageNl().matches(".*\\{[$?].*"), finding.messageNl());
              assertFalse(finding.messageEn().matches(".*\\{[$?].*"), finding.messageEn());
            });
  }

  @Test
  void a_message_names_the_field_the_value_and_the_repair() {
    Graph data = Cases.base();
    Node standard = NodeFactory.createURI(ID + "standaard/basis-api");
    Node kind = NodeFactory.createURI("https://w3id.org/standaardencatalogus/def#kind");
    data.remove(standard, kind, Node.ANY);
    data.add(standard, kind, NodeFactory.createLiteralString("api"));
    Finding finding = RULES.validate(data).findings().get(0);
    assertEquals(
        "Soort (sc:kind): precies één waarde uit de lijst soort. Gevonden: \"api\"."
            + " Kies een waarde uit die lijst.",
        finding.message("nl"));
    assertEquals(
        "Kind (sc:kind): exactly one value of the list soort. Found: \"api\"."
            + " Choose a value of that list.",
        finding.message("en"));
    assertEquals("Standard-kind", finding.rule());
  }

  @Test
  void another_reading_of_the_same_shapes_finds_the_same() {
    Shapes shapes = Shapes.parse(RULES.graph());
    for (Path file : Cases.in("violates")) {
      assertEquals(
          String.join("\n", Cases.expected(file)),
          String.join("\n", Cases.found(ShaclValidator.get().validate(shapes, Cases.data(file)))),
          Cases.name(file));
    }
  }

  @Test
  void a_concept_is_named_in_the_language_of_the_message() {
    Graph data =
        Cases.data(
            Cases.in("violates").stream()
                .filter(file -> file.endsWith("Declaration-versionEnded.ttl"))
                .findFirst()
                .orElseThrow());
    Ontology.graph().find().forEach(data::add);
    Finding finding = RULES.validate(data).findings().get(0);
    assertTrue(finding.messageNl().contains("(\"Einde ondersteuning\")"), finding.messageNl());
    assertTrue(finding.messageEn().contains("(\"End of support\")"), finding.messageEn());
  }

  @Test
  void the_ontology_in_the_graph_changes_nothing() {
    Graph data = Cases.base();
    Ontology.graph().find().forEach(data::add);
    assertEquals("", RULES.validate(data).text("en"));
  }

  @Test
  void only_the_nodes_asked_for_are_validated() {
    Graph data = Cases.base();
    Node standard = NodeFactory.createURI(ID + "standaard/basis-api");
    Node part = NodeFactory.createURI(ID + "standaard/basis-api#status-gemma");
    Node neighbour = NodeFactory.createURI(ID + "standaard/oude-standaard");
    Node confidence = NodeFactory.createURI("https://w3id.org/standaardencatalogus/def#confidence");
    data.remove(part, confidence, Node.ANY);
    data.remove(neighbour, confidence, Node.ANY);
    assertEquals(
        Set.of(part),
        RULES.validate(data, List.of(standard, part), DAY).findings().stream()
            .map(Finding::focus)
            .collect(Collectors.toSet()));
  }

  @Test
  void whether_something_is_over_depends_on_the_day() {
    Graph data = Cases.base();
    Node version = NodeFactory.createURI(ID + "standaard/basis-api/versie/1.0.0");
    data.add(
        version,
        NodeFactory.createURI("https://w3id.org/standaardencatalogus/def#endOfSupport"),
        NodeFactory.createLiteralDT("2026-06", XSDDatatype.XSDgYearMonth));
    assertEquals("", RULES.validate(data, LocalDate.parse("2026-06-30")).text("en"));
    assertEquals(
        List.of("StandardVersion-endedWithReason"),
        RULES.validate(data, LocalDate.parse("2026-07-01")).findings().stream()
            .map(Finding::rule)
            .toList());
  }

  @Test
  void no_rule_takes_the_mere_presence_of_an_end_for_the_end() {
    Pattern merePresence =
        Pattern.compile("NOT EXISTS \\{ [?$]\\w+ sc:(validUntil|effectiveUntil) \\?\\w+ }");
    RULES
        .graph()
        .find(Node.ANY, SHACL.select, Node.ANY)
        .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
        .forEach(query -> assertFalse(merePresence.matcher(query).find(), query));
  }

  @Test
  void warnings_do_not_refuse() {
    Graph data = Cases.base();
    Node version = NodeFactory.createURI(ID + "standaard/oude-standaard/versie/1.0");
    data.remove(
        version,
        NodeFactory.createURI("https://w3id.org/standaardencatalogus/def#endReason"),
        Node.ANY);
    Report report = RULES.validate(data);
    assertEquals(
        List.of("StandardVersion-endedWithReason"),
        report.findings().stream().map(Finding::rule).toList());
    assertEquals(1, report.findings(Severity.WARNING).size());
    assertTrue(report.conforms());
  }

  @Test
  void the_report_is_also_a_graph() {
    Graph data = Cases.base();
    data.add(NodeFactory.createURI(ID + "doel/leeg"), TYPE, shapeTarget("Goal"));
    Report report = RULES.validate(data);
    Graph graph = report.graph();
    assertEquals(
        report.findings().size(),
        graph.find(Node.ANY, TYPE, SHACL.ValidationResult).toList().size());
    assertEquals(1, graph.find(Node.ANY, TYPE, SHACL.ValidationReport).toList().size());
    assertEquals(
        report.findings().size() * 2,
        graph.find(Node.ANY, SHACL.resultMessage, Node.ANY).toList().size());
  }

  @Test
  void an_empty_graph_conforms() {
    assertTrue(RULES.validate(GraphFactory.createDefaultGraph()).findings().isEmpty());
  }

  private static Node shapeTarget(String name) {
    return RULES
        .graph()
        .find(NodeFactory.createURI(Rules.NS + name), SHACL.targetClass, Node.ANY)
        .next()
        .getObject();
  }

  /** All shapes that have something to say. */
  private static Set<String> rules() {
    Set<String> rules = new TreeSet<>();
    RULES
        .graph()
        .find(Node.ANY, SHACL.message, Node.ANY)
        .forEach(triple -> rules.add(triple.getSubject().getURI()));
    return rules;
  }
}
