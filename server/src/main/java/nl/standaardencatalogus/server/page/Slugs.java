package nl.standaardencatalogus.server.page;

import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;

/** The slug of a concept or record, as addresses and message keys use it. */
public final class Slugs {
  public static final String UNKNOWN = "niet-vastgelegd";

  private Slugs() {}

  public static String of(Node node) {
    return node == null || !node.isURI() ? UNKNOWN : Iris.lastSegment(node);
  }
}
