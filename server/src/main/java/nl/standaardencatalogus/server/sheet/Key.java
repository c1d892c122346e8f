package nl.standaardencatalogus.server.sheet;

import java.util.Locale;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import org.apache.jena.graph.Node;

/**
 * What a row is known by, for good: the end of the IRI of its declaration, such as {@code
 * gm0363/zaken-api}. The whole IRI means the same.
 */
public final class Key {
  private static final String TAIL = "verklaring/";
  private static final String ROOT = Iris.BASE + "id/" + TAIL;

  private Key() {}

  /** The key of a declaration. */
  public static String of(Node declaration) {
    return declaration.getURI().substring(ROOT.length());
  }

  /** The declaration with a key; empty for what is none. */
  public static Optional<Node> record(String cell) {
    String said = cell.strip().toLowerCase(Locale.ROOT);
    Node record =
        Iris.thingAt(TAIL + (said.startsWith(ROOT) ? said.substring(ROOT.length()) : said));
    return Iris.kindOf(record).filter(ThingKind.DECLARATION::equals).map(kind -> record);
  }
}
