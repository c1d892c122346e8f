package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.sample.Country.Version;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** The versions that can be declared, per standard, in the order in which they came. */
final class Versions {
  private static final Node LABEL = NodeFactory.createURI(DCAT.NS + "version");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Set<String> NOT_PUBLISHED =
      Set.of("in-ontwikkeling", "wv", "cv", "vv", "teruggetrokken", "tg");

  private final Facts facts;
  private final CuratedPast past;
  private final Map<Node, List<Version>> published = new HashMap<>();
  private final Map<Node, List<Version>> all = new HashMap<>();

  Versions(Facts facts, CuratedPast past) {
    this.facts = facts;
    this.past = past;
    facts.ofType(SC.STANDARD_VERSION_CLASS).forEach(this::read);
  }

  /** The published ones; where there is none, whatever there is. */
  List<Version> of(Node standard) {
    return inOrder(published.getOrDefault(standard, all.getOrDefault(standard, List.of())));
  }

  private void read(Node record) {
    Optional<LocalDate> issued = facts.day(record, DCTerms.issued.asNode());
    LocalDate entered = past.entered(record);
    LocalDate available =
        entered.equals(SampleHistory.FIRST_DAY) ? issued.orElse(LocalDate.MIN) : entered;
    Version version = new Version(record, facts.text(record, LABEL), available, issued.isPresent());
    for (Node standard : facts.links(record, DCTerms.isVersionOf.asNode())) {
      all.computeIfAbsent(standard, key -> new ArrayList<>()).add(version);
      if (isPublished(version)) {
        published.computeIfAbsent(standard, key -> new ArrayList<>()).add(version);
      }
    }
  }

  private boolean isPublished(Version version) {
    return facts
            .graph(version.iri())
            .find(Node.ANY, SC.STATUS_VALUE, Node.ANY)
            .mapWith(triple -> Iris.lastSegment(triple.getObject()))
            .toList()
            .stream()
            .noneMatch(NOT_PUBLISHED::contains)
        && !version.label().matches("(?i).*(beta|alpha|rc).*");
  }

  /** In the order in which they came; a label that stands for many versions only when alone. */
  private static List<Version> inOrder(List<Version> versions) {
    boolean anyExact = versions.stream().anyMatch(Versions::isExact);
    return versions.stream()
        .filter(version -> !anyExact || isExact(version))
        .map(version -> version.dated() ? version : placed(version, versions))
        .sorted(
            Comparator.comparing(Version::available)
                .thenComparing(version -> counted(version.label())))
        .toList();
  }

  /** An undated version comes after the last dated one that its label follows. */
  private static Version placed(Version version, List<Version> versions) {
    if (!Character.isDigit(version.label().charAt(0))) {
      return version;
    }
    return versions.stream()
        .filter(Version::dated)
        .filter(other -> Character.isDigit(other.label().charAt(0)))
        .filter(other -> counted(other.label()).compareTo(counted(version.label())) < 0)
        .map(Version::available)
        .max(Comparator.naturalOrder())
        .map(
            day ->
                new Version(
                    version.iri(),
                    version.label(),
                    Day.later(day.plusDays(1), version.available()),
                    false))
        .orElse(version);
  }

  private static boolean isExact(Version version) {
    return !version.label().equals("actueel") && !version.label().endsWith(".x");
  }

  private static String counted(String label) {
    return NUMBER
        .matcher(label)
        .replaceAll(match -> ("00000000" + match.group()).substring(match.group().length()));
  }
}
