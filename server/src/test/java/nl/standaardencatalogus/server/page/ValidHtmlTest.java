package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of page is valid HTML by the Nu Html Checker, which runs as a program of its own. */
@Tag("long")
class ValidHtmlTest {
  private static final Path PARTS = Path.of("src", "test", "vnu", "pom.xml");

  @TempDir private static Path folder;

  private static String run(String... command) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return Files.readString(said);
  }

  private static String checked(List<String> files) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("java", "-Xss4m", "-cp", "lib/*"));
    command.addAll(
        List.of("nu.validator.client.SimpleCommandLineValidator", "--asciiquotes", "--format"));
    command.add("gnu");
    command.addAll(files);
    return run(command.toArray(String[]::new));
  }

  @Test
  void every_kind_of_page_is_valid() throws Exception {
    Files.copy(PARTS, folder.resolve("pom.xml"));
    run("mvn", "-B", "-q", "dependency:copy-dependencies");
    assumeTrue(Files.isDirectory(folder.resolve("lib")), "the checker cannot be had");
    Files.writeString(folder.resolve("wrong.html"), "<!DOCTYPE html><html><body><p><img src=x>");
    assertTrue(checked(List.of("wrong.html")).contains("error: An \"img\" element"), "it checks");
    List<String> files = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (Site site = Site.withRelease(folder.resolve("catalogue"))) {
      for (String path : PageKinds.inBothLanguages().toList()) {
        HttpResponse<String> page = site.get(path, "Accept", "text/html");
        String file = "p" + files.size() + ".html";
        Files.writeString(folder.resolve(file), page.body());
        files.add(file);
        names.add(path);
      }
    }
    String said = checked(files);
    for (int i = files.size() - 1; i >= 0; i--) {
      said = said.replace("p" + i + ".html", names.get(i));
    }
    assertEquals(
        "",
        said.lines().filter(line -> line.contains(": error: ")).reduce("", (a, b) -> a + b + "\n"));
  }
}
