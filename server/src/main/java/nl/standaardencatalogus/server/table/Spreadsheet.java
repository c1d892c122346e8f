package nl.standaardencatalogus.server.table;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;

/**
 * Writes a table as an OpenDocument spreadsheet (ODF 1.2, part 1, sections 5 and 9): a number as a
 * number, everything else as text, which no spreadsheet runs as a formula. Straight to the file:
 * libraries first build every cell as an object, which took two seconds of a processor for sixteen
 * thousand rows.
 */
final class Spreadsheet {
  private final XMLStreamWriter xml;

  private Spreadsheet(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The bytes of a file with the table in it. */
  static byte[] of(Table table) {
    return OpenDocument.of(xml -> new Spreadsheet(xml).content(table));
  }

  private void content(Table table) throws XMLStreamException {
    xml.writeStartElement("office:document-content");
    xml.writeAttribute("xmlns:office", OpenDocument.OFFICE);
    xml.writeAttribute("xmlns:table", OpenDocument.TABLE);
    xml.writeAttribute("xmlns:text", OpenDocument.TEXT);
    xml.writeAttribute("office:version", OpenDocument.VERSION);
    // There are none; but a reader exists that finds no table without.
    xml.writeEmptyElement("office:automatic-styles");
    xml.writeStartElement("office:body");
    xml.writeStartElement("office:spreadsheet");
    xml.writeStartElement("table:table");
    xml.writeAttribute("table:name", table.name());
    xml.writeEmptyElement("table:table-column");
    xml.writeAttribute("table:number-columns-repeated", "" + table.headings().size());
    xml.writeStartElement("table:table-row");
    for (String heading : table.headings()) {
      text(heading);
    }
    xml.writeEndElement();
    for (List<Node> row : table.rows()) {
      xml.writeStartElement("table:table-row");
      for (Node cell : row) {
        cell(cell);
      }
      xml.writeEndElement();
    }
  }

  private void cell(Node term) throws XMLStreamException {
    if (term == null) {
      xml.writeEmptyElement("table:table-cell");
    } else if (term.isLiteral() && term.getLiteralValue() instanceof Number number) {
      xml.writeStartElement("table:table-cell");
      xml.writeAttribute("office:value-type", "float");
      xml.writeAttribute("office:value", number.toString());
      OpenDocument.paragraphs(xml, number.toString());
      xml.writeEndElement();
    } else {
      text(Table.text(term));
    }
  }

  private void text(String text) throws XMLStreamException {
    xml.writeStartElement("table:table-cell");
    xml.writeAttribute("office:value-type", "string");
    OpenDocument.paragraphs(xml, text);
    xml.writeEndElement();
  }
}
