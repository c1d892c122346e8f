package nl.standaardencatalogus.server.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The XML in a packed file, unpacked as far as a file may be. Everything counts, also what nobody
 * looks at: a small file that unpacks to very much is refused before it is read.
 */
final class Unpacked {
  private static final int MOST_PARTS = 500;
  private static final XMLInputFactory XML = factory();

  private final Map<String, byte[]> parts;

  private Unpacked(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  /** Entities are the way to have a reader fetch or blow up something; a spreadsheet has none. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty("http://javax.xml.XMLConstants/property/accessExternalDTD", "");
    return factory;
  }

  static Unpacked of(byte[] file) throws UnreadableSheet {
    Map<String, byte[]> parts = new HashMap<>();
    int room = Limits.MOST_UNPACKED;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      byte[] buffer = new byte[1 << 14];
      int count = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        count++;
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        boolean kept = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          room -= read;
          if (room < 0 || count > MOST_PARTS) {
            throw new UnreadableSheet("sheet.bad.unpacked", Limits.MOST_UNPACKED >> 20);
          }
          if (kept) {
            part.write(buffer, 0, read);
          }
        }
        if (kept && parts.putIfAbsent(entry.getName(), part.toByteArray()) != null) {
          // Programs differ on which of the two there is: nobody would know what he had sent.
          throw new UnreadableSheet("sheet.bad.damaged");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableSheet("sheet.bad.damaged");
    }
    return new Unpacked(parts);
  }

  /** Whether an OpenDocument file has a password. */
  boolean isLocked() {
    byte[] manifest = parts.getOrDefault("META-INF/manifest.xml", new byte[0]);
    return new String(manifest, StandardCharsets.UTF_8).contains("encryption-data");
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  /** Reads one part; nothing when it is not there. */
  void read(String name, Reader reader) throws UnreadableSheet {
    byte[] part = parts.get(name);
    if (part == null) {
      return;
    }
    try {
      XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(part));
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw new UnreadableSheet("sheet.bad.entities");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          reader.start(xml, xml.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          reader.end(xml.getLocalName());
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
          reader.text(xml.getText());
        }
      }
    } catch (XMLStreamException e) {
      throw new UnreadableSheet("sheet.bad.damaged");
    }
  }

  /** What is told what stands in a part. */
  interface Reader {
    /** An element begins, known by its name without prefix. */
    void start(XMLStreamReader xml, String name) throws UnreadableSheet;

    /** Text. */
    default void text(String text) {}

    /** An element ends. */
    default void end(String name) {}
  }

  /** The value of an attribute, known by its name without prefix; null when it is not there. */
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** A whole number that an attribute may have; another one when it has none that is in reach. */
  static int number(XMLStreamReader xml, String name, int otherwise) {
    String text = attribute(xml, name);
    return text != null && text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : otherwise;
  }
}
