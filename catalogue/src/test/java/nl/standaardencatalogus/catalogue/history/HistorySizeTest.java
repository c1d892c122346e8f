package nl.standaardencatalogus.catalogue.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.log.Chain;
import nl.standaardencatalogus.catalogue.log.CommitLog;
import nl.standaardencatalogus.catalogue.log.CommitText;
import nl.standaardencatalogus.catalogue.log.FileLog;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistorySizeTest {
  private static final Node RECORD = Iris.standard("een");

  @TempDir private Path folder;

  @Test
  void one_that_has_grown_too_fat_is_made_anew() throws Exception {
    try (CommitLog log = log()) {
      fill(log);
      Path filler = filler(4L << 30);
      try (History history = History.open(folder.resolve("history"), log)) {
        history.await(1, Progress.silent());
        assertFalse(Files.exists(filler));
        assertEquals(List.of(), history.differences(log.read(1)));
      }
    }
  }

  @Test
  void one_that_is_larger_than_it_need_be_is_kept() throws Exception {
    try (CommitLog log = log()) {
      fill(log);
      Path filler = filler(64L << 20);
      History.open(folder.resolve("history"), log).close();
      assertTrue(Files.exists(filler));
    }
  }

  private CommitLog log() {
    CommitLog log = FileLog.open(folder.resolve("log"), 1 << 20);
    log.append(List.of(commit()));
    return log;
  }

  private void fill(CommitLog log) throws InterruptedException {
    try (History history = History.open(folder.resolve("history"), log)) {
      history.await(1, Progress.silent());
    }
  }

  /** A file that is long and takes no room. */
  private Path filler(long length) throws IOException {
    Path filler = database().resolve("filler");
    try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
      file.setLength(length);
    }
    return filler;
  }

  private Path database() throws IOException {
    try (Stream<Path> databases = Files.list(folder.resolve("history"))) {
      return databases.findFirst().orElseThrow();
    }
  }

  private static Commit commit() {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(
        Triple.create(RECORD, DCTerms.title.asNode(), NodeFactory.createLiteralLang("Eén", "nl")));
    String content = CanonicalGraph.write(RECORD, graph);
    Revision revision =
        new Revision(
            1, RECORD, Kind.CREATE, Optional.empty(), content, CanonicalGraph.sha256(content));
    return CommitText.sealed(
        1,
        Instant.parse("2024-05-01T08:00:00Z"),
        "test",
        Iris.organisation("vng-realisatie"),
        Optional.empty(),
        "een proef",
        List.of(revision),
        Chain.BEFORE_FIRST);
  }
}
