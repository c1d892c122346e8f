package nl.standaardencatalogus.server.source;

import java.net.URI;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;

/**
 * Where one municipality publishes its own declarations.
 *
 * @param code of the municipality, such as {@code gm0363}
 * @param address of the document, in https
 */
public record OwnSource(String code, URI address) {
  /** Whose it is. */
  public Node municipality() {
    return Iris.municipality(code);
  }
}
