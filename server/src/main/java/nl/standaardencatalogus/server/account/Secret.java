package nl.standaardencatalogus.server.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The text of a key, which only its holder has: {@code sc_}, the key's id and 256 random bits in
 * base64url, so that one who finds it somewhere sees what it is.
 */
record Secret(String id, byte[] bits) {
  private static final String START = "sc_";
  private static final int ID_LENGTH = 8;
  private static final int BITS = 256;
  private static final int PASSWORD_LENGTH = 20;
  private static final int GROUP = 5;
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  static Secret random() {
    StringBuilder id = new StringBuilder();
    RANDOM.ints(ID_LENGTH, 0, LETTERS.length()).forEach(i -> id.append(LETTERS.charAt(i)));
    byte[] bits = new byte[BITS / 8];
    RANDOM.nextBytes(bits);
    return new Secret(id.toString(), bits);
  }

  /** A password that can be read out and typed over: some 100 random bits in letters. */
  static String password() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  /** A text that nobody guesses: 256 random bits in base64url. */
  static String token() {
    byte[] bits = new byte[BITS / 8];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** What a text says; empty when it is no key. */
  static Optional<Secret> of(String text) {
    int end = START.length() + ID_LENGTH;
    if (!text.startsWith(START) || text.length() <= end || text.charAt(end) != '_') {
      return Optional.empty();
    }
    try {
      byte[] bits = Base64.getUrlDecoder().decode(text.substring(end + 1));
      return Optional.of(new Secret(text.substring(START.length(), end), bits))
          .filter(secret -> secret.bits().length == BITS / 8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text() {
    return START + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
