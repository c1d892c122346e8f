package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page for who harvests keeps its word: its commands work as they stand. */
@Tag("long")
class ReusePageTest {
  private static final Pattern COMMAND = Pattern.compile("<pre[^>]*>(curl[^<]*)</pre>");

  private static List<String> commands() {
    return COMMAND
        .matcher(CuratedServer.get("/hergebruik").body())
        .results()
        .map((MatchResult found) -> found.group(1))
        .map(text -> text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        .toList();
  }

  private static boolean hasCurl() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Path.of(folder, "curl").toFile().canExecute());
  }

  @TestFactory
  Stream<DynamicTest> every_command_on_the_page_works() {
    assumeTrue(hasCurl(), "there is no curl here");
    List<String> commands = commands();
    assertFalse(commands.isEmpty());
    return commands.stream().map(command -> DynamicTest.dynamicTest(command, () -> run(command)));
  }

  private static void run(String command) throws Exception {
    Process process = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), command);
    assertEquals(0, process.exitValue(), output);
    assertFalse(output.isBlank(), command);
  }

  @Test
  void page_names_every_table() {
    String page = CuratedServer.get("/hergebruik").body();
    for (String table :
        List.of("standaarden", "versies", "gemeenten", "besluiten", "gebruik", "procedures")) {
      assertTrue(page.contains("/tabellen/" + table + ".ods"), table);
    }
  }

  @Test
  void page_says_where_the_catalogue_stands() {
    String page = CuratedServer.get("/en/hergebruik").body();
    assertTrue(page.contains("/en/commits/" + CuratedServer.sequence()), page);
  }

  @Test
  void page_says_how_the_description_holds_to_each_profile() throws InterruptedException {
    String page = "";
    for (int i = 0; i < 300 && !page.contains("profielen"); i++) {
      Thread.sleep(200);
      page = CuratedServer.get("/hergebruik").body();
    }
    assertTrue(Pattern.compile("DCAT-AP-NL 3</th><td[^>]*>0</td>").matcher(page).find(), page);
  }
}
