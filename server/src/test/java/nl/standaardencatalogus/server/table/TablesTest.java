package nl.standaardencatalogus.server.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables, as a spreadsheet opens them. */
class TablesTest {
  private static byte[] file(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(CuratedServer.at(path)).build(), BodyHandlers.ofByteArray());
    assertEquals(200, response.statusCode(), path);
    return response.body();
  }

  private static List<String> lines(String path) throws IOException, InterruptedException {
    return Arrays.asList(new String(file(path), StandardCharsets.UTF_8).split("\r\n"));
  }

  private static long count(Node type) {
    return CuratedServer.graph().find(Node.ANY, RDF.type.asNode(), type).toList().size();
  }

  @Test
  void every_standard_and_every_municipality_has_one_line() throws Exception {
    assertEquals(count(SC.STANDARD_CLASS) + 1, lines("/tabellen/standaarden.csv").size());
    List<String> municipalities = lines("/tabellen/gemeenten.csv");
    assertEquals(count(SC.MUNICIPALITY_CLASS) + 1, municipalities.size());
    assertTrue(
        municipalities.stream().anyMatch(line -> line.startsWith("Amsterdam;gm0363;")),
        municipalities::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"standaarden", "versies", "gemeenten", "besluiten", "procedures"})
  void spreadsheet_has_what_the_text_has(String name) throws Exception {
    Sheet sheet =
        new SpreadSheet(new ByteArrayInputStream(file("/tabellen/" + name + ".ods"))).getSheet(0);
    List<String> lines = lines("/tabellen/" + name + ".csv");
    assertEquals(lines.size(), sheet.getMaxRows());
    String headings =
        String.join(
            ";",
            IntStream.range(0, sheet.getMaxColumns())
                .mapToObj(i -> sheet.getRange(0, i).getValue().toString())
                .toList());
    assertEquals(lines.get(0), "\uFEFF" + headings);
  }

  @Test
  void numbers_are_numbers_in_a_spreadsheet() throws Exception {
    Sheet sheet =
        new SpreadSheet(new ByteArrayInputStream(file("/tabellen/gemeenten.ods"))).getSheet(0);
    assertEquals("inwoners", sheet.getRange(0, 2).getValue());
    assertTrue(sheet.getRange(1, 2).getValue() instanceof Number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "\n=1"})
  void cell_that_would_run_becomes_text(String cell) {
    Table table =
        new Table("t", List.of("a"), List.of(List.of(NodeFactory.createLiteralString(cell))));
    String csv = new String(TableFile.CSV.write(table), StandardCharsets.UTF_8);
    assertTrue(csv.matches("(?s)\uFEFFa\r\n\"?'.*"), csv);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "a\nb", "  twee  spaties ", "<&>\"'", "ü é \uD83D\uDE00", ""})
  void spreadsheet_says_a_text_as_it_is(String text) throws IOException {
    Table table =
        new Table("t", List.of("a"), List.of(List.of(NodeFactory.createLiteralString(text))));
    Object value = sheet(TableFile.ODS.write(table)).getRange(1, 0).getValue();
    assertEquals(text, value == null ? "" : value);
  }

  @Test
  void what_xml_cannot_say_is_left_out() throws IOException {
    Node text = NodeFactory.createLiteralString("a\u0000b\u0001c\uFFFFd\uD800e");
    Table table = new Table("t", List.of("a"), List.of(List.of(text)));
    assertEquals("abcde", sheet(TableFile.ODS.write(table)).getRange(1, 0).getValue());
  }

  @Test
  void the_same_table_has_the_same_bytes() {
    Table table = new Table("t", List.of("a"), List.of(Arrays.asList((Node) null)));
    assertArrayEquals(TableFile.ODS.write(table), TableFile.ODS.write(table));
  }

  @Test
  void programs_know_a_spreadsheet_by_its_first_bytes() {
    Table table = new Table("t", List.of("a"), List.of(Arrays.asList((Node) null)));
    byte[] file = TableFile.ODS.write(table);
    assertEquals("PK\u0003\u0004", text(file, 0, 4));
    assertEquals("\u0000\u0000", text(file, 28, 2), "length of the extra field");
    assertEquals("mimetype", text(file, 30, 8));
    String type = "application/vnd.oasis.opendocument.spreadsheet";
    assertEquals(type + "PK", text(file, 38, type.length() + 2));
  }

  private static String text(byte[] file, int from, int length) {
    return new String(file, from, length, StandardCharsets.ISO_8859_1);
  }

  private static Sheet sheet(byte[] file) throws IOException {
    return new SpreadSheet(new ByteArrayInputStream(file)).getSheet(0);
  }

  @Test
  void cell_with_marks_of_csv_stays_one_cell() {
    Table table =
        new Table(
            "t",
            List.of("a", "b"),
            List.of(Arrays.asList(NodeFactory.createLiteralString("x;\"y\"\n=1"), null)));
    assertEquals(
        "\uFEFFa;b\r\n\"x;\"\"y\"\"\n=1\";\r\n",
        new String(TableFile.CSV.write(table), StandardCharsets.UTF_8));
  }

  @Test
  void harvesters_are_told_of_every_table_and_of_no_other() {
    Set<String> told = new TreeSet<>();
    Pattern.compile("downloadURL> <[^>]*(/tabellen/[^>]*)>")
        .matcher(CuratedServer.get("/catalog.nt").body())
        .results()
        .forEach(found -> told.add(found.group(1)));
    assertEquals(new TreeSet<>(Tables.paths(Questions.load())), told);
  }

  @Test
  void file_is_not_sent_twice() {
    HttpResponse<String> first = CuratedServer.get("/tabellen/besluiten.csv");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertFalse(first.body().isEmpty());
    assertEquals(
        304, CuratedServer.get("/tabellen/besluiten.csv", "If-None-Match", tag).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tabellen/onzin.csv", "/tabellen/standaarden.xls"})
  void other_tables_are_not_there(String path) {
    HttpResponse<String> response = CuratedServer.get(path);
    assertEquals(404, response.statusCode());
    assertTrue(response.body().contains("standaarden"), response::body);
  }
}
