package nl.standaardencatalogus.catalogue.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.Goals;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class CanonicalGraphTest {
  private static final Node RECORD = Goals.goal("a");
  private static final Node PREDICATE = NodeFactory.createURI("https://example.org/p");

  /** What is hard to write: escapes, controls, ends of planes, and signs whose order differs. */
  private static final int[] SIGNS = {
    0, 1, 7, 8, 9, 0xA, 0xB, 0xC, 0xD, 0xE, 0x1F, ' ', '"', '\'', '\\', 'n', 'u', '<', '>', '.',
    '@', '^', 0x7F, 0x80, 0x85, 0x9F, 0xA0, 0xE9, 0x7FF, 0x800, 0x2028, 0xD7FF, 0xE000, 0xFEFF,
    0xFF5E, 0xFFFD, 0x10000, 0x1F600, 0x1FFFF, 0x10FFFF
  };

  private static final String[] LANGUAGES = {"nl", "en", "NL", "nl-nl", "zh-hant-tw", "x-eigen"};

  private static final String[] DATATYPES = {
    "http://www.w3.org/2001/XMLSchema#string",
    "http://www.w3.org/2001/XMLSchema#integer",
    "http://www.w3.org/2001/XMLSchema#decimal",
    "http://www.w3.org/2001/XMLSchema#dateTime",
    "http://www.w3.org/2001/XMLSchema#anyURI",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML",
    "https://example.org/eigen-type"
  };

  @Test
  void it_is_what_a_library_of_rdfc_1_0_makes() throws RdfConsumerException {
    Random random = new Random(20240521);
    for (int i = 0; i < 1_000; i++) {
      Graph graph = graph(random);
      assertEquals(byLibrary(graph), CanonicalGraph.write(RECORD, graph), "graph " + i);
    }
  }

  @Test
  void it_is_what_a_library_of_rdfc_1_0_makes_of_every_sign_but_two() throws RdfConsumerException {
    for (int sign = 0; sign < 0x30000; sign++) {
      if (isText(sign) && sign != 0xFFFE && sign != 0xFFFF) {
        Graph graph = saying(NodeFactory.createLiteralString("a" + Character.toString(sign)));
        assertEquals(byLibrary(graph), CanonicalGraph.write(RECORD, graph), "sign " + sign);
      }
    }
  }

  /** RDFC-1.0, appendix A: what is no Char of XML 1.1 is escaped. The library leaves it. */
  @Test
  void signs_that_xml_does_not_know_are_escaped() {
    Graph graph = saying(NodeFactory.createLiteralString("\uFFFE\uFFFF\uFFFD"));
    assertTrue(CanonicalGraph.write(RECORD, graph).contains("\"\\uFFFE\\uFFFF\uFFFD\""));
  }

  @Test
  void what_is_written_is_read_back() {
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      Graph graph = graph(random);
      graph.add(RECORD, PREDICATE, NodeFactory.createLiteralString("\uFFFE\uFFFF"));
      String text = CanonicalGraph.write(RECORD, graph);
      assertEquals(text, CanonicalGraph.write(RECORD, CanonicalGraph.read(text)), "graph " + i);
      assertTrue(graph.isIsomorphicWith(CanonicalGraph.read(text)), "graph " + i);
    }
  }

  @Test
  void the_order_in_which_triples_come_does_not_matter() {
    List<Triple> triples = new ArrayList<>(graph(new Random(1)).find().toList());
    String text = CanonicalGraph.write(RECORD, of(triples));
    Collections.shuffle(triples, new Random(2));
    assertEquals(text, CanonicalGraph.write(RECORD, of(triples)));
  }

  @Test
  void lines_are_in_the_order_of_code_points() {
    Graph graph = saying(NodeFactory.createLiteralString("\uFF5E"));
    graph.add(RECORD, PREDICATE, NodeFactory.createLiteralString("\uD83D\uDE00"));
    String text = CanonicalGraph.write(RECORD, graph);
    assertTrue(text.indexOf("\uFF5E") < text.indexOf("\uD83D\uDE00"), text);
  }

  @Test
  void numbers_that_are_equal_but_spelled_otherwise_stay_apart() {
    Graph graph = saying(literal("1", DATATYPES[1]));
    graph.add(RECORD, PREDICATE, literal("01", DATATYPES[1]));
    assertEquals(2, CanonicalGraph.read(CanonicalGraph.write(RECORD, graph)).size());
  }

  @Test
  void an_empty_graph_is_an_empty_text() {
    assertEquals("", CanonicalGraph.write(RECORD, Graph.emptyGraph));
    assertTrue(CanonicalGraph.read("").isEmpty());
  }

  @Test
  void a_blank_node_is_refused() {
    Graph graph = saying(NodeFactory.createBlankNode());
    assertThrows(IllegalArgumentException.class, () -> CanonicalGraph.write(RECORD, graph));
  }

  @Test
  void text_that_is_no_n_quads_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> CanonicalGraph.read("<a> <b> .\n"));
  }

  @Test
  void the_hash_is_sha_256_of_utf_8() {
    assertEquals(
        "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c",
        CanonicalGraph.sha256("é"));
  }

  private static String byLibrary(Graph graph) throws RdfConsumerException {
    RdfCanon canon = RdfCanon.create("SHA-256");
    graph
        .find()
        .forEach(
            triple -> {
              Node object = triple.getObject();
              boolean literal = object.isLiteral();
              String language = literal ? object.getLiteralLanguage() : "";
              canon.quad(
                  triple.getSubject().getURI(),
                  triple.getPredicate().getURI(),
                  literal ? object.getLiteralLexicalForm() : object.getURI(),
                  literal ? object.getLiteralDatatypeURI() : null,
                  language.isEmpty() ? null : language,
                  null,
                  RECORD.getURI());
            });
    StringWriter text = new StringWriter();
    canon.provide(new NQuadsWriter(text));
    // The library orders by the units of UTF-16; the specification asks for code points.
    return text.toString()
        .lines()
        .map(line -> line + "\n")
        .sorted(Comparator.comparing(line -> line.codePoints().toArray(), Arrays::compare))
        .collect(Collectors.joining());
  }

  private static Graph graph(Random random) {
    List<Triple> triples = new ArrayList<>();
    for (int i = random.nextInt(12) + 1; i > 0; i--) {
      Node subject = random.nextBoolean() ? RECORD : iri(random);
      triples.add(Triple.create(subject, iri(random), object(random)));
    }
    return of(triples);
  }

  private static Node object(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> iri(random);
      case 1 ->
          NodeFactory.createLiteralLang(text(random), LANGUAGES[random.nextInt(LANGUAGES.length)]);
      default -> literal(text(random), DATATYPES[random.nextInt(DATATYPES.length)]);
    };
  }

  private static Node literal(String text, String datatype) {
    return NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(datatype));
  }

  private static Node iri(Random random) {
    String tail = random.nextBoolean() ? "é\uFF5E" : Character.toString(0x1F600);
    return NodeFactory.createURI("https://example.org/" + random.nextInt(4) + tail);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.appendCodePoint(SIGNS[random.nextInt(SIGNS.length)]);
    }
    return text.toString();
  }

  private static boolean isText(int sign) {
    return sign < Character.MIN_SURROGATE || sign > Character.MAX_SURROGATE;
  }

  private static Graph saying(Node object) {
    return of(List.of(Triple.create(RECORD, PREDICATE, object)));
  }

  private static Graph of(List<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }
}
