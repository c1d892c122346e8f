package nl.standaardencatalogus.server.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.standaardencatalogus.server.sheet.Book.Cell;
import nl.standaardencatalogus.server.sheet.Book.Column;
import nl.standaardencatalogus.server.sheet.Book.Kind;
import nl.standaardencatalogus.server.sheet.Book.Page;
import nl.standaardencatalogus.server.sheet.Book.Range;
import nl.standaardencatalogus.server.table.OpenDocument;

/**
 * Writes tables as an Office Open XML workbook (ECMA-376 part 1, section 18): text within its cell,
 * days as numbers with a format, what may be chosen as data validation.
 */
final class XlsxWriter {
  private static final int HEADING_LINES = 2;
  private static final int LINE_POINTS = 15;

  /** As high as Excel has rows. */
  private static final int MOST_POINTS = 409;

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/package/2006/content-types";
  private static final String MEDIA =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** What {@code _x0041_} in a text would be taken for, so that its first sign is written so. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  /**
   * Day 0 of the calendar, but for the first two months of 1900, which it has a day too many in.
   */
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

  private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);

  /** Down to this row what is added has the drop-downs too. */
  private static final int LAST_ROW = 2000;

  private final XMLStreamWriter xml;

  private XlsxWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static byte[] write(Book book) {
    List<Page> pages = book.pages();
    Map<String, OpenDocument.Part> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", xml -> new XlsxWriter(xml).types(pages.size()));
    parts.put("_rels/.rels", xml -> new XlsxWriter(xml).root());
    parts.put("xl/workbook.xml", xml -> new XlsxWriter(xml).workbook(pages));
    parts.put("xl/_rels/workbook.xml.rels", xml -> new XlsxWriter(xml).relations(pages.size()));
    parts.put("xl/styles.xml", xml -> new XlsxWriter(xml).styles());
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      parts.put(sheet(i), xml -> new XlsxWriter(xml).page(page, page == pages.get(0)));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      OpenDocument.write(zip, parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String sheet(int index) {
    return "xl/worksheets/sheet" + (index + 1) + ".xml";
  }

  private void types(int pages) throws XMLStreamException {
    start("Types", "xmlns", TYPES);
    empty("Default", "Extension", "rels", "ContentType", PACKAGE_TYPE);
    empty("Default", "Extension", "xml", "ContentType", "application/xml");
    empty("Override", "PartName", "/xl/workbook.xml", "ContentType", MEDIA + "sheet.main+xml");
    empty("Override", "PartName", "/xl/styles.xml", "ContentType", MEDIA + "styles+xml");
    for (int i = 0; i < pages; i++) {
      empty("Override", "PartName", "/" + sheet(i), "ContentType", MEDIA + "worksheet+xml");
    }
  }

  private static final String PACKAGE_TYPE =
      "application/vnd.openxmlformats-package.relationships+xml";

  private void root() throws XMLStreamException {
    start("Relationships", "xmlns", PACKAGE);
    relation("r1", "officeDocument", "xl/workbook.xml");
  }

  private void relations(int pages) throws XMLStreamException {
    start("Relationships", "xmlns", PACKAGE);
    for (int i = 0; i < pages; i++) {
      relation("r" + (i + 1), "worksheet", sheet(i).substring("xl/".length()));
    }
    relation("r" + (pages + 1), "styles", "styles.xml");
  }

  private void relation(String id, String type, String target) throws XMLStreamException {
    empty("Relationship", "Id", id, "Type", RELATIONS + "/" + type, "Target", target);
  }

  private void workbook(List<Page> pages) throws XMLStreamException {
    start("workbook", "xmlns", MAIN, "xmlns:r", RELATIONS);
    start("sheets");
    for (int i = 0; i < pages.size(); i++) {
      String number = "" + (i + 1);
      empty("sheet", "name", pages.get(i).name(), "sheetId", number, "r:id", "r" + number);
    }
  }

  /** One for each {@link Kind}, in their order: {@link #style} counts on that. */
  private void styles() throws XMLStreamException {
    start("styleSheet", "xmlns", MAIN);
    start("fonts", "count", "2");
    font(false);
    font(true);
    end();
    start("fills", "count", "2");
    fill("none");
    fill("gray125");
    end();
    start("borders", "count", "1");
    empty("border");
    end();
    start("cellStyleXfs", "count", "1");
    empty("xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0");
    end();
    start("cellXfs", "count", "5");
    format("0", "0", false);
    format("49", "1", true);
    format("49", "0", false);
    format("14", "0", false);
    format("0", "0", false);
    end();
    start("cellStyles", "count", "1");
    empty("cellStyle", "name", "Normal", "xfId", "0", "builtinId", "0");
    end();
  }

  private static String style(Kind kind) {
    return "" + (kind.ordinal() + 1);
  }

  private void font(boolean bold) throws XMLStreamException {
    start("font");
    if (bold) {
      empty("b");
    }
    empty("sz", "val", "11");
    empty("name", "val", "Calibri");
    end();
  }

  private void fill(String pattern) throws XMLStreamException {
    start("fill");
    empty("patternFill", "patternType", pattern);
    end();
  }

  private void format(String number, String font, boolean wrap) throws XMLStreamException {
    start("xf", "numFmtId", number, "fontId", font, "fillId", "0", "borderId", "0", "xfId", "0");
    attributes("applyNumberFormat", "1", "applyFont", "1", "applyAlignment", "1");
    empty("alignment", "vertical", "top");
    if (wrap) {
      attributes("wrapText", "1");
    }
    end();
  }

  private void page(Page page, boolean first) throws XMLStreamException {
    start("worksheet", "xmlns", MAIN);
    view(page, first);
    start("cols");
    for (int i = 0; i < page.columns().size(); i++) {
      Column column = page.columns().get(i);
      String number = "" + (i + 1);
      empty("col", "min", number, "max", number, "width", "" + column.width());
      attributes("style", style(column.kind()), "customWidth", "1");
    }
    end();
    start("sheetData");
    for (int i = 0; i < page.rows().size(); i++) {
      List<Cell> row = page.rows().get(i);
      start("row", "r", "" + (i + 1));
      // Not every program makes a row as high as what stands in it.
      long lines =
          i == 0 ? HEADING_LINES : row.stream().mapToLong(XlsxWriter::lines).max().orElse(1);
      if (lines > 1) {
        attributes("ht", "" + Math.min(lines * LINE_POINTS, MOST_POINTS), "customHeight", "1");
      }
      for (int j = 0; j < row.size(); j++) {
        cell(row.get(j), Book.letters(j) + (i + 1));
      }
      end();
    }
    end();
    validations(page);
  }

  private static long lines(Cell cell) {
    return 1 + cell.text().chars().filter(c -> c == '\n').count();
  }

  private void view(Page page, boolean first) throws XMLStreamException {
    start("sheetViews");
    start("sheetView", "workbookViewId", "0");
    if (first) {
      attributes("tabSelected", "1");
    }
    String corner = Book.letters(page.kept()) + "2";
    xml.writeEmptyElement("pane");
    if (page.kept() > 0) {
      attributes("xSplit", "" + page.kept());
    }
    attributes(
        "ySplit",
        "1",
        "topLeftCell",
        corner,
        "activePane",
        page.kept() > 0 ? "bottomRight" : "bottomLeft");
    attributes("state", "frozen");
    end();
    end();
  }

  private void cell(Cell cell, String place) throws XMLStreamException {
    String text = Guarded.of(cell.text());
    if (text.isEmpty()) {
      return;
    }
    LocalDate day = cell.kind() == Kind.DAY ? Days.of(text).orElse(null) : null;
    start("c", "r", place, "s", style(cell.kind()));
    if (day != null && !day.isBefore(FIRST)) {
      value("v", "" + ChronoUnit.DAYS.between(EPOCH, day));
    } else if (cell.kind() == Kind.NUMBER) {
      value("v", text);
    } else {
      attributes("t", "inlineStr");
      start("is");
      start("t", "xml:space", "preserve");
      xml.writeCharacters(sayable(text));
      end();
      end();
    }
    end();
  }

  private static String sayable(String text) {
    StringBuilder sayable = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t' || OpenDocument.allowed(text, i)) {
        sayable.append(c);
      }
    }
    return ESCAPE.matcher(sayable).replaceAll(Matcher.quoteReplacement("_x005F_"));
  }

  private void value(String element, String text) throws XMLStreamException {
    start(element);
    xml.writeCharacters(text);
    end();
  }

  private void validations(Page page) throws XMLStreamException {
    Map<Range, List<String>> places = new LinkedHashMap<>();
    for (int i = 0; i < page.columns().size(); i++) {
      Range choices = page.columns().get(i).choices();
      if (choices != null) {
        String letters = Book.letters(i);
        places
            .computeIfAbsent(choices, none -> new ArrayList<>())
            .add(letters + "2:" + letters + LAST_ROW);
      }
    }
    for (int i = 0; i < page.rows().size(); i++) {
      for (int j = 0; j < page.rows().get(i).size(); j++) {
        Range choices = page.rows().get(i).get(j).choices();
        if (choices != null) {
          places.computeIfAbsent(choices, none -> new ArrayList<>()).add(Book.letters(j) + (i + 1));
        }
      }
    }
    int hints = page.hint() == null ? 0 : 1;
    if (places.isEmpty() && hints == 0) {
      return;
    }
    start("dataValidations", "count", "" + (places.size() + hints));
    if (hints > 0) {
      String headings = "A1:" + Book.letters(page.columns().size() - 1) + "1";
      empty("dataValidation", "allowBlank", "1", "showInputMessage", "1");
      attributes("prompt", page.hint(), "sqref", headings);
    }
    for (Map.Entry<Range, List<String>> place : places.entrySet()) {
      start("dataValidation", "type", "list", "allowBlank", "1");
      attributes("showErrorMessage", place.getKey().only() ? "1" : "0");
      attributes("sqref", String.join(" ", place.getValue()));
      value("formula1", address(place.getKey()));
      end();
    }
    end();
  }

  private static String address(Range range) {
    String column = "$" + Book.letters(range.column()) + "$";
    return "'" + range.page() + "'!" + column + range.from() + ":" + column + range.to();
  }

  private void start(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    attributes(attributes);
  }

  private void empty(String element, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(element);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }
}
