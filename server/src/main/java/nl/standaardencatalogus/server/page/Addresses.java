package nl.standaardencatalogus.server.page;

import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;

/** Which page shows a thing, and which addresses on the web may be linked to. */
final class Addresses {
  private static final String ID = Iris.BASE + "id/";
  private static final String STANDARD = ID + "standaard/";
  private static final String COMPONENT = ID + "component/";
  private static final String DECISION = ID + "besluit/";
  private static final String MUNICIPALITY = Iris.TOOI + "gemeente/gm";

  private Addresses() {}

  /** The path of the page about a thing, without a language; empty for what has no page here. */
  static Optional<String> page(Node thing) {
    String iri = Iris.recordOf(thing).getURI();
    if (iri.startsWith(STANDARD)) {
      return Optional.of(
          "/standaarden/" + iri.substring(STANDARD.length()).replace("/versie/", "/versies/"));
    }
    if (iri.startsWith(COMPONENT)) {
      return Optional.of("/architectuur/" + iri.substring(COMPONENT.length()));
    }
    if (iri.startsWith(DECISION)) {
      return Optional.of("/besluiten/" + iri.substring(DECISION.length()));
    }
    if (iri.startsWith(MUNICIPALITY)) {
      return Optional.of("/gemeenten/" + Iris.lastSegment(thing));
    }
    return Optional.empty();
  }

  /** The path of the document about a thing, where the catalogue has one. */
  static Optional<String> document(Node thing) {
    return Iris.document(thing).map(iri -> iri.substring(Iris.BASE.length() - 1));
  }

  /** Whether an address may be linked to: only what a browser opens as a page. */
  static boolean web(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }
}
