package nl.standaardencatalogus.catalogue.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a project and the question of the library count the same for a target. */
class TargetsTest {
  private static final Questions QUESTIONS = Questions.load();
  private static final String DATA = "src/test/questions/project/targets/data.ttl";

  private static Graph on(String day) {
    Graph graph = RDFDataMgr.loadGraph(DATA);
    // The question of the library gives names, which the small catalogue does not have.
    for (Node type : List.of(SC.PROJECT_CLASS, SC.STANDARD_CLASS, SC.STANDARD_VERSION_CLASS)) {
      graph
          .find(Node.ANY, RDF.type.asNode(), type)
          .toList()
          .forEach(
              it ->
                  graph.add(
                      it.getSubject(),
                      DCTerms.title.asNode(),
                      NodeFactory.createLiteralLang(it.getSubject().getURI(), "nl")));
    }
    Validity validity = new Validity(QUESTIONS);
    validity.adoption(graph, LocalDate.parse(day)).forEach(graph::add);
    return graph;
  }

  private static List<String> lines(Stream<Row> rows, String due) {
    return rows.filter(row -> row.has(due))
        .map(
            row ->
                Stream.of("project", "subject", due, "needed", "uses", "municipalities")
                    .map(row::text)
                    .toList()
                    .toString())
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"2024-06-01, 1", "2025-03-01, 2", "2026-11-24, 1", "2027-01-01, 2"})
  void page_and_library_count_the_same(String day, String uses) {
    Graph state = on(day);
    List<String> page =
        lines(
            QUESTIONS
                .select(
                    "project/targets", state, Map.of("day", NodeFactory.createLiteralString(day)))
                .stream(),
            "due");
    List<String> library =
        lines(QUESTIONS.select("vraag/streefcijfers", state, Map.of()).stream(), "dueOn");
    assertEquals(page, library);
    assertEquals(2, page.size(), page::toString);
    assertTrue(page.stream().anyMatch(it -> it.contains(", 2027, 2, " + uses + ", 3")), day + page);
    assertTrue(page.stream().anyMatch(it -> it.contains(", 2026-06-30, 2, 0, 3")), page::toString);
  }
}
