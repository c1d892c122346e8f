package nl.standaardencatalogus.catalogue.history;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.CatalogueException;
import nl.standaardencatalogus.catalogue.Progress;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.log.CommitLog;
import nl.standaardencatalogus.catalogue.log.LogException;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Provenance;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.ontology.SC;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All revisions as RDF, for questions about the past: a TDB2 dataset that follows the log in the
 * background.
 *
 * <p>Each revision is a named graph under its own IRI; the default graph says in PROV-O what the
 * revisions and commits are: when, by whom, on whose behalf and why. It is derived: when it does
 * not open, or says other things than the log of the last commit in it, it is thrown away and made
 * anew. Numbers and times have their value here, but not always their spelling: {@code 1.50} comes
 * back as {@code 1.5}. The log has both.
 */
public final class History implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(History.class);
  private static final String PREFIX = "tdb2-";

  /**
   * A transaction writes each block of an index anew that it changes, and leaves the old one in the
   * file: the fewer transactions, the smaller the files. All of the demonstration fits in one.
   */
  private static final int QUADS_PER_TRANSACTION = 3_000_000;

  /** So long it waits for more, and not at all when so many commits wait for it. */
  private static final long LINGER = TimeUnit.MILLISECONDS.toNanos(500);

  private static final int MANY = 64;

  /** Made in one go the history takes some 8,500 bytes for a revision. */
  private static final long LEAN_BYTES_PER_REVISION = 8_500;

  /** So much may it have without regard to what is in it. */
  private static final long SPARE_BYTES = 512L << 20;

  /**
   * With less room left nothing is written. The files are mapped into memory, where a write that
   * finds no room fails in whatever code happens to run next, which may go on as if nothing was.
   */
  private static final long ROOM_BYTES = 16L << 20;

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

  private final Path folder;
  private final CommitLog log;
  private final DatasetGraph dataset;
  private final Thread follower;
  private final Object moved = new Object();
  private long target;
  private long awaited;
  private long position;
  private long reached;
  private boolean closed;
  private Throwable failure;

  private History(Path folder, CommitLog log, DatasetGraph dataset) {
    this.folder = folder;
    this.log = log;
    this.dataset = dataset;
    this.position = Txn.calculateRead(dataset, () -> lastCommit(dataset, log.size()));
    this.target = log.size();
    this.follower = new Thread(this::follow, "history");
    this.follower.setDaemon(true);
  }

  /**
   * Opens the history in a folder and begins to follow the log.
   *
   * @throws CatalogueException when the folder cannot be written
   */
  public static History open(Path folder, CommitLog log) {
    try {
      Files.createDirectories(folder);
      DatasetGraph dataset = null;
      for (Path entry : entries(folder)) {
        DatasetGraph found = dataset == null ? existing(entry, log) : null;
        if (found == null) {
          delete(entry);
        } else {
          dataset = found;
        }
      }
      if (dataset == null) {
        // A new place each time: TDB2 keeps locks and files when it has failed to open one.
        dataset = connect(Files.createDirectory(folder.resolve(PREFIX + UUID.randomUUID())));
      }
      History history = new History(folder, log, dataset);
      history.follower.start();
      return history;
    } catch (IOException | RuntimeIOException | JenaException e) {
      throw new CatalogueException(
          "The history in "
              + folder
              + " cannot be made: "
              + e.getMessage()
              + ". Check that there is room on the disk and that this user may write there.",
          e);
    }
  }

  private static DatasetGraph connect(Path database) {
    return DatabaseMgr.connectDatasetGraph(database.toString(), LEAN);
  }

  /** What is there already; null when that is not what follows from the log. */
  private static DatasetGraph existing(Path entry, CommitLog log) throws IOException {
    if (!entry.getFileName().toString().startsWith(PREFIX)) {
      return null;
    }
    try {
      DatasetGraph dataset = connect(entry);
      if (agrees(dataset, log) && !isFat(entry, log)) {
        return dataset;
      }
      TDBInternal.expel(dataset);
    } catch (LogException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("The history does not open and is made anew: {}", e.getMessage());
    }
    return null;
  }

  /** Whether it says of the last commit in it what the log has in that place. */
  private static boolean agrees(DatasetGraph dataset, CommitLog log) {
    return Txn.calculateRead(
        dataset,
        () -> {
          long last = lastCommit(dataset, Long.MAX_VALUE >> 1);
          return last == 0 || last <= log.size() && differences(dataset, log.read(last)).isEmpty();
        });
  }

  /** Whether small transactions have left so much behind that it is better made anew. */
  private static boolean isFat(Path database, CommitLog log) throws IOException {
    if (log.size() == 0) {
      return false;
    }
    List<Revision> last = log.read(log.size()).revisions();
    long revisions = last.get(last.size() - 1).number();
    long bytes = bytes(database);
    boolean fat = bytes > SPARE_BYTES + 3 * LEAN_BYTES_PER_REVISION * revisions;
    if (fat) {
      LOG.info("The history has grown to {} MB and is made anew", bytes >> 20);
    }
    return fat;
  }

  private static long bytes(Path database) throws IOException {
    try (Stream<Path> files = Files.walk(database)) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
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
      awaited = Math.max(awaited, commit);
      moved.notifyAll();
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
    return Txn.calculateRead(dataset, () -> differences(dataset, commit));
  }

  private static List<String> differences(DatasetGraph dataset, Commit commit) {
    List<String> differences = new ArrayList<>();
    Set<Triple> said = new LinkedHashSet<>();
    describe(commit, said::add);
    said.removeIf(triple -> dataset.contains(Quad.create(DEFAULT, triple)));
    said.forEach(
        triple ->
            differences.add(
                "The history does not say of commit " + commit.number() + ": " + triple));
    for (Revision revision : commit.revisions()) {
      Graph found = dataset.getGraph(Iris.revision(revision.number()));
      Set<Triple> expected =
          CanonicalGraph.read(revision.content()).stream()
              .map(History::asStored)
              .collect(Collectors.toSet());
      if (!found.stream().collect(Collectors.toSet()).equals(expected)) {
        differences.add(
            "The history has revision "
                + revision.number()
                + " otherwise than commit "
                + commit.number());
      }
    }
    return differences;
  }

  /** TDB2 keeps the value of most numbers and times, not how they were spelled. */
  private static Triple asStored(Triple triple) {
    NodeId value = NodeIdInline.inline(triple.getObject());
    return value == null
        ? triple
        : Triple.create(triple.getSubject(), triple.getPredicate(), NodeIdInline.extract(value));
  }

  private void follow() {
    try {
      for (long from = next(); from > 0; from = next()) {
        long first = from;
        requireRoom();
        long last = Txn.calculateWrite(dataset, () -> addFrom(first));
        synchronized (moved) {
          position = last;
          moved.notifyAll();
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      // A full disk comes as an Error here: the files of TDB2 are mapped into memory.
      LOG.error("The history stands still at commit {}", position(), e);
      synchronized (moved) {
        failure = e;
        moved.notifyAll();
      }
    }
  }

  private void requireRoom() throws IOException {
    if (Files.getFileStore(folder).getUsableSpace() < ROOM_BYTES) {
      throw new CatalogueException(
          "The history in "
              + folder
              + " is not brought up to date, because less than "
              + (ROOM_BYTES >> 20)
              + " MB is left on the disk. Make room, then start again; it goes on from the log.");
    }
  }

  /** The number of the commit to go on with; 0 when there is no more to do. */
  private long next() {
    synchronized (moved) {
      try {
        while (!closed && position >= target) {
          moved.wait();
        }
        linger();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 0;
      }
      return closed ? 0 : position + 1;
    }
  }

  /** A transaction costs more than what is in it: those that come closely together share one. */
  private void linger() throws InterruptedException {
    long end = System.nanoTime() + LINGER;
    while (!closed && awaited <= position && target - position < MANY) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return;
      }
      TimeUnit.NANOSECONDS.timedWait(moved, left);
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
    Provenance.commit(commit, said);
    commit.revisions().forEach(revision -> Provenance.revision(revision, commit, said));
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
    // A commit that found no room leaves its transaction open, and nobody goes on with it.
    TDBInternal.expel(dataset, failure != null);
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private static void delete(Path entry) throws IOException {
    try (Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
