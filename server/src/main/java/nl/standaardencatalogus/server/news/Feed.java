package nl.standaardencatalogus.server.news;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Arrival;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.PagePaths;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * An Atom feed (RFC 4287) of revisions: each entry has the IRI of its revision, says what happened
 * to which record and why, and leads to its pages. Dutch, as the names of most records are.
 */
final class Feed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
  private final XMLStreamWriter xml;
  private final String publicUrl;
  private final Snapshot now;

  private Feed(String publicUrl, Snapshot now) throws XMLStreamException {
    this.publicUrl = publicUrl;
    this.now = now;
    this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
  }

  /**
   * Writes a feed.
   *
   * @param path where it is on the web
   * @param page the page that shows the same for people
   * @param now the newest state
   */
  static byte[] of(
      String publicUrl,
      String path,
      String page,
      String title,
      Snapshot now,
      List<Arrival> changes) {
    try {
      return new Feed(publicUrl, now).written(path, page, title, changes);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A feed cannot be written to memory", e);
    }
  }

  private byte[] written(String path, String page, String title, List<Arrival> changes)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml:lang", "nl");
    text("id", Iris.BASE.substring(0, Iris.BASE.length() - 1) + path);
    text("title", title);
    text("updated", changes.isEmpty() ? now.recorded() : changes.get(0).commit().recorded());
    link("self", publicUrl + path, "application/atom+xml");
    link("alternate", publicUrl + page, "text/html");
    for (Arrival change : changes) {
      entry(change);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
    return out.toByteArray();
  }

  private void entry(Arrival change) throws XMLStreamException {
    Revision revision = change.revision();
    Graph content = CanonicalGraph.read(revision.content());
    xml.writeStartElement("entry");
    text("id", Iris.revision(revision.number()).getURI());
    text("title", did(revision) + ": " + Names.of(content, revision.record(), now.graph()));
    text("updated", change.commit().recorded());
    xml.writeStartElement("author");
    text("name", change.commit().actor());
    text("uri", change.commit().onBehalfOf().getURI());
    xml.writeEndElement();
    text("summary", change.commit().reason());
    link("alternate", publicUrl + "/revisies/" + revision.number(), "text/html");
    Optional<String> page = PagePaths.of(revision.record());
    if (page.isPresent()) {
      link("related", publicUrl + page.get(), "text/html");
    }
    category(revision.kind().name().toLowerCase(Locale.ROOT));
    if (content.contains(Node.ANY, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS)) {
      category("voorbeeldgegevens");
    }
    xml.writeEndElement();
  }

  private static String did(Revision revision) {
    return switch (revision.kind()) {
      case CREATE -> "Nieuw";
      case UPDATE -> "Gewijzigd";
      case DELETE -> "Verwijderd";
    };
  }

  private void text(String element, Object value) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(allowed(value.toString()));
    xml.writeEndElement();
  }

  /** XML 1.0 has no place for most control characters, not even escaped. */
  private static String allowed(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
  }

  private void link(String relation, String address, String type) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
    xml.writeAttribute("type", type);
  }

  private void category(String term) throws XMLStreamException {
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", term);
  }
}
