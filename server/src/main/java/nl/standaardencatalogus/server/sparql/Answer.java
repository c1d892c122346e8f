package nl.standaardencatalogus.server.sparql;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A whole answer to a query, kept to be given again.
 *
 * @param type its media type, with the character set
 * @param size its length in bytes, before compression
 * @param compressed the bytes, in gzip
 */
record Answer(String type, int size, byte[] compressed) {
  static Answer of(String type, byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Answer(type, bytes.length, out.toByteArray());
  }

  /** The bytes as they were before compression. */
  byte[] plain() {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
