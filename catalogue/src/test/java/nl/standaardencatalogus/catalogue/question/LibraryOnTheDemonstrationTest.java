package nl.standaardencatalogus.catalogue.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.facts.CuratedFacts;
import nl.standaardencatalogus.catalogue.history.History;
import nl.standaardencatalogus.catalogue.log.Chain;
import nl.standaardencatalogus.catalogue.log.CommitLog;
import nl.standaardencatalogus.catalogue.log.CommitText;
import nl.standaardencatalogus.catalogue.log.FileLog;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.DatedProposal;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Proposal;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.sample.SampleHistory;
import nl.standaardencatalogus.catalogue.snapshot.Draft;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.Ontology;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every question of the library, with its examples, on what a demonstration holds: the curated
 * facts and the sample declarations. It gives rows, or its file says why it does not. The history
 * is that of the curated facts and of two municipalities: that of all takes long.
 */
@Tag("long")
class LibraryOnTheDemonstrationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  /** One that deleted a declaration, and one that declared something in the last days. */
  private static final List<String> SOME = List.of("gm0718", "gm0828");

  private static final Questions QUESTIONS = Questions.load();

  @TempDir static Path folder;
  private static DatasetGraph state;
  private static CommitLog log;
  private static History history;

  @BeforeAll
  static void fill() throws InterruptedException {
    Draft draft = Draft.empty(Ontology.graph());
    List<Commit> commits = new ArrayList<>();
    Map<Node, Long> last = new HashMap<>();
    Iterator<DatedProposal> past = SampleHistory.from(CuratedFacts.changes());
    long commitNumber = 0;
    long revisionNumber = 0;
    while (past.hasNext()) {
      DatedProposal dated = past.next();
      commitNumber++;
      for (Change change : dated.proposal().changes()) {
        revisionNumber++;
        put(draft, change, dated, commitNumber, revisionNumber);
      }
      String who = dated.proposal().onBehalfOf().getURI();
      if (!who.contains("/gemeente/") || SOME.stream().anyMatch(who::endsWith)) {
        commits.add(commit(dated, commits, last));
      }
    }
    draft.follow(new Validity(QUESTIONS), DAY);
    state = DatasetGraphFactory.wrap(draft.finish().graph());

    log = FileLog.open(folder.resolve("log"), 1 << 26);
    log.append(commits);
    history = History.open(folder.resolve("history"), log);
    history.await(log.size(), Progress.silent());
  }

  private static void put(
      Draft draft, Change change, DatedProposal dated, long commit, long revision) {
    Snapshot.Current place =
        new Snapshot.Current(revision, commit, dated.recorded(), dated.proposal().onBehalfOf(), "");
    draft.put(change.record(), change.graph(), change.graph().isEmpty() ? null : place);
  }

  private static Commit commit(DatedProposal dated, List<Commit> before, Map<Node, Long> last) {
    Proposal proposal = dated.proposal();
    Commit previous = before.isEmpty() ? null : before.get(before.size() - 1);
    long number =
        previous == null ? 0 : previous.revisions().get(previous.revisions().size() - 1).number();
    List<Revision> revisions = new ArrayList<>();
    for (Change change : proposal.changes()) {
      number++;
      revisions.add(revision(number, change, last.put(change.record(), number)));
    }
    return CommitText.sealed(
        before.size() + 1,
        dated.recorded(),
        proposal.actor(),
        proposal.onBehalfOf(),
        proposal.proposer(),
        proposal.reason(),
        revisions,
        previous == null ? Chain.BEFORE_FIRST : previous.hash());
  }

  private static Revision revision(long number, Change change, Long before) {
    String content = CanonicalGraph.write(change.record(), change.graph());
    Kind kind = content.isEmpty() ? Kind.DELETE : before == null ? Kind.CREATE : Kind.UPDATE;
    return new Revision(
        number,
        change.record(),
        kind,
        Optional.ofNullable(before),
        content,
        CanonicalGraph.sha256(content));
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
