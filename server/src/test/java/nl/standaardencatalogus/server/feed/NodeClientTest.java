package nl.standaardencatalogus.server.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.NodeScripts;
import nl.standaardencatalogus.server.TestServer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that is not ours replays the whole made-up past: ldes-client, unchanged. Runs with
 * {@code -Dclients=true} only, and prints what it found and how long that took: how fast a machine
 * is says nothing about whether the feed is right.
 */
@EnabledIfSystemProperty(named = "clients", matches = "true")
class NodeClientTest {
  @Test
  void it_ends_with_exactly_the_state(@TempDir Path data, @TempDir Path folder)
      throws IOException, InterruptedException {
    NodeScripts scripts = NodeScripts.install(folder, "ldes.mjs");
    try (TestServer server = TestServer.on(data, "SAMPLE", "true")) {
      NodeScripts.Ended ended =
          scripts.run("node", "ldes.mjs", server.address() + "/ldes", "state.nt");
      assertEquals(0, ended.code(), ended::said);
      System.out.println(ended.said());
      String found = ended.said().lines().filter(line -> line.startsWith("{")).findFirst().get();
      JsonObject counts = JSON.parse(found);
      Catalogue catalogue = server.catalogue();
      assertEquals(catalogue.index().lastRevision(), number(counts, "members"));
      assertEquals(catalogue.snapshot().sequence(), number(counts, "transactions"));
      assertEquals(catalogue.snapshot().size(), number(counts, "records"));
      Set<Triple> replayed = new HashSet<>();
      RDFParser.source(folder.resolve("state.nt")).toGraph().find().forEachRemaining(replayed::add);
      assertTrue(triples(catalogue.snapshot()).equals(replayed), "not the triples of the state");
    }
  }

  private static long number(JsonObject counts, String name) {
    return counts.get(name).getAsNumber().value().longValue();
  }

  private static Set<Triple> triples(Snapshot state) {
    Set<Triple> triples = new HashSet<>();
    state.records().forEach(record -> state.record(record).find().forEachRemaining(triples::add));
    return triples;
  }
}
