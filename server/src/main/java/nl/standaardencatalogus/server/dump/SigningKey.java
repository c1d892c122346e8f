package nl.standaardencatalogus.server.dump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import nl.standaardencatalogus.server.file.WholeFile;

/** The key that releases are signed with: Ed25519 (RFC 8032), from a PKCS#8 file in PEM. */
public final class SigningKey {
  private static final String FILE = "release-key.pem";

  private final PrivateKey secret;
  private final PublicKey known;

  private SigningKey(PrivateKey secret, PublicKey known) {
    this.secret = secret;
    this.known = known;
  }

  /** A key that cannot be read or kept; the message says what to do. */
  public static final class KeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The key of a folder, which is made when there is none; only its owner can read it. */
  public static SigningKey in(Path folder) {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      return read(file);
    }
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      String pem = Pem.of("PRIVATE KEY", pair.getPrivate().getEncoded());
      WholeFile.writeSecret(file, pem.getBytes(StandardCharsets.US_ASCII));
      return new SigningKey(pair.getPrivate(), pair.getPublic());
    } catch (IOException e) {
      throw new KeyException("The key for releases cannot be kept in " + file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has Ed25519", e);
    }
  }

  /** The key in a file, such as {@code openssl genpkey -algorithm ed25519} writes. */
  public static SigningKey read(Path file) {
    try {
      byte[] encoded = Pem.read("PRIVATE KEY", Files.readString(file, StandardCharsets.US_ASCII));
      PrivateKey secret =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new SigningKey(secret, publicOf(secret));
    } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
      throw new KeyException(
          file
              + " is not an Ed25519 key in PKCS#8 and PEM: "
              + e.getMessage()
              + ". \"openssl genpkey -algorithm ed25519\" makes one.",
          e);
    }
  }

  /**
   * The JDK computes a public key nowhere but where it makes a pair, of bytes that it takes for
   * random: given the secret bytes, it makes the pair that they are half of.
   */
  private static PublicKey publicOf(PrivateKey secret) throws GeneralSecurityException {
    byte[] seed = ((EdECPrivateKey) secret).getBytes().orElseThrow();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
    KeyPair pair = generator.generateKeyPair();
    if (!pair.getPrivate().equals(secret)) {
      throw new IllegalStateException("This Java makes Ed25519 keys in another way");
    }
    return pair.getPublic();
  }

  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] seed;

    Given(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }

  /** The public key, in PEM. */
  public String publicPem() {
    return Pem.of("PUBLIC KEY", known.getEncoded());
  }

  byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("An Ed25519 key signs anything", e);
    }
  }
}
