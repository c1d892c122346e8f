package nl.standaardencatalogus.catalogue.history;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.log.CommitLog;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDF;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All revisions as RDF, for questions about the past: a TDB2 dataset that follows the log in the
 * background.
 *
 * <p>Each revision is a named graph under its own IRI; the default graph says in PROV-O what the
 * revisions and commits are: when, by whom, on whose behalf and why. It is derived: when it does
 * not open, or says other things than the log, it is thrown away and made anew.
 */
public final class History implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(History.class);

  /**
   * A transaction writes each block of an index anew that it changes, and leaves the old one in the
   * file: the fewer transactions, the smaller the files. All of the demonstration fits in one.
   */
  private static final int QUADS_PER_TRANSACTION = 3_000_000;

  /** Made in one go the history takes some 8,500 bytes for a revision. */
  private static final long LEAN_BYTES_PER_REVISION = 8_500;

  /** So much may it have without regard to what is in it. */
  private static final long SPARE_BYTES = 512L << 20;

  private static final Node DEFAULT = Quad.defaultGraphNodeGenerated;
  // The snapshot needs the memory more: it answers nearly everything.
  private static final StoreParams LEAN =
      StoreParams.builder("history")
          // By graph, by subject, by predicate and object, by object; TDB2 wants four or six.
          .quadIndexes(new String[] {"GSPO", "SPOG", "POSG", "OSPG"})
          .node2NodeIdCacheSize(20_000)
          .nodeId2NodeCacheSize(50_000)
          .nodeMissCacheSize(1_000)
          .blockReadCacheSize(2_000)
          .build();

  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final String AS = "https://www.w3.org/ns/activitystreams#";
  private static final Map<Kind, Node> KINDS =
      Map.of(
          Kind.CREATE, NodeFactory.createURI(AS + "Create"),
          Kind.UPDATE, NodeFactory.createURI(AS + "Update"),
          Kind.DELETE, NodeFactory.createURI(AS + "Delete"));

  private final CommitLog log;
  private final DatasetGraph dataset;
  private final Thread follower;
  private final Object moved = new Object();
  private long target;
  private long position;
  private long reached;
  private boolean closed;
  private RuntimeException failure;

  private History(CommitLog log, DatasetGraph dataset) {
    this.log = log;
    this.dataset = dataset;
    this.position = Txn.calculateRead(dataset, () -> lastCommit(dataset, log.size()));
    this.target = log.size();
    this.follower = new Thread(this::follow, "history");
    this.follower.setDaemon(true);
  }

  /** Opens the history in a folder and begins to follow the log. */
  public static History open(Path folder, CommitLog log) {
    DatasetGraph dataset = connect(folder);
    if (!agrees(dataset, log) || isFat(folder, log)) {
      TDBInternal.expel(dataset);
      delete(folder);
      dataset = connect(folder);
    }
    History history = new History(log, dataset);
    history.follower.start();
    return history;
  }

  private static DatasetGraph connect(Path folder) {
    try {
      Files.createDirectories(folder);
      return DatabaseMgr.connectDatasetGraph(folder.toString(), LEAN);
    } catch (IOException | RuntimeException e) {
      LOG.warn("The history does not open and is made anew: {}", e.getMessage());
      delete(folder);
      return DatabaseMgr.connectDatasetGraph(folder.toString(), LEAN);
    }
  }

  /** Whether the last commit in it is the one that the log has in that place. */
  private static boolean agrees(DatasetGraph dataset, CommitLog log) {
    try {
      return Txn.calculateRead(
          dataset,
          () -> {
            long last = lastCommit(dataset, Long.MAX_VALUE >> 1);
            return last == 0
                || last <= log.size()
                    && dataset.contains(
                        Quad.defaultGraphIRI,
                        Iris.commit(last),
                        SC.COMMIT_HASH,
                        NodeFactory.createLiteralString(log.read(last).hash()));
          });
    } catch (RuntimeException e) {
      LOG.warn("The history cannot be read and is made anew: {}", e.getMessage());
      return false;
    }
  }

  /** Whether small transactions have left so much behind that it is better made anew. */
  private static boolean isFat(Path folder, CommitLog log) {
    if (log.size() == 0) {
      return false;
    }
    List<Revision> last = log.read(log.size()).revisions();
    long revisions = last.get(last.size() - 1).number();
    long bytes = bytes(folder);
    boolean fat = bytes > SPARE_BYTES + 3 * LEAN_BYTES_PER_REVISION * revisions;
    if (fat) {
      LOG.info("The history has grown to {} MB and is made anew", bytes >> 20);
    }
    return fat;
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    } catch (IOException e) {
      throw new UncheckedIOException("The history in " + folder + " cannot be read", e);
    }
  }

  /** Commits come in without a gap, so halving the distance finds the last one. */
  private static long lastCommit(DatasetGraph dataset, long most) {
    long has = 0;
    long next = 1;
    while (next <= most && holds(dataset, next)) {
      has = next;
      next *= 2;
    }
    long hasNot = next;
    while (hasNot - has > 1) {
      long middle = has + (hasNot - has) / 2;
      if (holds(dataset, middle)) {
        has = middle;
      } else {
        hasNot = middle;
      }
    }
    return has;
  }

  private static boolean holds(DatasetGraph dataset, long commit) {
    return dataset.contains(Quad.defaultGraphIRI, Iris.commit(commit), SC.COMMIT_NUMBER, Node.ANY);
  }

  /** The dataset; read it within a transaction. */
  public DatasetGraph dataset() {
    return dataset;
  }

  /** The number of the last commit in it. */
  public long position() {
    synchronized (moved) {
      return position;
    }
  }

  /** Tells that the log has grown. */
  public void notice(long size) {
    synchronized (moved) {
      target = Math.max(target, size);
      moved.notifyAll();
    }
  }

  /**
   * Waits until a commit is in it.
   *
   * @throws IllegalStateException when it has stopped following
   */
  public void await(long commit, Progress progress) throws InterruptedException {
    synchronized (moved) {
      while (position < commit) {
        if (failure != null || closed) {
          throw new IllegalStateException("The history stands still at " + position, failure);
        }
        progress.at("Bringing the history up to date", Math.max(position, reached), commit);
        moved.wait();
      }
    }
  }

  /** What it has otherwise than a commit of the log says, a sentence each. */
  public List<String> differences(Commit commit) {
    return Txn.calculateRead(
        dataset,
        () -> {
          List<String> differences = new ArrayList<>();
          GraphMem2Fast said = new GraphMem2Fast();
          describe(commit, said::add);
          said.find()
              .filterDrop(triple -> dataset.contains(Quad.create(DEFAULT, triple)))
              .forEach(
                  triple ->
                      differences.add(
                          "The history does not say of commit " + commit.number() + ": " + triple));
          for (Revision revision : commit.revisions()) {
            Graph found = dataset.getGraph(Iris.revision(revision.number()));
            String content = CanonicalGraph.write(revision.record(), found);
            if (!content.equals(revision.content())) {
              differences.add(
                  "The history has revision "
                      + revision.number()
                      + " otherwise than commit "
                      + commit.number());
            }
          }
          return differences;
        });
  }

  private void follow() {
    try {
      for (long from = next(); from > 0; from = next()) {
        long first = from;
        long last = Txn.calculateWrite(dataset, () -> addFrom(first));
        synchronized (moved) {
          position = last;
          moved.notifyAll();
        }
      }
    } catch (RuntimeException e) {
      LOG.error("The history stands still at commit {}", position(), e);
      synchronized (moved) {
        failure = e;
        moved.notifyAll();
      }
    }
  }

  /** The number of the commit to go on with; 0 when there is no more to do. */
  private long next() {
    synchronized (moved) {
      while (!closed && position >= target) {
        try {
          moved.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return 0;
        }
      }
      return closed ? 0 : position + 1;
    }
  }

  /** Adds what one transaction can take, or less when it is time to end; gives the last commit. */
  private long addFrom(long first) {
    long last = first - 1;
    long quads = 0;
    do {
      last++;
      quads += add(log.read(last));
    } while (quads < QUADS_PER_TRANSACTION && goesOnAfter(last));
    return last;
  }

  private boolean goesOnAfter(long commit) {
    synchronized (moved) {
      reached = commit;
      moved.notifyAll();
      return !closed && commit < target;
    }
  }

  private long add(Commit commit) {
    AtomicLong quads = new AtomicLong();
    describe(commit, triple -> add(DEFAULT, triple, quads));
    for (Revision revision : commit.revisions()) {
      Node graph = Iris.revision(revision.number());
      CanonicalGraph.read(revision.content()).find().forEach(triple -> add(graph, triple, quads));
    }
    return quads.get();
  }

  private void add(Node graph, Triple triple, AtomicLong quads) {
    dataset.add(Quad.create(graph, triple));
    quads.incrementAndGet();
  }

  private static void describe(Commit commit, Consumer<Triple> said) {
    Node activity = Iris.commit(commit.number());
    said.accept(triple(activity, RDF.type.asNode(), SC.COMMIT_CLASS));
    said.accept(triple(activity, RDF.type.asNode(), prov("Activity")));
    said.accept(triple(activity, SC.COMMIT_NUMBER, number(commit.number())));
    said.accept(triple(activity, prov("endedAtTime"), time(commit)));
    said.accept(triple(activity, SC.ACTOR, text(commit.actor())));
    said.accept(triple(activity, SC.ON_BEHALF_OF, commit.onBehalfOf()));
    said.accept(triple(activity, SC.REASON, text(commit.reason())));
    said.accept(triple(activity, SC.COMMIT_HASH, text(commit.hash())));
    said.accept(triple(activity, SC.PREVIOUS_COMMIT_HASH, text(commit.previousHash())));
    commit.revisions().forEach(revision -> describe(commit, revision, said));
  }

  private static void describe(Commit commit, Revision revision, Consumer<Triple> said) {
    Node entity = Iris.revision(revision.number());
    said.accept(triple(entity, RDF.type.asNode(), SC.REVISION_CLASS));
    said.accept(triple(entity, RDF.type.asNode(), prov("Entity")));
    said.accept(triple(entity, RDF.type.asNode(), KINDS.get(revision.kind())));
    said.accept(triple(entity, SC.REVISION_KIND, KINDS.get(revision.kind())));
    said.accept(triple(entity, SC.REVISION_NUMBER, number(revision.number())));
    said.accept(triple(entity, prov("specializationOf"), revision.record()));
    said.accept(triple(entity, prov("generatedAtTime"), time(commit)));
    said.accept(triple(entity, prov("wasGeneratedBy"), Iris.commit(commit.number())));
    said.accept(triple(entity, prov("wasAttributedTo"), commit.onBehalfOf()));
    said.accept(triple(entity, SC.CONTENT_HASH, text(revision.contentHash())));
    revision
        .previous()
        .ifPresent(
            before -> said.accept(triple(entity, prov("wasRevisionOf"), Iris.revision(before))));
  }

  private static Triple triple(Node subject, Node predicate, Node object) {
    return Triple.create(subject, predicate, object);
  }

  private static Node prov(String name) {
    return NodeFactory.createURI(PROV + name);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  private static Node time(Commit commit) {
    return NodeFactory.createLiteralDT(commit.recorded().toString(), XSDDatatype.XSDdateTime);
  }

  /** Stops following, after the commit at hand, and lets go of the files. */
  @Override
  public void close() {
    synchronized (moved) {
      closed = true;
      moved.notifyAll();
    }
    boolean interrupted = false;
    while (follower.isAlive()) {
      try {
        follower.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    TDBInternal.expel(dataset);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The history in " + folder + " cannot be removed", e);
    }
  }
}
