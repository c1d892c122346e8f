package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** What the generator has to know of the real world, read from the curated facts. */
final class Country {
  private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::getURI);
  private static final Set<String> NOT_PUBLISHED =
      Set.of("in-ontwikkeling", "wv", "cv", "vv", "teruggetrokken", "tg");
  // These keep archives or maps, or do ICT beside something else: they do not run a member's ICT.
  private static final Set<String> OTHER_WORK =
      Set.of("other-ict-policy-area", "geo-data", "regional-with-ict-task");

  private static final Node DCAT_VERSION = NodeFactory.createURI(DCAT.NS + "version");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final List<Municipality> municipalities = new ArrayList<>();
  private final Map<String, Standard> standards = new TreeMap<>();
  private final List<Merger> mergers = new ArrayList<>();
  private final Map<Node, Graph> records = new HashMap<>();
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

  /** That a body runs the ICT of a municipality, from a day on. */
  record Membership(Node cooperation, Node body, LocalDate from) {}

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
    curated.forEach(change -> records.put(change.record(), change.graph()));
    Map<Node, Membership> memberships = readMemberships();
    List<Node> inOrder = records.keySet().stream().sorted(BY_IRI).toList();
    for (Node record : inOrder) {
      if (is(record, Words.Municipality) || is(record, Words.FormerMunicipality)) {
        municipalities.add(readMunicipality(record, memberships));
      } else if (is(record, Words.Standard)) {
        String slug = Iris.lastSegment(record);
        standards.put(
            slug,
            new Standard(
                record,
                text(record, DCTerms.title.asNode()),
                List.of(),
                links(record, Words.appliesTo)));
      }
    }
    readVersions(inOrder, past);
    readMergers(inOrder);
    publisher =
        inOrder.stream()
            .filter(this::publishes)
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

  private boolean publishes(Node record) {
    return (is(record, Words.Organisation) || is(record, Words.Partner))
        && text(record, SKOS.prefLabel.asNode()).equals("VNG Realisatie");
  }

  private Municipality readMunicipality(Node record, Map<Node, Membership> memberships) {
    Graph graph = records.get(record);
    String code = Iris.lastSegment(record);
    int population =
        graph
            .find(record, Words.population, Node.ANY)
            .nextOptional()
            .map(triple -> Integer.parseInt(triple.getObject().getLiteralLexicalForm()))
            .orElseGet(() -> Dice.about("population", code).between(11_000, 38_000));
    return new Municipality(
        record,
        code,
        text(record, SKOS.prefLabel.asNode()),
        population,
        Day.of(graph, record, Words.validFrom).orElse(LocalDate.MIN),
        Day.of(graph, record, Words.validUntil).orElse(LocalDate.MAX),
        Optional.ofNullable(memberships.get(record)));
  }

  private Map<Node, Membership> readMemberships() {
    Map<Node, Membership> memberships = new HashMap<>();
    records.keySet().stream()
        .filter(record -> is(record, Words.Cooperation))
        .filter(record -> runsIct(record))
        .sorted(
            Comparator.comparing((Node record) -> !kind(record).equals("ict"))
                .thenComparing(BY_IRI))
        .forEach(record -> readMembers(record, memberships));
    return memberships;
  }

  private boolean runsIct(Node cooperation) {
    return records.get(cooperation).contains(cooperation, Words.ictEvidence, Node.ANY)
        && !OTHER_WORK.contains(kind(cooperation));
  }

  private String kind(Node cooperation) {
    return links(cooperation, Words.cooperationKind).stream()
        .map(Iris::lastSegment)
        .findFirst()
        .orElse("");
  }

  private void readMembers(Node cooperation, Map<Node, Membership> memberships) {
    Graph graph = records.get(cooperation);
    List<Node> bodies = links(cooperation, Words.carriedOutBy);
    if (bodies.isEmpty()) {
      return;
    }
    LocalDate start = Day.of(graph, cooperation, Words.validFrom).orElse(SampleHistory.FIRST_DAY);
    for (Node membership : links(cooperation, Words.membership)) {
      boolean ended = graph.contains(membership, Words.validUntil, Node.ANY);
      LocalDate from = Day.of(graph, membership, Words.validFrom).orElse(start);
      graph
          .find(membership, ORG.member.asNode(), Node.ANY)
          .filterKeep(triple -> !ended)
          .forEach(
              triple ->
                  memberships.putIfAbsent(
                      triple.getObject(), new Membership(cooperation, bodies.get(0), from)));
    }
  }

  private void readVersions(List<Node> inOrder, CuratedPast past) {
    Map<Node, List<Version>> published = new HashMap<>();
    Map<Node, List<Version>> whatever = new HashMap<>();
    for (Node record : inOrder) {
      if (is(record, Words.StandardVersion)) {
        Graph graph = records.get(record);
        Optional<LocalDate> issued = Day.of(graph, record, DCTerms.issued.asNode());
        LocalDate entered = past.entered(record);
        LocalDate available =
            entered.equals(SampleHistory.FIRST_DAY) ? issued.orElse(LocalDate.MIN) : entered;
        Version version =
            new Version(record, text(record, DCAT_VERSION), available, issued.isPresent());
        for (Node standard : links(record, DCTerms.isVersionOf.asNode())) {
          whatever.computeIfAbsent(standard, key -> new ArrayList<>()).add(version);
          if (isPublished(record, version)) {
            published.computeIfAbsent(standard, key -> new ArrayList<>()).add(version);
          }
        }
      }
    }
    for (Map.Entry<String, Standard> entry : standards.entrySet()) {
      Standard standard = entry.getValue();
      List<Version> versions =
          published.getOrDefault(standard.iri(), whatever.getOrDefault(standard.iri(), List.of()));
      entry.setValue(
          new Standard(standard.iri(), standard.title(), inOrder(versions), standard.components()));
    }
  }

  private boolean isPublished(Node record, Version version) {
    Graph graph = records.get(record);
    return graph
            .find(Node.ANY, Words.statusValue, Node.ANY)
            .mapWith(triple -> Iris.lastSegment(triple.getObject()))
            .toList()
            .stream()
            .noneMatch(NOT_PUBLISHED::contains)
        && !version.label().matches("(?i).*(beta|alpha|rc).*");
  }

  /** In the order in which they came; a label that stands for many versions only when alone. */
  private static List<Version> inOrder(List<Version> versions) {
    boolean anyExact = versions.stream().anyMatch(Country::isExact);
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

  private void readMergers(List<Node> inOrder) {
    Map<Node, Set<Node>> successors = new HashMap<>();
    List<Merger> found = new ArrayList<>();
    for (Node record : inOrder) {
      if (is(record, Words.Reorganisation) && !isPlanned(record)) {
        List<Node> results = links(record, ORG.resultingOrganization.asNode());
        List<Node> ended =
            links(record, ORG.originalOrganization.asNode()).stream()
                .filter(original -> !results.contains(original))
                .toList();
        ended.forEach(
            one -> successors.computeIfAbsent(one, key -> new TreeSet<>(BY_IRI)).addAll(results));
        boolean merger =
            links(record, Words.reorganisationKind).stream()
                .anyMatch(kind -> Iris.lastSegment(kind).equals("samenvoeging"));
        if (merger && results.size() == 1) {
          Day.of(records.get(record), record, Words.effectiveFrom)
              .ifPresent(day -> found.add(new Merger(record, day, results.get(0), ended)));
        }
      }
    }
    // Nobody says which successor of a split municipality keeps its word: none of them gets it.
    found.stream()
        .map(
            merger ->
                new Merger(
                    merger.event(),
                    merger.day(),
                    merger.successor(),
                    merger.predecessors().stream()
                        .filter(one -> successors.get(one).size() == 1)
                        .toList()))
        .filter(merger -> merger.day().isAfter(SampleHistory.FIRST_DAY))
        .sorted(Comparator.comparing(Merger::day).thenComparing(merger -> merger.event().getURI()))
        .forEach(mergers::add);
  }

  private boolean isPlanned(Node record) {
    return records.get(record).find(record, Words.planned, Node.ANY).toList().stream()
        .anyMatch(triple -> triple.getObject().getLiteralLexicalForm().equals("true"));
  }

  private boolean is(Node record, Node type) {
    return records.get(record).contains(record, RDF.type.asNode(), type);
  }

  private List<Node> links(Node record, Node property) {
    Graph graph = records.get(Iris.recordOf(record));
    return graph
        .find(record, property, Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(Node::isURI)
        .toList()
        .stream()
        .sorted(BY_IRI)
        .toList();
  }

  private String text(Node record, Node property) {
    return records.get(record).find(record, property, Node.ANY).toList().stream()
        .map(triple -> triple.getObject())
        .filter(Node::isLiteral)
        .filter(value -> !value.getLiteralLanguage().equals("en"))
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .findFirst()
        .orElseGet(() -> Iris.lastSegment(record));
  }
}
