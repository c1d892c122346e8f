package nl.standaardencatalogus.server.dump;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Provenance;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.document.Vocabularies;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;

/**
 * What a release says of itself, in DCAT and VoID, without blank nodes. It follows from the log
 * alone: when it was written stands nowhere, so a release that was lost can be made again.
 */
final class ReleaseDescription {
  private static final String SPDX = "http://spdx.org/rdf/terms#";
  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final String MEDIA = "https://www.iana.org/assignments/media-types/";
  private static final Node CHECKSUM = uri(SPDX + "checksum");
  private static final Node VALUE = uri(SPDX + "checksumValue");
  private static final Node PREVIOUS = uri(DCAT.NS + "prev");
  private static final Node DERIVED_FROM = uri(PROV + "wasDerivedFrom");
  private static final Node ENDED = uri(PROV + "endedAtTime");
  private static final Node TERMS = uri(Iris.BASE + "catalog#voorwaarden");
  private static final Node RECORDS = uri(Iris.BASE + "void#catalogus");

  private static final String MADE_UP = "verzonnen";

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final LocalDate day;
  private final Node release;

  private ReleaseDescription(LocalDate day) {
    this.day = day;
    this.release = ReleaseFiles.release(day);
  }

  /** A file with data, as it was written. */
  record Data(Syntax syntax, Packing packing, long bytes, String sha256) {}

  /**
   * Describes a release.
   *
   * @param publisher who publishes the catalogue
   */
  static String write(
      LocalDate day,
      Snapshot state,
      Content content,
      Iterable<Data> files,
      Optional<Release.Previous> previous,
      Node publisher) {
    ReleaseDescription description = new ReleaseDescription(day);
    description.dataset(state, publisher);
    description.counts(state, content);
    description.source(state);
    files.forEach(description::distribution);
    previous.ifPresent(description::chained);
    return description.turtle();
  }

  private void dataset(Snapshot state, Node publisher) {
    long samples = state.graph().stream(Node.ANY, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS).count();
    boolean madeUp = samples > 0;
    type(release, DCAT.Dataset.asNode());
    type(release, VOID.Dataset.asNode());
    text(release, DCTerms.title, "Standaardencatalogus, stand van " + day, "nl");
    text(release, DCTerms.title, "Catalogue of standards as of " + day, "en");
    text(
        release,
        DCTerms.description,
        "Alle records zoals die aan het eind van de dag waren vastgelegd, elk in een eigen graaf"
            + " met de IRI van het record als naam; zonder wat de catalogus afleidt."
            + (madeUp ? " De opgaven van gemeenten (sc:SampleData) zijn verzonnen." : ""),
        "nl");
    text(
        release,
        DCTerms.description,
        "All records as they had been recorded by the end of the day, each in a graph of its own"
            + " that is named by the IRI of the record; without what the catalogue derives."
            + (madeUp ? " The declarations of municipalities (sc:SampleData) are made up." : ""),
        "en");
    if (madeUp) {
      say(release, VOID.classPartition, part(MADE_UP));
      say(part(MADE_UP), VOID._class, SC.SAMPLE_DATA_CLASS);
      say(part(MADE_UP), VOID.entities, number(samples));
    }
    say(release, DCTerms.identifier, NodeFactory.createLiteralString(release.getURI()));
    say(release, DCTerms.issued, typed(day.toString(), XSDDatatype.XSDdate));
    say(release, DCTerms.modified, Provenance.time(state.recorded()));
    say(release, DCTerms.publisher, publisher);
    say(release, DCTerms.isVersionOf, RECORDS);
    graph.add(release, uri(DCAT.NS + "version"), NodeFactory.createLiteralString(day.toString()));
    graph.add(release, uri(DCAT.NS + "inSeries"), ReleaseFiles.SERIES);
    type(ReleaseFiles.SERIES, uri(DCAT.NS + "DatasetSeries"));
    licence();
  }

  private void licence() {
    say(release, DCTerms.license, TERMS);
    type(TERMS, DCTerms.LicenseDocument.asNode());
    text(TERMS, DCTerms.title, "Voorwaarden van de bronnen", "nl");
    text(TERMS, DCTerms.title, "Terms of the sources", "en");
    say(TERMS, RDFS.seeAlso, uri(Iris.BASE + "over#bronnen"));
  }

  private void counts(Snapshot state, Content content) {
    say(release, VOID.triples, number(content.triples()));
    say(release, VOID.distinctSubjects, number(content.subjects()));
    say(release, VOID.entities, number(state.size()));
    Node canonical = part("canoniek");
    checksum(release, canonical, content.canonical());
    text(canonical, RDFS.label, "SHA-256 van de canonieke N-Quads (RDFC-1.0)", "nl");
    text(canonical, RDFS.label, "SHA-256 of the canonical N-Quads (RDFC-1.0)", "en");
    say(release, RDFS.seeAlso, file(ReleaseFiles.GRAPHS));
    say(release, RDFS.seeAlso, file(ReleaseFiles.SUMS));
  }

  private void source(Snapshot state) {
    Node commit = Iris.commit(state.sequence());
    graph.add(release, DERIVED_FROM, commit);
    graph.add(commit, SC.COMMIT_NUMBER, number(state.sequence()));
    graph.add(commit, SC.COMMIT_HASH, NodeFactory.createLiteralString(state.hash()));
    graph.add(commit, ENDED, Provenance.time(state.recorded()));
  }

  private void distribution(Data data) {
    String name = data.syntax().suffix() + "-" + data.packing().suffix();
    Node file = file(ReleaseFiles.data(day, data.syntax(), data.packing()));
    Node distribution = part(name);
    String title = data.syntax().title() + ", " + data.packing().title();
    graph.add(release, DCAT.distribution.asNode(), distribution);
    say(release, VOID.dataDump, file);
    type(distribution, DCAT.Distribution.asNode());
    text(distribution, DCTerms.title, title, "nl");
    text(distribution, DCTerms.title, title, "en");
    graph.add(distribution, DCAT.accessURL.asNode(), release);
    graph.add(distribution, DCAT.downloadURL.asNode(), file);
    media(distribution, DCAT.mediaType, data.syntax().type());
    media(distribution, DCAT.compressFormat, data.packing().type());
    graph.add(
        distribution,
        DCAT.byteSize.asNode(),
        typed(Long.toString(data.bytes()), XSDDatatype.XSDnonNegativeInteger));
    say(distribution, DCTerms.license, TERMS);
    checksum(distribution, part(name + "-sha256"), data.sha256());
  }

  private void media(Node distribution, Property property, String type) {
    Node media = uri(MEDIA + type);
    say(distribution, property, media);
    type(media, DCTerms.MediaType.asNode());
  }

  private void chained(Release.Previous previous) {
    Node before = ReleaseFiles.release(previous.day());
    graph.add(release, PREVIOUS, before);
    Node hash = part("vorige");
    checksum(uri(before.getURI() + ReleaseFiles.SUMS), hash, previous.sums());
    text(hash, RDFS.label, "SHA-256 van de SHA256SUMS van de vorige uitgave", "nl");
    text(hash, RDFS.label, "SHA-256 of the SHA256SUMS of the previous release", "en");
  }

  private void checksum(Node of, Node checksum, String hash) {
    graph.add(of, CHECKSUM, checksum);
    type(checksum, uri(SPDX + "Checksum"));
    graph.add(checksum, uri(SPDX + "algorithm"), uri(SPDX + "checksumAlgorithm_sha256"));
    graph.add(checksum, VALUE, typed(hash, XSDDatatype.XSDhexBinary));
  }

  /** The release first, then what stands with it. */
  private String turtle() {
    TurtleText text = new TurtleText(prefixes());
    ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    out.writeBytes(text.head());
    graph.stream()
        .map(Triple::getSubject)
        .distinct()
        .sorted(
            Comparator.<Node, Boolean>comparing(subject -> !subject.equals(release))
                .thenComparing(Node::getURI))
        .forEach(subject -> out.writeBytes(text.about(subject, said(subject))));
    return out.toString(StandardCharsets.UTF_8);
  }

  private List<Triple> said(Node subject) {
    return graph.stream(subject, Node.ANY, Node.ANY).sorted(TurtleOrder.OF_ONE_SUBJECT).toList();
  }

  /** The prefixes of descriptions of releases. */
  static Map<String, String> prefixes() {
    Map<String, String> prefixes = new TreeMap<>(Vocabularies.prefixes());
    prefixes.put("spdx", SPDX);
    prefixes.put("void", VOID.NS);
    return prefixes;
  }

  /**
   * Reads what a description says.
   *
   * @throws IllegalArgumentException when it does not say it
   */
  static Release.Said read(String turtle, LocalDate day) {
    ReleaseDescription description = new ReleaseDescription(day);
    try {
      RDFParser.fromString(turtle, Lang.TURTLE).parse(description.graph);
    } catch (RiotException e) {
      throw new IllegalArgumentException("The description is no Turtle: " + e.getMessage(), e);
    }
    prefixes().forEach(description.graph.getPrefixMapping()::setNsPrefix);
    return description.said();
  }

  private Release.Said said() {
    Node commit = object(release, DERIVED_FROM);
    boolean chained = graph.contains(release, PREVIOUS, Node.ANY);
    return new Release.Said(
        Long.parseLong(text(commit, SC.COMMIT_NUMBER)),
        Instant.parse(text(commit, ENDED)),
        Long.parseLong(text(release, VOID.triples.asNode())),
        Long.parseLong(text(release, VOID.entities.asNode())),
        text(part("canoniek"), VALUE),
        chained ? Optional.of(previous()) : Optional.empty(),
        graph.contains(part(MADE_UP), VOID._class.asNode(), SC.SAMPLE_DATA_CLASS),
        graph);
  }

  private Release.Previous previous() {
    String iri = object(release, PREVIOUS).getURI();
    return new Release.Previous(
        Optional.of(iri)
            .filter(text -> text.startsWith(ReleaseFiles.SERIES.getURI()))
            .map(text -> text.substring(ReleaseFiles.SERIES.getURI().length()).replace("/", ""))
            .flatMap(ReleaseFiles::day)
            .orElseThrow(() -> new IllegalArgumentException("No release is called " + iri)),
        text(part("vorige"), VALUE));
  }

  private String text(Node subject, Node property) {
    Node object = object(subject, property);
    if (!object.isLiteral()) {
      throw new IllegalArgumentException(property + " of " + subject + " is no text");
    }
    return object.getLiteralLexicalForm();
  }

  private Node object(Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY)
        .map(Triple::getObject)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The description does not say " + property + " of " + subject));
  }

  private Node part(String name) {
    return uri(release.getURI() + "#" + name);
  }

  private Node file(String name) {
    return uri(release.getURI() + name);
  }

  private void type(Node subject, Node type) {
    graph.add(subject, RDF.type.asNode(), type);
  }

  private void text(Node subject, Property property, String text, String language) {
    say(subject, property, NodeFactory.createLiteralLang(text, language));
  }

  private void say(Node subject, Property property, Node object) {
    graph.add(subject, property.asNode(), object);
  }

  private static Node number(long number) {
    return typed(Long.toString(number), XSDDatatype.XSDinteger);
  }

  private static Node typed(String text, XSDDatatype type) {
    return NodeFactory.createLiteralDT(text, type);
  }

  private static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
