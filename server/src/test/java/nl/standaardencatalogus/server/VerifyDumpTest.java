package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.standaardencatalogus.server.dump.Days;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyDumpTest {
  @TempDir Path folder;
  private Path dump;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void release() throws IOException {
    try (Days days = new Days(folder)) {
      days.record("2026-03-02", "10:00", Days.goal("een", 1), Days.goal("twee", 2));
      days.make("2026-03-03");
    }
    dump = folder.resolve("releases/2026-03-02/standaardencatalogus-2026-03-02.nq.gz");
  }

  private static Ended run(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of("verify-dump"));
    Arrays.stream(arguments).map(Object::toString).forEach(all::add);
    int code =
        Main.run(
            all.toArray(String[]::new),
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void what_holds_is_told_with_where_the_key_came_from() {
    Ended ended = run(dump);
    assertEquals(Exit.OK, ended.code(), ended::out);
    assertEquals("All of 8 triples of the release of 2026-03-02 hold.\n", ended.out());
    assertTrue(ended.err().contains("--key"), ended::err);
    Ended keyed = run(dump, "--key", dump.resolveSibling("key.pem"));
    assertEquals(Exit.OK, keyed.code(), keyed::out);
    assertEquals("", keyed.err());
  }

  @Test
  void one_changed_literal_is_a_finding_that_names_release_and_graph() throws IOException {
    String text;
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(dump))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(dump))) {
      out.write(text.replace("\"Doel 2\"", "\"Doel 3\"").getBytes(StandardCharsets.UTF_8));
    }
    Ended ended = run(dump);
    assertEquals(Exit.FINDINGS, ended.code());
    assertTrue(
        ended
            .out()
            .contains(
                "Release 2026-03-02, graph"
                    + " <https://w3id.org/standaardencatalogus/id/doel/twee>: "),
        ended::out);
  }

  @Test
  void what_cannot_be_checked_is_wrong_input() {
    assertEquals(Exit.BAD_INPUT, run(folder.resolve("nothing.nq.gz")).code());
    assertEquals(Exit.BAD_INPUT, run().code());
    Ended ended = run(dump, "--key", dump);
    assertEquals(Exit.BAD_INPUT, ended.code());
    assertTrue(ended.err().contains("no public Ed25519 key"), ended::err);
  }
}
