package nl.standaardencatalogus.server.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Provenance;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** What the root and the pages of a view say, as N-Quads. */
final class FeedText {
  /** After so many seconds it is worth while to ask for the root again. */
  private static final int POLLING_SECONDS = 60;

  private static final String SAMPLE = '<' + SC.SAMPLE_DATA_CLASS.getURI() + '>';

  /** Every commit makes pages that are not closed anew; what their members say stays the same. */
  private static final long ENTITIES_KEPT = 16L << 20;

  private final Catalogue catalogue;
  private final Questions questions;
  private final String base;
  private final Cache<Long, String> entities =
      Caffeine.newBuilder()
          .maximumWeight(ENTITIES_KEPT)
          .weigher((Long number, String entity) -> 100 + entity.length())
          .build();

  /**
   * The text of all views.
   *
   * @param base where the catalogue is on the web; pages are known by their address there
   */
  FeedText(Catalogue catalogue, Questions questions, String base) {
    this.catalogue = catalogue;
    this.questions = questions;
    this.base = base;
  }

  /** What the stream is, and which page holds what was recorded when. */
  String root(View view, Paging.Pages pages) {
    Quads quads = new Quads();
    Node root = address(view.path());
    stream(view.feed(), quads);
    if (view.feed() == Feed.ALL && holdsMadeUp()) {
      comment("Leden met sc:SampleData zijn verzonnen.", "nl", quads);
      comment("Members with sc:SampleData are made up.", "en", quads);
    }
    quads.say(view.feed().stream(), Quads.tree("view"), root);
    quads.say(view.feed().stream(), Quads.hydra("totalItems"), Quads.number(pages.members()));
    quads.type(root, Quads.tree("Node")).type(root, Quads.ldes("EventSource"));
    if (view.latest()) {
      retention(root, quads);
    }
    for (FeedPage page : pages.list()) {
      relations(view, page, root, quads);
    }
    return quads.toString();
  }

  private static void stream(Feed feed, Quads quads) {
    Node stream = feed.stream();
    quads.type(stream, Quads.ldes("EventStream"));
    quads.say(stream, DCTerms.title.asNode(), NodeFactory.createLiteralLang(feed.dutch(), "nl"));
    quads.say(stream, DCTerms.title.asNode(), NodeFactory.createLiteralLang(feed.english(), "en"));
    feed.describe(quads);
    quads.say(stream, Quads.ldes("versionCreateObject"), Provenance.kind(Kind.CREATE));
    quads.say(stream, Quads.ldes("versionUpdateObject"), Provenance.kind(Kind.UPDATE));
    quads.say(stream, Quads.ldes("versionDeleteObject"), Provenance.kind(Kind.DELETE));
    quads.say(stream, Quads.ldes("pollingInterval"), Quads.number(POLLING_SECONDS));
  }

  private boolean holdsMadeUp() {
    return catalogue.snapshot().graph().contains(Node.ANY, RDF.type.asNode(), SC.SAMPLE_DATA_CLASS);
  }

  private static void comment(String text, String language, Quads quads) {
    Node comment = NodeFactory.createLiteralLang(text, language);
    quads.say(Feed.ALL.stream(), RDFS.comment.asNode(), comment);
  }

  /** In the words of now and in those that clients have known for longer. */
  private static void retention(Node root, Quads quads) {
    Node policy = NodeFactory.createURI(root.getURI() + "#bewaard");
    quads.say(root, Quads.ldes("retentionPolicy"), policy);
    quads.type(policy, Quads.ldes("RetentionPolicy"));
    quads.type(policy, Quads.ldes("LatestVersionSubset"));
    quads.say(policy, Quads.ldes("versionAmount"), Quads.number(1));
    quads.say(policy, Quads.ldes("amount"), Quads.number(1));
  }

  private void relations(View view, FeedPage page, Node root, Quads quads) {
    String name = root.getURI() + "#pagina-" + page.number();
    Node from = NodeFactory.createURI(name + "-vanaf");
    relation(view, page, root, from, "GreaterThanOrEqualToRelation", quads);
    quads.say(from, Quads.tree("value"), Provenance.time(page.from()));
    if (page.closed()) {
      Node before = NodeFactory.createURI(name + "-voor");
      relation(view, page, root, before, "LessThanRelation", quads);
      quads.say(before, Quads.tree("value"), Provenance.time(page.after()));
    }
  }

  private void relation(
      View view, FeedPage page, Node root, Node relation, String type, Quads quads) {
    quads.say(root, Quads.tree("relation"), relation);
    quads.type(relation, Quads.tree(type));
    quads.say(relation, Quads.tree("node"), address(view.path(page.number())));
    quads.say(relation, Quads.tree("path"), view.feed().timestamp());
  }

  /** The members of a page, each with what it says after the triple that brings it in. */
  String page(View view, FeedPage page, long sequence) {
    Quads quads = new Quads();
    Node address = address(view.path(page.number()));
    quads.type(address, Quads.tree("Node"));
    if (view.immutable(page)) {
      quads.say(address, Quads.ldes("immutable"), Quads.yes());
    }
    long lastOfAll = catalogue.index().lastRevisionOf(sequence);
    Commit commit = null;
    for (long number : page.revisions()) {
      if (commit == null || number > lastOf(commit)) {
        commit = catalogue.commitOf(number).orElseThrow();
      }
      Revision revision = commit.revisions().get((int) (number - firstOf(commit)));
      if (!view.latest() || isLatest(revision, lastOfAll)) {
        member(view.feed(), revision, commit, quads);
      }
    }
    return quads.toString();
  }

  private void member(Feed feed, Revision revision, Commit commit, Quads quads) {
    Node member = Iris.revision(revision.number());
    quads.say(feed.stream(), Quads.tree("member"), member);
    feed.member(revision, commit, quads);
    if (isMadeUp(revision)) {
      quads.type(member, SC.SAMPLE_DATA_CLASS);
    }
    quads.graph(content(feed, revision), revision.record(), member);
  }

  private String content(Feed feed, Revision revision) {
    return feed == Feed.DCAT
        ? entities.get(revision.number(), number -> Entity.of(revision, questions))
        : revision.content();
  }

  /** What is deleted says nothing of itself any more, but what it was before does. */
  private boolean isMadeUp(Revision revision) {
    return revision.kind() == Kind.DELETE
        ? revision.previous().flatMap(catalogue::revision).filter(this::isMadeUp).isPresent()
        : revision.content().contains(SAMPLE);
  }

  private boolean isLatest(Revision revision, long lastOfAll) {
    return Arrays.stream(catalogue.index().revisionsOf(revision.record()))
        .noneMatch(other -> other > revision.number() && other <= lastOfAll);
  }

  private Node address(String path) {
    return NodeFactory.createURI(base + path);
  }

  private static long firstOf(Commit commit) {
    return commit.revisions().get(0).number();
  }

  private static long lastOf(Commit commit) {
    return firstOf(commit) + commit.revisions().size() - 1;
  }
}
