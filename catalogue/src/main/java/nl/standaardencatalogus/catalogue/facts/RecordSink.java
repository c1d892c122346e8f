package nl.standaardencatalogus.catalogue.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.standaardencatalogus.catalogue.facts.RecordFileException.Rule;
import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Takes the triples of one file as they are read, and refuses what belongs to no record where that
 * is asked.
 */
final class RecordSink extends StreamRDFBase {
  private static final String ID = Iris.BASE + "id/";

  private final Refusal refusal;
  private final boolean onlyRecords;
  private final Predicate<Triple> aside;
  private final List<Triple> triples = new ArrayList<>();
  private final Map<Node, String> faults = new HashMap<>();
  private final Map<Triple, Long> types = new HashMap<>();
  private final Map<String, Node> identifiers = new HashMap<>();

  /**
   * @param onlyRecords whether it refuses what belongs to no record, and blank nodes
   * @param aside whether a triple is left out
   */
  RecordSink(Refusal refusal, boolean onlyRecords, Predicate<Triple> aside) {
    this.aside = aside;
    this.onlyRecords = onlyRecords;
    this.refusal = refusal;
  }

  List<Triple> triples() {
    return triples;
  }

  /** What the parser warned of, by the subject that it was read for. */
  Map<Node, String> faults() {
    return faults;
  }

  @Override
  public void quad(Quad quad) {
    if (!quad.isDefaultGraph()) {
      throw refusal.because(
          Rule.NO_NAMED_GRAPHS,
          "a named graph, <"
              + quad.getGraph()
              + ">; a file of records has none: put the triples in the default graph");
    }
    triple(quad.asTriple());
  }

  @Override
  public void triple(Triple triple) {
    String noted = refusal.noted();
    if (noted != null) {
      faults.putIfAbsent(triple.getSubject(), noted);
    }
    if (aside.test(triple)) {
      return;
    }
    if (onlyRecords) {
      if (triple.getSubject().isBlank() || triple.getObject().isBlank()) {
        throw refusal.becauseOfBlankNode();
      }
      checkSubject(triple.getSubject());
    } else if (!triple.getSubject().isURI()) {
      triples.add(triple);
      return;
    }
    checkType(triple);
    checkIdentifier(triple);
    triples.add(triple);
  }

  private void checkSubject(Node subject) {
    if (!Iris.canBeRecord(subject) && !Iris.canBePart(subject)) {
      throw refusal.because(
          Rule.OWN_SUBJECTS,
          "<"
              + subject.getURI()
              + "> is no record of the catalogue; a subject starts with "
              + ID
              + " followed by a known kind and a slug in small letters, or is a TOOI identifier");
    }
  }

  /** A record has its types stated once: twice means two descriptions with one slug. */
  private void checkType(Triple triple) {
    if (triple.getPredicate().equals(RDF.type.asNode())) {
      Long before = types.putIfAbsent(triple, refusal.line());
      if (before != null) {
        throw refusal.because(
            Rule.ONE_RECORD_PER_SLUG,
            "<"
                + triple.getSubject()
                + "> is described twice"
                + (before < 0 ? "" : ", first at line " + before)
                + "; give one of the two another slug, or make them one");
      }
    }
  }

  private void checkIdentifier(Triple triple) {
    if (!triple.getPredicate().equals(DCTerms.identifier.asNode())
        || !triple.getObject().isLiteral()) {
      return;
    }
    Node subject = triple.getSubject();
    String iri = subject.getURI();
    String kind = iri.startsWith(ID) ? iri.substring(ID.length()).replaceAll("/.*", "") : "tooi";
    String identifier = triple.getObject().getLiteralLexicalForm();
    Node other = identifiers.putIfAbsent(kind + " " + identifier, subject);
    if (other != null && !other.equals(subject)) {
      throw refusal.because(
          Rule.ONE_RECORD_PER_SLUG,
          "<"
              + subject
              + "> has the identifier \""
              + identifier
              + "\" of <"
              + other
              + ">; give it one of its own");
    }
  }
}
