package nl.standaardencatalogus.server.news;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.page.PagePaths;
import org.apache.jena.graph.Node;

/**
 * The pages about records, each with when its record last changed, as the site map protocol 0.9
 * wants them: an index, and parts that are small enough.
 */
final class SiteMap {
  private static final String NS = "http://www.sitemaps.org/schemas/sitemap/0.9";

  /** The protocol allows 50,000 pages and 50 MB. */
  private static final int MOST = 20_000;

  private final List<Map.Entry<String, Instant>> pages;
  private final String publicUrl;

  /**
   * Of the pages of a state.
   *
   * @param listed the records whose pages may be found by a search engine
   */
  SiteMap(Snapshot state, Predicate<Node> listed, String publicUrl) {
    this.publicUrl = publicUrl;
    Map<String, Instant> changed = new TreeMap<>();
    state
        .records()
        .filter(listed)
        .forEach(
            record ->
                PagePaths.of(record)
                    .ifPresent(
                        page ->
                            changed.merge(
                                page,
                                state.current(record).orElseThrow().recorded(),
                                (one, other) -> one.isAfter(other) ? one : other)));
    this.pages = List.copyOf(changed.entrySet());
  }

  /** How many parts there are, one at least. */
  int parts() {
    return Math.max(1, (pages.size() + MOST - 1) / MOST);
  }

  private List<Map.Entry<String, Instant>> part(int number) {
    return pages.subList((number - 1) * MOST, Math.min(number * MOST, pages.size()));
  }

  /** The index of all parts. */
  byte[] index() {
    return written(
        "sitemapindex",
        xml -> {
          for (int number = 1; number <= parts(); number++) {
            Instant newest =
                part(number).stream()
                    .map(Map.Entry::getValue)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
            place(xml, "sitemap", "/sitemap-" + number + ".xml", newest);
          }
        });
  }

  /** One part, from 1. */
  byte[] pagesOf(int number) {
    return written(
        "urlset",
        xml -> {
          for (Map.Entry<String, Instant> page : part(number)) {
            place(xml, "url", page.getKey(), page.getValue());
          }
        });
  }

  private interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static byte[] written(String root, Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(NS);
      content.write(xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A site map cannot be written to memory", e);
    }
    return out.toByteArray();
  }

  private void place(XMLStreamWriter xml, String element, String path, Instant changed)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeStartElement("loc");
    xml.writeCharacters(publicUrl + path);
    xml.writeEndElement();
    xml.writeStartElement("lastmod");
    xml.writeCharacters(changed.toString());
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
