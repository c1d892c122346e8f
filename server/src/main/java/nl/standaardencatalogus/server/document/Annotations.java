package nl.standaardencatalogus.server.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.revision.Provenance;
import nl.standaardencatalogus.catalogue.snapshot.Draft;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * What the catalogue itself says beside records, in documents and in answers: which revision is the
 * current one and where that came from, what follows on the day of looking, and of the document
 * what it is about. Who changes what he got sends that along, and it is no part of the record. For
 * one thread.
 */
public final class Annotations {
  private static final String DOCUMENTS = Iris.BASE + "doc/";

  private final Snapshot state;
  private final List<Triple> untrue = new ArrayList<>();

  /** Those of a state. */
  public Annotations(Snapshot state) {
    this.state = state;
  }

  /** What a document says beside the record's own triples. */
  static List<Triple> of(Node record, String path, Snapshot.Current place) {
    List<Triple> said = new ArrayList<>(Draft.derived(record, place));
    Node document = NodeFactory.createURI(Iris.BASE + path.substring(1));
    said.add(Triple.create(document, RDF.type.asNode(), FOAF.Document.asNode()));
    said.add(Triple.create(document, FOAF.primaryTopic.asNode(), record));
    Node recorded = Provenance.time(place.recorded());
    said.add(Triple.create(document, DCTerms.modified.asNode(), recorded));
    return said;
  }

  /** Whether a triple is of that kind; what the state does not say is noted. */
  public boolean take(Triple triple) {
    Node subject = triple.getSubject();
    if (!subject.isURI()) {
      return false;
    }
    boolean document = subject.getURI().startsWith(DOCUMENTS);
    boolean derived =
        Validity.DERIVED.contains(triple.getPredicate())
            || Iris.kindOf(subject).filter(ThingKind.REVISION::equals).isPresent();
    if (!document && !derived) {
      return false;
    }
    if (!(document ? isOfDocument(triple) : state.graph().contains(triple))) {
      untrue.add(triple);
    }
    return true;
  }

  private boolean isOfDocument(Triple triple) {
    String iri = triple.getSubject().getURI();
    Node record = Iris.thingAt(iri.substring(DOCUMENTS.length()));
    return state
        .current(record)
        .map(place -> of(record, Shelf.path(record), place).contains(triple))
        .orElse(false);
  }

  /** What was taken though the state does not say it, in the order in which it came. */
  public List<Triple> untrue() {
    return List.copyOf(untrue);
  }

  /** The record of which a revision was named as the current one that no longer is. */
  public Optional<Node> overtaken() {
    return untrue.stream()
        .filter(triple -> triple.getPredicate().equals(SC.CURRENT_REVISION))
        .map(Triple::getSubject)
        .findFirst();
  }
}
