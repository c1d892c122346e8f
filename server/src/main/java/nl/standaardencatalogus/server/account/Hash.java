package nl.standaardencatalogus.server.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a secret: enough to know it again, and too little to learn it. Random bits are
 * hashed with SHA-256, because nobody tries out 256 of them and a slow hash would only slow down
 * who has the right ones; a password with PBKDF2 (RFC 8018), salted, which makes each try slow.
 *
 * @param rounds how often PBKDF2 hashes; 0 for random bits
 * @param salt of a password; empty for random bits
 */
record Hash(int rounds, String salt, String value) {
  /** What OWASP asked for PBKDF2 with HMAC-SHA-256 in 2023. */
  private static final int ROUNDS = 600_000;

  private static final String BITS = "sha256";
  private static final String PASSWORD = "pbkdf2-sha256";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The hash of random bits. */
  static Hash ofBits(byte[] bits) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bits);
      return new Hash(0, "", HexFormat.of().formatHex(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The hash of a password, with a salt of its own. */
  static Hash ofPassword(String password) {
    byte[] salt = new byte[BYTES];
    RANDOM.nextBytes(salt);
    return ofPassword(password, HexFormat.of().formatHex(salt), ROUNDS);
  }

  private static Hash ofPassword(String password, String salt, int rounds) {
    PBEKeySpec spec =
        new PBEKeySpec(
            password.toCharArray(), HexFormat.of().parseHex(salt), rounds, BYTES * Byte.SIZE);
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return new Hash(rounds, salt, HexFormat.of().formatHex(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has PBKDF2 with SHA-256", e);
    } finally {
      spec.clearPassword();
    }
  }

  /** Whether it is that of a password. */
  boolean isOfPassword() {
    return rounds > 0;
  }

  /** Takes as long for bits that are nearly right as for any other. */
  boolean isOfBits(byte[] bits) {
    return !isOfPassword() && same(ofBits(bits));
  }

  /** Takes as long for a password that is nearly right as for any other. */
  boolean isOf(String password) {
    return isOfPassword() && same(ofPassword(password, salt, rounds));
  }

  private boolean same(Hash other) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.US_ASCII), other.value.getBytes(StandardCharsets.US_ASCII));
  }

  /** How it is written down. */
  String text() {
    return isOfPassword()
        ? String.join(":", PASSWORD, String.valueOf(rounds), salt, value)
        : BITS + ":" + value;
  }

  /** Reads what was written down. */
  static Hash read(String text) {
    String[] parts = text.split(":");
    if (parts.length == 2 && parts[0].equals(BITS)) {
      return new Hash(0, "", parts[1]);
    }
    if (parts.length == 4 && parts[0].equals(PASSWORD)) {
      return new Hash(Integer.parseInt(parts[1]), parts[2], parts[3]);
    }
    throw new IllegalArgumentException("This is no hash that can be read: " + parts[0]);
  }
}
