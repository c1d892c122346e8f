package nl.standaardencatalogus.server.archimate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The identifier of something in a model: the same in every file, as it follows from an IRI alone.
 * It is the name-based UUID (version 3, RFC 9562) of the IRI, so that others can work it out too.
 */
public final class Identifier {
  private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private Identifier() {}

  /** The identifier of what has this IRI; an XML name, which an IRI is not. */
  public static String of(String iri) {
    byte[] name = iri.getBytes(StandardCharsets.UTF_8);
    byte[] named =
        ByteBuffer.allocate(2 * Long.BYTES + name.length)
            .putLong(URLS.getMostSignificantBits())
            .putLong(URLS.getLeastSignificantBits())
            .put(name)
            .array();
    return "id-" + UUID.nameUUIDFromBytes(named);
  }

  /** The identifier of how a view shows what has this IRI. */
  static String in(String view, String iri) {
    return of(view + " " + iri);
  }
}
