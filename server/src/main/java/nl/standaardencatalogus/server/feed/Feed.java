package nl.standaardencatalogus.server.feed;

import java.util.function.Predicate;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Provenance;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * An event stream: which records it follows, and in which words its members tell when a revision
 * was made, and of what.
 */
enum Feed {
  /** Every revision of every record, in the words of PROV-O, with the commits as transactions. */
  ALL(
      "/ldes",
      record -> true,
      "Alle wijzigingen van de Standaardencatalogus",
      "All changes of the Standaardencatalogus") {
    @Override
    void describe(Quads quads) {
      path(quads, "timestampPath", Quads.PROV + "generatedAtTime");
      path(quads, "sequencePath", SC.REVISION_NUMBER.getURI());
      path(quads, "versionOfPath", Quads.PROV + "specializationOf");
      path(quads, "transactionPath", Quads.PROV + "wasGeneratedBy");
      path(quads, "transactionFinalizedPath", SC.COMPLETES_COMMIT.getURI());
      quads.say(stream(), Quads.ldes("transactionFinalizedObject"), Quads.yes());
    }

    @Override
    void member(Revision revision, Commit commit, Quads quads) {
      Provenance.revision(revision, commit, quads::say);
      if (revision.number() == lastOf(commit)) {
        quads.say(Iris.revision(revision.number()), SC.COMPLETES_COMMIT, Quads.yes());
      }
    }
  },

  /**
   * The standards, versions and organisations, after DCAT-AP Feeds of SEMIC: each an entity of
   * DCAT-AP. Its shape of a member is closed: a type, {@code as:object} and {@code as:published},
   * and nothing else.
   */
  DCAT(
      "/ldes/dcat",
      Entity::is,
      "Wijzigingen van standaarden, versies en organisaties (DCAT-AP)",
      "Changes of standards, versions and organisations (DCAT-AP)") {
    @Override
    void describe(Quads quads) {
      path(quads, "timestampPath", Quads.AS + "published");
      path(quads, "versionOfPath", Quads.AS + "object");
      quads.say(stream(), Quads.tree("shape"), NodeFactory.createURI(Entity.SHAPE));
    }

    @Override
    void member(Revision revision, Commit commit, Quads quads) {
      Node activity = Iris.revision(revision.number());
      quads.type(activity, Provenance.kind(revision.kind()));
      quads.say(activity, NodeFactory.createURI(Quads.AS + "object"), revision.record());
      quads.say(
          activity,
          NodeFactory.createURI(Quads.AS + "published"),
          Provenance.time(commit.recorded()));
    }
  };

  private final String path;
  private final Predicate<Node> records;
  private final String dutch;
  private final String english;

  Feed(String path, Predicate<Node> records, String dutch, String english) {
    this.path = path;
    this.records = records;
    this.dutch = dutch;
    this.english = english;
  }

  /** Where it begins. */
  String path() {
    return path;
  }

  /** The records whose revisions are its members. */
  Predicate<Node> records() {
    return records;
  }

  String dutch() {
    return dutch;
  }

  String english() {
    return english;
  }

  /** The stream itself, which has the same IRI wherever the catalogue runs. */
  Node stream() {
    return NodeFactory.createURI(Iris.BASE + path.substring(1) + "#stroom");
  }

  /** The property by which pages are told apart in time. */
  Node timestamp() {
    return NodeFactory.createURI(
        this == ALL ? Quads.PROV + "generatedAtTime" : Quads.AS + "published");
  }

  /** Says in which words its members speak. */
  abstract void describe(Quads quads);

  /** Says of a revision what a member of this stream is to say of itself. */
  abstract void member(Revision revision, Commit commit, Quads quads);

  void path(Quads quads, String what, String property) {
    quads.say(stream(), Quads.ldes(what), NodeFactory.createURI(property));
  }

  private static long lastOf(Commit commit) {
    return commit.revisions().get(commit.revisions().size() - 1).number();
  }
}
