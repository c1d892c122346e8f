package nl.standaardencatalogus.server.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
  private static final FormShape FORM = FormShape.of(Rules.load(), SC.DECLARATION_CLASS);
  private static final Node RECORD = Iris.declaration("gm0363", "zaken-api");
  private static final String PHASE = "https://w3id.org/standaardencatalogus/def/adoptiefase/";

  private static Graph declaration(String fragment, String more) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            """
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX sc: <https://w3id.org/standaardencatalogus/def#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            <%1$s> a sc:Declaration ; dct:title "Opgave"@nl, "Declaration"@en ;
              sc:municipality <%2$s> ; sc:productName "Pakket" ;
              sc:evidence <https://example.org/a>, <https://example.org/b> ;
              sc:plannedFor "2027-03-01"^^xsd:date ; %4$s
              sc:phase <%1$s#%3$s>, <%1$s#fase-9> .
            <%1$s#%3$s> a sc:PhaseStatement ; sc:phaseValue <%5$sgepland> ;
              sc:validFrom "2024-09-01"^^xsd:date .
            <%1$s#fase-9> a sc:PhaseStatement ; sc:phaseValue <%5$sorientatie> ;
              sc:validFrom "2023-09-01"^^xsd:date .
            """
                .formatted(
                    RECORD.getURI(), Iris.municipality("gm0363").getURI(), fragment, more, PHASE),
            Lang.TURTLE)
        .parse(graph);
    return graph;
  }

  private static FormShape.Field phase() {
    return FORM.fields().stream().filter(field -> field.name().equals("phase")).findFirst().get();
  }

  private static Typed with(Typed typed, String... more) {
    Map<String, List<String>> texts = new LinkedHashMap<>(typed.all());
    for (int i = 0; i < more.length; i += 2) {
      texts.put(more[i], List.of(more[i + 1]));
    }
    return Typed.of(texts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fase-1", "fase_1", "fase.1", "a.b_c-d"})
  void what_is_not_changed_stays_as_it_was(String fragment) {
    Graph graph = declaration(fragment, "");
    assertTrue(Typed.of(FORM, graph, RECORD).on(graph, FORM, RECORD).isIsomorphicWith(graph));
  }

  @Test
  void the_ends_of_lines_that_a_browser_sends_are_those_of_the_record() {
    FormShape form = FormShape.of(Rules.load(), SC.STANDARD_CLASS);
    Node standard = Iris.standard("proef");
    Graph graph =
        RDFParser.fromString(
                "<%s> <http://purl.org/dc/terms/description> \"een\\ntwee\"@nl ."
                    .formatted(standard.getURI()),
                Lang.TURTLE)
            .toGraph();
    Typed sent = with(Typed.of(form, graph, standard), "description", "een\r\ntwee");
    assertTrue(sent.on(graph, form, standard).isIsomorphicWith(graph));
  }

  @Test
  void a_part_that_no_field_can_be_named_after_stays_as_it_was() {
    Graph graph = declaration("f".repeat(120), "");
    assertTrue(Typed.of(FORM, graph, RECORD).on(graph, FORM, RECORD).isIsomorphicWith(graph));
  }

  @Test
  void a_text_in_another_language_stays_when_the_dutch_one_is_changed() {
    Graph graph =
        declaration(
            "fase-1",
            "sc:explanation <%1$s#uitleg-1> . <%1$s#uitleg-1> a sc:Explanation ;"
                    .formatted(RECORD.getURI())
                + " dct:description \"Oud\"@nl, \"Old\"@en . <%1$s>".formatted(RECORD.getURI()));
    Typed typed = with(Typed.of(FORM, graph, RECORD), "explanation.uitleg-1.description", "Nieuw");
    String said = typed.on(graph, FORM, RECORD).toString();
    assertTrue(said.contains("\"Nieuw\"@nl") && said.contains("\"Old\"@en"), said);
    assertFalse(said.contains("\"Oud\"@nl"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "1", "0"})
  void a_yes_or_no_that_nobody_changes_stays_as_it_is_spelled(String spelled) {
    FormShape form = FormShape.of(Rules.load(), SC.STANDARD_VERSION_CLASS);
    Node version = Iris.version("proef", "1.0");
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(version, SC.ROLLING, NodeFactory.createLiteralDT(spelled, XSDDatatype.XSDboolean));
    Typed shown = Typed.of(form, graph, version);
    assertTrue(Set.of("true", "false").contains(shown.text("rolling")), spelled);
    assertTrue(shown.on(graph, form, version).isIsomorphicWith(graph));
    assertTrue(with(shown, "rolling", "").on(graph, form, version).isEmpty());
    String other = shown.text("rolling").equals("true") ? "false" : "true";
    Graph changed = with(shown, "rolling", other).on(graph, form, version);
    assertEquals(1, changed.size());
    assertTrue(
        changed.contains(
            version, SC.ROLLING, NodeFactory.createLiteralDT(other, XSDDatatype.XSDboolean)));
  }

  @Test
  void a_part_that_is_removed_is_gone_and_does_not_come_back_as_a_new_one() {
    Graph graph = declaration("fase-1", "");
    Typed typed = with(Typed.of(FORM, graph, RECORD), "phase.fase-1.weg", "1");
    Graph left = typed.on(graph, FORM, RECORD);
    assertFalse(left.contains(Typed.part(RECORD, "fase-1"), Node.ANY, Node.ANY));
    assertTrue(left.contains(Typed.part(RECORD, "fase-9"), Node.ANY, Node.ANY));
    assertEquals("fase-2", typed.freshPart("phase", phase()));
  }

  @Test
  void a_row_that_was_left_empty_is_offered_again_under_its_own_name() {
    Typed sent =
        Typed.of(Map.of("phase.fase-1.phaseValue", List.of(""), "evidence", List.of("nergens")));
    assertEquals("fase-1", sent.freshPart("phase", phase()));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 9, 2024, 2024-09-01",
    "31, 2, 2024, 2024-02-31",
    "1, 9, 24, 1 9 24",
    "een, 9, 2024, een 9 2024",
    "'', 9, 2024, 9 2024"
  })
  void a_day_is_written_as_it_was_typed_for_the_rules_to_judge(
      String day, String month, String year, String written) {
    Typed typed =
        Typed.of(
            Map.of(
                "plannedFor.dag", List.of(day),
                "plannedFor.maand", List.of(month),
                "plannedFor.jaar", List.of(year)));
    Graph graph = typed.on(GraphFactory.createDefaultGraph(), FORM, RECORD);
    assertEquals(
        written,
        graph.find(RECORD, SC.PLANNED_FOR, Node.ANY).next().getObject().getLiteralLexicalForm());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"phase.", "phase..", "phase...x", "phase.#x.y", "phase.A.validFrom.dag", "", "."})
  void a_field_that_no_form_has_means_nothing(String name) {
    Typed typed = Typed.of(Map.of(name, List.of("x")));
    assertTrue(typed.on(GraphFactory.createDefaultGraph(), FORM, RECORD).isEmpty());
  }

  @Test
  void what_can_be_no_iri_becomes_text_for_the_rules_to_refuse() {
    Typed typed = Typed.of(Map.of("evidence", List.of("geen adres")));
    Graph graph = typed.on(GraphFactory.createDefaultGraph(), FORM, RECORD);
    assertTrue(graph.find(RECORD, SC.EVIDENCE, Node.ANY).next().getObject().isLiteral());
  }

  @Test
  void english_is_changed_where_a_form_asks_for_it_and_goes_when_it_is_emptied() {
    FormShape form = FormShape.of(Rules.load(), SC.STANDARD_CLASS);
    Node standard = Iris.standard("proef");
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            """
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            <%s> dct:title "Proef"@nl, "Trial"@en ; skos:altLabel "P"@nl, "P"@en, "Q" .
            """
                .formatted(standard.getURI()),
            Lang.TURTLE)
        .parse(graph);
    Typed typed = Typed.of(form, graph, standard);
    assertTrue(typed.on(graph, form, standard).isIsomorphicWith(graph));
    String changed = with(typed, "title.en", "Test").on(graph, form, standard).toString();
    assertTrue(changed.contains("\"Test\"@en") && changed.contains("\"Proef\"@nl"), changed);
    assertFalse(with(typed, "title.en", "").on(graph, form, standard).toString().contains("Trial"));
  }

  @Test
  void a_number_is_of_the_type_that_the_shape_asks_for() {
    FormShape form = FormShape.of(Rules.load(), SC.PROJECT_CLASS);
    Node project = Iris.project("proef");
    Typed typed =
        Typed.of(
            Map.of(
                "budgetLine.regel-1.amount", List.of("12.50"),
                "budgetLine.regel-1.year", List.of("komend jaar")));
    String said = typed.on(GraphFactory.createDefaultGraph(), form, project).toString();
    assertTrue(said.contains("\"12.50\"^^xsd:decimal"), said);
    assertTrue(said.contains("\"komend jaar\"^^xsd:gYear"), said);
  }
}
