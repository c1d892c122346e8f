package nl.standaardencatalogus.catalogue.revision;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** What revisions and commits are, in the words of PROV-O: when, by whom, for whom and why. */
public final class Provenance {
  private static final String AS = "https://www.w3.org/ns/activitystreams#";
  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final Node TYPE = RDF.type.asNode();

  private Provenance() {}

  /** Says what a commit is and which revisions it made. */
  public static void commit(Commit commit, Consumer<Triple> said) {
    Node activity = Iris.commit(commit.number());
    say(said, activity, TYPE, SC.COMMIT_CLASS);
    say(said, activity, TYPE, prov("Activity"));
    say(said, activity, SC.COMMIT_NUMBER, number(commit.number()));
    say(said, activity, prov("endedAtTime"), time(commit.recorded()));
    say(said, activity, SC.ACTOR, text(commit.actor()));
    say(said, activity, SC.ON_BEHALF_OF, commit.onBehalfOf());
    commit
        .proposer()
        .ifPresent(
            proposer -> {
              say(said, activity, SC.PROPOSER, text(proposer.name()));
              say(said, activity, SC.PROPOSED_ON_BEHALF_OF, proposer.organisation());
            });
    say(said, activity, SC.REASON, text(commit.reason()));
    say(said, activity, SC.COMMIT_HASH, text(commit.hash()));
    say(said, activity, SC.PREVIOUS_COMMIT_HASH, text(commit.previousHash()));
    for (Revision revision : commit.revisions()) {
      say(said, activity, prov("generated"), Iris.revision(revision.number()));
    }
  }

  /**
   * Says what a revision is.
   *
   * @param commit the commit that it is part of
   */
  public static void revision(Revision revision, Commit commit, Consumer<Triple> said) {
    Node entity = Iris.revision(revision.number());
    Node kind = kind(revision.kind());
    for (Node type : List.of(SC.REVISION_CLASS, prov("Entity"), kind)) {
      say(said, entity, TYPE, type);
    }
    say(said, entity, SC.REVISION_NUMBER, number(revision.number()));
    say(said, entity, SC.REVISION_KIND, kind);
    say(said, entity, prov("specializationOf"), revision.record());
    say(said, entity, SC.CONTENT_HASH, text(revision.contentHash()));
    say(said, entity, prov("wasGeneratedBy"), Iris.commit(commit.number()));
    say(said, entity, prov("generatedAtTime"), time(commit.recorded()));
    say(said, entity, prov("wasAttributedTo"), commit.onBehalfOf());
    revision
        .previous()
        .ifPresent(before -> say(said, entity, prov("wasRevisionOf"), Iris.revision(before)));
  }

  /** Says what is left of a record that was deleted, and which revision deleted it. */
  public static void tombstone(Tombstone tombstone, Consumer<Triple> said) {
    Node record = tombstone.record();
    say(said, record, TYPE, activity("Tombstone"));
    tombstone.types().forEach(type -> say(said, record, activity("formerType"), type));
    say(said, record, activity("deleted"), time(tombstone.commit().recorded()));
    revision(tombstone.deletion(), tombstone.commit(), said);
  }

  /** A moment as a literal. */
  public static Node time(Instant moment) {
    return NodeFactory.createLiteralDT(moment.toString(), XSDDatatype.XSDdateTime);
  }

  private static void say(Consumer<Triple> said, Node subject, Node predicate, Node object) {
    said.accept(Triple.create(subject, predicate, object));
  }

  /** What a revision did to its record, as a class of Activity Streams. */
  public static Node kind(Kind kind) {
    return switch (kind) {
      case CREATE -> activity("Create");
      case UPDATE -> activity("Update");
      case DELETE -> activity("Delete");
    };
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  private static Node activity(String name) {
    return NodeFactory.createURI(AS + name);
  }

  private static Node prov(String name) {
    return NodeFactory.createURI(PROV + name);
  }
}
