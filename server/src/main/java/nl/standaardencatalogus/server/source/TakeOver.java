package nl.standaardencatalogus.server.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Denial;
import nl.standaardencatalogus.catalogue.access.Principal;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.catalogue.facts.RecordFiles;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Outcome;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.source.Aside.Cause;
import nl.standaardencatalogus.server.source.Aside.Words;
import nl.standaardencatalogus.server.source.Standing.Agreed;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Report;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Takes the declarations in one document over, each that can be: together they become one commit,
 * and the others are set aside with what is wrong. Nothing is ever deleted. For one document and
 * one thread.
 *
 * <p>A record of which the source says what it said the last time is left as it is, whatever
 * happened to it in the catalogue. One that changed in both places is set aside: who wrote the
 * source may not have seen what was changed here, and which of the two is right only the
 * municipality knows.
 */
final class TakeOver {
  /** Who acts: the actor of the commits, by which the log knows what came from a source. */
  static final String ACTOR = "eigen bron";

  private static final String REASON = "Overgenomen van ";
  private static final int MOST_FINDINGS = 20;

  private final Catalogue catalogue;
  private final OwnSource source;
  private final Map<String, Agreed> before;
  private final boolean replace;
  private final Principal principal;
  private final String reason;
  private final Map<String, Agreed> agreed;
  private final List<Aside> asides = new ArrayList<>();

  /** What is to be recorded. */
  private final Map<Node, Change> wanted = new LinkedHashMap<>();

  /** What would come of each of these alone. */
  private final Map<Node, Outcome> alone = new LinkedHashMap<>();

  /**
   * Taking over from a source.
   *
   * @param before what source and catalogue last said alike
   * @param replace whether what the catalogue has otherwise gives way
   */
  TakeOver(Catalogue catalogue, OwnSource source, Map<String, Agreed> before, boolean replace) {
    this.catalogue = catalogue;
    this.source = source;
    this.before = before;
    this.replace = replace;
    this.principal = new Principal(ACTOR, source.municipality(), Set.of(Role.MUNICIPALITY));
    this.reason = REASON + source.address();
    this.agreed = new HashMap<>(before);
  }

  /**
   * What came of it.
   *
   * @param commit empty when nothing was recorded
   */
  record Result(Optional<Commit> commit, List<Aside> asides, Map<String, Agreed> agreed) {}

  Result of(RecordFiles.Sorted document) {
    document
        .others()
        .forEach(node -> asides.add(new Aside(name(node), Cause.NO_RECORD, List.of())));
    document.records().forEach(said -> consider(said, document.faults().get(said.record())));
    Optional<Commit> commit = recorded();
    return new Result(commit, asides, agreed);
  }

  private static String name(Node node) {
    return node.isURI() ? node.getURI() : "[]";
  }

  /**
   * @param fault what is written wrongly in it; null when nothing is
   */
  private void consider(Change said, String fault) {
    if (Iris.kindOf(said.record()).filter(ThingKind.DECLARATION::equals).isEmpty()) {
      aside(said.record(), Cause.NO_DECLARATION, List.of());
      return;
    }
    Change cited = Change.put(said.record(), cited(said));
    Outcome outcome = catalogue.dryRun(principal, reason, List.of(cited));
    if (fault != null && !(outcome instanceof Outcome.Denied)) {
      aside(said.record(), Cause.MALFORMED, List.of(new Words(fault, fault)));
    } else if (outcome instanceof Outcome.Recorded || outcome instanceof Outcome.Rejected) {
      want(cited, outcome);
    } else if (outcome instanceof Outcome.Unchanged) {
      catalogue
          .snapshot()
          .current(cited.record())
          .ifPresent(it -> agree(cited.record(), cited.graph(), it.revision()));
    } else {
      refused(cited.record(), outcome);
    }
  }

  private Graph cited(Change said) {
    Graph graph = copy(said.graph());
    graph.add(said.record(), DCTerms.source.asNode(), citation());
    return graph;
  }

  private Node citation() {
    return NodeFactory.createURI(source.address().toString());
  }

  private static Graph copy(Graph from) {
    Graph graph = GraphFactory.createDefaultGraph();
    from.find().forEach(graph::add);
    return graph;
  }

  /** What a record says apart from where it was taken from: an address may move. */
  private static String hash(Node record, Graph graph) {
    Graph said = copy(graph);
    said.remove(record, DCTerms.source.asNode(), Node.ANY);
    return CanonicalGraph.sha256(CanonicalGraph.write(record, said));
  }

  private void agree(Node record, Graph graph, long revision) {
    agreed.put(record.getURI(), new Agreed(hash(record, graph), revision));
  }

  private void want(Change cited, Outcome outcome) {
    Node record = cited.record();
    Optional<Agreed> last = last(record);
    String hash = hash(record, cited.graph());
    Snapshot state = catalogue.snapshot();
    Graph there = state.record(record);
    long revision = state.current(record).map(Snapshot.Current::revision).orElse(0L);
    boolean untouched = last.filter(it -> it.revision() == revision).isPresent();
    boolean cites = there.contains(record, DCTerms.source.asNode(), citation());
    boolean saidBefore = last.filter(it -> it.hash().equals(hash)).isPresent();
    if (!replace && saidBefore && (cites || !untouched)) {
      agreed.putIfAbsent(record.getURI(), last.get());
      return;
    }
    boolean mayReplace =
        replace || there.isEmpty() || untouched || hash.equals(hash(record, there));
    if (mayReplace) {
      wanted.put(record, cited.basedOn(revision));
      alone.put(record, outcome);
    } else {
      aside(record, last.isPresent() ? Cause.CHANGED_HERE : Cause.THERE_ALREADY, List.of());
    }
  }

  /** What was last taken over; where that was forgotten, the log knows it. */
  private Optional<Agreed> last(Node record) {
    Agreed known = before.get(record.getURI());
    if (known != null) {
      return Optional.of(known);
    }
    List<Revision> revisions = catalogue.revisions(record);
    for (int i = revisions.size() - 1; i >= 0; i--) {
      Revision revision = revisions.get(i);
      if (catalogue.commitOf(revision.number()).filter(TakeOver::isOurs).isPresent()) {
        return Optional.of(
            new Agreed(hash(record, CanonicalGraph.read(revision.content())), revision.number()));
      }
    }
    return Optional.empty();
  }

  private static boolean isOurs(Commit commit) {
    return commit.actor().equals(ACTOR) && commit.reason().startsWith(REASON);
  }

  /** Together first, as some go only so; then without those that do not go alone. */
  private Optional<Commit> recorded() {
    Outcome outcome = commit();
    if (outcome instanceof Outcome.Rejected) {
      Map<Node, Outcome> refusedAlone = new LinkedHashMap<>(alone);
      refusedAlone.values().removeIf(Outcome.Recorded.class::isInstance);
      refusedAlone.forEach(this::drop);
      outcome = commit();
    }
    while (!wanted.isEmpty() && !(outcome instanceof Outcome.Recorded)) {
      Outcome refusal = outcome;
      Set<Node> blamed = blamed(refusal);
      blamed.retainAll(wanted.keySet());
      // A rule may blame what is not among them; then nobody can say which it is.
      Set<Node> dropped = blamed.isEmpty() ? Set.copyOf(wanted.keySet()) : blamed;
      dropped.forEach(record -> drop(record, refusal));
      outcome = commit();
    }
    if (outcome instanceof Outcome.Recorded recorded) {
      for (Revision revision : recorded.commit().revisions()) {
        agree(revision.record(), wanted.get(revision.record()).graph(), revision.number());
      }
      return Optional.of(recorded.commit());
    }
    return Optional.empty();
  }

  private Outcome commit() {
    return wanted.isEmpty()
        ? new Outcome.Unchanged()
        : catalogue.commit(principal, reason, List.copyOf(wanted.values()));
  }

  private static Set<Node> blamed(Outcome outcome) {
    Set<Node> blamed = new HashSet<>();
    if (outcome instanceof Outcome.Rejected rejected) {
      rejected
          .report()
          .findings(Severity.VIOLATION)
          .forEach(finding -> blamed.add(Iris.recordOf(finding.focus())));
    } else if (outcome instanceof Outcome.Stale stale) {
      blamed.add(stale.record());
    } else if (outcome instanceof Outcome.Denied denied) {
      blamed.add(denied.denial().record());
    } else if (outcome instanceof Outcome.Malformed malformed) {
      blamed.add(malformed.record());
    } else if (outcome instanceof Outcome.Reused reused) {
      blamed.add(reused.record());
    }
    return blamed;
  }

  private void drop(Node record, Outcome outcome) {
    wanted.remove(record);
    refused(record, outcome);
  }

  private void refused(Node record, Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected) {
      aside(record, Cause.RULES, findings(record, rejected.report()));
    } else if (outcome instanceof Outcome.Malformed malformed) {
      String english = malformed.reason();
      aside(record, Cause.MALFORMED, List.of(new Words(english, english)));
    } else if (outcome instanceof Outcome.Denied denied) {
      boolean declarant = denied.denial().reason() == Denial.Reason.OTHER_DECLARANT;
      aside(record, declarant ? Cause.OTHER_DECLARANT : Cause.OTHER_MUNICIPALITY, List.of());
    } else if (outcome instanceof Outcome.Reused) {
      aside(record, Cause.REUSED, List.of());
    } else {
      // Somebody changed it while it was being looked at.
      aside(record, Cause.CHANGED_HERE, List.of());
    }
  }

  /** What the rules say of a record; of others where they blame only those. */
  private static List<Words> findings(Node record, Report report) {
    List<Finding> all = report.findings(Severity.VIOLATION);
    List<Finding> own =
        all.stream().filter(it -> Iris.recordOf(it.focus()).equals(record)).toList();
    return (own.isEmpty() ? all : own)
        .stream()
            .map(it -> new Words(it.message("nl"), it.message("en")))
            .distinct()
            .limit(MOST_FINDINGS)
            .toList();
  }

  private void aside(Node about, Cause cause, List<Words> findings) {
    asides.add(new Aside(about.getURI(), cause, findings));
  }
}
