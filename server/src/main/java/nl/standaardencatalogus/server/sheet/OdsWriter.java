package nl.standaardencatalogus.server.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.standaardencatalogus.server.sheet.Book.Cell;
import nl.standaardencatalogus.server.sheet.Book.Column;
import nl.standaardencatalogus.server.sheet.Book.Kind;
import nl.standaardencatalogus.server.sheet.Book.Page;
import nl.standaardencatalogus.server.sheet.Book.Range;
import nl.standaardencatalogus.server.table.OpenDocument;

/**
 * Writes tables as an OpenDocument spreadsheet (ODF 1.2, part 1, section 9), with what may be
 * chosen in a cell as {@code table:content-validation}. What stays in sight is a setting that
 * LibreOffice made up; other programs leave it alone.
 */
final class OdsWriter {
  private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
  private static final String NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
  private static final String FORMATS =
      "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
  private static final String FORMULAS = "urn:oasis:names:tc:opendocument:xmlns:of:1.2";
  private static final String CONFIG = "urn:oasis:names:tc:opendocument:xmlns:config:1.0";

  /** So many rows below the last one have the drop-downs too, for what is added. */
  private static final int MORE_ROWS = 200;

  private final XMLStreamWriter xml;
  private final Map<Range, String> validations = new LinkedHashMap<>();
  private final Map<String, String> hints = new LinkedHashMap<>();

  private OdsWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static byte[] write(Book book) {
    Map<String, OpenDocument.Part> parts = new LinkedHashMap<>();
    parts.put("content.xml", xml -> new OdsWriter(xml).content(book));
    parts.put("settings.xml", xml -> new OdsWriter(xml).settings(book));
    return OpenDocument.of(parts);
  }

  private void content(Book book) throws XMLStreamException {
    start("office:document-content");
    attribute("xmlns:office", OpenDocument.OFFICE);
    attribute("xmlns:table", OpenDocument.TABLE);
    attribute("xmlns:text", OpenDocument.TEXT);
    attribute("xmlns:style", STYLE);
    attribute("xmlns:number", NUMBER);
    attribute("xmlns:fo", FORMATS);
    attribute("xmlns:of", FORMULAS);
    attribute("office:version", OpenDocument.VERSION);
    styles(book);
    start("office:body");
    start("office:spreadsheet");
    validations(book);
    for (Page page : book.pages()) {
      page(page);
    }
  }

  private void styles(Book book) throws XMLStreamException {
    start("office:automatic-styles");
    start("number:date-style");
    attribute("style:name", "D1");
    xml.writeEmptyElement("number:day");
    characters("number:text", "-");
    xml.writeEmptyElement("number:month");
    characters("number:text", "-");
    xml.writeEmptyElement("number:year");
    attribute("number:style", "long");
    end();
    start("number:text-style");
    attribute("style:name", "T1");
    xml.writeEmptyElement("number:text-content");
    end();
    cellStyle(Kind.DAY, "D1");
    cellStyle(Kind.TEXT, "T1");
    cellStyle(Kind.NUMBER, null);
    start("style:style");
    attribute("style:name", Kind.HEADING.name());
    attribute("style:family", "table-cell");
    xml.writeEmptyElement("style:table-cell-properties");
    attribute("fo:wrap-option", "wrap");
    xml.writeEmptyElement("style:text-properties");
    attribute("fo:font-weight", "bold");
    end();
    for (int width : widths(book)) {
      start("style:style");
      attribute("style:name", "W" + width);
      attribute("style:family", "table-column");
      xml.writeEmptyElement("style:table-column-properties");
      attribute("style:column-width", width * 2 + "mm");
      end();
    }
    end();
  }

  private static List<Integer> widths(Book book) {
    return book.pages().stream()
        .flatMap(page -> page.columns().stream())
        .map(Column::width)
        .distinct()
        .toList();
  }

  private void cellStyle(Kind kind, String format) throws XMLStreamException {
    start("style:style");
    attribute("style:name", kind.name());
    attribute("style:family", "table-cell");
    if (format != null) {
      attribute("style:data-style-name", format);
    }
    end();
  }

  private void validations(Book book) throws XMLStreamException {
    for (Page page : book.pages()) {
      page.columns().forEach(column -> known(column.choices()));
      page.rows().forEach(row -> row.forEach(cell -> known(cell.choices())));
      if (page.hint() != null) {
        hints.computeIfAbsent(page.hint(), none -> "uitleg-" + (hints.size() + 1));
      }
    }
    if (validations.isEmpty() && hints.isEmpty()) {
      return;
    }
    start("table:content-validations");
    for (Map.Entry<String, String> hint : hints.entrySet()) {
      start("table:content-validation");
      attribute("table:name", hint.getValue());
      start("table:help-message");
      attribute("table:display", "true");
      OpenDocument.paragraphs(xml, hint.getKey());
      end();
      end();
    }
    for (Map.Entry<Range, String> validation : validations.entrySet()) {
      start("table:content-validation");
      attribute("table:name", validation.getValue());
      attribute(
          "table:condition", "of:cell-content-is-in-list([" + address(validation.getKey()) + "])");
      attribute("table:allow-empty-cell", "true");
      attribute("table:display-list", "unsorted");
      attribute("table:base-cell-address", "'" + book.pages().get(0).name() + "'.A1");
      xml.writeEmptyElement("table:error-message");
      attribute("table:display", String.valueOf(validation.getKey().only()));
      attribute("table:message-type", "stop");
      end();
    }
    end();
  }

  private void known(Range choices) {
    if (choices != null) {
      validations.computeIfAbsent(choices, none -> "keuze-" + (validations.size() + 1));
    }
  }

  private static String address(Range range) {
    String column = "$" + Book.letters(range.column()) + "$";
    return "$'" + range.page() + "'." + column + range.from() + ":." + column + range.to();
  }

  private void page(Page page) throws XMLStreamException {
    start("table:table");
    attribute("table:name", page.name());
    for (Column column : page.columns()) {
      xml.writeEmptyElement("table:table-column");
      attribute("table:style-name", "W" + column.width());
      attribute("table:default-cell-style-name", column.kind().name());
    }
    for (List<Cell> row : page.rows()) {
      start("table:table-row");
      for (int i = 0; i < row.size(); i++) {
        boolean heading = row.get(i).kind() == Kind.HEADING;
        cell(
            row.get(i),
            heading ? hints.get(page.hint()) : validation(row.get(i), page.columns().get(i)));
      }
      end();
    }
    if (page.columns().stream().anyMatch(column -> column.choices() != null)) {
      start("table:table-row");
      attribute("table:number-rows-repeated", "" + MORE_ROWS);
      for (Column column : page.columns()) {
        cell(new Cell("", column.kind(), null), validations.get(column.choices()));
      }
      end();
    }
    end();
  }

  private String validation(Cell cell, Column column) {
    return validations.get(cell.choices() == null ? column.choices() : cell.choices());
  }

  /** A cell, with the name of what is to be known of what it may have; null for nothing. */
  private void cell(Cell cell, String validation) throws XMLStreamException {
    start("table:table-cell");
    attribute("table:style-name", cell.kind().name());
    if (validation != null) {
      attribute("table:content-validation-name", validation);
    }
    String text = Guarded.of(cell.text());
    if (text.isEmpty()) {
      end();
      return;
    }
    if (cell.kind() == Kind.DAY && Days.of(text).isPresent()) {
      attribute("office:value-type", "date");
      attribute("office:date-value", Days.of(text).get().toString());
    } else if (cell.kind() == Kind.NUMBER) {
      attribute("office:value-type", "float");
      attribute("office:value", text);
    } else {
      attribute("office:value-type", "string");
    }
    OpenDocument.paragraphs(xml, text);
    end();
  }

  private void settings(Book book) throws XMLStreamException {
    start("office:document-settings");
    attribute("xmlns:office", OpenDocument.OFFICE);
    attribute("xmlns:config", CONFIG);
    attribute("xmlns:ooo", "http://openoffice.org/2004/office");
    attribute("office:version", OpenDocument.VERSION);
    start("office:settings");
    named("config:config-item-set", "ooo:view-settings");
    named("config:config-item-map-indexed", "Views");
    start("config:config-item-map-entry");
    named("config:config-item-map-named", "Tables");
    for (Page page : book.pages()) {
      named("config:config-item-map-entry", page.name());
      item("HorizontalSplitMode", "short", page.kept() > 0 ? 2 : 0);
      item("VerticalSplitMode", "short", 2);
      item("HorizontalSplitPosition", "int", page.kept());
      item("VerticalSplitPosition", "int", 1);
      item("ActiveSplitRange", "short", page.kept() > 0 ? 3 : 2);
      item("PositionRight", "int", page.kept());
      item("PositionBottom", "int", 1);
      end();
    }
  }

  private void named(String element, String name) throws XMLStreamException {
    start(element);
    attribute("config:name", name);
  }

  private void item(String name, String type, int value) throws XMLStreamException {
    named("config:config-item", name);
    attribute("config:type", type);
    xml.writeCharacters("" + value);
    end();
  }

  private void characters(String element, String text) throws XMLStreamException {
    start(element);
    xml.writeCharacters(text);
    end();
  }

  private void start(String element) throws XMLStreamException {
    xml.writeStartElement(element);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, value);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }
}
