package nl.standaardencatalogus.server.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.Rules;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** Where a finding about the phases together stands, whatever the rule gives as its value. */
class PlacesTest {
  private static final FormShape FORM = FormShape.of(Rules.load(), SC.DECLARATION_CLASS);
  private static final Columns COLUMNS = new Columns(FORM);
  private static final Node RECORD = Iris.declaration("gm0363", "zgw");

  private static final Row.Edit EDIT =
      new Row(
              FORM,
              new Naming(GraphFactory.createDefaultGraph(), Questions.load()),
              RECORD,
              Iris.standard("zgw"),
              Typed.of(Map.of()))
          .with(
              cells(
                  "Fase 1: Geldig vanaf", "2024-09-01",
                  "Fase 1: Geldig tot en met", "2026-03-01",
                  "Fase 3: Geldig vanaf", "2026-03-01"));

  private static Map<Column, String> cells(String... said) {
    Map<Column, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < said.length; i += 2) {
      cells.put(COLUMNS.under(said[i]).orElseThrow(), said[i + 1]);
    }
    return cells;
  }

  private static String place(Node value) {
    Node any = NodeFactory.createURI("https://example.org/regel#x");
    Finding finding =
        new Finding(RECORD, SC.PHASE, value, any, any, Severity.WARNING, "Zo", "Like that");
    return new Places(FORM, RECORD, EDIT).of(finding).orElseThrow().name();
  }

  @Test
  void a_day_stands_where_a_part_says_it_and_rather_as_its_beginning() {
    assertEquals(
        "phase.3.validFrom", place(NodeFactory.createLiteralDT("2026-03-01", XSDDatatype.XSDdate)));
    assertEquals(
        "phase.1.validFrom", place(NodeFactory.createLiteralDT("2024-09-01", XSDDatatype.XSDdate)));
  }

  @Test
  void a_part_stands_in_its_own_columns_whichever_were_skipped() {
    List<String> fragments = List.copyOf(EDIT.parts().get("phase").keySet());
    assertEquals("phase.3.validFrom", place(Typed.part(RECORD, fragments.get(1))));
  }

  @Test
  void what_no_part_says_stands_in_the_first() {
    assertEquals("phase.1.phaseValue", place(null));
    assertEquals("phase.1.phaseValue", place(NodeFactory.createURI("https://example.org/x")));
  }
}
