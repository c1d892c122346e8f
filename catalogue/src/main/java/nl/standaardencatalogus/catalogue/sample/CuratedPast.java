package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * On which day each curated record enters the demonstration: versions, decisions, projects, advice
 * and meetings when they came about, a procedure when its last step began, everything else at the
 * beginning, and nothing before what it refers to.
 */
final class CuratedPast {
  private final Map<Node, LocalDate> entered = new HashMap<>();
  private final TreeMap<LocalDate, List<Change>> byDay = new TreeMap<>();

  CuratedPast(List<Change> curated, LocalDate today) {
    Map<Node, Set<Node>> references = new HashMap<>();
    for (Change change : curated) {
      entered.put(change.record(), within(ownDay(change), today));
    }
    for (Change change : curated) {
      references.put(change.record(), references(change));
    }
    waitForReferences(curated, references);
    curated.stream()
        .sorted(Comparator.comparing(change -> change.record().getURI()))
        .forEach(
            change ->
                byDay
                    .computeIfAbsent(entered.get(change.record()), day -> new ArrayList<>())
                    .add(change));
  }

  /** When this record enters; the first day for what is no curated record. */
  LocalDate entered(Node record) {
    return entered.getOrDefault(record, SampleHistory.FIRST_DAY);
  }

  /** What enters, day by day. */
  Map<LocalDate, List<Change>> byDay() {
    return byDay;
  }

  private static LocalDate ownDay(Change change) {
    Graph graph = change.graph();
    Node record = change.record();
    if (graph.contains(record, RDF.type.asNode(), SC.STANDARD_VERSION_CLASS)) {
      return Day.of(graph, record, DCTerms.issued.asNode()).orElse(SampleHistory.FIRST_DAY);
    }
    if (graph.contains(record, RDF.type.asNode(), SC.DECISION_CLASS)) {
      return Day.of(graph, record, SC.DECIDED_ON)
          .or(() -> Day.of(graph, record, SC.EFFECTIVE_FROM))
          .orElse(SampleHistory.FIRST_DAY);
    }
    if (graph.contains(record, RDF.type.asNode(), SC.PROJECT_CLASS)) {
      return Day.of(graph, record, SC.VALID_FROM).orElse(SampleHistory.FIRST_DAY);
    }
    if (graph.contains(record, RDF.type.asNode(), SC.FUNDING_ADVICE_CLASS)) {
      return Day.of(graph, record, SC.ADVISED_ON).orElse(SampleHistory.FIRST_DAY);
    }
    if (graph.contains(record, RDF.type.asNode(), SC.MEETING_CLASS)) {
      return Day.of(graph, record, SC.HELD_ON).orElse(SampleHistory.FIRST_DAY);
    }
    if (graph.contains(record, RDF.type.asNode(), SC.PROCEDURE_CLASS)) {
      return graph
          .find(Node.ANY, SC.BEGINS_ON, Node.ANY)
          .mapWith(begins -> Day.of(begins.getObject()))
          .toList()
          .stream()
          .flatMap(Optional::stream)
          .max(Comparator.naturalOrder())
          .orElse(SampleHistory.FIRST_DAY);
    }
    return SampleHistory.FIRST_DAY;
  }

  private static LocalDate within(LocalDate day, LocalDate today) {
    LocalDate notBefore = Day.later(day, SampleHistory.FIRST_DAY);
    return notBefore.isAfter(today) ? today : notBefore;
  }

  private Set<Node> references(Change change) {
    Set<Node> references = new LinkedHashSet<>();
    change
        .graph()
        .find()
        .mapWith(Triple::getObject)
        .filterKeep(Node::isURI)
        .mapWith(Iris::recordOf)
        .filterKeep(entered::containsKey)
        .forEach(references::add);
    references.remove(change.record());
    return references;
  }

  /** Ends: a day only moves later, and never past the latest of all. */
  private void waitForReferences(List<Change> curated, Map<Node, Set<Node>> references) {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Change change : curated) {
        LocalDate day = entered.get(change.record());
        for (Node reference : references.get(change.record())) {
          day = Day.later(day, entered.get(reference));
        }
        moved |= !day.equals(entered.put(change.record(), day));
      }
    }
  }
}
