package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Keys for organisations that the curated catalogue knows or not, while a server has its folder.
 */
class KeyCommandTest {
  private static final String TOOI = "https://identifier.overheid.nl/tooi/id/";
  private static final String ID = "https://w3id.org/standaardencatalogus/id/";

  @TempDir private static Path folder;
  @TempDir private Path other;
  private static TestServer server;

  private record Ended(int code, String out, String err) {}

  @BeforeAll
  static void start() {
    server = TestServer.on(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Ended create(Path data, String organisation, String role) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] args = {
      "key", "create", "--organisation", organisation, "--role", role, "--name", "proef"
    };
    int code =
        Main.run(
            args,
            Map.of("CATALOGUE_DATA", data.toString()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    TOOI + "gemeente/gm0363, municipality",
    TOOI + "gemeente/gm0363, 'municipality,cooperation'",
    TOOI + "gemeente/gm0003, preparer",
    ID + "organisatie/vng-realisatie, cooperation",
    ID + "organisatie/vng, editor",
  })
  void who_is_in_the_catalogue_gets_a_key_while_the_server_runs(String organisation, String role) {
    Ended made = create(folder, organisation, role);
    assertEquals(Exit.OK, made.code(), made::err);
    assertEquals(1, made.err().lines().count(), made::err);
    assertTrue(made.out().startsWith("sc_"), made::out);
  }

  @ParameterizedTest
  @CsvSource({
    TOOI + "gemeente/gm9999, municipality, no organisation",
    ID + "organisatie/bestaat-niet, editor, no organisation",
    ID + "standaard/zaken-api, editor, no organisation",
    ID + "organisatie/vng, 'municipality,editor', no municipality",
    TOOI + "gemeente/gm0003, municipality, no municipality",
  })
  void who_is_not_in_the_catalogue_as_such_is_refused(
      String organisation, String role, String told) {
    Ended refused = create(folder, organisation, role);
    assertEquals(Exit.BAD_INPUT, refused.code(), refused::err);
    assertTrue(refused.err().startsWith(organisation + " is " + told), refused::err);
    assertTrue(refused.err().contains("give the IRI of a municipality"), refused::err);
    assertEquals("", refused.out());
  }

  @Test
  void a_cooperation_gets_a_key() {
    String cooperation =
        server
            .catalogue()
            .snapshot()
            .records()
            .map(record -> record.getURI())
            .filter(iri -> iri.startsWith(ID + "samenwerking/"))
            .findFirst()
            .orElseThrow();
    assertEquals(Exit.OK, create(folder, cooperation, "cooperation").code());
    assertEquals(Exit.BAD_INPUT, create(folder, cooperation, "municipality").code());
  }

  @Test
  void before_the_first_fill_anybody_gets_a_key_and_it_is_said_that_nobody_looked()
      throws IOException {
    Path data = other.resolve("data");
    Ended made = create(data, TOOI + "gemeente/gm9999", "municipality");
    assertEquals(Exit.OK, made.code(), made::err);
    assertTrue(made.err().contains("was not checked"), made::err);
    assertFalse(Files.exists(data.resolve("log")));
    assertFalse(Files.exists(data.resolve("lock")));
  }

  @Test
  void a_log_that_cannot_be_read_keeps_nobody_from_a_key() throws IOException {
    Files.createDirectories(other.resolve("log"));
    Files.writeString(
        other.resolve("log/00000000000000000001.log"), "geen logboek, maar iets anders");
    Ended made = create(other, TOOI + "gemeente/gm0363", "municipality");
    assertEquals(Exit.OK, made.code(), made::err);
    assertTrue(made.err().contains("was not checked"), made::err);
  }
}
