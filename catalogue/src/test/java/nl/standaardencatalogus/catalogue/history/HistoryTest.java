package nl.standaardencatalogus.catalogue.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.Goals;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.log.Commits;
import nl.standaardencatalogus.catalogue.log.FileLog;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Provenance;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@Tag("long")
class HistoryTest {
  private static final Node MARK = NodeFactory.createURI("https://example.org/mark");

  @TempDir Path temporary;
  private Path folder;
  private FileLog log;

  @BeforeEach
  void open() {
    folder = temporary.resolve("history");
    log = FileLog.open(temporary.resolve("log"), 1 << 20);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void it_has_what_the_log_has() throws InterruptedException {
    log.append(Commits.chain(3));
    try (History history = History.open(folder, log)) {
      assertAgrees(history, 3);
    }
  }

  @Test
  void it_follows_when_it_is_told_that_the_log_has_grown() throws InterruptedException {
    List<Commit> commits = Commits.chain(5);
    try (History history = History.open(folder, log)) {
      for (Commit commit : commits) {
        log.append(List.of(commit));
        history.notice(commit.number());
        assertAgrees(history, commit.number());
      }
      assertEquals(5, history.position());
    }
  }

  @Test
  void more_than_one_batch_comes_in_whole() throws InterruptedException {
    log.append(Commits.chain(600));
    try (History history = History.open(folder, log)) {
      assertAgrees(history, 600);
    }
  }

  @Test
  void a_revision_is_a_graph_under_its_own_name() throws InterruptedException {
    log.append(
        new Commits().put("a", "Eén").commit("1").put("a", "Twee").delete("a").commit("2").made());
    try (History history = History.open(folder, log)) {
      history.await(2, Progress.silent());
      Txn.executeRead(
          history.dataset(),
          () -> {
            DatasetGraph dataset = history.dataset();
            Revision first = log.read(1).revisions().get(0);
            assertTrue(
                CanonicalGraph.read(first.content())
                    .isIsomorphicWith(dataset.getGraph(Iris.revision(1))));
            assertTrue(dataset.getGraph(Iris.revision(3)).isEmpty());
          });
    }
  }

  @Test
  void the_default_graph_says_what_commits_and_revisions_are() throws InterruptedException {
    List<Commit> commits =
        new Commits().put("a", "Eén").commit("1").put("a", "Twee").commit("2").made();
    log.append(commits);
    Graph expected = GraphFactory.createDefaultGraph();
    for (Commit commit : commits) {
      Provenance.commit(commit, expected::add);
      commit.revisions().forEach(each -> Provenance.revision(each, commit, expected::add));
    }
    try (History history = History.open(folder, log)) {
      history.await(2, Progress.silent());
      Txn.executeRead(
          history.dataset(),
          () ->
              assertEquals(
                  CanonicalGraph.write(MARK, expected),
                  CanonicalGraph.write(MARK, history.dataset().getDefaultGraph())
                      // The value is kept, the zero at its end is not.
                      .replace(".12Z", ".120Z")));
    }
  }

  @Test
  void it_goes_on_from_where_it_was() throws InterruptedException {
    List<Commit> commits = Commits.chain(4);
    log.append(commits.subList(0, 2));
    closedAndMarked(2);
    log.append(commits.subList(2, 4));
    try (History history = History.open(folder, log)) {
      assertTrue(isMarked(history), "it was made anew");
      assertAgrees(history, 4);
    }
  }

  @Test
  void of_another_log_it_is_made_anew() throws InterruptedException {
    log.append(Commits.chain(2));
    closedAndMarked(2);
    otherLog(new Commits().put("b", "Iets anders").commit("1").made());
    try (History history = History.open(folder, log)) {
      assertFalse(isMarked(history));
      assertAgrees(history, 1);
    }
  }

  @Test
  void when_it_knows_more_than_the_log_it_is_made_anew() throws InterruptedException {
    List<Commit> commits = Commits.chain(3);
    log.append(commits);
    closedAndMarked(3);
    otherLog(commits.subList(0, 2));
    try (History history = History.open(folder, log)) {
      assertFalse(isMarked(history));
      assertAgrees(history, 2);
    }
  }

  @Test
  void when_it_says_less_of_the_last_commit_than_it_should_it_is_made_anew()
      throws InterruptedException {
    log.append(Commits.chain(2));
    changed(
        2,
        dataset ->
            dataset.deleteAny(Quad.defaultGraphIRI, Iris.commit(2), SC.COMMIT_HASH, Node.ANY));
    try (History history = History.open(folder, log)) {
      assertAgrees(history, 2);
    }
  }

  @Test
  void when_its_files_are_noise_it_is_made_anew() throws InterruptedException, IOException {
    log.append(Commits.chain(3));
    closedAndMarked(3);
    Random random = new Random(3);
    for (Path file : files()) {
      byte[] noise = new byte[(int) Math.min(Files.size(file), 1 << 20)];
      random.nextBytes(noise);
      Files.write(file, noise);
    }
    try (History history = History.open(folder, log)) {
      assertAgrees(history, 3);
    }
  }

  @Test
  void whichever_of_its_files_is_empty_it_says_what_the_log_says_again()
      throws InterruptedException, IOException {
    log.append(Commits.chain(3));
    closedAndMarked(3);
    for (String name : files().stream().map(HistoryTest::nameInDatabase).toList()) {
      for (Path file : files()) {
        if (nameInDatabase(file).equals(name)) {
          Files.write(file, new byte[0]);
        }
      }
      try (History history = History.open(folder, log)) {
        assertAgrees(history, 3);
      } catch (RuntimeException e) {
        throw new AssertionError("With " + name + " empty", e);
      }
    }
  }

  @Test
  void a_difference_is_told_by_revision_and_commit() throws InterruptedException {
    log.append(Commits.chain(3));
    try (History history = History.open(folder, log)) {
      history.await(3, Progress.silent());
      Txn.executeWrite(
          history.dataset(), () -> history.dataset().add(Iris.revision(2), MARK, MARK, MARK));
      assertEquals(
          List.of("The history has revision 2 otherwise than commit 2"),
          history.differences(log.read(2)));
      assertEquals(List.of(), history.differences(log.read(1)));
    }
  }

  @Test
  void a_number_that_is_spelled_in_an_odd_way_is_no_difference() throws InterruptedException {
    Graph graph = Goals.graph("a", "Eén");
    for (String number : new String[] {"1", "1.0", "1.50", "01.5", "-0", "+2.0"}) {
      graph.add(
          Goals.goal("a"), SC.AMOUNT, NodeFactory.createLiteralDT(number, XSDDatatype.XSDdecimal));
    }
    for (String moment : new String[] {"2020-01-01T00:00:00.000Z", "2020-01-01T24:00:00Z"}) {
      graph.add(
          Goals.goal("a"), SC.FROM, NodeFactory.createLiteralDT(moment, XSDDatatype.XSDdateTime));
    }
    graph.add(Goals.goal("a"), MARK, NodeFactory.createLiteralDT("1", XSDDatatype.XSDboolean));
    graph.add(Goals.goal("a"), MARK, NodeFactory.createLiteralDT("007", XSDDatatype.XSDint));
    graph.add(Goals.goal("a"), MARK, NodeFactory.createLiteralDT("geen", XSDDatatype.XSDint));
    log.append(new Commits().put(Goals.goal("a"), graph).commit("getallen").made());
    try (History history = History.open(folder, log)) {
      assertAgrees(history, 1);
    }
  }

  @Test
  void who_waits_for_a_history_that_stands_still_is_told() {
    log.append(Commits.chain(1));
    try (History history = History.open(folder, log)) {
      history.notice(2);
      assertThrows(IllegalStateException.class, () -> history.await(2, Progress.silent()));
    }
  }

  private void otherLog(List<Commit> commits) {
    log.close();
    log = FileLog.open(temporary.resolve("other"), 1 << 20);
    log.append(commits);
  }

  private void closedAndMarked(long commits) throws InterruptedException {
    changed(commits, dataset -> dataset.add(MARK, MARK, MARK, MARK));
  }

  private void changed(long commits, Consumer<DatasetGraph> change) throws InterruptedException {
    try (History history = History.open(folder, log)) {
      history.await(commits, Progress.silent());
      Txn.executeWrite(history.dataset(), () -> change.accept(history.dataset()));
    }
  }

  private static boolean isMarked(History history) {
    return Txn.calculateRead(
        history.dataset(), () -> history.dataset().contains(MARK, MARK, MARK, MARK));
  }

  private void assertAgrees(History history, long commits) throws InterruptedException {
    history.await(commits, Progress.silent());
    for (long number = 1; number <= commits; number++) {
      assertEquals(List.of(), history.differences(log.read(number)));
    }
  }

  /** Without the folder, which has another name when the history is made anew. */
  private static String nameInDatabase(Path file) {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().equals("tdb.lock"))
          .toList();
    }
  }
}
