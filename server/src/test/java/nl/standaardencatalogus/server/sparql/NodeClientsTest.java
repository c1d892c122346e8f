package nl.standaardencatalogus.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import nl.standaardencatalogus.server.CuratedServer;
import nl.standaardencatalogus.server.NodeScripts;
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
  @Test
  void three_clients_get_every_row(@TempDir Path folder) throws IOException, InterruptedException {
    NodeScripts scripts = NodeScripts.install(folder, "clients.mjs");
    NodeScripts.Ended asked =
        scripts.run("node", "clients.mjs", CuratedServer.at("/sparql").toString());
    assertEquals(0, asked.code(), asked::said);
    assertEquals(
        "{\"fetch-sparql-endpoint\":353,\"sparql-http-client\":353,"
            + "\"comunica, told that it is SPARQL\":353,\"comunica, finding out itself\":353}",
        asked.said().trim());
  }
}
