package nl.standaardencatalogus.server.table;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The package of an OpenDocument spreadsheet, and text as its cells have it (ODF 1.2, part 3 on
 * packages and part 1, section 6.1). The same content has the same bytes.
 */
public final class OpenDocument {
  public static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
  public static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  public static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  public static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  public static final String VERSION = "1.2";

  private static final String MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private OpenDocument() {}

  /** One of the files of a package, but for the start and the end of the document. */
  public interface Part {
    /** Writes it. */
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  /** The bytes of a file with this content and nothing else. */
  public static byte[] of(Part content) {
    return of(Map.of("content.xml", content));
  }

  /** The bytes of a file with these parts, by their names. */
  public static byte[] of(Map<String, Part> parts) {
    Map<String, Part> all = new LinkedHashMap<>();
    all.put("META-INF/manifest.xml", xml -> manifest(xml, parts));
    all.putAll(parts);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      type(zip);
      write(zip, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes parts into a package, whose format need not be OpenDocument. */
  public static void write(ZipOutputStream zip, Map<String, Part> parts) throws IOException {
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      zip.putNextEntry(entry(part.getKey()));
      try {
        // The writer of the JDK hands on byte by byte.
        OutputStream buffered = new BufferedOutputStream(zip, 1 << 16);
        XMLStreamWriter xml = XML.createXMLStreamWriter(buffered, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        part.getValue().write(xml);
        xml.writeEndDocument();
        xml.flush();
      } catch (XMLStreamException e) {
        throw new IllegalStateException("A table can be written as XML", e);
      }
    }
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

  /**
   * Always of one time: the same table has the same bytes. One that ZIP itself can say: the JDK
   * puts an earlier one in an extra field, which {@code mimetype} may not have (part 3, section
   * 3.3).
   */
  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
    return entry;
  }

  private static void manifest(XMLStreamWriter xml, Map<String, Part> parts)
      throws XMLStreamException {
    xml.writeStartElement("manifest:manifest");
    xml.writeAttribute("xmlns:manifest", MANIFEST);
    xml.writeAttribute("manifest:version", VERSION);
    file(xml, "/", TYPE);
    for (String name : parts.keySet()) {
      file(xml, name, "text/xml");
    }
  }

  private static void file(XMLStreamWriter xml, String path, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("manifest:file-entry");
    xml.writeAttribute("manifest:full-path", path);
    xml.writeAttribute("manifest:media-type", type);
  }

  /** Writes a text into the cell that is open, a paragraph for each line. */
  public static void paragraphs(XMLStreamWriter xml, String text) throws XMLStreamException {
    for (String line : text.split("\r\n|\r|\n", -1)) {
      paragraph(xml, line);
    }
  }

  /** Spaces after a space and at either end are taken for layout (part 1, section 6.1.2). */
  private static void paragraph(XMLStreamWriter xml, String line) throws XMLStreamException {
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

  /** Whether XML 1.0 can say a character (production 2), line ends and tabs left out of it. */
  public static boolean allowed(String line, int at) {
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
