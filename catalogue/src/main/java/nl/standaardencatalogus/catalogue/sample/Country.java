package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/** What the generator has to know of the real world, read from the curated facts. */
final class Country {
  private static final Node LABEL = SKOS.prefLabel.asNode();

  private static final String APPLICATION = "application-component";

  private final Facts facts;
  private final List<Municipality> municipalities;
  private final Map<String, Standard> standards = new TreeMap<>();
  private final List<Merger> mergers;
  private final Node publisher;

  /**
   * A municipality, living or not.
   *
   * @param until its last day; {@link LocalDate#MAX} when it lives
   */
  record Municipality(
      Node iri,
      String code,
      String name,
      int population,
      LocalDate from,
      LocalDate until,
      Optional<Membership> membership) {
    boolean existsOn(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /** That the body of a cooperation runs the ICT of a municipality, from a day on. */
  record Membership(Node body, String cooperation, LocalDate from) {}

  /** A standard, its versions in order and the components that it applies to. */
  record Standard(Node iri, String title, List<Version> versions, List<Node> components) {

    /** The place of the last version that there was on a day; -1 when there was none. */
    int versionOn(LocalDate day) {
      int last = -1;
      for (int i = 0; i < versions.size(); i++) {
        if (!versions.get(i).available().isAfter(day)) {
          last = i;
        }
      }
      return last;
    }
  }

  /** A version and the day from which it can be declared. */
  record Version(Node iri, String label, LocalDate available, boolean dated) {}

  /** Municipalities that became one: the predecessors ended, what they declared is inherited. */
  record Merger(Node event, LocalDate day, Node successor, List<Node> predecessors) {}

  Country(List<Change> curated, CuratedPast past) {
    facts = new Facts(curated);
    Cooperations cooperations = new Cooperations(facts);
    municipalities =
        Stream.concat(
                facts.ofType(SC.MUNICIPALITY_CLASS), facts.ofType(SC.FORMER_MUNICIPALITY_CLASS))
            .map(record -> municipality(record, cooperations))
            .toList();
    Versions versions = new Versions(facts, past);
    facts
        .ofType(SC.STANDARD_CLASS)
        .forEach(record -> standards.put(Iris.lastSegment(record), standard(record, versions)));
    mergers = Mergers.in(facts);
    publisher =
        Stream.concat(facts.ofType(SC.ORGANISATION_CLASS), facts.ofType(SC.PARTNER_CLASS))
            .filter(record -> facts.text(record, LABEL).equals("VNG Realisatie"))
            .findFirst()
            .orElse(Iris.organisation("vng-realisatie"));
  }

  List<Municipality> municipalities() {
    return municipalities;
  }

  Optional<Standard> standard(String slug) {
    return Optional.ofNullable(standards.get(slug));
  }

  List<Merger> mergers() {
    return mergers;
  }

  /** The organisation that answers for the curated facts. */
  Node publisher() {
    return publisher;
  }

  private Municipality municipality(Node record, Cooperations cooperations) {
    String code = Iris.lastSegment(record);
    // The size of those that are gone stands nowhere; most of them were small.
    int population =
        facts
            .number(record, SC.POPULATION)
            .orElseGet(() -> Dice.about("population", code).between(11_000, 38_000));
    return new Municipality(
        record,
        code,
        facts.text(record, LABEL),
        population,
        facts.day(record, SC.VALID_FROM).orElse(LocalDate.MIN),
        facts.day(record, SC.VALID_UNTIL).orElse(LocalDate.MAX),
        cooperations.of(record));
  }

  private Standard standard(Node record, Versions versions) {
    List<Node> components =
        facts.links(record, SC.APPLIES_TO).stream()
            .filter(each -> facts.concepts(each, SC.ELEMENT_TYPE).contains(APPLICATION))
            .toList();
    String title = facts.text(record, DCTerms.title.asNode());
    return new Standard(record, title, versions.of(record), components);
  }
}
