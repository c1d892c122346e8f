package nl.standaardencatalogus.server.impact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.VersionLife;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.DCTerms;

/**
 * What somebody who changes a record has happen to a standard: it becomes binding or is so no
 * longer, or it or a version of it ends.
 *
 * @param version the version that ends; null when it is about the whole standard
 * @param decision the decision that no longer binds; null when it is about none or several
 * @param day the first day on which it is so
 */
public record Supposed(Node standard, Node version, Happening what, Node decision, String day) {

  /** Whether something is still used is said on these; what the Forum lists is another matter. */
  private static final Set<String> OF_LIFE = Set.of("levensfase", "publicatiestadium");

  /** A record before and after a change; an empty graph where there is none. */
  public record Changed(Node record, Graph before, Graph after) {
    /** Whether the record is of a kind that such a change can be of. */
    public boolean matters() {
      return Iris.kindOf(record)
          .filter(
              it -> it == ThingKind.DECISION || it == ThingKind.STANDARD || it == ThingKind.VERSION)
          .isPresent();
    }
  }

  /** What follows from a change, in the state that there is with it. */
  public static List<Supposed> by(Changed changed, Snapshot after, Questions questions) {
    Node record = changed.record();
    if (Iris.kindOf(record).filter(ThingKind.DECISION::equals).isPresent()) {
      return Stream.concat(
              bound(changed, after, questions).stream(), lifted(changed, after, questions).stream())
          .toList();
    }
    Node standard = Iris.standardOfVersion(record).orElse(record);
    Node version = standard.equals(record) ? null : record;
    return end(changed, after.day().toString())
        .map(day -> new Supposed(standard, version, Happening.ENDS, null, day))
        .stream()
        .toList();
  }

  /** The standards that a decision obliges to, as far as that is because of the change. */
  private static List<Supposed> bound(Changed changed, Snapshot after, Questions questions) {
    Node decision = changed.record();
    Optional<String> day = since(changed.after(), decision);
    if (day.isEmpty()) {
      return List.of();
    }
    Set<Node> bound = bound(decision, day.get(), after.graph(), questions);
    // Who corrects a title or names one standard more has nothing happen to the others.
    boolean same =
        Stream.of(SC.FORCE, SC.EFFECTIVE_FROM, SC.DECIDED_ON)
            .allMatch(it -> added(changed, decision, it).findAny().isEmpty());
    Set<Node> already =
        same ? bound(decision, day.get(), before(changed, after), questions) : Set.of();
    return bound.stream()
        .filter(it -> !already.contains(it) && !stands(it, bound, after.graph()))
        .map(it -> new Supposed(it, null, Happening.BINDS, null, day.get()))
        .toList();
  }

  private static Set<Node> bound(Node decision, String day, Graph state, Questions questions) {
    return InForce.on(day, state, questions).entrySet().stream()
        .filter(it -> it.getValue().contains(decision))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(() -> new TreeSet<>(NodeCmp::compareRDFTerms)));
  }

  /** Whether a family stands among its own members, who say all that there is to say. */
  private static boolean stands(Node standard, Set<Node> all, Graph state) {
    return all.stream().anyMatch(it -> state.contains(it, DCTerms.isPartOf.asNode(), standard));
  }

  private static Graph before(Changed changed, Snapshot after) {
    return InForce.instead(after.graph(), changed.after(), changed.before());
  }

  /** The standards that nothing obliges to any more because of the change of a decision. */
  private static List<Supposed> lifted(Changed changed, Snapshot after, Questions questions) {
    Node decision = changed.record();
    String today = after.day().toString();
    String day =
        added(changed, decision, SC.EFFECTIVE_UNTIL)
            .map(it -> after(it.getLiteralLexicalForm()))
            .findFirst()
            .or(() -> since(changed.after(), decision))
            .filter(it -> it.compareTo(today) > 0)
            .orElse(today);
    Map<Node, Set<Node>> before = InForce.on(day, before(changed, after), questions);
    Set<Node> still = InForce.on(day, after.graph(), questions).keySet();
    return before.entrySet().stream()
        .filter(it -> !still.contains(it.getKey()))
        .filter(it -> !stands(it.getKey(), before.keySet(), after.graph()))
        .map(
            it ->
                new Supposed(
                    it.getKey(),
                    null,
                    Happening.LIFTED,
                    it.getValue().size() == 1 ? it.getValue().iterator().next() : null,
                    day))
        .sorted(Comparator.comparing(it -> it.standard().getURI()))
        .toList();
  }

  /** From which day a decision holds. */
  private static Optional<String> since(Graph graph, Node decision) {
    return object(graph, decision, SC.EFFECTIVE_FROM)
        .or(() -> object(graph, decision, SC.DECIDED_ON))
        .map(it -> PartialDate.start(it.getLiteralLexicalForm()).toString());
  }

  /** The first day on which a thing is over that was not to be so before the change. */
  private static Optional<String> end(Changed changed, String today) {
    Node record = changed.record();
    if (changed.after().isEmpty()) {
      return Optional.of(today);
    }
    Stream<String> support =
        added(changed, record, SC.END_OF_SUPPORT).map(it -> after(it.getLiteralLexicalForm()));
    Stream<String> statuses =
        added(changed, record, SC.STATUS)
            .filter(it -> hasEnded(changed.after(), it))
            .map(
                it ->
                    object(changed.after(), it, SC.VALID_FROM)
                        .map(from -> PartialDate.start(from.getLiteralLexicalForm()).toString())
                        .orElse(today));
    return Stream.concat(support, statuses).sorted().findFirst();
  }

  private static boolean hasEnded(Graph graph, Node status) {
    return object(graph, status, SC.AXIS).map(Slugs::of).filter(OF_LIFE::contains).isPresent()
        && VersionLife.hasEnded(
            object(graph, status, SC.STATUS_VALUE).map(Slugs::of).stream().toList());
  }

  private static Stream<Node> added(Changed changed, Node subject, Node property) {
    return changed.after().stream(subject, property, Node.ANY)
        .filter(it -> !changed.before().contains(it))
        .map(Triple::getObject);
  }

  private static Optional<Node> object(Graph graph, Node subject, Node property) {
    return objects(graph, subject, property).findFirst();
  }

  private static Stream<Node> objects(Graph graph, Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY).map(Triple::getObject);
  }

  /** The day after what is a day, a month or a year. */
  private static String after(String written) {
    String period = written.replaceFirst("(Z|[+-][0-9]{2}:[0-9]{2})$", "");
    return switch (period.length()) {
      case 4 -> Integer.parseInt(period) + 1 + "-01-01";
      case 7 -> YearMonth.parse(period).plusMonths(1) + "-01";
      default -> LocalDate.parse(period).plusDays(1).toString();
    };
  }

  /** Whether a state has what it is about. */
  public boolean isKnown(Snapshot state) {
    return state.current(version == null ? standard : version).isPresent()
        && (decision == null || state.current(decision).isPresent());
  }

  /** Where it is told what it touches, in the state of now. */
  public String address() {
    return Impacts.PATH + query();
  }

  /** What the address asks, by the names that it has there. */
  Map<String, List<String>> parameters() {
    String slug = Iris.lastSegment(standard);
    return Map.of(
        version == null ? Supposition.STANDARD : Supposition.VERSION,
        List.of(version == null ? slug : slug + "/" + Iris.lastSegment(version)),
        Supposition.WHAT,
        List.of(what.word()),
        Supposition.DECISION,
        List.of(decision == null ? "" : Iris.lastSegment(decision)),
        Supposition.DAY,
        List.of(day));
  }

  /** Whether it takes away what there is, so that it is looked at where that still is. */
  boolean takesAway() {
    return what == Happening.LIFTED;
  }

  String query() {
    return Supposition.query(
        Iris.lastSegment(standard),
        version == null ? null : Iris.lastSegment(version),
        what,
        decision,
        day);
  }
}
