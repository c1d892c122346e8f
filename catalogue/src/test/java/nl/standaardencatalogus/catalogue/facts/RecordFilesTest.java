package nl.standaardencatalogus.catalogue.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.standaardencatalogus.catalogue.facts.RecordFileException.Rule;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFilesTest {
  private static final String PREFIXES =
      """
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
      @prefix standaard: <https://w3id.org/standaardencatalogus/id/standaard/> .
      """;

  @TempDir Path folder;

  @Test
  void turtle_with_two_records_becomes_two_changes_with_their_parts() throws IOException {
    List<Change> changes =
        read(
            "good.ttl",
            PREFIXES
                + """
                standaard:a a sc:Standard ; sc:status <https://w3id.org/standaardencatalogus/id/standaard/a#status> .
                standaard:b a sc:Standard .
                <https://w3id.org/standaardencatalogus/id/standaard/a#status> a sc:StatusStatement .
                """);
    assertEquals(
        List.of(Iris.standard("a"), Iris.standard("b")),
        changes.stream().map(Change::record).toList());
    assertEquals(3, changes.get(0).graph().size());
  }

  @Test
  void parts_of_a_tooi_record_belong_to_it() throws IOException {
    List<Change> changes =
        read(
            "tooi.ttl",
            PREFIXES
                + """
                <https://identifier.overheid.nl/tooi/id/gemeente/gm0363> a sc:Municipality .
                <https://w3id.org/standaardencatalogus/id/gemeente/gm0363#omtrek> a sc:Municipality .
                """);
    assertEquals(
        List.of(Iris.municipality("gm0363")), changes.stream().map(Change::record).toList());
  }

  @Test
  void n_triples_are_read() throws IOException {
    assertEquals(1, read("good.nt", ntriples("")).size());
  }

  @Test
  void json_ld_is_read() throws IOException {
    String text =
        """
        {"@id": "https://w3id.org/standaardencatalogus/id/standaard/a",
         "@type": "https://w3id.org/standaardencatalogus/def#Standard"}
        """;
    assertEquals(1, read("good.jsonld", text).size());
  }

  @Test
  void rdf_xml_is_read() throws IOException {
    assertEquals(1, read("good.rdf", xml("rdf:about", Iris.BASE + "id/standaard/a")).size());
  }

  @Test
  void the_default_graph_of_trig_is_read() throws IOException {
    assertEquals(1, read("good.trig", PREFIXES + "standaard:a a sc:Standard .").size());
  }

  @Test
  void broken_turtle_names_its_line_and_column() {
    RecordFileException refused =
        refused(Rule.SYNTAX, "broken.ttl", PREFIXES + "standaard:a a sc:Standard\nstandaard:b .");
    assertEquals(5, refused.line());
    assertTrue(refused.column() > 0);
    assertTrue(refused.getMessage().contains("broken.ttl, line 5"), refused::getMessage);
  }

  @Test
  void a_prefix_that_is_not_declared_is_named() {
    RecordFileException refused =
        refused(
            Rule.DECLARED_PREFIXES, "prefix.ttl", PREFIXES + "\nstandaard:a a vreemd:Standard .");
    assertEquals(5, refused.line());
    assertTrue(refused.getMessage().contains("vreemd"), refused::getMessage);
    assertTrue(refused.getMessage().contains("@prefix vreemd:"), refused::getMessage);
  }

  @Test
  void a_relative_iri_is_named_as_it_was_written() {
    RecordFileException refused =
        refused(Rule.ABSOLUTE_IRIS, "relative.ttl", PREFIXES + "<mijn-standaard> a sc:Standard .");
    assertEquals(4, refused.line());
    assertTrue(refused.getMessage().contains("<mijn-standaard>"), refused::getMessage);
  }

  @Test
  void a_relative_iri_in_n_triples_is_refused() {
    refused(Rule.ABSOLUTE_IRIS, "relative.nt", ntriples("<a> <b> <c> .\n"));
  }

  @Test
  void a_relative_iri_in_json_ld_is_refused() {
    refused(
        Rule.ABSOLUTE_IRIS, "relative.jsonld", "{\"@id\": \"a\", \"@type\": \"http://e.nl/b\"}");
  }

  @Test
  void a_relative_iri_in_rdf_xml_is_refused() {
    refused(Rule.ABSOLUTE_IRIS, "relative.rdf", xml("rdf:about", "a"));
  }

  @Test
  void a_blank_node_without_a_label_is_refused_at_its_place() {
    RecordFileException refused =
        refused(
            Rule.NO_BLANK_NODES,
            "blank.ttl",
            PREFIXES + "standaard:a a sc:Standard ;\n  sc:status [ a sc:StatusStatement ] .");
    assertEquals(5, refused.line());
  }

  @Test
  void a_blank_node_with_a_label_is_refused() {
    refused(Rule.NO_BLANK_NODES, "blank.nt", ntriples("_:b <http://e.nl/p> \"x\" .\n"));
  }

  @Test
  void a_list_is_made_of_blank_nodes() {
    refused(Rule.NO_BLANK_NODES, "list.ttl", PREFIXES + "standaard:a sc:status ( 1 2 ) .");
  }

  @Test
  void a_blank_node_in_json_ld_is_refused() {
    refused(Rule.NO_BLANK_NODES, "blank.jsonld", "{\"@type\": \"http://e.nl/b\"}");
  }

  @Test
  void two_descriptions_with_one_slug_are_refused_with_both_lines() {
    RecordFileException refused =
        refused(
            Rule.ONE_RECORD_PER_SLUG,
            "twice.ttl",
            PREFIXES
                + """
                standaard:a a sc:Standard ; dct:title "Een"@nl .
                standaard:b a sc:Standard .
                standaard:a a sc:Standard ; dct:title "Ander"@nl .
                """);
    assertEquals(6, refused.line());
    assertTrue(refused.getMessage().contains("first at line 4"), refused::getMessage);
  }

  @Test
  void two_records_of_a_kind_with_one_identifier_are_refused() {
    refused(
        Rule.ONE_RECORD_PER_SLUG,
        "identifier.ttl",
        PREFIXES
            + """
            standaard:a a sc:Standard ; dct:identifier "a" .
            standaard:b a sc:Standard ; dct:identifier "a" .
            """);
  }

  @Test
  void a_record_that_two_files_describe_is_refused() throws IOException {
    Path one = write("one.ttl", PREFIXES + "standaard:a a sc:Standard .");
    Path two = write("two.ttl", PREFIXES + "standaard:a a sc:Standard ; dct:title \"A\"@nl .");
    RecordFileException refused =
        assertThrows(RecordFileException.class, () -> RecordFiles.read(List.of(one, two)));
    assertEquals(Rule.ONE_RECORD_PER_SLUG, refused.rule());
    assertTrue(refused.getMessage().contains("one.ttl"), refused::getMessage);
  }

  @Test
  void a_record_may_be_spread_over_files() throws IOException {
    Path one = write("one.ttl", PREFIXES + "standaard:a a sc:Standard .");
    Path two = write("two.ttl", PREFIXES + "standaard:a dct:title \"A\"@nl .");
    List<Change> changes = RecordFiles.read(List.of(one, two));
    assertEquals(1, changes.size());
    assertEquals(2, changes.get(0).graph().size());
  }

  @Test
  void a_page_of_html_is_no_rdf() {
    refused(Rule.SYNTAX, "page.ttl", "<!DOCTYPE html>\n<html><body>Hallo</body></html>");
  }

  @Test
  void bytes_that_are_no_text_are_no_rdf() throws IOException {
    Path file = folder.resolve("picture.ttl");
    Files.write(file, new byte[] {'a', '\n', (byte) 0x89, 'P', 'N', 'G', (byte) 0xff});
    RecordFileException refused =
        assertThrows(RecordFileException.class, () -> RecordFiles.read(file));
    assertEquals(Rule.SYNTAX, refused.rule());
    assertEquals(2, refused.line());
  }

  @Test
  void a_date_that_is_no_date_is_refused() {
    refused(
        Rule.SYNTAX,
        "date.ttl",
        PREFIXES
            + "standaard:a dct:issued \"31-12-2020\"^^<http://www.w3.org/2001/XMLSchema#date> .");
  }

  @Test
  void an_unknown_extension_is_refused() {
    RecordFileException refused = refused(Rule.KNOWN_FORMAT, "records.csv", "id,name\n");
    assertTrue(refused.getMessage().contains(".ttl"), refused::getMessage);
  }

  @Test
  void a_missing_file_is_refused() {
    Path missing = folder.resolve("missing.ttl");
    RecordFileException refused =
        assertThrows(RecordFileException.class, () -> RecordFiles.read(missing));
    assertEquals(Rule.READABLE, refused.rule());
    assertTrue(refused.getMessage().contains("no such file"), refused::getMessage);
  }

  @Test
  void a_folder_is_refused() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("folder.ttl"));
    assertEquals(
        Rule.READABLE,
        assertThrows(RecordFileException.class, () -> RecordFiles.read(inner)).rule());
  }

  @Test
  void an_empty_file_is_refused() {
    refused(Rule.NOT_EMPTY, "empty.ttl", PREFIXES);
  }

  @Test
  void a_subject_of_somebody_else_is_refused() {
    RecordFileException refused =
        refused(
            Rule.OWN_SUBJECTS, "foreign.ttl", PREFIXES + "<https://example.org/a> a sc:Standard .");
    assertTrue(refused.getMessage().contains("https://example.org/a"), refused::getMessage);
    assertEquals(4, refused.line());
  }

  @Test
  void a_slug_with_capitals_is_refused() {
    refused(Rule.OWN_SUBJECTS, "capitals.ttl", PREFIXES + "standaard:Zaken-API a sc:Standard .");
  }

  @Test
  void a_subject_of_an_unknown_kind_is_refused() {
    refused(
        Rule.OWN_SUBJECTS,
        "kind.ttl",
        PREFIXES + "<https://w3id.org/standaardencatalogus/id/x/../y> a sc:Standard .");
  }

  @Test
  void a_code_of_tooi_in_capitals_is_refused() {
    refused(
        Rule.OWN_SUBJECTS,
        "code.ttl",
        PREFIXES + "<https://identifier.overheid.nl/tooi/id/gemeente/GM0363> a sc:Municipality .");
  }

  @Test
  void a_revision_is_not_for_import() {
    refused(
        Rule.OWN_SUBJECTS,
        "revision.ttl",
        PREFIXES + "<https://w3id.org/standaardencatalogus/id/revisie/1> a sc:Revision .");
  }

  @Test
  void a_term_of_the_ontology_is_not_for_import() {
    refused(Rule.OWN_SUBJECTS, "term.ttl", PREFIXES + "sc:Standard dct:title \"X\"@nl .");
  }

  @Test
  void a_named_graph_is_refused() {
    refused(
        Rule.NO_NAMED_GRAPHS,
        "graph.trig",
        PREFIXES + "<http://example.org/g> { standaard:a a sc:Standard . }");
  }

  @Test
  void a_context_on_another_server_is_not_fetched() {
    RecordFileException refused =
        refused(
            Rule.NO_REMOTE_CONTEXT,
            "remote.jsonld",
            "{\"@context\": \"https://example.org/context.jsonld\", \"@id\": \"https://e.nl/a\"}");
    assertTrue(refused.getMessage().contains("https://example.org/context.jsonld"));
  }

  @Test
  void a_document_type_is_refused_whatever_it_holds() {
    RecordFileException refused =
        refused(
            Rule.SYNTAX,
            "entity.rdf",
            "<!DOCTYPE rdf:RDF [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                + xml("rdf:about", Iris.BASE + "id/standaard/a"));
    assertTrue(refused.getMessage().contains("DOCTYPE"), refused::getMessage);
  }

  @ParameterizedTest
  @CsvSource({
    "deep.trig, <https://example.org/a> <https://example.org/b> (",
    "deep.jsonld, [",
  })
  void what_is_nested_without_end_is_refused(String name, String text) {
    char bracket = text.charAt(text.length() - 1);
    RecordFileException refused =
        refused(Rule.SYNTAX, name, text + String.valueOf(bracket).repeat(100_000));
    assertTrue(refused.getMessage().contains("within each other"), refused::getMessage);
  }

  @Test
  void every_message_begins_with_the_file() {
    RecordFileException refused = refused(Rule.NOT_EMPTY, "empty.nt", "");
    assertTrue(refused.getMessage().startsWith(refused.file()), refused::getMessage);
  }

  private RecordFileException refused(Rule rule, String name, String text) {
    RecordFileException refused = assertThrows(RecordFileException.class, () -> read(name, text));
    assertEquals(rule, refused.rule(), refused::getMessage);
    return refused;
  }

  private List<Change> read(String name, String text) throws IOException {
    return RecordFiles.read(write(name, text));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private static String ntriples(String more) {
    return "<https://w3id.org/standaardencatalogus/id/standaard/a>"
        + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
        + " <https://w3id.org/standaardencatalogus/def#Standard> .\n"
        + more;
  }

  private static String xml(String attribute, String iri) {
    return """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
             xmlns:sc="https://w3id.org/standaardencatalogus/def#">
      <sc:Standard %s="%s"/>
    </rdf:RDF>
    """
        .formatted(attribute, iri);
  }
}
