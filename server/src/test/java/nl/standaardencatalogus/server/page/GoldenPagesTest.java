package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of page over the small catalogue is as it was when somebody last read it, tag by tag.
 * {@code -Drewrite=true} writes the pages anew; read the difference.
 */
class GoldenPagesTest {
  private static final Path GOLDEN = Path.of("src", "test", "golden");

  /** Of files that are signed with a new key each time. */
  private static final String HASH = "\\b[0-9a-f]{64}\\b";

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  @TempDir private static Path folder;
  private static Site site;

  @BeforeAll
  static void start() throws IOException {
    site = Site.withRelease(folder);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  /** The pages, and two with all that stands around a page, by the file of each. */
  static Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>();
    PageKinds.ofSmall().forEach(path -> pages.put(file(path), path));
    pages.put("gone.html", "/standaarden/vergeten");
    return pages;
  }

  static Stream<String> files() {
    return Stream.concat(pages().keySet().stream(), Stream.of("around-nl.html", "around-en.html"));
  }

  private static String file(String path) {
    String name = path.equals("/") ? "home" : path.substring(1).replaceAll("[^a-z0-9.]+", "-");
    return name + ".html";
  }

  /** The page, once what is worked out aside is in it. */
  private static String page(String path) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    String body = site.get(path, "Accept", "text/html").body();
    while (body.contains("role=\"status\"") && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(100);
      body = site.get(path, "Accept", "text/html").body();
    }
    return body;
  }

  private static String made(String file) throws InterruptedException {
    if (file.startsWith("around-")) {
      String page = page(file.contains("nl") ? "/" : "/en");
      String around = page.replaceAll("(?s)<main.*</main>", "<main></main>");
      return lines(around.replaceAll("(/static/[a-z-]+)[.][0-9a-f]{12}", "$1"));
    }
    String page = page(pages().get(file));
    int main = page.indexOf("<main");
    return lines(page.substring(main, page.indexOf("</main>", main)).replaceAll(HASH, "HASH"));
  }

  /** A tag on a line of its own, so that a difference can be read. */
  private static String lines(String html) {
    return html.replace("><", ">\n<").replaceAll("\n\\s*\n+", "\n").strip() + "\n";
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_page_is_as_it_was_read(String file) throws IOException, InterruptedException {
    Path golden = GOLDEN.resolve(file);
    String made = made(file);
    if (Boolean.getBoolean("rewrite")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, made);
    }
    assertEquals(Files.readString(golden), made, "-Drewrite=true writes it anew");
  }

  @Test
  void each_file_is_of_a_page_that_there_is() throws IOException {
    try (Stream<Path> kept = Files.list(GOLDEN)) {
      assertEquals(
          files().sorted().collect(Collectors.joining("\n")),
          kept.map(it -> it.getFileName().toString()).sorted().collect(Collectors.joining("\n")));
    }
  }
}
