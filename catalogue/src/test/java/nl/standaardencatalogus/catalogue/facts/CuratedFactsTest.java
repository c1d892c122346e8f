package nl.standaardencatalogus.catalogue.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CuratedFactsTest {
  private static List<Change> changes;
  private static Graph all;

  @BeforeAll
  static void read() {
    changes = CuratedFacts.changes();
    all = GraphFactory.createDefaultGraph();
    changes.forEach(change -> GraphUtil.addInto(all, change.graph()));
  }

  @Test
  void every_class_has_the_figures_of_the_facts() {
    assertEquals(
        Map.ofEntries(
            Map.entry("Standard", 353),
            Map.entry("StandardVersion", 585),
            Map.entry("ArchitectureElement", 602),
            Map.entry("Relation", 2372),
            Map.entry("ComponentObligation", 880),
            Map.entry("Municipality", 342),
            Map.entry("FormerMunicipality", 263),
            Map.entry("Province", 12),
            Map.entry("Reorganisation", 129),
            Map.entry("Cooperation", 80),
            Map.entry("Partner", 34),
            Map.entry("Goal", 5)),
        Stream.of(
                SC.STANDARD_CLASS,
                SC.STANDARD_VERSION_CLASS,
                SC.ARCHITECTURE_ELEMENT_CLASS,
                SC.RELATION_CLASS,
                SC.COMPONENT_OBLIGATION_CLASS,
                SC.MUNICIPALITY_CLASS,
                SC.FORMER_MUNICIPALITY_CLASS,
                SC.PROVINCE_CLASS,
                SC.REORGANISATION_CLASS,
                SC.COOPERATION_CLASS,
                SC.PARTNER_CLASS,
                SC.GOAL_CLASS)
            .collect(Collectors.toMap(Iris::lastSegment, each -> ofType(each).size())));
  }

  @Test
  void each_living_municipality_has_an_outline_and_a_province() {
    for (Node municipality : ofType(SC.MUNICIPALITY_CLASS)) {
      assertTrue(all.contains(municipality, SC.GEOMETRY, Node.ANY), municipality::getURI);
      assertTrue(all.contains(municipality, SC.PROVINCE, Node.ANY), municipality::getURI);
      assertTrue(all.contains(municipality, SC.OIN, Node.ANY), municipality::getURI);
    }
  }

  @Test
  void members_of_cooperations_are_municipalities_that_live() {
    Set<Node> living = ofType(SC.MUNICIPALITY_CLASS);
    Set<Node> members = objects(ORG.member.asNode());
    assertTrue(living.containsAll(members));
    assertEquals(241, members.size());
  }

  @Test
  void every_status_has_an_authority_a_source_and_a_confidence() {
    Set<Node> statements = ofType(SC.STATUS_STATEMENT_CLASS);
    assertTrue(statements.size() > 900, () -> statements.size() + " statements");
    for (Node statement : statements) {
      for (Node property :
          List.of(
              SC.ABOUT, SC.AXIS, SC.STATUS_VALUE, SC.AUTHORITY, SC.SOURCE_TEXT, SC.CONFIDENCE)) {
        assertTrue(all.contains(statement, property, Node.ANY), () -> statement + " " + property);
      }
    }
  }

  @Test
  void nothing_that_nobody_read_is_called_sure() {
    Node sure = CodeLists.concept(CodeLists.BETROUWBAARHEID, "hoog");
    all.find(Node.ANY, SC.SOURCE_TEXT, Node.ANY)
        .filterKeep(triple -> triple.getObject().getLiteralLexicalForm().contains("general domain"))
        .mapWith(Triple::getSubject)
        .toList()
        .forEach(each -> assertTrue(!all.contains(each, SC.CONFIDENCE, sure), each::toString));
  }

  @Test
  void a_record_is_what_its_subjects_say_and_no_other_record_says_it() {
    Set<Node> records = new TreeSet<>(Comparator.comparing(Node::getURI));
    for (Change change : changes) {
      assertTrue(records.add(change.record()), change.record()::getURI);
      change
          .graph()
          .find()
          .forEachRemaining(
              triple ->
                  assertEquals(
                      change.record(), Iris.recordOf(triple.getSubject()), triple::toString));
      assertTrue(
          change.graph().contains(change.record(), RDF.type.asNode(), Node.ANY),
          () -> change.record() + " has no type: it is written about, but not described");
    }
  }

  @Test
  void every_part_hangs_on_its_record() {
    for (Change change : changes) {
      for (Node subject : subjects(change.graph())) {
        assertTrue(
            subject.equals(change.record()) || change.graph().contains(Node.ANY, Node.ANY, subject),
            subject::getURI);
      }
    }
  }

  @Test
  void each_record_has_one_name() {
    for (Change change : changes) {
      long names =
          Stream.of(SKOS.prefLabel.asNode(), DCTerms.title.asNode())
              .flatMap(
                  property ->
                      change.graph().find(change.record(), property, Node.ANY).toList().stream())
              .filter(triple -> !triple.getObject().getLiteralLanguage().equals("en"))
              .count();
      assertEquals(1, names, change.record()::getURI);
    }
  }

  @Test
  void there_are_no_blank_nodes() {
    all.find()
        .forEachRemaining(
            triple ->
                assertTrue(
                    !triple.getSubject().isBlank() && !triple.getObject().isBlank(),
                    triple::toString));
  }

  @Test
  void whatever_is_referred_to_exists() {
    Set<String> dangling = new TreeSet<>();
    all.find()
        .mapWith(Triple::getObject)
        .filterKeep(Node::isURI)
        .filterKeep(CuratedFactsTest::isOurs)
        .filterDrop(node -> all.contains(node, Node.ANY, Node.ANY))
        .filterDrop(node -> Ontology.graph().contains(node, Node.ANY, Node.ANY))
        .forEachRemaining(node -> dangling.add(node.getURI()));
    assertEquals(Set.of(), dangling);
  }

  @Test
  void every_property_of_ours_is_defined() {
    Set<String> unknown = new TreeSet<>();
    all.find()
        .mapWith(Triple::getPredicate)
        .filterKeep(node -> node.getURI().startsWith(SC.NS))
        .filterDrop(node -> Ontology.graph().contains(node, Node.ANY, Node.ANY))
        .forEachRemaining(node -> unknown.add(node.getURI()));
    assertEquals(Set.of(), unknown);
  }

  @Test
  void a_relation_stands_beside_the_single_triple_that_says_the_same() {
    for (Node relation : ofType(SC.RELATION_CLASS)) {
      assertTrue(
          all.contains(
              object(relation, SC.FROM),
              object(relation, SC.RELATION_TYPE),
              object(relation, SC.TO)),
          relation::getURI);
    }
  }

  @Test
  void contradictions_of_the_sources_are_left_alone() {
    Node ended = CodeLists.concept(CodeLists.LEVENSFASE, "einde-ondersteuning");
    Node inUse = CodeLists.concept(CodeLists.LEVENSFASE, "in-gebruik");
    assertTrue(states(Iris.standard("gemma-e-formulieren"), ended));
    assertTrue(states(Iris.version("gemma-e-formulieren", "1.5"), inUse));
    assertEquals("2022-09-26", issued("zaken-api", "1.3.1"));
    assertEquals("2022-12-19", issued("zaken-api", "1.3.0"));
    assertTrue(
        all.contains(
            Iris.standard("stuf-participatieladder"),
            SC.MAINTAINER,
            Iris.organisation("onbekend-was-lost-lemon")));
    assertTrue(
        all.contains(Iris.organisation("kvk"), SC.POSSIBLY_SAME_AS, Iris.tooi("zbo/zb000184")));
  }

  @Test
  void what_the_vng_made_binding_rests_on_a_decision() {
    Set<Node> bound = new HashSet<>();
    for (Node decision : ofType(SC.DECISION_CLASS)) {
      if (object(decision, SC.FORCE).toString().contains(CodeLists.VNG_VERBINDENDHEID)) {
        all.find(decision, SC.COVERS, Node.ANY)
            .mapWith(Triple::getObject)
            .mapWith(CuratedFactsTest::standardOf)
            .forEachRemaining(bound::add);
      }
    }
    assertTrue(bound.size() >= 23, () -> bound.size() + " standards");
    for (String slug : new String[] {"zgw", "vwo", "gibit", "haven"}) {
      assertTrue(bound.contains(Iris.standard(slug)), slug);
    }
  }

  @Test
  void a_rolling_publication_is_no_version_number() {
    Set<Node> rolling =
        all.find(Node.ANY, SC.ROLLING, Node.ANY).mapWith(Triple::getSubject).toSet();
    assertEquals(75, rolling.size());
  }

  @Test
  void the_index_names_every_file_in_the_folder() throws IOException {
    Path folder = Path.of("data");
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(
          files
              .filter(file -> file.toString().endsWith(".ttl"))
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList(),
          CuratedFacts.files());
    }
  }

  @Test
  void no_two_records_of_a_kind_have_one_identifier() {
    Map<String, Node> owners = new TreeMap<>();
    all.find(Node.ANY, DCTerms.identifier.asNode(), Node.ANY)
        .forEachRemaining(
            triple -> {
              Node type = object(triple.getSubject(), RDF.type.asNode());
              String key = type + " " + triple.getObject().getLiteralLexicalForm();
              Node other = owners.putIfAbsent(key, triple.getSubject());
              assertTrue(other == null || other.equals(triple.getSubject()), () -> key);
            });
  }

  /** The standard that a decision about it, or about one of its versions, is about. */
  private static Node standardOf(Node covered) {
    return all.contains(covered, DCTerms.isVersionOf.asNode(), Node.ANY)
        ? object(covered, DCTerms.isVersionOf.asNode())
        : covered;
  }

  private static boolean isOurs(Node node) {
    return node.getURI().startsWith(Iris.BASE) || node.getURI().startsWith(Iris.TOOI);
  }

  private static boolean states(Node subject, Node value) {
    return all.find(subject, SC.STATUS, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .anyMatch(statement -> all.contains(statement, SC.STATUS_VALUE, value));
  }

  private static String issued(String standard, String label) {
    return object(Iris.version(standard, label), DCTerms.issued.asNode()).getLiteralLexicalForm();
  }

  private static Node object(Node subject, Node property) {
    return all.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .findFirst()
        .orElse(NodeFactory.createLiteralString("nothing"));
  }

  private static Set<Node> ofType(Node type) {
    return all.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject).toSet();
  }

  private static Set<Node> objects(Node property) {
    return all.find(Node.ANY, property, Node.ANY).mapWith(Triple::getObject).toSet();
  }

  private static Set<Node> subjects(Graph graph) {
    return graph.find().mapWith(Triple::getSubject).toSet();
  }
}
