package nl.standaardencatalogus.server.feed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.revision.RevisionIndex;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Profile;
import nl.standaardencatalogus.shapes.Rules;
import nl.standaardencatalogus.shapes.Severity;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Every member of the DCAT feed that a catalogue ever had, held against the rules of DCAT-AP and
 * DCAT-AP-NL: one by one, and what a harvester has in the end. With a data folder as its argument
 * it says what it found there.
 */
final class Members {
  private static final List<Rules> PROFILES =
      List.of(Rules.load(Profile.DCAT_AP), Rules.load(Profile.DCAT_AP_NL));

  private final Map<Node, Graph> last = new HashMap<>();
  private final List<String> alone = new ArrayList<>();
  private final List<String> together;
  private int members;

  private Members(Catalogue catalogue) {
    RevisionIndex index = catalogue.index();
    for (long number : index.revisionsOf(Feed.DCAT.records(), 0, index.lastRevision())) {
      take(catalogue.revision(number).orElseThrow());
    }
    Graph all = GraphFactory.createDefaultGraph();
    last.values().forEach(graph -> GraphUtil.addInto(all, graph));
    // Concepts are referred to and never described: who reads the feed has the code lists.
    Graph state = catalogue.snapshot().graph();
    Questions.load().construct("catalogus/concepts", state, Map.of()).forEach(all::add);
    this.together = violations(all).stream().map(Members::text).toList();
  }

  static Members of(Catalogue catalogue) {
    return new Members(catalogue);
  }

  private void take(Revision revision) {
    members++;
    Graph graph = CanonicalGraph.read(Entity.of(revision));
    if (revision.kind() == Kind.DELETE) {
      last.remove(revision.record());
      if (!graph.isEmpty()) {
        alone.add(revision.number() + " is deleted and still described");
      }
      return;
    }
    last.put(revision.record(), graph);
    if (!graph.contains(revision.record(), Node.ANY, Node.ANY)) {
      alone.add(revision.number() + " says nothing of " + revision.record());
    }
    violations(graph).stream()
        .filter(finding -> !finding.component().getURI().endsWith("#ClassConstraintComponent"))
        .forEach(finding -> alone.add(revision.number() + ": " + text(finding)));
  }

  private static List<Finding> violations(Graph graph) {
    return PROFILES.stream()
        .flatMap(rules -> rules.validate(graph).findings(Severity.VIOLATION).stream())
        .toList();
  }

  private static String text(Finding finding) {
    return finding.rule() + " of " + finding.focus() + ": " + finding.value();
  }

  /** How many there were. */
  int count() {
    return members;
  }

  /**
   * What is wrong with one member, whatever is around it. Of what class something is that stands in
   * another member, no member can say.
   */
  List<String> alone() {
    return alone;
  }

  /** What is wrong with all that there is in the end, classes included. */
  List<String> together() {
    return together;
  }

  public static void main(String[] arguments) {
    try (Catalogue catalogue =
        Catalogue.open(Path.of(arguments[0]), Rules.load(), Progress.silent())) {
      Members members = of(catalogue);
      System.out.printf(
          "%d members; violations in one of them: %d, in all that is there in the end: %d%n",
          members.count(), members.alone().size(), members.together().size());
      members.alone().stream().limit(20).forEach(System.out::println);
      members.together().stream().limit(20).forEach(System.out::println);
    }
  }
}
