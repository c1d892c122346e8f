package nl.standaardencatalogus.server.table;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;

/**
 * Writes a table as an OpenDocument spreadsheet (ODF 1.2, part 3 on packages and part 1, sections 5
 * and 9): a number as a number, everything else as text, which no spreadsheet runs as a formula.
 * Straight to the file: libraries first build every cell as an object, which took two seconds of a
 * processor for sixteen thousand rows.
 */
final class Spreadsheet {
  private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
  private static final String VERSION = "1.2";
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter xml;

  private Spreadsheet(OutputStream out) throws XMLStreamException {
    // The writer of the JDK hands on byte by byte.
    OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    this.xml = XML.createXMLStreamWriter(buffered, "UTF-8");
  }

  /** The bytes of a file with the table in it. */
  static byte[] of(Table table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      type(zip);
      zip.putNextEntry(entry("META-INF/manifest.xml"));
      new Spreadsheet(zip).manifest();
      zip.putNextEntry(entry("content.xml"));
      new Spreadsheet(zip).content(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A table can be written as XML", e);
    }
    return out.toByteArray();
  }

  /** First and not compressed, so that programs know the file by its first bytes. */
  private static void type(ZipOutputStream zip) throws IOException {
    byte[] bytes = TYPE.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = entry("mimetype");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
  }

  /** Without a time: the same table has the same bytes. */
  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    return entry;
  }

  private void manifest() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("manifest:manifest");
    xml.writeAttribute("xmlns:manifest", MANIFEST);
    xml.writeAttribute("manifest:version", VERSION);
    file("/", TYPE);
    file("content.xml", "text/xml");
    end();
  }

  private void file(String path, String type) throws XMLStreamException {
    xml.writeEmptyElement("manifest:file-entry");
    xml.writeAttribute("manifest:full-path", path);
    xml.writeAttribute("manifest:media-type", type);
  }

  private void content(Table table) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("office:document-content");
    xml.writeAttribute("xmlns:office", OFFICE);
    xml.writeAttribute("xmlns:table", TABLE);
    xml.writeAttribute("xmlns:text", TEXT);
    xml.writeAttribute("office:version", VERSION);
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
    end();
  }

  private void end() throws XMLStreamException {
    xml.writeEndDocument();
    xml.flush();
  }

  private void cell(Node term) throws XMLStreamException {
    if (term == null) {
      xml.writeEmptyElement("table:table-cell");
    } else if (term.isLiteral() && term.getLiteralValue() instanceof Number number) {
      xml.writeStartElement("table:table-cell");
      xml.writeAttribute("office:value-type", "float");
      xml.writeAttribute("office:value", number.toString());
      paragraph(number.toString());
      xml.writeEndElement();
    } else {
      text(Table.text(term));
    }
  }

  private void text(String text) throws XMLStreamException {
    xml.writeStartElement("table:table-cell");
    xml.writeAttribute("office:value-type", "string");
    for (String line : text.split("\r\n|\r|\n", -1)) {
      paragraph(line);
    }
    xml.writeEndElement();
  }

  /** Spaces after a space and at either end are taken for layout (part 1, section 6.1.2). */
  private void paragraph(String line) throws XMLStreamException {
    xml.writeStartElement("text:p");
    int start = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean end = i == 0 || i == line.length() - 1;
      boolean space = c == ' ' && (end || line.charAt(i - 1) == ' ');
      if (space || c == '\t' || !allowed(line, i)) {
        xml.writeCharacters(line.substring(start, i));
        start = i + 1;
        if (space) {
          xml.writeEmptyElement("text:s");
        } else if (c == '\t') {
          xml.writeEmptyElement("text:tab");
        }
      }
    }
    xml.writeCharacters(line.substring(start));
    xml.writeEndElement();
  }

  /** Whether XML 1.0 can say a character (production 2); what it cannot is left out. */
  private static boolean allowed(String line, int at) {
    char c = line.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < line.length() && Character.isLowSurrogate(line.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(line.charAt(at - 1));
    }
    return c >= ' ' && c < 0xFFFE;
  }
}
