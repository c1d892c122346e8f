package nl.standaardencatalogus.server.impact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.gap.Duty;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.VersionLife;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What somebody who changes a record has happen to a standard: it becomes binding, or it or a
 * version of it ends.
 *
 * @param version the version that ends; null when it is about the whole standard
 * @param day the first day on which it is so
 */
public record Supposed(Node standard, Node version, boolean binding, String day) {

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
      return bound(changed, after, questions);
    }
    Node standard = Iris.standardOfVersion(record).orElse(record);
    Node version = standard.equals(record) ? null : record;
    return end(changed).map(day -> new Supposed(standard, version, false, day)).stream().toList();
  }

  private static List<Supposed> bound(Changed changed, Snapshot after, Questions questions) {
    Node decision = changed.record();
    Optional<Node> force = object(changed.after(), decision, SC.FORCE).filter(Duty::binds);
    Optional<String> day =
        object(changed.after(), decision, SC.EFFECTIVE_FROM)
            .or(() -> object(changed.after(), decision, SC.DECIDED_ON))
            .map(it -> PartialDate.start(it.getLiteralLexicalForm()).toString());
    if (force.isEmpty() || day.isEmpty()) {
      return List.of();
    }
    List<Node> covered = objects(changed.after(), decision, SC.COVERS).toList();
    // Who corrects a title or names one standard more has nothing happen to the others.
    boolean same =
        Stream.of(SC.FORCE, SC.EFFECTIVE_FROM, SC.DECIDED_ON)
            .allMatch(it -> added(changed, decision, it).findAny().isEmpty());
    return (same ? added(changed, decision, SC.COVERS) : covered.stream())
        .flatMap(it -> members(it, covered, after, questions))
        .distinct()
        .map(it -> new Supposed(it, null, true, day.get()))
        .toList();
  }

  /** The standards that are meant by one, by a family none of which is named, or by a version. */
  private static Stream<Node> members(
      Node one, List<Node> covered, Snapshot after, Questions questions) {
    List<Node> members =
        questions.select("standard/members", after.graph(), Map.of("family", one)).stream()
            .map(row -> row.get("standard"))
            .toList();
    return members.isEmpty() || members.stream().anyMatch(covered::contains)
        ? Stream.of(Iris.standardOfVersion(one).orElse(one))
        : members.stream();
  }

  /** The first day on which a thing is over that was not to be so before the change. */
  private static Optional<String> end(Changed changed) {
    Node record = changed.record();
    String today = LocalDate.now(Validity.ZONE).toString();
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
    return state.current(version == null ? standard : version).isPresent();
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
        List.of(binding ? Supposition.BINDS : ""),
        Supposition.DAY,
        List.of(day));
  }

  String query() {
    return Supposition.query(
        Iris.lastSegment(standard),
        version == null ? null : Iris.lastSegment(version),
        binding,
        day);
  }
}
