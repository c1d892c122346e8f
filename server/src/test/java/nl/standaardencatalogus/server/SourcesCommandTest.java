package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesCommandTest {
  private final Map<String, String> environment = new HashMap<>();
  @TempDir private Path folder;

  private record Ended(int code, String out, String err) {}

  private Ended run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            args,
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void choose() {
    JenaSystem.init();
    environment.put("CATALOGUE_DATA", folder.resolve("data").toString());
  }

  private void list(String text) throws Exception {
    environment.put(
        "CATALOGUE_SOURCES", Files.writeString(folder.resolve("list"), text).toString());
  }

  private void catalogue() {
    Catalogue.open(folder.resolve("data"), Rules.load(), (what, done, of) -> {}).close();
  }

  @Test
  void without_a_list_there_is_nothing_to_fetch() {
    Ended ended = run("sources");
    assertEquals(Exit.BAD_INPUT, ended.code());
    assertTrue(ended.err().contains("CATALOGUE_SOURCES"), ended::err);
  }

  @Test
  void a_list_with_a_mistake_starts_nothing_and_names_the_line() throws Exception {
    list("gm0363 https://a.example/\ngm0363 https://b.example/\n");
    for (String command : new String[] {"sources", "serve"}) {
      Ended ended = run(command);
      assertEquals(Exit.BAD_INPUT, ended.code());
      assertTrue(ended.err().contains("line 2"), ended::err);
    }
  }

  @Test
  void a_code_that_is_not_in_the_list_is_wrong_input() throws Exception {
    list("gm0363 https://a.example/\n");
    Ended ended = run("sources", "gm0344");
    assertEquals(Exit.BAD_INPUT, ended.code());
    assertTrue(ended.err().contains("gm0344"), ended::err);
  }

  @Test
  void a_folder_without_a_catalogue_cannot_be_used() throws Exception {
    list("gm0363 https://a.example/\n");
    assertEquals(Exit.UNABLE, run("sources").code());
  }

  @Test
  void a_source_that_is_not_had_is_a_finding_and_says_why() throws Exception {
    list("gm0363 https://localhost:1/opgaven.ttl\ngm0344 https://nowhere.invalid/\n");
    catalogue();
    Ended ended = run("sources");
    assertEquals(Exit.FINDINGS, ended.code(), ended::err);
    assertTrue(ended.out().contains("gm0363 <https://localhost:1/opgaven.ttl>: "), ended::out);
    assertTrue(ended.out().contains("localhost is not on the public internet"), ended::out);
    assertTrue(ended.out().contains("nowhere.invalid does not exist"), ended::out);
    assertTrue(Files.exists(folder.resolve("data/sources/gm0363.json")));
  }

  @Test
  void one_code_fetches_one_source() throws Exception {
    list("gm0363 https://localhost:1/opgaven.ttl\ngm0344 https://nowhere.invalid/\n");
    catalogue();
    assertTrue(run("sources", "gm0344").out().startsWith("gm0344 "));
    assertTrue(Files.notExists(folder.resolve("data/sources/gm0363.json")));
  }
}
