package nl.standaardencatalogus.server.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.shapes.Profile;
import nl.standaardencatalogus.shapes.Rules;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/**
 * Whether the rules of records are strict enough for the profiles: whatever a commit may leave out
 * of a record, or say twice in it, the description of it conforms. That is why a commit need not
 * wait for a check of the whole description.
 */
class RecordsAndProfilesTest {
  static {
    // Before any class of Jena: some cannot be loaded while Jena sets itself up.
    JenaSystem.init();
  }

  private static final Path CASES = Path.of("../shapes/src/test/cases");
  private static final Node TYPE = RDF.type.asNode();
  private static final LocalDate DAY = LocalDate.parse("2026-07-01");
  private static final Instant RECORDED = Instant.parse("2026-07-01T08:00:00Z");
  private static final Node REVISION = Iris.revision(1);
  private static final Node TIME =
      NodeFactory.createLiteralDT("2026-07-01T08:00:00Z", XSDDatatype.XSDdateTime);
  private static final Node GENERATED =
      NodeFactory.createURI("http://www.w3.org/ns/prov#generatedAtTime");
  private static final List<Rules> PROFILES =
      Arrays.stream(Profile.values()).map(Rules::load).toList();
  private static final Rules RECORDS = Rules.load();
  private static final Graph WRITTEN = written();

  private final DcatCatalogue catalogue =
      new DcatCatalogue(
          Questions.load(), new Holder("https://example.org", Iris.organisation("basis"), null));

  @Test
  void records_that_lack_all_they_may_lack_conform() {
    Set<String> refused = new TreeSet<>();
    int allowed = 0;
    for (Triple triple : described()) {
      Graph records = records();
      records.remove(triple.getSubject(), triple.getPredicate(), Node.ANY);
      allowed += tried(records, "without " + triple, refused);
    }
    assertEquals(Set.of(), refused);
    assertTrue(allowed > 20, () -> "hardly anything may be left out");
  }

  @Test
  void records_that_say_twice_what_they_may_say_twice_conform() {
    Set<String> refused = new TreeSet<>();
    int allowed = 0;
    for (Triple triple : described()) {
      for (Node other : others(triple)) {
        Graph records = records();
        records.add(triple.getSubject(), triple.getPredicate(), other);
        allowed += tried(records, triple + " and " + other, refused);
      }
    }
    assertEquals(Set.of(), refused);
    assertTrue(allowed > 20, () -> "hardly anything may be said twice");
  }

  @Test
  void a_standard_with_two_maintainers_and_no_publisher_has_one_publisher() {
    Graph records = records();
    records.remove(Node.ANY, DCTerms.publisher.asNode(), Node.ANY);
    List<Node> standards =
        records.find(Node.ANY, SC.MAINTAINER, Node.ANY).mapWith(Triple::getSubject).toList();
    assertFalse(standards.isEmpty());
    standards.forEach(
        standard -> records.add(standard, SC.MAINTAINER, Iris.organisation("tweede")));
    Set<String> refused = new TreeSet<>();
    assertEquals(1, tried(records, "two maintainers", refused));
    assertEquals(Set.of(), refused);
  }

  private int tried(Graph records, String change, Set<String> refused) {
    if (!RECORDS.validate(records, nodes(records), DAY).findings(Severity.VIOLATION).isEmpty()) {
      return 0;
    }
    GraphUtil.addInto(records, Ontology.graph());
    Stream.of(SC.STANDARD_CLASS, SC.STANDARD_VERSION_CLASS)
        .flatMap(type -> records.stream(Node.ANY, TYPE, type).toList().stream())
        .forEach(t -> records.add(t.getSubject(), SC.CURRENT_REVISION, REVISION));
    records.add(REVISION, GENERATED, TIME);
    Graph description = catalogue.of(records, RECORDED, Graph.emptyGraph);
    PROFILES.forEach(
        profile ->
            profile.validate(description).findings(Severity.VIOLATION).stream()
                .map(finding -> change + ": " + finding.rule() + " of " + finding.focus())
                .forEach(refused::add));
    return 1;
  }

  private static Set<Node> nodes(Graph graph) {
    return graph.find().mapWith(Triple::getSubject).toSet();
  }

  /** What is said of everything that the description draws on. */
  private static List<Triple> described() {
    Graph records = records();
    Set<String> types =
        Set.of("Standard", "StandardVersion", "Distribution", "Organisation", "Identifier");
    List<Triple> triples = new ArrayList<>();
    records
        .find(Node.ANY, TYPE, Node.ANY)
        .filterKeep(t -> types.contains(t.getObject().getURI().replaceAll(".*[#/]", "")))
        .mapWith(Triple::getSubject)
        .toSet()
        .forEach(subject -> triples.addAll(records.find(subject, Node.ANY, Node.ANY).toList()));
    triples.removeIf(triple -> triple.getPredicate().equals(TYPE));
    return triples;
  }

  private static List<Node> others(Triple triple) {
    Node object = triple.getObject();
    if (object.isURI()) {
      List<Node> others = new ArrayList<>();
      records()
          .find(Node.ANY, triple.getPredicate(), Node.ANY)
          .mapWith(Triple::getObject)
          .filterDrop(object::equals)
          .toSet()
          .forEach(others::add);
      others.add(NodeFactory.createURI("https://example.org/another"));
      return others;
    }
    String text = object.getLiteralLexicalForm();
    if (!object.getLiteralLanguage().isEmpty()) {
      return List.of(
          NodeFactory.createLiteralLang(text + " en meer", object.getLiteralLanguage()),
          NodeFactory.createLiteralLang(text, "en"));
    }
    return object.getLiteralDatatype().equals(XSDDatatype.XSDstring)
        ? List.of(NodeFactory.createLiteralString(text + "x"))
        : List.of(NodeFactory.createLiteralDT("2019-01-01", XSDDatatype.XSDdate));
  }

  private static Graph records() {
    Graph graph = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(graph, WRITTEN);
    return graph;
  }

  private static Graph written() {
    Graph graph = GraphFactory.createDefaultGraph();
    Stream.of(
            "base.ttl",
            "Standard/conforms/complete.ttl",
            "StandardVersion/conforms/complete.ttl",
            "Organisation/conforms/complete.ttl")
        .map(file -> RDFDataMgr.loadGraph(CASES.resolve(file).toString()))
        .forEach(part -> GraphUtil.addInto(graph, part));
    return graph;
  }
}
