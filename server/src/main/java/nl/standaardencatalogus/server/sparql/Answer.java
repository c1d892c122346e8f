package nl.standaardencatalogus.server.sparql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import nl.standaardencatalogus.server.http.Gzip;

/** A whole answer to a query, that may be given again. Safe for use by several threads. */
final class Answer {
  /**
   * Up to this size it is kept as it is sent: making it plain again takes longer than sending it.
   */
  private static final int SMALL = 1 << 20;

  private final String type;
  private final int size;
  private final byte[] plain;
  private volatile byte[] compressed;

  private Answer(String type, int size, byte[] plain, byte[] compressed) {
    this.type = type;
    this.size = size;
    this.plain = plain;
    this.compressed = compressed;
  }

  static Answer of(String type, byte[] bytes) {
    return new Answer(type, bytes.length, bytes, null);
  }

  /** The same, as it should be kept: a large one takes less room. */
  Answer slim() {
    return size <= SMALL ? this : new Answer(type, size, null, compressed());
  }

  /** Its media type, with the character set. */
  String type() {
    return type;
  }

  /** Its length in bytes, before compression. */
  int size() {
    return size;
  }

  /** What it takes to keep it, in bytes. */
  int weight() {
    // A small one may be asked for in both forms.
    return plain == null ? compressed.length : plain.length + plain.length / 2;
  }

  /** The bytes, in gzip. */
  byte[] compressed() {
    if (compressed == null) {
      compressed = Gzip.compressed(plain);
    }
    return compressed;
  }

  /** The bytes as they were before compression. */
  byte[] plain() {
    if (plain != null) {
      return plain;
    }
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
