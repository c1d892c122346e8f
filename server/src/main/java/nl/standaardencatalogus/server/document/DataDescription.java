package nl.standaardencatalogus.server.document;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Provenance;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.Ontology;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.dump.Releases;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;

/** What data there is, in VoID: counts of the state, the vocabularies in it, where to ask. */
final class DataDescription {
  private static final String DOCUMENT = Iris.BASE + "void";
  private static final Node DATA = NodeFactory.createURI(DOCUMENT + "#catalogus");
  private static final Node WORDS = NodeFactory.createURI(DOCUMENT + "#ontologie");
  private static final Node RIGHTS = NodeFactory.createURI(DOCUMENT + "#rechten");
  private static final Node CC0 =
      NodeFactory.createURI("http://creativecommons.org/publicdomain/zero/1.0/");
  private static final Set<String> FORMATS = Set.of("Turtle", "JSON-LD", "RDF_XML", "N-Triples");

  private final Graph graph = GraphFactory.createDefaultGraph();

  private DataDescription() {}

  /**
   * Describes a state.
   *
   * @param release what the newest dump says of itself
   */
  static Document of(Snapshot snapshot, Statistics counts, Releases.Newest release) {
    DataDescription description = new DataDescription();
    Vocabularies.prefixes().forEach(description.graph.getPrefixMapping()::setNsPrefix);
    description.graph.getPrefixMapping().setNsPrefix("void", VOID.NS);
    description.whole(snapshot, counts);
    description.words();
    description.dumps(release.said());
    description.parts(counts);
    return Document.of(
        NodeFactory.createURI(DOCUMENT),
        "/void",
        description.graph,
        since(snapshot, release.visible()));
  }

  /** What is derived from dates changes at midnight too, and what is said of dumps with each. */
  private static Instant since(Snapshot snapshot, Instant released) {
    Instant midnight = snapshot.day().atStartOfDay(Validity.ZONE).toInstant();
    return Stream.of(midnight, snapshot.recorded(), released)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private void whole(Snapshot snapshot, Statistics counts) {
    Node document = NodeFactory.createURI(DOCUMENT);
    add(document, RDF.type, VOID.DatasetDescription.asNode());
    graph.add(document, FOAF.primaryTopic.asNode(), DATA);
    add(DATA, RDF.type, VOID.Dataset.asNode());
    text(DATA, DCTerms.title, "Standaardencatalogus", "nl");
    text(DATA, DCTerms.title, "Catalogue of standards", "en");
    text(
        DATA,
        DCTerms.description,
        "De standaarden van Nederlandse gemeenten: versies, besluiten, invoering en plaats in de architectuur. Geteld is de huidige toestand zoals /sparql die beantwoordt, met de ontologie en wat de catalogus zelf afleidt.",
        "nl");
    text(
        DATA,
        DCTerms.description,
        "The standards of Dutch municipalities: versions, decisions, adoption and place in the architecture. Counted is the current state as /sparql answers it, with the ontology and what the catalogue derives.",
        "en");
    if (counts.classes().containsKey(SC.SAMPLE_DATA_CLASS)) {
      text(DATA, RDFS.comment, "De opgaven van gemeenten (sc:SampleData) zijn verzonnen.", "nl");
      text(DATA, RDFS.comment, "Declarations of municipalities (sc:SampleData) are made up.", "en");
    }
    add(DATA, DCTerms.modified, Provenance.time(snapshot.recorded()));
    add(DATA, DCTerms.identifier, NodeFactory.createLiteralString("" + counts.sequence()));
    add(DATA, FOAF.homepage.asNode(), NodeFactory.createURI(Iris.BASE));
    add(DATA, VOID.sparqlEndpoint, NodeFactory.createURI(Iris.BASE + "sparql"));
    add(DATA, VOID.uriSpace, NodeFactory.createLiteralString(Iris.BASE + "id/"));
    for (String format : FORMATS) {
      add(DATA, VOID.feature, NodeFactory.createURI("http://www.w3.org/ns/formats/" + format));
    }
    snapshot.graph().stream(Node.ANY, RDF.type.asNode(), SC.STANDARD_CLASS)
        .map(t -> t.getSubject())
        .min(java.util.Comparator.comparing(Node::toString))
        .ifPresent(standard -> add(DATA, VOID.exampleResource, standard));
    rights();
  }

  /** The facts come from many sources, each under its own terms. */
  private void rights() {
    add(DATA, DCTerms.rights, RIGHTS);
    add(RIGHTS, RDF.type, DCTerms.RightsStatement.asNode());
    text(
        RIGHTS,
        RDFS.label,
        "De feiten komen uit verschillende bronnen, elk met eigen voorwaarden; elk record noemt zijn bron.",
        "nl");
    text(
        RIGHTS,
        RDFS.label,
        "The facts come from several sources, each under its own terms; every record names its source.",
        "en");
    add(RIGHTS, RDFS.seeAlso, NodeFactory.createURI(Iris.BASE + "over#bronnen"));
  }

  /** A dump has the records of the data, as of the day of its release. */
  private void dumps(Graph release) {
    release.stream(Node.ANY, VOID.dataDump.asNode(), Node.ANY)
        .forEach(
            dump -> {
              add(DATA, VOID.dataDump, dump.getObject());
              add(DATA, VOID.subset, dump.getSubject());
              graph.add(dump);
            });
  }

  private void words() {
    add(DATA, VOID.subset, WORDS);
    add(WORDS, RDF.type, VOID.Dataset.asNode());
    text(WORDS, DCTerms.title, "Ontologie en codelijsten van de Standaardencatalogus", "nl");
    text(WORDS, DCTerms.title, "Ontology and code lists of the Standaardencatalogus", "en");
    add(WORDS, DCTerms.license, CC0);
    add(WORDS, VOID.dataDump, NodeFactory.createURI(Ontology.IRI + ".ttl"));
    number(WORDS, VOID.triples, Ontology.graph().size());
  }

  private void parts(Statistics counts) {
    number(DATA, VOID.triples, counts.triples());
    number(DATA, VOID.entities, counts.entities());
    number(DATA, VOID.distinctSubjects, counts.subjects());
    number(DATA, VOID.distinctObjects, counts.objects());
    number(DATA, VOID.properties, counts.properties().size());
    number(DATA, VOID.classes, counts.classes().size());
    Set<String> vocabularies = new TreeSet<>();
    counts
        .properties()
        .forEach(
            (property, triples) -> {
              vocabularies.add(namespace(property));
              Node part = part("eigenschap", property);
              add(DATA, VOID.propertyPartition, part);
              add(part, VOID.property, property);
              number(part, VOID.triples, triples);
            });
    counts
        .classes()
        .forEach(
            (type, members) -> {
              vocabularies.add(namespace(type));
              Node part = part("klasse", type);
              add(DATA, VOID.classPartition, part);
              add(part, VOID._class, type);
              number(part, VOID.entities, members);
            });
    vocabularies.forEach(iri -> add(DATA, VOID.vocabulary, NodeFactory.createURI(iri)));
  }

  private static String namespace(Node term) {
    String iri = term.getURI();
    return iri.substring(0, iri.length() - local(iri).length());
  }

  private static String local(String iri) {
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }

  private static Node part(String kind, Node term) {
    String iri = term.getURI();
    String name =
        Vocabularies.prefixes().entrySet().stream()
            .filter(prefix -> namespace(term).equals(prefix.getValue()))
            .map(Map.Entry::getKey)
            .findFirst()
            .map(prefix -> prefix + "-" + local(iri))
            .orElseGet(() -> Iris.slugOf(iri.replaceFirst("^https?://", "")));
    return NodeFactory.createURI(DOCUMENT + "#" + kind + "-" + name);
  }

  private void number(Node subject, Property property, long number) {
    add(
        subject,
        property,
        NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
  }

  private void text(Node subject, Property property, String text, String language) {
    add(subject, property, NodeFactory.createLiteralLang(text, language));
  }

  private void add(Node subject, Property property, Node object) {
    add(subject, property.asNode(), object);
  }

  private void add(Node subject, Node property, Node object) {
    graph.add(subject, property, object);
  }
}
