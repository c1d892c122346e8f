package nl.standaardencatalogus.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** Whether the rules speak the language of the ontology. */
class VocabularyTest {
  private static final Pattern CONCEPT =
      Pattern.compile("(https://w3id.org/standaardencatalogus/def/[a-z-]+)/[a-z-]+");
  private static final Graph SHAPES = Rules.load().graph();
  private static final Graph ONTOLOGY = Ontology.graph();

  @Test
  void every_own_term_in_the_rules_is_in_the_ontology() {
    Set<String> unknown = new TreeSet<>();
    SHAPES
        .find()
        .forEach(
            triple ->
                Stream.of(triple.getPredicate(), triple.getObject())
                    .filter(node -> node.isURI() && node.getURI().startsWith(SC.NS))
                    .filter(node -> !ONTOLOGY.contains(node, RDF.type.asNode(), Node.ANY))
                    .forEach(node -> unknown.add(node.getURI())));
    assertEquals(Set.of(), unknown);
  }

  @Test
  void every_own_term_in_a_query_is_in_the_ontology() {
    Set<String> unknown = new TreeSet<>();
    Pattern term = Pattern.compile("\\bsc:([A-Za-z]+)");
    SHAPES
        .find(Node.ANY, SHACL.select, Node.ANY)
        .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
        .forEach(
            query -> {
              Matcher matcher = term.matcher(query);
              while (matcher.find()) {
                Node node = NodeFactory.createURI(SC.NS + matcher.group(1));
                if (!ONTOLOGY.contains(node, RDF.type.asNode(), Node.ANY)) {
                  unknown.add(node.getURI());
                }
              }
            });
    assertEquals(Set.of(), unknown);
  }

  @Test
  void a_choice_from_a_code_list_offers_the_whole_list() {
    int lists = 0;
    for (Triple triple : SHAPES.find(Node.ANY, SHACL.in, Node.ANY).toList()) {
      // That VNG's bindingness is an axis and yet may not be stated is a rule of its own.
      if (triple.getSubject().getURI().endsWith("#StatusStatement-axis")) {
        continue;
      }
      Set<Node> offered = Set.copyOf(G.rdfList(SHAPES, triple.getObject()));
      Set<String> schemes =
          offered.stream()
              .filter(Node::isURI)
              .map(node -> CONCEPT.matcher(node.getURI()))
              .filter(Matcher::matches)
              .map(matcher -> matcher.group(1))
              .collect(Collectors.toSet());
      if (schemes.isEmpty()) {
        continue;
      }
      Set<Node> known =
          ONTOLOGY
              .find(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
              .filterKeep(inScheme -> schemes.contains(inScheme.getObject().getURI()))
              .mapWith(Triple::getSubject)
              .toSet();
      assertEquals(known, offered, triple.getSubject().getURI());
      lists++;
    }
    assertTrue(lists > 20, "Only " + lists + " choices from code lists");
  }

  /** A withdrawal may come at any time, and has a rule of its own. */
  @Test
  void the_order_of_steps_in_the_rule_is_that_of_the_code_list() {
    String steps =
        ONTOLOGY
            .find(Node.ANY, SKOS.inScheme.asNode(), CodeLists.scheme(CodeLists.PROCEDURESTAP))
            .mapWith(Triple::getSubject)
            .toList()
            .stream()
            .sorted(
                Comparator.comparing(
                    step -> (Integer) G.getOneSP(ONTOLOGY, step, SC.ORDER).getLiteralValue()))
            .map(step -> step.getURI().replaceAll(".*/", "/"))
            .filter(step -> !step.equals("/intrekking"))
            .collect(Collectors.joining());
    String query =
        SHAPES
            .find(NodeFactory.createURI(Rules.NS + "Procedure-order"), SHACL.sparql, Node.ANY)
            .mapWith(triple -> G.getOneSP(SHAPES, triple.getObject(), SHACL.select))
            .next()
            .getLiteralLexicalForm();
    assertTrue(query.contains('"' + steps + '"'), steps);
  }

  @Test
  void every_class_of_the_ontology_has_a_shape() {
    Set<String> without = new TreeSet<>();
    ONTOLOGY
        .find(Node.ANY, RDF.type.asNode(), OWL.Class.asNode())
        .mapWith(Triple::getSubject)
        .filterKeep(node -> node.isURI() && node.getURI().startsWith(SC.NS))
        .filterDrop(node -> SHAPES.contains(Node.ANY, SHACL.targetClass, node))
        .forEach(node -> without.add(node.getURI().substring(SC.NS.length())));
    // A mark on a declaration, with nothing of its own to hold to a rule.
    without.remove("SampleData");
    assertEquals(Set.of(), without);
  }

  @Test
  void every_class_with_a_shape_is_one_that_a_record_may_have() {
    String query =
        SHAPES
            .find(NodeFactory.createURI(Rules.NS + "Record-class"), SHACL.sparql, Node.ANY)
            .mapWith(triple -> triple.getObject())
            .mapWith(sparql -> SHAPES.find(sparql, SHACL.select, Node.ANY).next().getObject())
            .next()
            .getLiteralLexicalForm();
    Set<String> named = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\b(sc|adms|dcat|geo|org):([A-Za-z]+)").matcher(query);
    while (matcher.find()) {
      named.add(matcher.group(2));
    }
    assertEquals(targetClasses(shape -> !shape.contains("#Record-")), named);
  }

  @Test
  void every_class_with_a_shape_has_a_form_of_identifier() {
    assertEquals(
        targetClasses(shape -> !shape.contains("#Record-")),
        targetClasses(shape -> shape.contains("#Record-") && shape.endsWith("Form")));
  }

  private static Set<String> targetClasses(Predicate<String> ofShapes) {
    return SHAPES
        .find(Node.ANY, SHACL.targetClass, Node.ANY)
        .filterKeep(triple -> ofShapes.test(triple.getSubject().getURI()))
        .mapWith(triple -> triple.getObject().getURI().replaceAll(".*[#/]", ""))
        .toSet()
        .stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_shapes_file_is_read() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("src/main/turtle"))) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .sorted()
              .toList();
      assertEquals(names, ShapeFiles.NAMES.stream().sorted().toList());
    }
  }
}
