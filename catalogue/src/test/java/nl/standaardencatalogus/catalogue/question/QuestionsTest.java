package nl.standaardencatalogus.catalogue.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.out.NodeFmtLib;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every question but those of the library, asked of a small catalogue. A case is a folder with the
 * name of the question: {@code expected.csv}, or {@code expected.nt} where the answer is triples,
 * {@code data.ttl} where it is asked of something else, and {@code values.txt} with a line {@code
 * variable IRI-or-text} for each variable it expects. {@code -Drewrite=true} writes the answers
 * anew; read the difference.
 */
class QuestionsTest {
  private static final Path SPARQL = Path.of("src/main/sparql");
  private static final Path CASES = Path.of("src/test/questions");

  private final Questions questions = Questions.load();

  @Test
  void index_names_every_file_and_nothing_else() throws IOException {
    try (Stream<Path> files = Files.walk(SPARQL)) {
      TreeSet<String> names = new TreeSet<>();
      files
          .filter(file -> file.toString().endsWith(".rq"))
          .map(file -> SPARQL.relativize(file).toString().replace('\\', '/'))
          .forEach(name -> names.add(name.substring(0, name.length() - 3)));
      assertEquals(
          List.copyOf(names), Files.readString(SPARQL.resolve("questions.txt")).lines().toList());
    }
  }

  @Test
  void broken_question_names_itself() {
    QuestionException e =
        assertThrows(
            QuestionException.class, () -> Questions.parse("a/b", "# What?\nSELECT ?x WHERE {"));
    assertTrue(e.getMessage().startsWith("Question a/b.rq: "), e.getMessage());
  }

  @Test
  void question_must_say_what_it_asks() {
    assertThrows(QuestionException.class, () -> Questions.parse("a/b", "SELECT ?x { ?x ?y ?z }"));
  }

  @Test
  void unknown_question_is_refused() {
    assertThrows(QuestionException.class, () -> questions.get("no/such"));
  }

  @Test
  void value_cannot_change_the_question() {
    Graph graph = RDFDataMgr.loadGraph(CASES.resolve("data.ttl").toString());
    Node hostile = NodeFactory.createLiteralString("\") } } DROP ALL #");
    assertEquals(List.of(), questions.select("decision/in-force", graph, Map.of("day", hostile)));
  }

  @TestFactory
  Stream<DynamicTest> answers_are_as_expected() {
    Graph graph = RDFDataMgr.loadGraph(CASES.resolve("data.ttl").toString());
    return questions.below("").stream()
        .filter(question -> !question.name().startsWith("vraag/"))
        .map(question -> DynamicTest.dynamicTest(question.name(), () -> check(question, graph)));
  }

  private void check(Question question, Graph small) throws IOException {
    Path folder = CASES.resolve(question.name());
    Path own = folder.resolve("data.ttl");
    Graph graph = Files.exists(own) ? RDFDataMgr.loadGraph(own.toString()) : small;
    boolean triples = question.query().isConstructType();
    String actual =
        triples
            ? lines(questions.construct(question.name(), graph, values(folder)))
            : Csv.of(
                question.query(),
                questions.select(question.name(), graph, values(folder)).stream()
                    .map(Row::binding)
                    .toList());
    Path expected = folder.resolve(triples ? "expected.nt" : "expected.csv");
    if (Boolean.getBoolean("rewrite")) {
      Files.createDirectories(folder);
      Files.writeString(expected, actual);
    }
    assertTrue(Files.exists(expected), "no case for " + question.name());
    assertEquals(Files.readString(expected), actual);
    assertTrue(
        actual.lines().count() > (triples ? 0 : 1),
        "a case must have an answer: " + question.name());
  }

  private static Map<String, Node> values(Path folder) throws IOException {
    Map<String, Node> values = new HashMap<>();
    if (Files.exists(folder.resolve("values.txt"))) {
      for (String line : Files.readAllLines(folder.resolve("values.txt"))) {
        String[] parts = line.split(" ", 2);
        values.put(
            parts[0],
            parts[1].contains(":")
                ? NodeFactory.createURI(parts[1])
                : NodeFactory.createLiteralString(parts[1]));
      }
    }
    return values;
  }

  private static String lines(List<Triple> triples) {
    StringWriter lines = new StringWriter();
    triples.forEach(
        triple ->
            lines
                .append(NodeFmtLib.strNT(triple.getSubject()))
                .append(' ')
                .append(NodeFmtLib.strNT(triple.getPredicate()))
                .append(' ')
                .append(NodeFmtLib.strNT(triple.getObject()))
                .append(" .\n"));
    return lines
        .toString()
        .lines()
        .distinct()
        .sorted()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
