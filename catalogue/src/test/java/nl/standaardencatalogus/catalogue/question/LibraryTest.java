package nl.standaardencatalogus.catalogue.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.Ontology;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every question of the library, asked of a small catalogue on 24 November 2026. A case is a folder
 * with the name of the question: {@code expected.csv}, and {@code values.txt} with a line {@code
 * parameter value} for each parameter where the examples will not do. {@code -Drewrite=true} writes
 * the answers anew; read the difference.
 */
class LibraryTest {
  private static final Path FILES = Path.of("src/main/sparql/vraag");
  private static final Path CASES = Path.of("src/test/questions");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static final Questions QUESTIONS = Questions.load();
  private static final Library LIBRARY = Library.of(QUESTIONS);
  private static DatasetGraph state;
  private static DatasetGraph history;

  @BeforeAll
  static void read() {
    Graph graph = RDFDataMgr.loadGraph(CASES.resolve("data.ttl").toString());
    RDFDataMgr.read(graph, CASES.resolve("vraag/data.ttl").toString());
    // The small catalogue has a few concepts of its own; here they are called as they really are.
    Ontology.graph().stream()
        .map(Triple::getSubject)
        .distinct()
        .forEach(term -> graph.remove(term, Node.ANY, Node.ANY));
    Ontology.graph().stream().forEach(graph::add);
    Validity validity = new Validity(QUESTIONS);
    validity.adoption(graph, DAY).forEach(graph::add);
    validity.standards(graph, DAY).forEach(graph::add);
    state = DatasetGraphFactory.wrap(graph);
    history = RDFDataMgr.loadDatasetGraph(CASES.resolve("vraag/history.trig").toString());
  }

  @TestFactory
  Stream<DynamicTest> answers_are_as_expected() {
    return LIBRARY.all().stream()
        .map(question -> DynamicTest.dynamicTest(question.name(), () -> check(question)));
  }

  private static void check(LibraryQuestion question) throws IOException {
    Path folder = CASES.resolve("vraag").resolve(question.name());
    Query query = question.query(values(question, folder));
    String actual = Csv.of(query, ask(question, query));
    Path expected = folder.resolve("expected.csv");
    if (Boolean.getBoolean("rewrite")) {
      Files.createDirectories(folder);
      Files.writeString(expected, actual);
    }
    assertTrue(Files.exists(expected), "no case for " + question.name());
    assertEquals(Files.readString(expected), actual);
    assertTrue(actual.lines().count() > 1, "a case must have an answer: " + question.name());
  }

  private static Map<String, Node> values(LibraryQuestion question, Path folder)
      throws IOException {
    Path file = folder.resolve("values.txt");
    if (!Files.exists(file)) {
      return question.examples();
    }
    Map<String, Node> values = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split(" ", 2);
      Parameter parameter =
          question.parameters().stream()
              .filter(one -> one.name().equals(parts[0]))
              .findFirst()
              .orElseThrow();
      values.put(parts[0], parameter.read(parts[1]));
    }
    return values;
  }

  private static List<Binding> ask(LibraryQuestion question, Query query) {
    DatasetGraph dataset = question.endpoint() == Endpoint.HISTORY ? history : state;
    List<Binding> rows = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      execution.select().forEachRemaining(rows::add);
    }
    return rows;
  }

  @Test
  void all_competency_questions_are_there_once() {
    assertEquals(
        IntStream.rangeClosed(1, 42).boxed().toList(),
        LIBRARY.all().stream().map(LibraryQuestion::number).toList());
  }

  @Test
  void columns_are_the_published_contract() throws IOException {
    Map<String, String> contract =
        Files.readAllLines(FILES.resolve("columns.txt")).stream()
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    Map<String, String> columns =
        LIBRARY.all().stream()
            .collect(
                Collectors.toMap(
                    LibraryQuestion::name,
                    question ->
                        question.columns().stream()
                            .map(column -> "?" + column)
                            .collect(Collectors.joining(" "))));
    assertEquals(
        contract,
        columns,
        "Columns are promised to who asks these questions. To change them, change columns.txt too"
            + " and say so in CHANGELOG.md under Vocabulary and rules.");
  }

  @Test
  void a_name_column_follows_the_thing_that_it_names() {
    for (LibraryQuestion question : LIBRARY.all()) {
      for (int i = 1; i < question.columns().size(); i++) {
        String column = question.columns().get(i);
        if (column.endsWith("Name") && !List.of("productName", "supplierName").contains(column)) {
          assertEquals(
              question.columns().get(i - 1) + "Name", column, "in question " + question.name());
        }
      }
    }
  }

  @Test
  void query_with_values_can_be_written_and_read_again() {
    for (LibraryQuestion question : LIBRARY.all()) {
      Query query = question.query(question.examples());
      assertEquals(query, QueryFactory.create(query.toString()), question.name());
      for (Parameter parameter : question.parameters()) {
        assertFalse(
            query.toString().contains("?" + parameter.name() + " "),
            question.name() + " still asks for " + parameter.name());
      }
    }
  }

  @Test
  void value_in_an_address_is_read_back_as_the_same_value() {
    for (LibraryQuestion question : LIBRARY.all()) {
      for (Parameter parameter : question.parameters()) {
        assertEquals(parameter.example(), parameter.read(parameter.text(parameter.example())));
      }
    }
  }

  @Test
  void value_of_another_type_is_refused_with_its_parameter_and_what_is_expected() {
    Parameter day = parameter("laatste-vastgestelde-versie", "day");
    BadValue e = assertThrows(BadValue.class, () -> day.read("31-12-2024"));
    assertEquals(
        "Parameter day cannot be \"31-12-2024\": give a date such as 2026-01-31", e.getMessage());
    assertThrows(BadValue.class, () -> parameter("achterblijvers", "percentage").read("half"));
    assertThrows(BadValue.class, () -> parameter("verplicht-op-component", "component").read("x"));
  }

  @Test
  void value_that_is_missing_or_none_of_the_question_is_refused() {
    LibraryQuestion question = LIBRARY.get("verplicht-op-component").orElseThrow();
    BadValue e = assertThrows(BadValue.class, () -> question.query(Map.of()));
    assertEquals(
        "Parameter component is missing: give the IRI or the name of a thing of class"
            + " ArchitectureElement",
        e.getMessage());
    Node day = NodeFactory.createLiteralString("x");
    assertThrows(BadValue.class, () -> question.query(Map.of("component", day)));
    Map<String, Node> more = new HashMap<>(question.examples());
    more.put("day", day);
    assertThrows(IllegalArgumentException.class, () -> question.query(more));
  }

  @Test
  void value_cannot_change_the_query() {
    Parameter component = parameter("verplicht-op-component", "component");
    assertThrows(BadValue.class, () -> component.read("https://example.org/x> } #"));
    Question file =
        Questions.parse(
            "vraag/x",
            header("# parameter: ?words text zaak | Woorden | Words")
                + "SELECT ?standard { ?standard ?any ?words }");
    LibraryQuestion question = Library.read(file);
    Node hostile = NodeFactory.createLiteralString("\" } ; DROP ALL #\n\\");
    Query query = question.query(Map.of("words", hostile));
    assertEquals(query, QueryFactory.create(query.toString()));
    assertEquals(List.of(), ask(question, query));
  }

  @Test
  void concept_must_be_of_its_code_list() {
    Question file =
        Questions.parse(
            "vraag/x",
            header(
                    "# parameter: ?ground scheme:leg-uit-grond grond:capaciteit | Grond |"
                        + " Ground")
                + "PREFIX grond: <https://w3id.org/standaardencatalogus/def/leg-uit-grond/>\n"
                + "SELECT ?standard { ?standard ?any ?ground }");
    Parameter ground = Library.read(file).parameters().get(0);
    assertEquals(
        "https://w3id.org/standaardencatalogus/def/leg-uit-grond/anders",
        ground.read("grond:anders").getURI());
    assertThrows(BadValue.class, () -> ground.read("https://example.org/anders"));
  }

  @Test
  void broken_header_names_its_file() {
    String query = "SELECT ?standard { ?standard ?any ?thing }";
    refused("it is not a SELECT", header("") + "ASK { ?standard ?any ?thing }");
    refused("the columns are", header("").replace("?standard", "?municipality") + query);
    refused("the header has no line \"colour\"", header("# colour: red") + query);
    refused("the header says number twice", header("# number: 100") + query);
    refused(
        "the header does not say \"about en\"",
        header("").replace("# about en: This.\n", "") + query);
    refused("\"for\" cannot be", header("").replace("architect", "iedereen") + query);
    refused("no class or code list", header("# parameter: ?day Dag 2026-01-01 | D | D") + query);
    refused("Parameter day cannot be", header("# parameter: ?day date morgen | D | D") + query);
    refused("?standard is there twice", header("# parameter: ?standard text x | S | S") + query);
    refused("two languages", header("# empty: daarom") + query);
  }

  private static void refused(String why, String text) {
    Question file = Questions.parse("vraag/x", text);
    QuestionException e = assertThrows(QuestionException.class, () -> Library.read(file));
    assertTrue(
        e.getMessage().startsWith("Question vraag/x.rq: ") && e.getMessage().contains(why),
        e.getMessage());
  }

  private static String header(String more) {
    return """
        # Wat?
        # number: 99
        # for: architect
        # title en: What?
        # about nl: Dit.
        # about en: This.
        # columns: ?standard
        """
        + (more.isEmpty() ? "" : more + "\n");
  }

  private static Parameter parameter(String question, String name) {
    return LIBRARY.get(question).orElseThrow().parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
