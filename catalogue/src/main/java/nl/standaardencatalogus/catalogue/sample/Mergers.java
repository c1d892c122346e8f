package nl.standaardencatalogus.catalogue.sample;

import static nl.standaardencatalogus.catalogue.sample.Facts.BY_IRI;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.standaardencatalogus.catalogue.sample.Country.Merger;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.ORG;

/** The mergers since the first day, with those predecessors that have one successor only. */
final class Mergers {
  private final Facts facts;
  private final Map<Node, Set<Node>> successors = new HashMap<>();
  private final List<Merger> found = new ArrayList<>();

  private Mergers(Facts facts) {
    this.facts = facts;
    facts.ofType(SC.REORGANISATION_CLASS).filter(event -> !isPlanned(event)).forEach(this::read);
  }

  static List<Merger> in(Facts facts) {
    Mergers mergers = new Mergers(facts);
    return mergers.found.stream()
        .map(mergers::withoutSplits)
        .filter(merger -> merger.day().isAfter(SampleHistory.FIRST_DAY))
        .sorted(Comparator.comparing(Merger::day).thenComparing(Merger::event, BY_IRI))
        .toList();
  }

  private void read(Node event) {
    List<Node> results = facts.links(event, ORG.resultingOrganization.asNode());
    List<Node> ended =
        facts.links(event, ORG.originalOrganization.asNode()).stream()
            .filter(original -> !results.contains(original))
            .toList();
    for (Node one : ended) {
      successors.computeIfAbsent(one, key -> new TreeSet<>(BY_IRI)).addAll(results);
    }
    boolean merger = facts.concepts(event, SC.REORGANISATION_KIND).contains("samenvoeging");
    if (merger && results.size() == 1) {
      facts
          .day(event, SC.EFFECTIVE_FROM)
          .ifPresent(day -> found.add(new Merger(event, day, results.get(0), ended)));
    }
  }

  /** Nobody says which successor of a split municipality keeps its word: none of them gets it. */
  private Merger withoutSplits(Merger merger) {
    List<Node> whole =
        merger.predecessors().stream().filter(one -> successors.get(one).size() == 1).toList();
    return new Merger(merger.event(), merger.day(), merger.successor(), whole);
  }

  private boolean isPlanned(Node event) {
    return facts.text(event, SC.PLANNED).equals("true");
  }
}
