package nl.standaardencatalogus.server.feed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
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

  private static final Questions QUESTIONS = Questions.load();

  private final Catalogue catalogue;
  private final Map<Node, Graph> last = new HashMap<>();
  private final List<String> alone = new ArrayList<>();
  private final Set<ThingKind> kinds = EnumSet.noneOf(ThingKind.class);
  private int members;

  private Members(Catalogue catalogue, Stream<Revision> revisions) {
    this.catalogue = catalogue;
    revisions.forEach(this::take);
  }

  /** All members that there are. */
  static Members of(Catalogue catalogue) {
    return new Members(catalogue, revisions(catalogue));
  }

  /** As many members of each kind of record, from the first to the last; fewer of a rare kind. */
  static Members sample(Catalogue catalogue, int ofEachKind) {
    Map<ThingKind, List<Revision>> kinds =
        revisions(catalogue)
            .collect(Collectors.groupingBy(r -> Iris.kindOf(r.record()).orElseThrow()));
    return new Members(
        catalogue, kinds.values().stream().flatMap(list -> spread(list, ofEachKind)));
  }

  private static Stream<Revision> spread(List<Revision> list, int number) {
    int taken = Math.min(number, list.size());
    return IntStream.range(0, taken)
        .mapToObj(i -> list.get((int) ((long) i * list.size() / taken)));
  }

  private static Stream<Revision> revisions(Catalogue catalogue) {
    RevisionIndex index = catalogue.index();
    return Arrays.stream(index.revisionsOf(Feed.DCAT.records(), 0, index.lastRevision()))
        .mapToObj(number -> catalogue.revision(number).orElseThrow());
  }

  private void take(Revision revision) {
    kinds.add(Iris.kindOf(revision.record()).orElseThrow());
    members++;
    Graph graph = CanonicalGraph.read(Entity.of(revision, QUESTIONS));
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

  /** Of which kinds of records. */
  Set<ThingKind> kinds() {
    return kinds;
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
    Graph all = GraphFactory.createDefaultGraph();
    last.values().forEach(graph -> GraphUtil.addInto(all, graph));
    // Concepts are referred to and never described: who reads the feed has the code lists.
    Graph state = catalogue.snapshot().graph();
    QUESTIONS.construct("catalogus/concepts", state, Map.of()).forEach(all::add);
    return violations(all).stream().map(Members::text).toList();
  }

  public static void main(String[] arguments) {
    try (Catalogue catalogue =
        Catalogue.open(Path.of(arguments[0]), Rules.load(), Progress.silent())) {
      Members members = of(catalogue);
      List<String> together = members.together();
      System.out.printf(
          "%d members; violations in one of them: %d, in all that is there in the end: %d%n",
          members.count(), members.alone().size(), together.size());
      members.alone().stream().limit(20).forEach(System.out::println);
      together.stream().limit(20).forEach(System.out::println);
    }
  }
}
