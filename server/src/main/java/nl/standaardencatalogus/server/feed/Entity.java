package nl.standaardencatalogus.server.feed;

import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Revision;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What DCAT-AP says of a record at one of its revisions. It follows from what the revision holds
 * and from the questions below {@code feed/}, and from nothing else: not from other records, from
 * settings or from the day, so that a page that was published stays as it is.
 */
final class Entity {
  /** The shape of the activities about entities, as DCAT-AP Feeds publishes it. */
  static final String SHAPE =
      "https://semiceu.github.io/LDES-DCAT-AP-feeds/shape.ttl#ActivityShape";

  /** Of what DCAT-AP Feeds calls standalone. Who is referred to is in the stream as well. */
  private static final Map<ThingKind, String> QUESTIONS =
      Map.of(
          ThingKind.STANDARD, "feed/standard",
          ThingKind.VERSION, "feed/version",
          ThingKind.ORGANISATION, "feed/agent",
          ThingKind.COOPERATION, "feed/agent",
          ThingKind.PUBLIC_BODY, "feed/agent");

  /** TOOI has identifiers of one form for municipalities and for what changed them. */
  private static final String CHANGE = "wzg_";

  private Entity() {}

  /** Whether a record is one. */
  static boolean is(Node record) {
    return Iris.kindOf(record).filter(QUESTIONS::containsKey).isPresent()
        && !Iris.lastSegment(record).startsWith(CHANGE);
  }

  /** Canonical N-Quads in a graph named by the record; empty for a deletion. */
  static String of(Revision revision, Questions questions) {
    String question = QUESTIONS.get(Iris.kindOf(revision.record()).orElseThrow());
    Graph said = CanonicalGraph.read(revision.content());
    Graph entity = GraphFactory.createDefaultGraph();
    questions.construct(question, said, Map.of("record", revision.record())).forEach(entity::add);
    return CanonicalGraph.write(revision.record(), entity);
  }
}
