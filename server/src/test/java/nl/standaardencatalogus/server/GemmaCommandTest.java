package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.standaardencatalogus.server.gemma.MadeUp;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GemmaCommandTest {
  private static final Pattern CODE = Pattern.compile("--commit ([0-9a-f]{12})");

  @TempDir private Path folder;

  private record Ended(int code, String out, String err) {}

  private Ended run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            args,
            Map.of("CATALOGUE_DATA", folder.resolve("data").toString()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String file(String xml) throws Exception {
    return Files.writeString(folder.resolve("model.xml"), xml).toString();
  }

  private static MadeUp release() {
    return new MadeUp("2026-01-01")
        .element("c", "ApplicationComponent", "Post", "GEMMA type", "Referentiecomponent");
  }

  private static String shown(Ended preview) {
    Matcher code = CODE.matcher(preview.out());
    assertTrue(code.find(), preview::out);
    return code.group(1);
  }

  @BeforeEach
  void fill() throws Exception {
    JenaSystem.init();
    String organisations =
        """
        @prefix organisatie: <https://w3id.org/standaardencatalogus/id/organisatie/> .
        @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        organisatie:vng a sc:Organisation ; skos:prefLabel "VNG" .
        organisatie:vng-realisatie a sc:Organisation ; skos:prefLabel "VNG Realisatie" .
        """;
    Path file = Files.writeString(folder.resolve("begin.ttl"), organisations);
    assertEquals(Exit.OK, run("import", file.toString()).code());
  }

  @Test
  void a_preview_records_nothing_and_gives_a_code() throws Exception {
    Ended preview = run("gemma", file(release().xml()));
    assertEquals(Exit.FINDINGS, preview.code(), preview::err);
    assertTrue(preview.out().contains("added: 1\n  Post <"), preview::out);
    assertFalse(run("export").out().contains("refcomp-post"));
  }

  @Test
  void the_code_records_what_was_shown_as_one_commit_that_names_the_release() throws Exception {
    String file = file(release().xml());
    Ended recorded = run("gemma", file, "--commit", shown(run("gemma", file)));
    assertEquals("Commit 2: 1 revisions\n", recorded.out(), recorded::err);
    String dump = run("export").out();
    assertTrue(dump.contains("GEMMA-release van 2026-01-01, Verzonnen model, sha256 "), dump);
    Ended again = run("gemma", file);
    assertEquals(Exit.OK, again.code(), again::err);
    assertTrue(again.out().endsWith("Nothing would change.\n"), again::out);
  }

  @Test
  void a_code_of_another_file_records_nothing() throws Exception {
    String code = shown(run("gemma", file(release().xml())));
    MadeUp other =
        release()
            .element("d", "ApplicationComponent", "Zaken", "GEMMA type", "Referentiecomponent");
    Ended refused = run("gemma", file(other.xml()), "--commit", code);
    assertEquals(Exit.BAD_INPUT, refused.code());
    assertTrue(refused.err().contains("Look again"), refused::err);
    assertFalse(run("export").out().contains("refcomp-post"));
  }

  @Test
  void a_broken_file_is_refused_with_its_line_and_nothing_is_recorded() throws Exception {
    String file = file(release().xml().replace("</elements>", ""));
    Ended refused = run("gemma", file, "--commit", "000000000000");
    assertEquals(Exit.BAD_INPUT, refused.code());
    assertTrue(
        refused.err().matches("(?s)" + Pattern.quote(file) + ", line [0-9]+: .*"), refused::err);
    assertTrue(refused.err().contains("Nothing was recorded."), refused::err);
    assertTrue(run("verify").out().contains("1 commit"), () -> run("verify").out());
  }

  @Test
  void a_file_without_a_day_asks_for_one() throws Exception {
    String file =
        file(release().xml().replace("<value xml:lang=\"nl\">2026-01-01</value>", "<value/>"));
    Ended refused = run("gemma", file);
    assertEquals(Exit.BAD_INPUT, refused.code());
    assertTrue(refused.err().contains("--date"), refused::err);
    assertEquals(Exit.FINDINGS, run("gemma", file, "--date", "2026-02-01").code());
  }

  @Test
  void a_file_that_ends_more_than_it_has_is_looked_at_twice() throws Exception {
    MadeUp many = release();
    for (int i = 0; i < 4; i++) {
      many.element("n" + i, "ApplicationComponent", "N" + i, "GEMMA type", "Referentiecomponent");
    }
    String file = file(many.xml());
    run("gemma", file, "--commit", shown(run("gemma", file)));
    Ended part = run("gemma", file(release().xml()));
    assertTrue(part.out().contains("ended: 4"), part::out);
    assertTrue(part.err().contains("Is it a whole release?"), part::err);
  }

  @Test
  void the_report_is_a_table() throws Exception {
    Path report = folder.resolve("drift.csv");
    run("gemma", file(release().xml()), "--report", report.toString());
    String table = Files.readString(report);
    assertTrue(table.contains("kind;thing;objectId;name;property;from;to\r\n"), table);
    assertTrue(
        table.contains(
            "added;https://w3id.org/standaardencatalogus/id/component/refcomp-post;c;Post;"),
        table);
  }

  @Test
  void what_the_rules_refuse_is_told_and_not_recorded() throws Exception {
    Path vng =
        Files.writeString(
            folder.resolve("vng.ttl"),
            """
            @prefix sc: <https://w3id.org/standaardencatalogus/def#> .
            <https://w3id.org/standaardencatalogus/id/organisatie/vng> a sc:Organisation ;
              <http://www.w3.org/2004/02/skos/core#prefLabel> "VNG" .
            """);
    String data = folder.resolve("other").toString();
    assertEquals(Exit.OK, run("import", vng.toString(), "--data", data).code());
    String file =
        file(
            new MadeUp("2026-01-01")
                .element(
                    "c",
                    "ApplicationComponent",
                    "Post",
                    "GEMMA type",
                    "Referentiecomponent",
                    "GEMMA status",
                    "In gebruik")
                .xml());
    Ended preview = run("gemma", file, "--data", data);
    assertEquals(Exit.FINDINGS, preview.code());
    assertTrue(preview.err().contains("StatusStatement-authority"), preview::err);
    assertTrue(preview.out().contains("would be refused"), preview::out);
    assertTrue(run("verify", "--data", data).out().contains("1 commit"));
  }
}
