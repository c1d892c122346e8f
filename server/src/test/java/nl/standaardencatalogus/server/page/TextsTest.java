package nl.standaardencatalogus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Texts nl = new Texts(Language.NL);
  private final Texts en = new Texts(Language.EN);

  @Test
  void both_languages_have_the_same_keys() {
    assertEquals(new TreeSet<>(nl.keys()), new TreeSet<>(en.keys()));
  }

  @Test
  void both_languages_fill_in_the_same_values() {
    Pattern hole = Pattern.compile("\\{\\d}");
    for (String key : nl.keys()) {
      TreeSet<String> holes = new TreeSet<>();
      hole.matcher(nl.get(key)).results().forEach(r -> holes.add(r.group()));
      TreeSet<String> others = new TreeSet<>();
      hole.matcher(en.get(key)).results().forEach(r -> others.add(r.group()));
      assertEquals(holes, others, key);
    }
  }

  @Test
  void every_key_in_a_template_exists() throws IOException {
    Pattern use = Pattern.compile("\\bt\\(\"([^\"]+)\"\\s*[,)]");
    try (Stream<Path> files =
        Stream.concat(Files.walk(Path.of("src/main/jte")), Files.walk(Path.of("src/main/java")))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher matcher = use.matcher(Files.readString(file));
        while (matcher.find()) {
          assertTrue(nl.keys().contains(matcher.group(1)), file + ": " + matcher.group(1));
        }
      }
    }
  }

  @Test
  void dates_are_as_precise_as_they_are_known() {
    assertEquals("1 april 2021", nl.date("2021-04-01"));
    assertEquals("april 2021", nl.date("2021-04"));
    assertEquals("2021", nl.date("2021"));
    assertEquals("2 November 2026", en.date("2026-11-02T08:00:00Z"));
  }

  @Test
  void numbers_are_written_as_in_the_language() {
    assertEquals("931.298", nl.number(931298));
    assertEquals("931,298", en.number(931298));
  }
}
