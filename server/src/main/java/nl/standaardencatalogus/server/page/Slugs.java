package nl.standaardencatalogus.server.page;

import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;

/** The slug of a concept or record, as addresses and message keys use it. */
final class Slugs {
  static final String UNKNOWN = "niet-vastgelegd";

  private Slugs() {}

  static String of(Node node) {
    return node == null || !node.isURI() ? UNKNOWN : Iris.lastSegment(node);
  }
}
