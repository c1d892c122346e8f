package nl.standaardencatalogus.server.news;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An Atom feed (RFC 4287) in Dutch, written element by element into memory. */
public final class Atom {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
  private final XMLStreamWriter xml;

  /** Something that only an output that fails could refuse. */
  private interface Step {
    void write() throws XMLStreamException;
  }

  private Atom() {
    try {
      xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
    } catch (XMLStreamException e) {
      throw unable(e);
    }
  }

  private static IllegalStateException unable(XMLStreamException e) {
    return new IllegalStateException("A feed cannot be written to memory", e);
  }

  private static void now(Step step) {
    try {
      step.write();
    } catch (XMLStreamException e) {
      throw unable(e);
    }
  }

  /** Begins a feed. */
  public static Atom feed(String id, String title, Instant updated) {
    Atom atom = new Atom();
    now(
        () -> {
          atom.xml.writeStartDocument("UTF-8", "1.0");
          atom.xml.writeStartElement("feed");
          atom.xml.writeDefaultNamespace(NAMESPACE);
          atom.xml.writeAttribute("xml:lang", "nl");
        });
    atom.heading(id, title, updated);
    return atom;
  }

  /** Begins an entry. */
  public void entry(String id, String title, Instant updated) {
    now(() -> xml.writeStartElement("entry"));
    heading(id, title, updated);
  }

  private void heading(String id, String title, Instant updated) {
    text("id", id);
    text("title", title);
    text("updated", updated.toString());
  }

  /** Ends an entry. */
  public void end() {
    now(xml::writeEndElement);
  }

  /** Adds an element with text. */
  public void text(String element, String text) {
    now(
        () -> {
          xml.writeStartElement(element);
          xml.writeCharacters(allowed(text));
          xml.writeEndElement();
        });
  }

  /** XML 1.0 has no place for most control characters, not even escaped. */
  private static String allowed(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
  }

  /**
   * Says who wrote it.
   *
   * @param uri null for none
   */
  public void author(String name, String uri) {
    now(() -> xml.writeStartElement("author"));
    text("name", name);
    if (uri != null) {
      text("uri", uri);
    }
    end();
  }

  /** Adds a link. */
  public void link(String relation, String address, String type) {
    now(
        () -> {
          xml.writeEmptyElement("link");
          xml.writeAttribute("rel", relation);
          xml.writeAttribute("href", address);
          xml.writeAttribute("type", type);
        });
  }

  /** Adds a category. */
  public void category(String term) {
    now(
        () -> {
          xml.writeEmptyElement("category");
          xml.writeAttribute("term", term);
        });
  }

  /** Ends the feed; the whole of it. */
  public byte[] written() {
    now(
        () -> {
          xml.writeEndElement();
          xml.writeEndDocument();
          xml.flush();
        });
    return out.toByteArray();
  }
}
