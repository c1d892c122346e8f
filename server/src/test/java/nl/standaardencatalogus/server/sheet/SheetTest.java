package nl.standaardencatalogus.server.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.sheet.Column.Role;
import nl.standaardencatalogus.shapes.FormShape;
import nl.standaardencatalogus.shapes.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of all kinds, and of none. */
class SheetTest {
  private static final Columns COLUMNS =
      new Columns(FormShape.of(Rules.load(), SC.DECLARATION_CLASS));
  private static final String HEADINGS = "Sleutel;Product;Leverancier";
  private static final String ROW = "\ngm0363/zgw;Zaken;Één bv\n";

  private static Sheet sheet(byte[] file) throws UnreadableSheet {
    return Sheet.read(file, COLUMNS);
  }

  private static Sheet sheet(String text) throws UnreadableSheet {
    return sheet(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String why(byte[] file) {
    return assertThrows(UnreadableSheet.class, () -> sheet(file)).key();
  }

  private static String why(String text) {
    return why(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> cells(Sheet sheet) {
    return sheet.rows().get(0).cells();
  }

  // Text with separators

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t"})
  void any_usual_separator_will_do(String separator) throws Exception {
    Sheet sheet = sheet((HEADINGS + ROW).replace(";", separator));
    assertEquals(List.of("gm0363/zgw", "Zaken", "Één bv"), cells(sheet));
    assertEquals("gm0363/zgw", sheet.cell(sheet.rows().get(0), Role.KEY));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, false", "UTF-16, false", "windows-1252, true"})
  void accents_are_read_and_a_guess_is_told(String charset, boolean guess) throws Exception {
    Sheet sheet = sheet((HEADINGS + ROW).getBytes(Charset.forName(charset)));
    assertEquals("Één bv", cells(sheet).get(2));
    assertEquals(guess, sheet.old());
  }

  @Test
  void what_no_character_set_has_is_refused() {
    byte[] file = (HEADINGS + ROW).getBytes(Charset.forName("windows-1252"));
    file[file.length - 2] = (byte) 0x81;
    assertEquals("sheet.bad.charset", why(file));
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_heading() throws Exception {
    assertEquals(List.of(), sheet("\uFEFF" + HEADINGS + ROW).unknown());
  }

  @Test
  void a_line_that_names_the_separator_is_no_row() throws Exception {
    Sheet sheet = sheet("sep=;\r\n" + HEADINGS + ROW);
    assertEquals(3, sheet.rows().get(0).number(), "Excel counts it as a row");
  }

  @Test
  void quoted_cells_may_have_anything_in_them() throws Exception {
    Sheet sheet = sheet(HEADINGS + "\r\ngm0363/zgw;\"a;\"\"b\"\"\r\nc\";d\r\n");
    assertEquals(List.of("gm0363/zgw", "a;\"b\"\nc", "d"), cells(sheet));
  }

  @Test
  void a_quoted_cell_without_end_is_refused() {
    assertEquals("sheet.bad.quotes", why(HEADINGS + "\ngm0363/zgw;\"a;b\nc;d\n"));
  }

  // What has no rows

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\n\n;;\n", HEADINGS, HEADINGS + "\n;;\n"})
  void a_file_without_rows_is_refused(String text) {
    assertEquals("sheet.bad.empty", why(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Standaard;Product\nzgw;Zaken\n", "a,b\n1,2\n", "<html></html>"})
  void a_file_without_the_column_with_keys_is_refused(String text) {
    assertEquals("sheet.bad.nokey", why(text));
  }

  @Test
  void a_column_twice_is_refused() {
    assertEquals("sheet.bad.twice", why("Sleutel;Product;product \ngm0363/zgw;a;b\n"));
  }

  @Test
  void a_column_that_is_none_of_ours_is_told() throws Exception {
    Sheet sheet = sheet("Sleutel;Product;Wie doet dit?\ngm0363/zgw;a;b\n");
    assertEquals(List.of("Wie doet dit?"), sheet.unknown());
  }

  @Test
  void headings_may_be_in_either_language_and_stand_below_a_title() throws Exception {
    Sheet sheet = sheet("Onze opgaven;;\n\nKey;Phase  1: valid from;Product\nx;y;z\n");
    assertEquals(List.of(), sheet.unknown());
    assertEquals(4, sheet.rows().get(0).number());
  }

  // Several worksheets

  private static byte[] workbook(String first, String second) throws IOException {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String sheet = "<x:worksheet xmlns:x=\"" + main + "\"><x:sheetData>";
    String end = "</x:sheetData></x:worksheet>";
    return new Packed()
        .with(
            "xl/workbook.xml",
            "<workbook xmlns=\"http://x\" xmlns:r=\"http://y\"><sheets><sheet name=\"Eerste\""
                + " r:id=\"a\"/><sheet name=\"Tweede\" r:id=\"b\"/></sheets></workbook>")
        .with(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"b\" Target=\"worksheets/sheet2.xml\"/></Relationships>")
        .with("xl/worksheets/sheet1.xml", sheet + first + end)
        .with("xl/worksheets/sheet2.xml", sheet + second + end)
        .bytes();
  }

  @Test
  void of_two_worksheets_with_headings_the_one_with_rows_is_read() throws Exception {
    String headings = Packed.xlsxRow("Sleutel", "Product");
    String rows = headings + Packed.xlsxRow("gm0363/zgw", "Zaken");
    Sheet sheet = sheet(workbook(headings, rows));
    assertEquals("Tweede", sheet.name());
    assertEquals(List.of("Eerste"), sheet.unread());
    assertEquals("sheet.bad.sheets", why(workbook(rows, rows)));
  }

  // What is no spreadsheet

  @Test
  void a_file_of_another_kind_is_known_by_its_content() throws Exception {
    assertEquals("sheet.bad.type", why("%PDF-1.7\n\u0000\u0001"));
    assertEquals("sheet.bad.type", why(new Packed().with("a.txt", "a").bytes()));
    assertEquals(
        "sheet.bad.old", why(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}));
  }

  @Test
  void a_file_that_is_cut_off_is_refused() throws Exception {
    byte[] whole = Packed.ods("", Packed.odsRow("", "Sleutel", "Product"));
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertEquals("sheet.bad.damaged", why(half));
  }

  // Too much

  @Test
  void a_file_that_is_too_large_is_not_looked_at() {
    assertEquals("sheet.bad.size", why(new byte[Limits.MOST_BYTES + 1]));
  }

  @Test
  void too_many_rows_are_refused() {
    String rows = "\ngm0363/zgw;a;b".repeat(Limits.MOST_ROWS);
    assertEquals("sheet.bad.rows", why(HEADINGS + rows));
  }

  @Test
  void too_many_columns_are_refused() {
    assertEquals("sheet.bad.rows", why(HEADINGS + ";x".repeat(Limits.MOST_COLUMNS) + ROW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xl/worksheets/sheet1.xml", "content.xml", "media/nothing.png"})
  void what_unpacks_to_very_much_is_refused_before_it_is_read(String part) throws Exception {
    byte[] bomb =
        new Packed()
            .with("xl/workbook.xml", "<workbook/>")
            .withNothing(part, (Limits.MOST_UNPACKED >> 20) + 1)
            .bytes();
    assertTrue(bomb.length < 100_000, "it is small");
    assertEquals("sheet.bad.unpacked", why(bomb));
  }

  @Test
  void a_row_that_says_it_is_there_a_million_times_is_refused() throws Exception {
    String rows =
        Packed.odsRow("", "Sleutel", "Product")
            + Packed.odsRow("table:number-rows-repeated=\"1000000\"", "gm0363/zgw", "a");
    assertEquals("sheet.bad.rows", why(Packed.ods("", rows)));
  }

  @Test
  void many_tables_may_have_no_more_than_one() throws Exception {
    String heading = Packed.odsRow("", "Sleutel", "Product");
    String table =
        "</table:table><table:table>"
            + Packed.odsRow("table:number-rows-repeated=\"1900\"", " gm0363/zgw", " a");
    assertEquals("sheet.bad.rows", why(Packed.ods("", heading + table.repeat(300))));
  }

  @Test
  void a_cell_without_end_is_refused() throws Exception {
    String endless =
        Packed.odsRow("", "gm0363/zgw", "a")
            .replace("a</", "<text:s text:c=\"100\"/>".repeat(60_000) + "a</");
    assertEquals(
        "sheet.bad.rows", why(Packed.ods("", Packed.odsRow("", "Sleutel", "Product") + endless)));
  }

  @Test
  void a_blank_row_may_be_there_a_million_times() throws Exception {
    String rows =
        Packed.odsRow("", "Sleutel", "Product")
            + Packed.odsRow("table:number-rows-repeated=\"1000000\"", "", "")
            + Packed.odsRow("", "gm0363/zgw", "a");
    Sheet sheet = sheet(Packed.ods("", rows));
    assertEquals(1_000_002, sheet.rows().get(0).number());
  }

  @Test
  void a_number_without_end_is_no_number() throws Exception {
    String row = "<x:row><x:c><x:v>1E999999999</x:v></x:c><x:c><x:v>1.1E2</x:v></x:c></x:row>";
    Sheet sheet = sheet(Packed.xlsx("", Packed.xlsxRow("Sleutel", "Product") + row));
    assertEquals(List.of("1E999999999", "110"), cells(sheet));
  }

  // Entities

  @ParameterizedTest
  @ValueSource(strings = {"SYSTEM \"file:///etc/hostname\"", "\"aaaa\""})
  void an_entity_is_never_resolved(String entity) throws Exception {
    String before = "<!DOCTYPE x [<!ENTITY e " + entity + ">]>";
    String ods = Packed.odsRow("", "Sleutel", "Product") + Packed.odsRow("", "&e;", "b");
    assertEquals("sheet.bad.entities", why(Packed.ods(before, ods)));
    String xlsx = Packed.xlsxRow("Sleutel", "Product") + Packed.xlsxRow("&e;", "b");
    assertEquals("sheet.bad.entities", why(Packed.xlsx(before, xlsx)));
  }

  @Test
  void a_document_type_alone_is_refused_too() throws Exception {
    String rows = Packed.odsRow("", "Sleutel", "Product") + Packed.odsRow("", "a", "b");
    assertEquals(
        "sheet.bad.entities", why(Packed.ods("<!DOCTYPE x SYSTEM \"http://localhost:1/\">", rows)));
  }

  // Files of others

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = SheetTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void a_workbook_of_another_program_is_read() throws Exception {
    Sheet sheet = sheet(resource("openpyxl.xlsx"));
    assertEquals(
        List.of(
            "gm0363/zaken-api",
            "Gepland",
            "2024-09-01",
            "2025-02-28",
            "42",
            "Leverancier Noord",
            "12"),
        sheet.rows().get(0).cells());
    assertEquals(
        List.of("gm0363/zgw", "In productie", "1-9-2024", "2024-09-01", "1.1", "true", "13"),
        sheet.rows().get(1).cells());
  }

  @Test
  void a_spreadsheet_of_another_program_is_read() throws Exception {
    com.github.miachm.sods.Sheet page = new com.github.miachm.sods.Sheet("Blad1", 2, 4);
    page.getRange(0, 0, 1, 4).setValues("Sleutel", "Fase 1: Geldig vanaf", "Product", "Revisie");
    page.getRange(1, 0, 1, 4).setValues("gm0363/zgw", LocalDate.of(2024, 9, 1), " een  twee", 12);
    SpreadSheet file = new SpreadSheet();
    file.appendSheet(page);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.save(out);
    assertEquals(
        List.of("gm0363/zgw", "2024-09-01", "een  twee", "12"), cells(sheet(out.toByteArray())));
  }

  @Test
  void a_remark_in_a_cell_is_not_its_text() throws Exception {
    String cell =
        "<table:table-row><table:table-cell><office:annotation><text:p>Let op</text:p>"
            + "</office:annotation><text:p>gm0363/<text:span>zgw</text:span></text:p>"
            + "</table:table-cell><table:table-cell><text:p>a<text:s text:c=\"2\"/>b</text:p>"
            + "<text:p>c</text:p></table:table-cell></table:table-row>";
    Sheet sheet = sheet(Packed.ods("", Packed.odsRow("", "Sleutel", "Product") + cell));
    assertEquals(List.of("gm0363/zgw", "a  b\nc"), cells(sheet));
  }

  @Test
  void of_a_formula_the_value_counts_that_was_saved() throws Exception {
    String row =
        "<x:row><x:c t=\"str\"><x:f>\"gm0363/\"&amp;\"zgw\"</x:f><x:v>gm0363/zgw</x:v></x:c>"
            + "<x:c><x:f>6*7</x:f><x:v>42</x:v></x:c></x:row>";
    Sheet sheet = sheet(Packed.xlsx("", Packed.xlsxRow("Sleutel", "Product") + row));
    assertEquals(List.of("gm0363/zgw", "42"), cells(sheet));
  }

  // Formulas and signs

  private static final List<String> RISKY =
      List.of(
          "=HYPERLINK(\"http://x\";\"y\")",
          "+31",
          "-1",
          "@SUM(A1)",
          "'=1",
          "'",
          "''a",
          "a;b\"c\nd",
          "_x0041_",
          "é € \uD83D\uDE00");

  @ParameterizedTest
  @EnumSource
  void what_looks_like_a_formula_goes_out_as_text_and_comes_back_as_it_was(SheetFile kind)
      throws Exception {
    List<List<Book.Cell>> rows =
        Stream.concat(
                Stream.of(List.of(Book.Cell.heading("Sleutel"), Book.Cell.heading("Product"))),
                RISKY.stream().map(text -> List.of(Book.Cell.text("x"), Book.Cell.text(text))))
            .toList();
    Book.Column column = new Book.Column(20, Book.Kind.TEXT, null);
    byte[] file =
        kind.write(new Book(List.of(new Book.Page("Blad 1", 1, List.of(column, column), rows))));
    assertEquals(RISKY, sheet(file).rows().stream().map(line -> line.cell(1)).toList());
    if (kind == SheetFile.CSV) {
      String text = new String(file, StandardCharsets.UTF_8);
      assertFalse(text.lines().anyMatch(line -> line.matches("x;\"?[=+@-].*")), text);
    }
  }

  // Days

  @ParameterizedTest
  @CsvSource({
    "2024-09-01, 2024-09-01",
    "1-9-2024, 2024-09-01",
    "01-09-2024, 2024-09-01",
    "1/9/2024, 2024-09-01",
    "1.9.2024, 2024-09-01",
    "1 september 2024, 2024-09-01",
    "1 mrt. 2024, 2024-03-01",
    "2024-09-01T00:00:00, 2024-09-01",
    "2024-9-1, 2024-09-01"
  })
  void days_are_read_as_people_write_them(String text, LocalDate day) {
    assertEquals(day, Days.of(text).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"31-2-2024", "9-13-2024", "1-9-24", "2024", "binnenkort", "", "1-9-20245"})
  void what_could_be_two_days_or_none_is_none(String text) {
    assertTrue(Days.of(text).isEmpty());
  }
}
