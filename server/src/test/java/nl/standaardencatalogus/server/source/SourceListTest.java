package nl.standaardencatalogus.server.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceListTest {
  @TempDir private Path folder;

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("sources"), text, StandardCharsets.UTF_8);
  }

  private List<String> mistakes(String text) throws Exception {
    Path file = file(text);
    return assertThrows(SourceList.BadList.class, () -> SourceList.read(file)).mistakes();
  }

  @Test
  void a_line_is_a_code_and_an_address_and_comments_say_nothing() throws Exception {
    SourceList list =
        SourceList.read(
            file(
                """
                # Since this summer.
                gm0363 https://amsterdam.example/opgaven.ttl

                  gm0344\thttps://utrecht.example:8443/opgaven?form=jsonld
                """));
    assertEquals(
        List.of(
            new OwnSource("gm0363", URI.create("https://amsterdam.example/opgaven.ttl")),
            new OwnSource(
                "gm0344", URI.create("https://utrecht.example:8443/opgaven?form=jsonld"))),
        list.sources());
  }

  @ParameterizedTest
  @CsvSource({
    "gm0363 http://voorbeeld.example/a, only https",
    "gm0363 ftp://voorbeeld.example/a, only https",
    "gm0363 file:///etc/passwd, only https",
    "gm0363 https:opgaven, only https",
    "gm0363 https://a b, a line is a code and an address",
    "gm0363, a line is a code and an address",
    "gm363 https://voorbeeld.example/a, no code of a municipality",
    "GM0363 https://voorbeeld.example/a, no code of a municipality",
    "gm0363 https://wij:geheim@voorbeeld.example/a, publish the document without one",
    "gm0363 https://voorbeeld.example/a#b, leave out #",
    "gm0363 https://voorbeeld.example:70000/a, a port that does not exist",
    "gm0363 https://voorbeeld.example/{a}, no address",
  })
  void a_line_that_cannot_be_used_says_where_it_is_and_how_to_repair_it(String line, String repair)
      throws Exception {
    List<String> mistakes = mistakes("# one\n" + line + "\n");
    assertEquals(1, mistakes.size(), mistakes::toString);
    assertTrue(mistakes.get(0).contains("line 2"), mistakes::toString);
    assertTrue(mistakes.get(0).contains(repair), mistakes::toString);
  }

  @Test
  void what_is_secret_in_an_address_is_not_told_on() throws Exception {
    List<String> mistakes = mistakes("gm0363 https://wij:geheim@voorbeeld.example/a\n");
    assertTrue(mistakes.stream().noneMatch(it -> it.contains("geheim")), mistakes::toString);
  }

  @Test
  void a_municipality_has_one_source() throws Exception {
    List<String> mistakes =
        mistakes("gm0363 https://voorbeeld.example/a\ngm0363 https://voorbeeld.example/b\n");
    assertTrue(mistakes.get(0).contains("line 2"), mistakes::toString);
    assertTrue(mistakes.get(0).contains("has a source already"), mistakes::toString);
  }

  @Test
  void all_mistakes_are_told_at_once() throws Exception {
    assertEquals(2, mistakes("gm0363 http://a.example/\ngm0344\n").size());
  }

  @Test
  void a_file_that_is_not_there_is_a_mistake() {
    SourceList.BadList bad =
        assertThrows(SourceList.BadList.class, () -> SourceList.read(folder.resolve("elsewhere")));
    assertTrue(bad.getMessage().contains("no such file"));
  }
}
