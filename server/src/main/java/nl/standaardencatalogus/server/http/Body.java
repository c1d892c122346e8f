package nl.standaardencatalogus.server.http;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of an answer, kept compressed, for who can read gzip and for who cannot.
 *
 * @param zipped the bytes, in gzip
 * @param hash another one for every other content
 */
public record Body(byte[] zipped, String hash) {
  /** Keeps these bytes. */
  public static Body of(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Body(Gzip.compressed(bytes), HexFormat.of().formatHex(digest, 0, 12));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * Answers with them; with 304 to who has them already (RFC 9110 §13). The content type and all
   * other headers are the caller's.
   *
   * @param form a word for the form they are in, for the entity tag
   * @param modified when they last became what they are; null when not known
   */
  public void send(Context context, String form, Instant modified) {
    boolean accepted = Gzip.accepted(context.req());
    String tag = '"' + hash + '-' + form + (accepted ? "-gz\"" : "\"");
    Validators validators = new Validators(tag, modified);
    validators.send(context.res());
    if (validators.unchanged(context.req())) {
      context.status(304);
      return;
    }
    // Not by Javalin: it would compress the same bytes again each time.
    context.disableCompression();
    if (accepted) {
      context.header("Content-Encoding", "gzip");
    }
    context.result(accepted ? zipped : plain());
  }

  /** The bytes for who cannot read gzip. */
  public byte[] plain() {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
