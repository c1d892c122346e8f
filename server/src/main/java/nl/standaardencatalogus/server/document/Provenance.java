package nl.standaardencatalogus.server.document;

import java.time.Instant;
import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/** Revisions and commits in the words of PROV-O. */
final class Provenance {
  private static final String AS = "https://www.w3.org/ns/activitystreams#";
  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final Node TYPE = RDF.type.asNode();

  /** What a record that was deleted is from then on. */
  static final Node TOMBSTONE = NodeFactory.createURI(AS + "Tombstone");

  static final Node FORMER_TYPE = NodeFactory.createURI(AS + "formerType");
  static final Node DELETED = NodeFactory.createURI(AS + "deleted");

  private Provenance() {}

  /** Says what a revision is; the commit is null where it is not known. */
  static void revision(Graph graph, Revision revision, Commit commit) {
    Node subject = Iris.revision(revision.number());
    Node kind = kind(revision.kind());
    for (Node type : List.of(SC.REVISION_CLASS, prov("Entity"), kind)) {
      graph.add(subject, TYPE, type);
    }
    graph.add(subject, SC.REVISION_NUMBER, number(revision.number()));
    graph.add(subject, SC.REVISION_KIND, kind);
    graph.add(subject, prov("specializationOf"), revision.record());
    graph.add(subject, SC.CONTENT_HASH, NodeFactory.createLiteralString(revision.contentHash()));
    revision
        .previous()
        .ifPresent(previous -> graph.add(subject, prov("wasRevisionOf"), Iris.revision(previous)));
    if (commit != null) {
      graph.add(subject, prov("wasGeneratedBy"), Iris.commit(commit.number()));
      graph.add(subject, prov("generatedAtTime"), time(commit.recorded()));
      graph.add(subject, prov("wasAttributedTo"), commit.onBehalfOf());
    }
  }

  /** Says what a commit is and which revisions it made. */
  static void commit(Graph graph, Commit commit) {
    Node subject = Iris.commit(commit.number());
    graph.add(subject, TYPE, SC.COMMIT_CLASS);
    graph.add(subject, TYPE, prov("Activity"));
    graph.add(subject, SC.COMMIT_NUMBER, number(commit.number()));
    graph.add(subject, prov("endedAtTime"), time(commit.recorded()));
    graph.add(subject, SC.ACTOR, NodeFactory.createLiteralString(commit.actor()));
    graph.add(subject, SC.ON_BEHALF_OF, commit.onBehalfOf());
    graph.add(subject, SC.REASON, NodeFactory.createLiteralString(commit.reason()));
    graph.add(subject, SC.COMMIT_HASH, NodeFactory.createLiteralString(commit.hash()));
    graph.add(
        subject, SC.PREVIOUS_COMMIT_HASH, NodeFactory.createLiteralString(commit.previousHash()));
    for (Revision revision : commit.revisions()) {
      graph.add(subject, prov("generated"), Iris.revision(revision.number()));
    }
  }

  static Node time(Instant moment) {
    return NodeFactory.createLiteralDT(moment.toString(), XSDDatatype.XSDdateTime);
  }

  private static Node kind(Kind kind) {
    return switch (kind) {
      case CREATE -> NodeFactory.createURI(AS + "Create");
      case UPDATE -> NodeFactory.createURI(AS + "Update");
      case DELETE -> NodeFactory.createURI(AS + "Delete");
    };
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
  }

  private static Node prov(String name) {
    return NodeFactory.createURI(PROV + name);
  }
}
