package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThemeTest {
  private static final Path STATIC = Path.of("src/main/resources/static");

  @Test
  void style_reads_only_what_the_theme_fills() throws IOException {
    Set<String> filled =
        found("(--basis-[a-z0-9-]+)\\s*:", Files.readString(STATIC.resolve("theme.css"))).stream()
            .collect(Collectors.toSet());
    List<String> read =
        found("var\\((--basis-[a-z0-9-]+)", Files.readString(STATIC.resolve("catalogue.css")));
    assertTrue(
        filled.containsAll(read),
        () -> read.stream().filter(t -> !filled.contains(t)).toList().toString());
  }

  @Test
  void style_names_no_colour_but_the_scale_of_adoption() throws IOException {
    String css = Files.readString(STATIC.resolve("catalogue.css"));
    String rest = css.replaceAll("--phase-[a-z-]+:\\s*#[0-9a-f]{6}", "");
    assertEquals(List.of(), found("(#[0-9a-fA-F]{3,8})\\b[;, )]", rest));
  }

  @Test
  void icon_has_the_colours_of_the_theme() throws IOException {
    List<String> filled = found("(#[0-9a-f]{6})\\b", Files.readString(STATIC.resolve("theme.css")));
    List<String> used = found("\"(#[^\"]*)\"", Files.readString(STATIC.resolve("icon.svg")));
    assertEquals(3, used.size());
    assertTrue(filled.containsAll(used), used::toString);
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(r -> r.group(1)).toList();
  }
}
