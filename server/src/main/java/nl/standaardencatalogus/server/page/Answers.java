package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Answers to questions that are not about declarations, in one state. States that differ in
 * declarations only, as most do, share them.
 */
final class Answers {
  static final Answers NONE = new Answers(Graph.emptyGraph, null, "", Map.of());

  private final Graph graph;
  private final Questions questions;
  private final String mark;
  private final Map<String, List<Row>> known;

  private Answers(Graph graph, Questions questions, String mark, Map<String, List<Row>> known) {
    this.graph = graph;
    this.questions = questions;
    this.mark = mark;
    this.known = known;
  }

  /** The answers in another state, those of this one where they must be the same. */
  Answers near(Snapshot snapshot, Questions questions) {
    String other = mark(snapshot);
    return new Answers(
        snapshot.graph(), questions, other, other.equals(mark) ? known : new ConcurrentHashMap<>());
  }

  /** The answers in another state that differs from that of these in some records. */
  Answers after(Set<Node> records, Snapshot snapshot, Questions questions) {
    return records.stream().allMatch(Iris::isDeclaration)
        ? new Answers(snapshot.graph(), questions, mark, known)
        : near(snapshot, questions);
  }

  /** Whether these are the same answers as those, to every question. */
  boolean shares(Answers other) {
    return known == other.known;
  }

  /**
   * What two states have in common only when all their records but the declarations are at the same
   * revision: how many there are, and two sums over the numbers of their revisions.
   */
  private static String mark(Snapshot snapshot) {
    long[] sums = new long[4];
    snapshot
        .records()
        .filter(record -> !Iris.isDeclaration(record))
        .forEach(
            record -> {
              long revision = snapshot.current(record).map(Snapshot.Current::revision).orElse(0L);
              sums[0]++;
              sums[1] += revision;
              sums[2] += revision * revision;
              sums[3] += revision == 0 ? 1 : 0;
            });
    return sums[3] > 0
        ? snapshot.sequence() + " " + snapshot.hash()
        : sums[0] + " " + sums[1] + " " + sums[2];
  }

  List<Row> to(String question) {
    return known.computeIfAbsent(question, q -> questions.select(q, graph));
  }

  /** The answer for a day, which is not kept: there are many days. */
  List<Row> to(String question, String day) {
    return questions.select(question, graph, Map.of("day", NodeFactory.createLiteralString(day)));
  }

  /** Whether anything is made up for demonstration. */
  boolean sample() {
    return !questions.select("overview/sample", graph).isEmpty();
  }
}
