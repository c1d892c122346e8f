package nl.standaardencatalogus.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.standaardencatalogus.server.CuratedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * SPARQL clients that are not ours ask the endpoint, unchanged: Comunica, sparql-http-client and
 * fetch-sparql-endpoint. Their packages take a minute to install, so it runs with {@code
 * -Dclients=true} only; without Node, or where its packages cannot be had, it is skipped.
 */
@EnabledIfSystemProperty(named = "clients", matches = "true")
class NodeClientsTest {
  private static final Path SCRIPTS = Path.of("src", "test", "node");

  private record Ended(int code, String said) {}

  private static Ended run(Path folder, String... command)
      throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return new Ended(-1, "it took more than five minutes");
    }
    return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
  }

  @Test
  void three_clients_get_every_row(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(present(folder), "Node is not here");
    for (String file : List.of("package.json", "clients.mjs")) {
      Files.copy(SCRIPTS.resolve(file), folder.resolve(file));
    }
    Ended installed = run(folder, "npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
    assumeTrue(installed.code() == 0, "the packages cannot be had: " + installed.said());
    Ended asked = run(folder, "node", "clients.mjs", CuratedServer.at("/sparql").toString());
    assertEquals(0, asked.code(), asked::said);
    assertEquals(
        "{\"fetch-sparql-endpoint\":353,\"sparql-http-client\":353,"
            + "\"comunica, told that it is SPARQL\":353,\"comunica, finding out itself\":353}",
        asked.said().trim());
  }

  private static boolean present(Path folder) throws InterruptedException {
    try {
      return run(folder, "node", "--version").code() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
