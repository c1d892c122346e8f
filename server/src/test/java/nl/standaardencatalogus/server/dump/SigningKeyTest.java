package nl.standaardencatalogus.server.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
  /** The first test vector of RFC 8032 §7.1. */
  private static final String RFC_8032 =
      "-----BEGIN PRIVATE KEY-----\n"
          + "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
          + "-----END PRIVATE KEY-----\n";

  @TempDir Path folder;

  @Test
  void a_folder_keeps_its_key_for_its_owner_alone() throws IOException {
    SigningKey made = SigningKey.in(folder);
    assertEquals(made.publicPem(), SigningKey.in(folder).publicPem());
    Path file = folder.resolve("release-key.pem");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Set<?> permissions = Files.getPosixFilePermissions(file);
      assertEquals(PosixFilePermissions.fromString("rw-------"), permissions);
    }
  }

  @Test
  void the_public_key_belongs_to_the_secret_one() throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), RFC_8032);
    assertTrue(
        SigningKey.read(file)
            .publicPem()
            .contains("MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="));
  }

  @Test
  void what_is_no_key_is_refused_with_what_makes_one() throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), "geheim");
    SigningKey.KeyException refused =
        assertThrows(SigningKey.KeyException.class, () -> SigningKey.read(file));
    assertTrue(refused.getMessage().contains("openssl genpkey"), refused.getMessage());
  }
}
