package nl.standaardencatalogus.server.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that is being taken, in lower-case hexadecimal when it is done. */
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  Sha256 add(byte[] bytes, int from, int length) {
    digest.update(bytes, from, length);
    return this;
  }

  /** The hash of all that was added; begins again after that. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(byte[] bytes) {
    return new Sha256().add(bytes, 0, bytes.length).hex();
  }

  static String of(Path file) throws IOException {
    Sha256 hash = new Sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        hash.add(buffer, 0, read);
      }
    }
    return hash.hex();
  }
}
