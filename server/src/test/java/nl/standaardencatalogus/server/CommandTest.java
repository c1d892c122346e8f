package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class CommandTest {
  private static final String PREFIXES =
      """
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
      @prefix doel: <https://w3id.org/standaardencatalogus/id/doel/> .
      """;
  private static final String GOAL =
      PREFIXES
          + """
          doel:samen a sc:Goal ;
            dct:title "Samen"@nl, "Together"@en ;
            dct:description "Samen werken aan standaarden."@nl, "Work on standards together."@en ;
            sc:order 9 .
          """;

  /** A device that is always full. */
  private static final Path FULL = Path.of("/dev/full");

  private static final Path TABLES =
      Path.of(
          "../catalogue/src/test/resources/nl/standaardencatalogus/catalogue/facts/tabular/tables");

  @TempDir private Path folder;
  private Path data;

  private record Ended(int code, String out, String err) {}

  private Ended run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            args,
            Map.of("CATALOGUE_DATA", data.toString()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    Path log = data.resolve("log");
    if (Files.exists(log)) {
      try (Stream<Path> paths = Files.walk(log)) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          contents.put(path.toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return contents;
  }

  private void assertPlain(Ended ended) {
    assertFalse(ended.err().contains("\tat "), ended::err);
    assertFalse(ended.err().isBlank());
  }

  @BeforeEach
  void choose() {
    JenaSystem.init();
    data = folder.resolve("data");
  }

  @Test
  void help_is_in_english_and_lists_every_command() {
    Ended ended = run("--help");
    assertEquals(0, ended.code());
    for (String command :
        new String[] {
          "serve", "import", "delete", "undo", "export", "validate", "verify", "sample", "facts"
        }) {
      assertTrue(ended.out().contains("\n  " + command + " "), ended::out);
      assertEquals(0, run(command, "--help").code());
    }
  }

  @Test
  void no_command_and_an_unknown_option_are_wrong_use() {
    assertEquals(Exit.BAD_INPUT, run().code());
    assertEquals(Exit.BAD_INPUT, run("verify", "--nope").code());
  }

  @Test
  void what_is_imported_can_be_verified_and_exported() throws IOException {
    Ended imported = run("import", file("goal.ttl", GOAL));
    assertEquals(0, imported.code(), imported::err);
    assertEquals("Commit 1: 1 revisions\n", imported.out());
    Ended verified = run("verify");
    assertEquals(0, verified.code(), verified::err);
    Ended exported = run("export", folder.resolve("all.nq").toString());
    assertEquals(0, exported.code(), exported::err);
    String quads = Files.readString(folder.resolve("all.nq"));
    assertTrue(
        quads
            .lines()
            .allMatch(q -> q.endsWith("<https://w3id.org/standaardencatalogus/id/doel/samen> .")),
        quads);
    assertTrue(run("export").out().contains("\"Samen\"@nl"));
    assertTrue(
        run("import", folder.resolve("goal.ttl").toString()).out().contains("Nothing would"));
  }

  @Test
  void what_is_deleted_is_gone_until_that_is_undone() throws IOException {
    run("import", file("goal.ttl", GOAL));
    String goal = "https://w3id.org/standaardencatalogus/id/doel/samen";
    Ended deleted = run("delete", goal, "--reason", "Dubbel");
    assertEquals(0, deleted.code(), deleted::err);
    assertEquals("Commit 2: 1 revisions\n", deleted.out());
    assertFalse(run("export").out().contains(goal));
    Ended undone = run("undo", "2");
    assertEquals(0, undone.code(), undone::err);
    assertTrue(run("export").out().contains(goal));
  }

  @Test
  void a_receipt_is_held_against_the_log() throws IOException {
    run("import", file("goal.ttl", GOAL));
    String right = receipt("\"%s\"");
    assertEquals(0, run("verify", "--receipt", file("right.json", right)).code());
    for (String wrong :
        new String[] {
          right.replace("\"sequence\": 1", "\"sequence\": 2"),
          right.replace("revisie/1", "revisie/9"),
          right.replace("doel/samen", "doel/anders"),
          right.replaceFirst("\"contentHash\": \"[0-9a-f]", "\"contentHash\": \"x"),
          right.replaceFirst("\"commitHash\": \"[0-9a-f]", "\"commitHash\": \"x")
        }) {
      Ended ended = run("verify", "--receipt", file("wrong.json", wrong));
      assertEquals(Exit.FINDINGS, ended.code(), wrong + ended.out());
    }
    assertEquals(
        Exit.BAD_INPUT, run("verify", "--receipt", file("dry.json", "{\"dryRun\": true}")).code());
  }

  private String receipt(String quoted) {
    try (Catalogue catalogue = Catalogue.open(data, Rules.load(), Progress.silent())) {
      Commit commit = catalogue.commit(1).orElseThrow();
      return """
          {"sequence": 1, "recorded": %s, "commitHash": %s, "revisions": [
            {"record": "https://w3id.org/standaardencatalogus/id/doel/samen",
             "revision": "https://w3id.org/standaardencatalogus/id/revisie/1",
             "contentHash": %s}]}
          """
          .formatted(
              quoted.formatted(commit.recorded()),
              quoted.formatted(commit.hash()),
              quoted.formatted(catalogue.revision(1).orElseThrow().contentHash()));
    }
  }

  @Test
  void what_is_not_there_cannot_be_deleted_or_undone() throws IOException {
    run("import", file("goal.ttl", GOAL));
    assertEquals(Exit.BAD_INPUT, run("delete", "https://example.org/nope").code());
    assertEquals(Exit.BAD_INPUT, run("undo", "7").code());
    assertEquals(Exit.BAD_INPUT, run("undo", "none").code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          broken.ttl   | doel:samen a sc:Goal ; dct:title "Samen@nl .        | line 5
          prefix.ttl   | doel:samen a zz:Goal .                              | zz
          blank.ttl    | doel:samen dct:relation [ a sc:Goal ] .             | blank
          relative.ttl | <doel/samen> a sc:Goal .                            | relative
          foreign.ttl  | <https://example.org/a> a sc:Goal .                 | example.org
          picture.png  | not RDF at all                                      | picture.png
          nonsense.ttl | this is not RDF                                     | line 4
          """)
  void a_file_that_is_no_file_of_records_is_refused_with_its_place(
      String name, String content, String told) throws IOException {
    run("import", file("goal.ttl", GOAL));
    Map<String, String> before = contents();
    Ended ended = run("import", file(name, PREFIXES + content + "\n"));
    assertEquals(Exit.BAD_INPUT, ended.code(), ended::err);
    assertTrue(ended.err().contains(name), ended::err);
    assertTrue(ended.err().contains(told), ended::err);
    assertPlain(ended);
    assertEquals(before, contents());
    assertEquals(Exit.BAD_INPUT, run("validate", folder.resolve(name).toString()).code());
  }

  @Test
  void a_missing_file_is_named() {
    Ended ended = run("import", folder.resolve("nope.ttl").toString());
    assertEquals(Exit.BAD_INPUT, ended.code());
    assertTrue(ended.err().contains("nope.ttl"), ended::err);
    assertPlain(ended);
  }

  @Test
  void one_record_in_two_files_is_refused_with_both_names() throws IOException {
    Ended ended = run("import", file("one.ttl", GOAL), file("two.ttl", GOAL));
    assertEquals(Exit.BAD_INPUT, ended.code());
    assertTrue(ended.err().contains("one.ttl") && ended.err().contains("two.ttl"), ended::err);
  }

  @Test
  void a_record_that_breaks_a_rule_is_refused_with_the_rule() throws IOException {
    run("import", file("goal.ttl", GOAL));
    Map<String, String> before = contents();
    String bad = file("bad.ttl", PREFIXES + "doel:leeg a sc:Goal .\n");
    Ended ended = run("import", bad);
    assertEquals(Exit.FINDINGS, ended.code(), ended::err);
    assertTrue(ended.err().contains("/id/doel/leeg"), ended::err);
    assertTrue(ended.err().contains("/def/vormen#Goal"), ended::err);
    assertEquals(before, contents());
    Ended validated = run("validate", bad);
    assertEquals(Exit.FINDINGS, validated.code());
    assertTrue(validated.out().contains("bad.ttl:4: violation"), validated::out);
  }

  @Test
  void a_refused_import_names_the_file_and_the_line() throws IOException {
    String bad = file("bad.ttl", PREFIXES + "\n\ndoel:leeg a sc:Goal .\n");
    Ended ended = run("import", file("goal.ttl", GOAL), bad);
    assertEquals(Exit.FINDINGS, ended.code(), ended::err);
    assertTrue(ended.err().contains("bad.ttl:6: violation"), ended::err);
    assertFalse(ended.err().contains("goal.ttl"), ended::err);
  }

  @Test
  void a_part_that_nothing_refers_to_is_refused_with_its_file_by_both_commands()
      throws IOException {
    String part =
        GOAL + "<https://w3id.org/standaardencatalogus/id/doel/samen#los> dct:title \"Los\"@nl .\n";
    String bad = file("part.ttl", part);
    Ended imported = run("import", bad);
    assertEquals(Exit.FINDINGS, imported.code(), imported::err);
    assertTrue(imported.err().contains("part.ttl:4: "), imported::err);
    Ended validated = run("validate", bad);
    assertEquals(Exit.FINDINGS, validated.code(), validated::out);
    assertTrue(validated.out().contains("doel/samen#los"), validated::out);
  }

  @ParameterizedTest
  @CsvSource({"import", "validate"})
  void a_record_may_be_spread_over_files(String command) throws IOException {
    String description =
        PREFIXES + "doel:samen dct:description \"Aan standaarden.\"@nl, \"On standards.\"@en .\n";
    String rest = GOAL.replaceAll("(?m)^.*dct:description.*\\R", "");
    Ended ended = run(command, file("rest.ttl", rest), file("described.ttl", description));
    assertEquals(Exit.OK, ended.code(), () -> ended.out() + ended.err());
    assertEquals(Exit.FINDINGS, run(command, folder.resolve("rest.ttl").toString()).code());
  }

  @Test
  void a_finding_in_a_form_without_lines_names_the_file() throws IOException {
    String bad =
        file(
            "bad.jsonld",
            """
            {"@id": "https://w3id.org/standaardencatalogus/id/doel/leeg",
             "@type": "https://w3id.org/standaardencatalogus/def#Goal"}
            """);
    Ended ended = run("validate", bad);
    assertEquals(Exit.FINDINGS, ended.code(), ended::err);
    assertTrue(ended.out().contains("bad.jsonld: violation"), ended::out);
  }

  @Test
  void what_would_break_a_rule_among_the_records_of_a_folder_is_not_valid_there()
      throws IOException {
    String project =
        file(
            "project.ttl",
            PREFIXES
                + """
                <https://w3id.org/standaardencatalogus/id/project/proef> a sc:Project ;
                  dct:title "Proef"@nl ;
                  dct:description "Een proef."@nl ;
                  sc:projectPhase <https://w3id.org/standaardencatalogus/def/projectfase/idee> ;
                  sc:goal doel:samen .
                """);
    String goal = file("goal.ttl", GOAL);
    Ended without = run("validate", project);
    assertEquals(Exit.FINDINGS, without.code(), without::out);
    assertTrue(without.out().contains("/id/doel/samen"), without::out);
    run("import", goal);
    Map<String, String> before = contents();
    Ended within = run("validate", "--data", data.toString(), project);
    assertFalse(within.out().contains("/id/doel/samen>"), within::out);
    assertEquals(before, contents());
    assertEquals("Nothing would change.\n", run("validate", "--data", data.toString(), goal).out());
  }

  @Test
  void a_data_folder_that_is_not_there_is_not_made_by_looking() throws IOException {
    Ended ended = run("validate", "--data", data.toString(), file("goal.ttl", GOAL));
    assertEquals(Exit.BAD_INPUT, ended.code());
    assertFalse(Files.exists(data));
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "export"})
  void a_catalogue_that_is_not_there_is_neither_looked_at_nor_made(String command) {
    Ended ended = run(command);
    assertEquals(Exit.UNABLE, ended.code(), ended::err);
    assertTrue(ended.err().contains("There is no catalogue in"), ended::err);
    assertFalse(Files.exists(data));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_disk_that_is_full_is_told_and_nothing_is_recorded() throws IOException {
    Catalogue.open(data, Rules.load(), Progress.silent()).close();
    Path segment = Path.of(contents().keySet().iterator().next());
    Files.delete(segment);
    Files.createSymbolicLink(segment, FULL);
    Ended ended = run("import", file("goal.ttl", GOAL));
    assertEquals(Exit.UNABLE, ended.code(), ended::err);
    assertTrue(ended.err().contains(segment.toString()), ended::err);
    assertPlain(ended);
    Files.delete(segment);
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @CsvSource({"export", "verify", "--help"})
  void results_that_cannot_be_written_are_no_success(String command) throws IOException {
    run("import", file("goal.ttl", GOAL));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (PrintStream full =
        new PrintStream(new BufferedOutputStream(new FileOutputStream(FULL.toFile())))) {
      int code =
          Main.run(
              new String[] {command},
              Map.of("CATALOGUE_DATA", data.toString()),
              full,
              new PrintStream(err, true, StandardCharsets.UTF_8));
      assertEquals(Exit.UNABLE, code);
    }
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("cannot be written"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_file_that_cannot_be_written_to_the_end_is_told_and_not_left_behind() throws IOException {
    run("import", file("goal.ttl", GOAL));
    Path target = folder.resolve("all.nq");
    Files.createSymbolicLink(folder.resolve("all.nq.part"), FULL);
    Ended ended = run("export", target.toString());
    assertEquals(Exit.UNABLE, ended.code(), ended::err);
    assertTrue(ended.err().contains("all.nq"), ended::err);
    assertPlain(ended);
    assertFalse(Files.exists(target));
    assertFalse(Files.exists(folder.resolve("all.nq.part"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_device_is_written_to_and_not_replaced() throws IOException {
    run("import", file("goal.ttl", GOAL));
    Path device = Files.createSymbolicLink(folder.resolve("device.nq"), FULL);
    assertEquals(Exit.UNABLE, run("export", device.toString()).code());
    assertTrue(Files.isSymbolicLink(device));
    Files.delete(device);
  }

  @Test
  void tables_become_files_of_records_and_what_has_no_place_is_told() {
    Path records = folder.resolve("records");
    Ended ended = run("facts", TABLES.toString(), records.toString());
    assertEquals(Exit.FINDINGS, ended.code(), ended::err);
    assertTrue(ended.out().contains("standards.ttl: 3 records\n"), ended::out);
    assertTrue(ended.out().contains("\n  standards.csv row 5: the id zgw stands in"), ended::out);
    assertTrue(Files.exists(records.resolve("standards.ttl")));
    assertFalse(Files.exists(data));
  }

  @Test
  void tables_that_are_not_there_are_wrong_input() {
    Ended ended = run("facts", folder.toString(), folder.resolve("records").toString());
    assertEquals(Exit.BAD_INPUT, ended.code());
    assertTrue(ended.err().contains("municipalities.csv"), ended::err);
    assertPlain(ended);
    assertEquals(Exit.BAD_INPUT, run("facts", folder.toString()).code());
  }

  @Test
  void records_that_cannot_be_written_are_told() throws IOException {
    Ended ended = run("facts", TABLES.toString(), file("taken", "a file, not a folder"));
    assertEquals(Exit.UNABLE, ended.code(), ended::err);
    assertTrue(ended.err().contains("taken"), ended::err);
    assertPlain(ended);
  }

  @Test
  void a_file_without_violations_is_valid() throws IOException {
    Ended ended = run("validate", file("goal.ttl", GOAL));
    assertEquals(0, ended.code(), ended::out);
    assertTrue(ended.out().contains("0 violations"), ended::out);
  }

  @Test
  void a_port_that_is_taken_is_told_before_anything_is_filled() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int code =
          Main.run(
              new String[] {"serve"},
              Map.of(
                  "CATALOGUE_DATA", data.toString(),
                  "CATALOGUE_PORT", String.valueOf(taken.getLocalPort())),
              System.out,
              new PrintStream(err, true, StandardCharsets.UTF_8));
      assertEquals(Exit.UNABLE, code, err::toString);
      assertTrue(err.toString(StandardCharsets.UTF_8).contains("Cannot listen on"));
      assertFalse(Files.exists(data));
    }
  }

  @Test
  void a_locked_folder_is_told() throws IOException {
    try (Catalogue held = Catalogue.open(data, Rules.load(), Progress.silent())) {
      assertEquals(0, held.snapshot().sequence());
      Ended ended = run("import", file("goal.ttl", GOAL));
      assertEquals(Exit.UNABLE, ended.code(), ended::err);
      assertTrue(ended.err().contains(data.toString()), ended::err);
      assertPlain(ended);
    }
  }

  @Test
  void a_folder_of_a_newer_format_is_told_and_left_alone() throws IOException {
    run("import", file("goal.ttl", GOAL));
    Files.writeString(data.resolve("format"), "999\n");
    Map<String, String> before = contents();
    Ended ended = run("verify");
    assertEquals(Exit.UNABLE, ended.code(), ended::err);
    assertPlain(ended);
    assertEquals(before, contents());
  }

  @Test
  void a_folder_that_cannot_be_made_is_told() throws IOException {
    data = Path.of(file("taken", "a file, not a folder"));
    Ended ended = run("verify");
    assertEquals(Exit.UNABLE, ended.code(), ended::err);
    assertPlain(ended);
  }

  @Test
  void one_changed_byte_in_the_log_is_found_and_named() throws IOException {
    run("import", file("goal.ttl", GOAL));
    Path segment = Path.of(contents().keySet().iterator().next());
    byte[] bytes = Files.readAllBytes(segment);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Together");
    bytes[at] = 't';
    Files.write(segment, bytes);
    Ended ended = run("verify");
    assertTrue(ended.code() != 0, ended::out);
    assertTrue((ended.out() + ended.err()).contains("ommit 1"), ended.out() + ended.err());
    assertPlain(new Ended(ended.code(), "", ended.out() + ended.err()));
  }

  @Test
  void mistakes_in_settings_are_told_without_a_trace() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new String[] {"serve"},
            Map.of("CATALOGUE_PORT", "x", "CATALOGUE_SAMPLE", "y"),
            System.out,
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertEquals(Exit.BAD_INPUT, code);
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("CATALOGUE_SAMPLE=y"));
  }

  @Test
  void key_is_shown_once_listed_without_its_secret_and_taken_back() throws IOException {
    Ended made =
        run(
            "key",
            "create",
            "--organisation",
            "https://identifier.overheid.nl/tooi/id/gemeente/gm0363",
            "--role",
            "municipality",
            "--name",
            "zaaksysteem",
            "--expires",
            "2099-12-31");
    assertEquals(0, made.code(), made.err());
    String key = made.out().strip();
    String id = key.split("_")[1];
    String listed = run("key", "list").out();
    assertTrue(listed.contains(id + "  good"), listed);
    assertFalse(listed.contains(key.split("_", 3)[2]), listed);
    for (String content : contents().values()) {
      assertFalse(content.contains(key.split("_", 3)[2]), content);
    }
    assertEquals(0, run("key", "revoke", id).code());
    assertTrue(run("key", "list").out().contains(id + "  revoked"));
    assertEquals(2, run("key", "revoke", "nietdaar").code());
  }

  @ParameterizedTest
  @CsvSource({
    "niemand, municipality, x, 2099-12-31",
    "https://identifier.overheid.nl/tooi/id/gemeente/gm0363, baas, x, 2099-12-31",
    "https://identifier.overheid.nl/tooi/id/gemeente/gm0363, editor, ' ', 2099-12-31",
    "https://identifier.overheid.nl/tooi/id/gemeente/gm0363, editor, x, 2001-01-01",
    "https://identifier.overheid.nl/tooi/id/gemeente/gm0363, editor, x, morgen",
  })
  void key_that_cannot_be_is_not_made(
      String organisation, String role, String name, String expires) {
    Ended ended =
        run(
            "key",
            "create",
            "--organisation",
            organisation,
            "--role",
            role,
            "--name",
            name,
            "--expires",
            expires);
    assertEquals(2, ended.code(), ended.err());
    assertTrue(run("key", "list").out().isEmpty());
  }
}
