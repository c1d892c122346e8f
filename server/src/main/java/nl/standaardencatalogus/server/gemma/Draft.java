package nl.standaardencatalogus.server.gemma;

import java.time.LocalDate;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.ontology.CodeLists;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** A record as it will be once a release has been taken over: what the release says cites it. */
final class Draft {
  /** How the citation of a release begins, by which an earlier one is known and replaced. */
  static final String RELEASE = "GEMMA-release van ";

  static final Node VERSION_LABEL = NodeFactory.createURI(DCAT.NS + "version");

  private static final String ADMS = "http://www.w3.org/ns/adms#";
  private static final Node IDENTIFIER = NodeFactory.createURI(ADMS + "identifier");
  private static final Node TYPE = RDF.type.asNode();
  private static final Node AUTHORITY = Iris.organisation("vng-realisatie");
  private static final Node SURE = CodeLists.concept(CodeLists.BETROUWBAARHEID, "hoog");

  private final Node record;
  private final Graph graph = GraphFactory.createDefaultGraph();
  private final long revision;
  private final String source;
  private final LocalDate date;

  /**
   * A record to begin with.
   *
   * @param revision that of the record as it is; 0 for a new one
   * @param source how the release is cited
   * @param date the day of the release
   */
  Draft(Node record, Graph there, long revision, String source, LocalDate date) {
    this.record = record;
    there.find().forEach(graph::add);
    this.revision = revision;
    this.source = source;
    this.date = date;
  }

  Change change() {
    return Change.put(record, graph).basedOn(revision);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Node day(LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  private void add(Node subject, Node property, Node value) {
    graph.add(subject, property, value);
  }

  private void replace(Node subject, Node property, Node value) {
    graph.remove(subject, property, Node.ANY);
    if (value != null) {
      add(subject, property, value);
    }
  }

  /** Cites the release beside whatever else the record rests on. */
  private void cite() {
    List<Triple> before =
        graph.find(record, SC.SOURCE_TEXT, Node.ANY).toList().stream()
            .filter(it -> it.getObject().isLiteral())
            .filter(it -> it.getObject().getLiteralLexicalForm().startsWith(RELEASE))
            .toList();
    before.forEach(graph::delete);
    add(record, SC.SOURCE_TEXT, text(source));
  }

  private void restOnRelease(Node part) {
    replace(part, SC.SOURCE_TEXT, text(source));
    replace(part, SC.CONFIDENCE, SURE);
  }

  /** What it is called in Dutch; what it is called in English is not GEMMA's to say. */
  void title(String title) {
    graph.find(record, DCTerms.title.asNode(), Node.ANY).toList().stream()
        .filter(it -> it.getObject().getLiteralLanguage().equals("nl"))
        .forEach(graph::delete);
    add(record, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "nl"));
    cite();
  }

  /** One value of a property, or none. */
  void concept(Node property, Node value) {
    replace(record, property, value);
    cite();
  }

  void text(Node property, String value) {
    concept(property, value == null ? null : text(value));
  }

  /** What the release says of its life; null when it says nothing any more. */
  void status(Node value) {
    Node statement = Iris.part(record, "status-gemma");
    if (value == null) {
      endFrom(statement);
      return;
    }
    graph.remove(statement, Node.ANY, Node.ANY);
    add(record, SC.STATUS, statement);
    add(statement, TYPE, SC.STATUS_STATEMENT_CLASS);
    add(statement, SC.ABOUT, record);
    add(statement, SC.AXIS, CodeLists.concept(CodeLists.STATUS_AS, CodeLists.LEVENSFASE));
    add(statement, SC.STATUS_VALUE, value);
    add(statement, SC.AUTHORITY, AUTHORITY);
    add(statement, SC.VALID_FROM, day(date));
    restOnRelease(statement);
  }

  /** The last day on which something held is that before the release, but not before its first. */
  private void endFrom(Node thing) {
    if (!graph.contains(thing, TYPE, Node.ANY)) {
      return;
    }
    Node last = day(date.minusDays(1));
    for (Triple from : graph.find(thing, SC.VALID_FROM, Node.ANY).toList()) {
      if (from.getObject().getLiteralLexicalForm().compareTo(last.getLiteralLexicalForm()) > 0) {
        last = day(date);
        replace(thing, SC.VALID_FROM, last);
      }
    }
    replace(thing, SC.VALID_UNTIL, last);
  }

  /** GEMMA has it no more: neither its Object ID holds nor what was said of its life. */
  void end(Catalogued.Thing thing) {
    endFrom(gemma(thing.objectId()));
    if (thing.status() != null) {
      status(null);
    }
    if (thing.kind() == Catalogued.Kind.ELEMENT) {
      endFrom(record);
    }
    cite();
  }

  /** GEMMA has it again. */
  void again(Catalogued.Thing thing) {
    graph.remove(gemma(thing.objectId()), SC.VALID_UNTIL, Node.ANY);
    graph.remove(record, SC.VALID_UNTIL, Node.ANY);
    cite();
  }

  private Node gemma(String objectId) {
    return graph
        .find(Node.ANY, SKOS.notation.asNode(), text(objectId))
        .nextOptional()
        .map(Triple::getSubject)
        .orElseGet(() -> Iris.part(record, "gemma"));
  }

  private void made(String title, String objectId) {
    add(record, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "nl"));
    Node identifier = Iris.part(record, "gemma");
    add(record, IDENTIFIER, identifier);
    add(identifier, TYPE, NodeFactory.createURI(ADMS + "Identifier"));
    add(identifier, SKOS.notation.asNode(), text(objectId));
    add(identifier, NodeFactory.createURI(ADMS + "schemaAgency"), text("GEMMA"));
    restOnRelease(record);
  }

  /** Makes it an element; its page is where GEMMA Online has those of its Object IDs. */
  void element(String title, String objectId) {
    add(record, TYPE, SC.ARCHITECTURE_ELEMENT_CLASS);
    add(
        record,
        NodeFactory.createURI("http://xmlns.com/foaf/0.1/page"),
        NodeFactory.createURI("https://gemmaonline.nl/index.php/GEMMA/id-" + objectId));
    made(title, objectId);
  }

  /** Makes it a version of a standard. */
  void version(String title, String objectId, Node standard, String label) {
    add(record, TYPE, SC.STANDARD_VERSION_CLASS);
    add(record, TYPE, DCTerms.Standard.asNode());
    add(record, TYPE, DCAT.Dataset.asNode());
    add(record, TYPE, NodeFactory.createURI(ADMS + "Asset"));
    add(record, VERSION_LABEL, text(label));
    add(
        record,
        DCTerms.identifier.asNode(),
        text(Iris.lastSegment(standard) + "/" + Iris.lastSegment(record)));
    add(record, DCTerms.isVersionOf.asNode(), standard);
    add(record, NodeFactory.createURI(DCAT.NS + "inSeries"), standard);
    if (label.equalsIgnoreCase("actueel")) {
      add(record, SC.ROLLING, NodeConst.nodeTrue);
    }
    made(title, objectId);
  }

  /** A relation that starts here, as a part of the record and as a triple. */
  void relate(Catalogued.Key key, Node archimate, Node qualifier, String label) {
    Node part =
        Iris.part(record, "relatie-" + Terms.word(key.type()) + "-" + Iris.lastSegment(key.to()));
    graph.remove(part, Node.ANY, Node.ANY);
    graph.remove(record, SC.FORMER_RELATION, part);
    add(record, key.type(), key.to());
    add(record, SC.RELATION, part);
    add(part, TYPE, SC.RELATION_CLASS);
    if (key.type().equals(SC.APPLIES_TO)) {
      add(part, TYPE, SC.COMPONENT_OBLIGATION_CLASS);
    }
    add(part, SC.FROM, key.from());
    add(part, SC.TO, key.to());
    add(part, SC.RELATION_TYPE, key.type());
    add(part, SC.ARCHIMATE_RELATION, archimate);
    name(part, qualifier, label);
  }

  /** What a relation is called now. */
  void name(Node relation, Node qualifier, String label) {
    replace(relation, SC.QUALIFIER, qualifier);
    replace(relation, SC.RELATION_LABEL, label == null ? null : text(label));
    restOnRelease(relation);
  }

  /** A relation that the release has not: it stays as a former one, and not as a triple. */
  void dissolve(Catalogued.Relation relation) {
    Node part = relation.node();
    graph.remove(part, TYPE, Node.ANY);
    List.of(SC.FROM, SC.TO, SC.RELATION_TYPE, SC.CERTAINTY)
        .forEach(it -> graph.remove(part, it, Node.ANY));
    graph.remove(record, SC.RELATION, part);
    graph.remove(record, relation.type(), relation.to());
    add(record, SC.FORMER_RELATION, part);
    add(part, TYPE, SC.FORMER_RELATION_CLASS);
    add(part, RDF.subject.asNode(), relation.from());
    add(part, RDF.predicate.asNode(), relation.type());
    add(part, RDF.object.asNode(), relation.to());
    add(part, SC.SOURCE_TEXT, text(source));
    endFrom(part);
  }
}
