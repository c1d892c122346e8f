package nl.standaardencatalogus.server.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.facts.CuratedFacts;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.sample.SampleHistory;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.form.Typed;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Texts;
import nl.standaardencatalogus.server.sheet.Column.Role;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was downloaded and comes back as it was changes nothing, for all declarations there are. */
@Tag("long")
class RoundTripTest {
  private static final FormShape FORM = FormShape.of(Rules.load(), SC.DECLARATION_CLASS);
  private static final Columns COLUMNS = new Columns(FORM);

  private static Map<Node, Map<String, Graph>> declared;
  private static Naming naming;

  @BeforeAll
  static void tell() {
    naming = new Naming(CuratedServer.graph(), Questions.load());
    declared = new TreeMap<>((one, other) -> one.getURI().compareTo(other.getURI()));
    Iterator<DatedProposal> past = SampleHistory.from(CuratedFacts.changes());
    while (past.hasNext()) {
      for (Change change : past.next().proposal().changes()) {
        Iris.municipalityOf(change.record())
            .filter(none -> Iris.standardOf(change.record()).isPresent())
            .ifPresent(
                it ->
                    declared
                        .computeIfAbsent(it, none -> new TreeMap<>())
                        .put(change.record().getURI(), change.graph()));
      }
    }
    declared.values().forEach(all -> all.values().removeIf(Graph::isEmpty));
    declared.values().removeIf(Map::isEmpty);
  }

  private static List<Download.Entry> entries(Map<String, Graph> graphs) {
    List<Download.Entry> entries = new ArrayList<>();
    graphs.forEach(
        (iri, graph) -> {
          Node record = Key.record(iri).orElseThrow();
          Node standard = Iris.standardOf(record).orElseThrow();
          entries.add(new Download.Entry(record, standard, standard, graph, 7, ""));
        });
    return entries;
  }

  /** What would change when a file came back as it was. */
  private static Map<String, List<Column>> changes(
      Map<String, Graph> graphs, SheetFile kind, Language language) throws UnreadableSheet {
    byte[] file =
        new Download(COLUMNS, naming, CuratedServer.graph(), new Texts(language), language.tag())
            .write(kind, entries(graphs), Map.of());
    Sheet sheet = Sheet.read(file, COLUMNS);
    assertEquals(List.of(), sheet.unknown());
    assertEquals(graphs.size(), sheet.rows().size());
    Map<String, List<Column>> changes = new TreeMap<>();
    for (Line line : sheet.rows()) {
      Node record = Key.record(sheet.cell(line, Role.KEY)).orElseThrow();
      assertEquals("7", sheet.cell(line, Role.REVISION));
      Graph graph = graphs.get(record.getURI());
      Typed typed = Typed.of(FORM, graph, record);
      Node standard = Iris.standardOf(record).orElseThrow();
      Row row = new Row(FORM, naming, record, standard, typed);
      List<Column> different = row.differences(sheet.fields(line));
      if (!different.isEmpty()) {
        changes.put(record.getURI(), different);
      }
      assertEquals(typed.all(), row.with(sheet.fields(line)).typed().all());
    }
    return changes;
  }

  @ParameterizedTest
  @CsvSource({
    "gm0363, CSV, NL", "gm0363, ODS, NL", "gm0363, XLSX, NL", "gm0363, XLSX, EN",
    "gm0014, CSV, EN", "gm0014, ODS, EN", "gm0014, XLSX, NL", "gm0344, CSV, NL",
    "gm0344, ODS, NL", "gm0344, XLSX, NL", "gm0599, CSV, NL", "gm0599, ODS, EN"
  })
  void a_sheet_that_comes_back_as_it_was_changes_nothing(
      String code, SheetFile kind, Language language) throws Exception {
    Map<String, Graph> graphs = declared.get(Iris.municipality(code));
    assertTrue(graphs.size() > 20, code);
    assertEquals(Map.of(), changes(graphs, kind, language));
  }

  @Test
  @Tag("every-record")
  void no_declaration_of_any_municipality_changes() throws Exception {
    for (Map<String, Graph> graphs : declared.values()) {
      for (SheetFile kind : SheetFile.values()) {
        assertEquals(Map.of(), changes(graphs, kind, Language.NL));
      }
    }
  }

  @Test
  void no_made_up_declaration_has_more_than_fits() {
    for (Map<String, Graph> graphs : declared.values()) {
      for (Download.Entry entry : entries(graphs)) {
        Typed typed = Typed.of(FORM, entry.graph(), entry.record());
        Row row = new Row(FORM, naming, entry.record(), entry.standard(), typed);
        assertEquals(
            "",
            row.leftOut(entry.graph()).stream()
                .map(field -> field.name())
                .collect(Collectors.joining()),
            entry.record()::getURI);
      }
    }
  }

  @Test
  void what_has_no_place_in_a_row_is_told_and_stays() throws Exception {
    Map.Entry<String, Graph> some =
        declared.get(Iris.municipality("gm0363")).entrySet().iterator().next();
    Node record = Key.record(some.getKey()).orElseThrow();
    Graph graph = GraphFactory.createDefaultGraph();
    some.getValue().find().forEach(graph::add);
    // A part that no field can be named after.
    Node odd = NodeFactory.createURI(record.getURI() + "#Fase");
    graph.add(record, SC.PHASE, odd);
    graph.add(odd, SC.PHASE_VALUE, NodeFactory.createLiteralString("x"));
    assertEquals(Map.of(), changes(Map.of(some.getKey(), graph), SheetFile.CSV, Language.NL));
    List<Download.Entry> entries = entries(Map.of(some.getKey(), graph));
    byte[] file =
        new Download(COLUMNS, naming, CuratedServer.graph(), new Texts(Language.NL), "nl")
            .write(SheetFile.CSV, entries, Map.of());
    Sheet sheet = Sheet.read(file, COLUMNS);
    Line line = sheet.rows().get(0);
    assertEquals("Fase", sheet.cell(line, Role.LEFT_OUT));
    Map<Column, String> cells = sheet.fields(line);
    cells.replaceAll((column, text) -> column.name().equals("productName") ? "Ander" : text);
    Node standard = Iris.standardOf(record).orElseThrow();
    Row row = new Row(FORM, naming, record, standard, Typed.of(FORM, graph, record));
    Graph after = row.with(cells).typed().on(graph, FORM, record);
    graph.remove(record, SC.PRODUCT_NAME, Node.ANY);
    graph.add(record, SC.PRODUCT_NAME, NodeFactory.createLiteralString("Ander"));
    assertTrue(graph.isIsomorphicWith(after));
  }
}
