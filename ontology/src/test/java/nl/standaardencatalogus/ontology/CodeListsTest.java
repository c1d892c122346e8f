package nl.standaardencatalogus.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** Holds the code lists to what NL-SBB asks of a concept scheme, and to rules of our own. */
final class CodeListsTest {
  private static final List<String> STATUS_LISTS =
      List.of(
          CodeLists.LEVENSFASE,
          CodeLists.PUBLICATIESTADIUM,
          CodeLists.VNG_VERBINDENDHEID,
          CodeLists.FORUM_STATUS,
          CodeLists.GEMMA_KWALIFICATIE);

  private final Graph graph = Ontology.graph();

  @Test
  void every_constant_is_a_code_list_and_every_code_list_has_its_constant()
      throws IllegalAccessException {
    Set<String> constants = new TreeSet<>();
    for (var field : CodeLists.class.getDeclaredFields()) {
      if (!field.getName().equals("NS")) {
        String slug = (String) field.get(null);
        assertEquals(slug.replace('-', '_').toUpperCase(), field.getName());
        constants.add(slug);
      }
    }
    Set<String> schemes = new TreeSet<>();
    schemes().forEach(scheme -> schemes.add(scheme.getURI().substring(CodeLists.NS.length())));
    assertEquals(schemes, constants);
  }

  @Test
  void every_code_list_stands_in_a_file_of_its_own_name() {
    for (Node scheme : schemes()) {
      String slug = scheme.getURI().substring(CodeLists.NS.length());
      Graph file = Ontology.read("codelists/" + slug + ".ttl");
      Set<Node> outsiders =
          file.stream()
              .map(Triple::getSubject)
              .filter(subject -> !subject.equals(scheme))
              .filter(subject -> !subject.getURI().startsWith(scheme.getURI() + "/"))
              .collect(Collectors.toSet());
      assertEquals(Set.of(), outsiders, slug);
    }
  }

  @Test
  void every_code_list_has_a_title_a_label_and_a_definition_in_dutch_and_in_english() {
    List<String> faults = new ArrayList<>();
    for (Node scheme : schemes()) {
      faults.addAll(notOncePerLanguage(scheme, DCTerms.title));
      faults.addAll(notOncePerLanguage(scheme, SKOS.prefLabel));
      faults.addAll(notOncePerLanguage(scheme, SKOS.definition));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void every_concept_has_one_label_and_one_definition_in_dutch_and_in_english() {
    List<String> faults = new ArrayList<>();
    for (Node concept : concepts()) {
      faults.addAll(notOncePerLanguage(concept, SKOS.prefLabel));
      faults.addAll(notOncePerLanguage(concept, SKOS.definition));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void a_concept_belongs_to_the_one_code_list_that_its_iri_says_and_is_on_top_of_it() {
    for (Node concept : concepts()) {
      String iri = concept.getURI();
      Set<Node> scheme =
          Set.of(CodeLists.scheme(iri.substring(CodeLists.NS.length(), iri.lastIndexOf('/'))));
      assertEquals(scheme, objects(concept, SKOS.inScheme), iri);
      assertEquals(scheme, objects(concept, SKOS.topConceptOf), iri);
      assertTrue(schemes().containsAll(scheme), iri);
    }
    for (Node scheme : schemes()) {
      assertEquals(
          subjects(SKOS.topConceptOf, scheme),
          objects(scheme, SKOS.hasTopConcept),
          scheme.getURI());
    }
  }

  @Test
  void the_notation_of_a_concept_is_the_last_part_of_its_iri() {
    for (Node concept : concepts()) {
      String iri = concept.getURI();
      String notation = objects(concept, SKOS.notation).iterator().next().getLiteralLexicalForm();
      assertEquals(iri.substring(iri.lastIndexOf('/') + 1), notation);
      assertTrue(notation.matches("[a-z0-9]+(-[a-z0-9]+)*"), iri);
    }
  }

  @Test
  void labels_are_unique_within_a_code_list_and_language() {
    for (Node scheme : schemes()) {
      Set<Node> seen = new HashSet<>();
      for (Node concept : subjects(SKOS.inScheme, scheme)) {
        for (Node label : objects(concept, SKOS.prefLabel)) {
          assertTrue(seen.add(label), scheme + " has " + label + " twice");
        }
      }
    }
  }

  @Test
  void an_ordered_code_list_counts_all_its_concepts_from_one() {
    for (Node scheme : schemes()) {
      Set<Node> concepts = subjects(SKOS.inScheme, scheme);
      List<Integer> order =
          concepts.stream()
              .flatMap(concept -> graph.stream(concept, SC.ORDER, Node.ANY))
              .map(t -> (Integer) t.getObject().getLiteralValue())
              .sorted()
              .toList();
      if (!order.isEmpty()) {
        assertEquals(
            IntStream.rangeClosed(1, concepts.size()).boxed().toList(), order, scheme.getURI());
      }
    }
  }

  @Test
  void every_axis_points_to_its_own_code_list() {
    Set<String> axes =
        subjects(SKOS.inScheme, CodeLists.scheme(CodeLists.STATUS_AS)).stream()
            .map(axis -> axis.getURI().substring(axis.getURI().lastIndexOf('/') + 1))
            .collect(Collectors.toSet());
    assertEquals(Set.copyOf(STATUS_LISTS), axes);
    for (String axis : axes) {
      assertTrue(
          graph.contains(
              CodeLists.concept(CodeLists.STATUS_AS, axis),
              RDFS.seeAlso.asNode(),
              CodeLists.scheme(axis)));
    }
  }

  @Test
  void concepts_of_our_own_lists_are_related_at_most_and_always_both_ways() {
    for (Property match : List.of(SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch)) {
      graph.stream(Node.ANY, match.asNode(), Node.ANY)
          .forEach(t -> assertTrue(!t.getObject().getURI().startsWith(CodeLists.NS), t.toString()));
    }
    graph.stream(Node.ANY, SKOS.relatedMatch.asNode(), Node.ANY)
        .filter(t -> t.getObject().getURI().startsWith(CodeLists.NS))
        .forEach(
            t -> {
              assertTrue(concepts().contains(t.getObject()), t.toString());
              assertTrue(
                  graph.contains(t.getObject(), t.getPredicate(), t.getSubject()), t.toString());
            });
  }

  private Set<Node> schemes() {
    return subjects(RDF.type, SKOS.ConceptScheme.asNode());
  }

  private Set<Node> concepts() {
    return subjects(RDF.type, SKOS.Concept.asNode());
  }

  private Set<Node> subjects(Property property, Node object) {
    return graph.stream(Node.ANY, property.asNode(), object)
        .map(Triple::getSubject)
        .collect(Collectors.toSet());
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
