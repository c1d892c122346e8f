package nl.standaardencatalogus.server.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.CuratedServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump says what the records say, all of it and nothing else. */
class ContentTest {
  @TempDir Path folder;

  private final Snapshot state = CuratedServer.catalogue().snapshot();
  private final ByteArrayOutputStream quads = new ByteArrayOutputStream();
  private final ByteArrayOutputStream turtle = new ByteArrayOutputStream();

  private Content written() throws IOException {
    return Content.write(state, new Content.Outlets(quads, turtle), () -> {});
  }

  private String text() {
    return quads.toString(StandardCharsets.UTF_8);
  }

  @Test
  void quads_of_each_record_are_what_the_log_has_of_it() throws IOException {
    written();
    Map<String, StringBuilder> graphs = new TreeMap<>();
    text()
        .lines()
        .forEach(
            line -> {
              String graph = line.substring(line.lastIndexOf(" <") + 2, line.length() - 3);
              graphs.computeIfAbsent(graph, g -> new StringBuilder()).append(line).append('\n');
            });
    assertEquals(state.size(), graphs.size());
    state
        .records()
        .forEach(
            record -> {
              String content = graphs.get(record.getURI()).toString();
              assertEquals(
                  state.current(record).orElseThrow().contentHash(),
                  CanonicalGraph.sha256(content),
                  record::toString);
            });
  }

  @Test
  void quads_are_in_canonical_form() throws IOException {
    Content content = written();
    List<byte[]> lines =
        text().lines().map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8)).toList();
    List<byte[]> sorted = lines.stream().sorted(Arrays::compareUnsigned).toList();
    assertEquals(sorted, lines);
    assertEquals(content.triples(), lines.size());
    assertEquals(content.canonical(), Sha256.of(quads.toByteArray()));
    assertFalse(text().contains("_:"));
  }

  @Test
  void turtle_says_the_same_and_has_no_blank_nodes() throws IOException {
    written();
    Graph read =
        RDFParser.fromString(turtle.toString(StandardCharsets.UTF_8), Lang.TURTLE).toGraph();
    Set<Triple> expected = new HashSet<>();
    state.records().map(state::record).flatMap(Graph::stream).forEach(expected::add);
    assertEquals(expected, read.stream().collect(Collectors.toSet()));
    assertFalse(read.stream().anyMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank()));
  }

  @Test
  void turtle_reads_well() throws IOException {
    written();
    String text = turtle.toString(StandardCharsets.UTF_8);
    assertTrue(text.startsWith("PREFIX adms: <http://www.w3.org/ns/adms#>\n"), text);
    assertTrue(
        text.contains("\n<https://w3id.org/standaardencatalogus/id/standaard/zaken-api>\n  a "),
        text);
  }

  @Test
  void the_whole_curated_catalogue_makes_a_release_that_holds() throws IOException {
    LocalDate day = LocalDate.of(2026, 11, 1);
    Path releases = folder.resolve("releases");
    new ReleaseWriter(releases, SigningKey.in(folder), Iris.organisation("vng-realisatie"))
        .write(day, state, Optional.empty(), () -> {});
    for (String end : List.of("nq.gz", "nq.zst", "ttl.gz", "ttl.zst")) {
      assertEquals(List.of(), DumpCheckTest.faults(releases.resolve(day.toString()), end), end);
    }
    Graph description =
        RDFParser.fromString(Files.readString(releases.resolve(day + "/release.ttl")), Lang.TURTLE)
            .toGraph();
    assertFalse(
        description.stream().anyMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank()));
  }
}
