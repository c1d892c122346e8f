package nl.standaardencatalogus.catalogue.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.facts.CuratedFacts;
import nl.standaardencatalogus.catalogue.history.History;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.log.Chain;
import nl.standaardencatalogus.catalogue.log.CommitLog;
import nl.standaardencatalogus.catalogue.log.CommitText;
import nl.standaardencatalogus.catalogue.log.FileLog;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.sample.SampleHistory;
import nl.standaardencatalogus.catalogue.snapshot.Draft;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.Ontology;
import org.apache.jena.graph.Graph;
import org.apache.jena.mem2.GraphMem2Roaring;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every question of the library, with its examples, on what a demonstration holds: the curated
 * facts and the sample declarations. It gives rows, or its file says why it does not. The history
 * is that of the curated facts alone, taken in one commit.
 */
class LibraryOnTheDemonstrationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Questions QUESTIONS = Questions.load();

  @TempDir static Path folder;
  private static DatasetGraph state;
  private static CommitLog log;
  private static History history;

  @BeforeAll
  static void fill() throws InterruptedException {
    List<Change> facts = CuratedFacts.changes();
    Graph graph = new GraphMem2Roaring();
    demonstration(facts).graph().stream().forEach(graph::add);
    Validity validity = new Validity(QUESTIONS);
    validity.adoption(graph, DAY).forEach(graph::add);
    validity.standards(graph, DAY).forEach(graph::add);
    state = DatasetGraphFactory.wrap(graph);

    log = FileLog.open(folder.resolve("log"));
    log.append(List.of(beginning(facts)));
    history = History.open(folder.resolve("history"), log);
    history.await(1, Progress.silent());
  }

  private static Commit beginning(List<Change> facts) {
    List<Revision> revisions = new ArrayList<>();
    for (Change fact : facts) {
      String content = CanonicalGraph.write(fact.record(), fact.graph());
      revisions.add(
          new Revision(
              revisions.size() + 1,
              fact.record(),
              Kind.CREATE,
              Optional.empty(),
              content,
              CanonicalGraph.sha256(content)));
    }
    return CommitText.sealed(
        1,
        DAY.atStartOfDay().toInstant(ZoneOffset.UTC),
        "beheer",
        Iris.organisation("vng-realisatie"),
        "Beginstand",
        revisions,
        Chain.BEFORE_FIRST);
  }

  private static Snapshot demonstration(List<Change> facts) {
    Draft draft = Draft.empty(Ontology.graph());
    Iterator<DatedProposal> past = SampleHistory.from(facts);
    long revision = 0;
    for (long commit = 1; past.hasNext(); commit++) {
      DatedProposal dated = past.next();
      for (Change change : dated.proposal().changes()) {
        revision++;
        draft.put(
            change.record(),
            change.graph(),
            change.graph().isEmpty()
                ? null
                : new Snapshot.Current(
                    revision, commit, dated.recorded(), dated.proposal().onBehalfOf(), ""));
      }
    }
    return draft.finish();
  }

  @AfterAll
  static void close() {
    history.close();
    log.close();
  }

  @TestFactory
  Stream<DynamicTest> question_has_rows_or_says_why_not() {
    return Library.of(QUESTIONS).all().stream()
        .map(question -> DynamicTest.dynamicTest(question.name(), () -> check(question)));
  }

  private static void check(LibraryQuestion question) {
    DatasetGraph dataset = question.endpoint() == Endpoint.HISTORY ? history.dataset() : state;
    Query query = question.query(question.examples());
    long rows =
        Txn.calculateRead(
            dataset,
            () -> {
              try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
                return RowSetOps.count(execution.select());
              }
            });
    if (question.empty().isPresent()) {
      assertEquals(
          0, rows, "the reason for no rows holds no longer: " + question.empty().get().en());
    } else {
      assertTrue(rows > 0, "no rows, and the file does not say why");
    }
  }
}
