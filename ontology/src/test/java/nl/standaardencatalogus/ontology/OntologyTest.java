package nl.standaardencatalogus.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

final class OntologyTest {
  private static final Path TURTLE = Path.of("src", "main", "turtle");
  private static final Set<Node> CLASS_TYPES = Set.of(OWL.Class.asNode());
  private static final Set<Node> PROPERTY_TYPES =
      Set.of(
          OWL.ObjectProperty.asNode(),
          OWL.DatatypeProperty.asNode(),
          OWL.AnnotationProperty.asNode(),
          RDF.Property.asNode());

  private final Graph graph = Ontology.graph();

  @Test
  void every_constant_is_a_term_and_every_term_has_its_constant() throws IllegalAccessException {
    Set<String> constants = new TreeSet<>();
    for (var field : SC.class.getDeclaredFields()) {
      if (field.get(null) instanceof Node node) {
        constants.add(field.getName() + " " + node.getURI());
      }
    }
    Set<String> terms = new TreeSet<>();
    declared(CLASS_TYPES).forEach(term -> terms.add(constant(term) + "_CLASS " + term));
    declared(PROPERTY_TYPES).forEach(term -> terms.add(constant(term) + " " + term));
    assertEquals(terms, constants);
  }

  @Test
  void every_term_has_one_label_and_one_definition_in_dutch_and_in_english() {
    List<String> faults = new ArrayList<>();
    for (Node term : terms()) {
      faults.addAll(notOncePerLanguage(term, RDFS.label));
      faults.addAll(notOncePerLanguage(term, SKOS.definition));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void no_two_classes_and_no_two_properties_have_the_same_label() {
    for (Set<Node> types : List.of(CLASS_TYPES, PROPERTY_TYPES)) {
      Set<Node> seen = new HashSet<>();
      List<Node> again =
          declared(types).stream()
              .flatMap(term -> graph.stream(term, RDFS.label.asNode(), Node.ANY))
              .map(Triple::getObject)
              .filter(label -> !seen.add(label))
              .toList();
      assertEquals(List.of(), again);
    }
  }

  @Test
  void every_term_says_which_ontology_defines_it() {
    Node ontology = NodeFactory.createURI(Ontology.IRI);
    for (Node term : terms()) {
      assertEquals(Set.of(ontology), objects(term, RDFS.isDefinedBy), term.toString());
    }
  }

  @Test
  void no_term_of_our_namespace_is_used_without_being_declared() {
    Set<Node> terms = terms();
    Set<Node> undeclared =
        graph.stream()
            .flatMap(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject()))
            .filter(node -> node.isURI() && node.getURI().startsWith(SC.NS))
            .filter(Predicate.not(terms::contains))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), undeclared);
  }

  @Test
  void a_term_is_declared_in_one_file_only() {
    Set<Node> seen = new HashSet<>();
    for (String file : Ontology.files()) {
      Set<Node> here =
          Ontology.read(file).stream().map(Triple::getSubject).collect(Collectors.toSet());
      for (Node subject : here) {
        assertTrue(seen.add(subject), subject + " occurs again in " + file);
      }
    }
  }

  @Test
  void the_index_names_every_turtle_file_once() throws IOException {
    try (Stream<Path> walk = Files.walk(TURTLE)) {
      List<String> files =
          walk.filter(path -> path.toString().endsWith(".ttl"))
              .map(path -> TURTLE.relativize(path).toString().replace('\\', '/'))
              .sorted()
              .toList();
      assertEquals(files, Ontology.files().stream().sorted().toList());
    }
  }

  @Test
  void there_are_no_blank_nodes() {
    assertEquals(
        List.of(),
        graph.stream().filter(t -> t.getSubject().isBlank() || t.getObject().isBlank()).toList());
  }

  @Test
  void the_graph_cannot_be_changed() {
    Triple triple = Triple.create(SC.STANDARD_CLASS, SC.NOTE, SC.NOTE);
    assertThrows(AddDeniedException.class, () -> graph.add(triple));
  }

  private Set<Node> terms() {
    Set<Node> terms = new HashSet<>(declared(CLASS_TYPES));
    terms.addAll(declared(PROPERTY_TYPES));
    return terms;
  }

  private Set<Node> declared(Collection<Node> types) {
    return types.stream()
        .flatMap(type -> graph.stream(Node.ANY, RDF.type.asNode(), type))
        .map(Triple::getSubject)
        .collect(Collectors.toSet());
  }

  private static String constant(Node term) {
    return term.getLocalName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase();
  }

  private Set<Node> objects(Node subject, Property property) {
    return graph.stream(subject, property.asNode(), Node.ANY)
        .map(Triple::getObject)
        .collect(Collectors.toSet());
  }

  private List<String> notOncePerLanguage(Node subject, Property property) {
    List<String> languages =
        graph.stream(subject, property.asNode(), Node.ANY)
            .map(t -> t.getObject().getLiteralLanguage())
            .sorted()
            .toList();
    return languages.equals(List.of("en", "nl"))
        ? List.of()
        : List.of(subject + " " + property.getLocalName() + " " + languages);
  }
}
