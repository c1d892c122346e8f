package nl.standaardencatalogus.server.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Keeps a copy of the catalogue by following an event stream of it: all that a client needs, in
 * about a hundred lines. What it has to remember is the copy and one moment.
 */
public final class Harvester {
  private static final String LDES = "https://w3id.org/ldes#";
  private static final String TREE = "https://w3id.org/tree#";

  private final String feed;
  private final Map<Node, Graph> copy;
  private Instant until;
  private int transactions;

  /** One change of one record; the last one of a transaction completes it. */
  private record Change(
      Instant at, long number, Node record, boolean deleted, Graph graph, boolean last) {}

  /** Begins with nothing. */
  public Harvester(String feed) {
    this(feed, Map.of(), Instant.EPOCH);
  }

  /** Goes on with a copy in which all is that was published before a moment. */
  public Harvester(String feed, Map<Node, Graph> copy, Instant until) {
    this.feed = feed;
    this.copy = new HashMap<>(copy);
    this.until = until;
  }

  /** The records, each with its own triples. */
  public Map<Node, Graph> copy() {
    return Map.copyOf(copy);
  }

  /** The moment of the last change in the copy. */
  public Instant until() {
    return until;
  }

  /** How many transactions it has taken in. */
  public int transactions() {
    return transactions;
  }

  /** Takes in what was published since the last time. */
  public void catchUp() {
    Graph root = read(feed).getDefaultGraph();
    Node stream = root.find(Node.ANY, tree("view"), iri(feed)).next().getSubject();
    List<Change> transaction = new ArrayList<>();
    boolean inTransactions = root.contains(stream, ldes("transactionFinalizedPath"), Node.ANY);
    for (Set<String> pages : due(root).values()) {
      for (Change change : changes(root, stream, pages)) {
        transaction.add(change);
        if (change.last() || !inTransactions) {
          take(transaction);
          transaction.clear();
        }
      }
    }
  }

  /** The pages that can hold something new, by the first moment in them. */
  private SortedMap<Instant, Set<String>> due(Graph root) {
    Map<String, Instant> from = new HashMap<>();
    Map<String, Instant> before = new HashMap<>();
    for (var found : root.find(iri(feed), tree("relation"), Node.ANY).toList()) {
      Node relation = found.getObject();
      boolean lower =
          root.contains(relation, RDF.type.asNode(), tree("GreaterThanOrEqualToRelation"));
      (lower ? from : before)
          .put(only(root, relation, tree("node")).getURI(), time(root, relation, tree("value")));
    }
    SortedMap<Instant, Set<String>> due = new TreeMap<>();
    from.forEach(
        (page, first) -> {
          if (before.getOrDefault(page, Instant.MAX).isAfter(until)) {
            due.computeIfAbsent(first, f -> new TreeSet<>()).add(page);
          }
        });
    return due;
  }

  /** What is in pages that begin at the same moment, in the order in which it happened. */
  private List<Change> changes(Graph root, Node stream, Set<String> pages) {
    Node timestamp = only(root, stream, ldes("timestampPath"));
    Node versionOf = only(root, stream, ldes("versionOfPath"));
    Node delete = only(root, stream, ldes("versionDeleteObject"));
    Optional<Node> sequence = first(root, stream, ldes("sequencePath"));
    Optional<Node> finalized = first(root, stream, ldes("transactionFinalizedPath"));
    List<Change> changes = new ArrayList<>();
    for (String page : pages) {
      DatasetGraph data = read(page);
      Graph said = data.getDefaultGraph();
      for (var found : said.find(stream, tree("member"), Node.ANY).toList()) {
        Node member = found.getObject();
        changes.add(
            new Change(
                time(said, member, timestamp),
                sequence.map(s -> Long.parseLong(text(said, member, s))).orElse(0L),
                only(said, member, versionOf),
                said.contains(member, RDF.type.asNode(), delete),
                copy(data.getGraph(member)),
                finalized.filter(f -> said.contains(member, f, Node.ANY)).isPresent()));
      }
    }
    changes.removeIf(change -> change.at().isBefore(until));
    changes.sort(Comparator.comparing(Change::at).thenComparingLong(Change::number));
    return changes;
  }

  private void take(List<Change> transaction) {
    for (Change change : transaction) {
      if (change.deleted()) {
        copy.remove(change.record());
      } else {
        copy.put(change.record(), change.graph());
      }
      until = change.at();
    }
    transactions++;
  }

  private static Graph copy(Graph graph) {
    Graph copy = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(copy, graph);
    return copy;
  }

  private static DatasetGraph read(String address) {
    return RDFParser.source(address).acceptHeader("application/n-quads").toDatasetGraph();
  }

  private static Optional<Node> first(Graph graph, Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY).map(t -> t.getObject()).findFirst();
  }

  private static Node only(Graph graph, Node subject, Node property) {
    return first(graph, subject, property).orElseThrow();
  }

  private static String text(Graph graph, Node subject, Node property) {
    return only(graph, subject, property).getLiteralLexicalForm();
  }

  private static Instant time(Graph graph, Node subject, Node property) {
    return Instant.parse(text(graph, subject, property));
  }

  private static Node ldes(String name) {
    return iri(LDES + name);
  }

  private static Node tree(String name) {
    return iri(TREE + name);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
