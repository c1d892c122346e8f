package nl.standaardencatalogus.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** The one content encoding that is applied to documents and answers. */
public final class Gzip {
  private static final Pattern ACCEPTED =
      Pattern.compile("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0+)?\\b(?!\\.)).*");

  private Gzip() {}

  /** Whether the client can read it. */
  public static boolean accepted(HttpServletRequest request) {
    String header = request.getHeader("Accept-Encoding");
    return header != null && ACCEPTED.matcher(header).matches();
  }

  /** The bytes, compressed. */
  public static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can be written to", e);
    }
    return out.toByteArray();
  }
}
