package nl.standaardencatalogus.server.mine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.TestServer;
import nl.standaardencatalogus.server.source.OwnSources;
import nl.standaardencatalogus.server.source.Publisher;
import nl.standaardencatalogus.server.source.Sourced;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a municipality sees of its own source, on the curated catalogue. */
class FromSourceTest {
  @TempDir private static Path folder;
  private static Publisher publisher;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    publisher = new Publisher();
    Path list =
        Files.writeString(
            folder.resolve("list"),
            "gm0363 " + publisher.address() + "\ngm0344 https://nowhere.invalid/opgaven\n");
    server = TestServer.on(folder, "SOURCES", list.toString());
    // The server visits at its start; this publisher is not on the public internet.
    for (int i = 0; i < 600 && Files.notExists(folder.resolve("sources/gm0344.json")); i++) {
      Thread.sleep(100);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
    publisher.close();
  }

  private static Person person(String code) throws Exception {
    return Person.at(server, code, "proef", Iris.municipality(code), Role.MUNICIPALITY);
  }

  @Test
  void a_municipality_without_a_source_hears_nothing_of_sources() throws Exception {
    assertFalse(person("gm0599").get("/mijn/gm0599").body().contains("id=\"eigen-bron\""));
  }

  @Test
  void a_source_that_is_not_had_is_told_with_the_reason() throws Exception {
    Person person = person("gm0344");
    String page = person.get("/mijn/gm0344").body();
    assertTrue(page.contains("https://nowhere.invalid/opgaven"));
    assertTrue(page.contains("De server nowhere.invalid bestaat niet."));
    String english = person.get("/en/mijn/gm0344").body();
    assertTrue(english.contains("The server nowhere.invalid does not exist."));
  }

  @Test
  void what_was_taken_over_and_what_was_set_aside_is_told_and_cited() throws Exception {
    publisher.publishes(
        Publisher.TURTLE,
        Sourced.declaration("gm0363", "zaken-api", "2026-01-01")
            + Sourced.declaration("gm0363", "besluiten-api", "2026-01-01")
                .replace("orientatie", "x")
            + "<https://voorbeeld.example/%3Cb> dct:title \"<script>\"@nl .");
    try (OwnSources sources = publisher.sources(server.catalogue(), folder, "gm0363")) {
      sources.visit(publisher.of("gm0363"), false);
    }
    Person person = person("gm0363");
    String page = person.get("/mijn/gm0363").body();
    assertTrue(page.contains("Opgehaald; overgenomen opgaven: 1."), page);
    assertTrue(page.contains("id/verklaring/gm0363/besluiten-api"));
    assertTrue(page.contains("De regels van de catalogus laten dit niet toe:"));
    assertTrue(page.contains("Fase (sc:phaseValue)"));
    assertTrue(page.contains("Hierover legt de catalogus niets vast."));
    assertFalse(page.contains("<script>\"@nl"));
    String english = person.get("/en/mijn/gm0363").body();
    assertTrue(english.contains("Phase (sc:phaseValue)"), english);
    String record = person.get("/opgaven/gm0363/zaken-api").body();
    assertTrue(record.contains("href=\"" + publisher.address() + "\""), record);
  }
}
