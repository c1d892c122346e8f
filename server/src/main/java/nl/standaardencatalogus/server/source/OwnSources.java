package nl.standaardencatalogus.server.source;

import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.facts.RecordFileException;
import nl.standaardencatalogus.catalogue.facts.RecordFiles;
import nl.standaardencatalogus.server.source.Fetched.Validators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The municipalities' own sources: each is asked for once in a while, in a thread of its own and
 * one after another, and what is new in it is taken over. Whatever a source does, the catalogue
 * keeps what it has. Safe for use by several threads.
 */
public final class OwnSources implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OwnSources.class);
  private static final Duration LOOK = Duration.ofSeconds(30);

  /** More than a municipality can have: a record about each version of each standard. */
  private static final int MOST_RECORDS = 5000;

  private static final int MOST_ASIDE = 500;

  private final Catalogue catalogue;
  private final SourceList list;
  private final Duration interval;
  private final Fetcher fetcher;
  private final Map<URI, String> contexts;
  private final Standings standings;
  private final Map<String, Instant> tried = new ConcurrentHashMap<>();
  private final Clock clock;
  private final ScheduledThreadPoolExecutor one =
      new ScheduledThreadPoolExecutor(1, OwnSources::thread);

  /**
   * For a catalogue; nothing is asked for until {@link #start}.
   *
   * @param interval from one visit to the next
   * @param catalogueUrl where the catalogue is on the web; told to those that are visited
   * @param contexts the JSON-LD contexts that a document may name, by their addresses
   * @param folder where it is kept how each source stands
   */
  public OwnSources(
      Catalogue catalogue,
      SourceList list,
      Duration interval,
      String catalogueUrl,
      Map<URI, String> contexts,
      Path folder,
      Clock clock) {
    this(catalogue, list, interval, new Fetcher(catalogueUrl), contexts, folder, clock);
  }

  OwnSources(
      Catalogue catalogue,
      SourceList list,
      Duration interval,
      Fetcher fetcher,
      Map<URI, String> contexts,
      Path folder,
      Clock clock) {
    this.catalogue = catalogue;
    this.list = list;
    this.interval = interval;
    this.fetcher = fetcher;
    this.contexts = contexts;
    this.standings = new Standings(folder);
    this.clock = clock;
    one.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "own sources");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to visit the sources, if there are any. */
  public void start() {
    if (!list.sources().isEmpty()) {
      one.scheduleWithFixedDelay(this::visitDue, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Where the catalogue stands with the source of a municipality; empty when it has none. */
  public Optional<Standing> of(String code) {
    return list.of(code).map(standings::of);
  }

  private boolean isOver(Instant last, Instant now) {
    return last == null || !last.plus(interval).isAfter(now);
  }

  private void visitDue() {
    for (OwnSource source : list.sources()) {
      try {
        Instant last = standings.of(source).attempted();
        Instant now = clock.instant();
        if (isOver(last, now) && isOver(tried.get(source.code()), now)) {
          // Also when what came of it cannot be kept: nobody is to be asked every half minute.
          tried.put(source.code(), now);
          visit(source, false);
        }
      } catch (CancellationException e) {
        LOG.info("The source of {} is left for the next start", source.code());
        return;
      } catch (Throwable e) {
        // Also an Error: what is thrown on would end the thread, and with it all visits to come.
        LOG.error("The source of {} cannot be visited", source.code(), e);
      }
    }
  }

  /**
   * Visits a source here and now.
   *
   * @param replace whether what the catalogue has otherwise gives way to what the source says
   * @throws CancellationException when this was closed meanwhile
   */
  public synchronized Standing visit(OwnSource source, boolean replace) {
    Standing before = standings.of(source);
    Instant now = clock.instant();
    Standing after;
    try {
      Validators known = before.isSettled() && !replace ? before.validators() : Validators.NONE;
      after = after(source, before, fetcher.fetch(source.address(), known), now, replace);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("What {} publishes cannot be taken over", source.code(), e);
      after = before.failed(now, Ending.FAULT, "");
    }
    standings.keep(source, after);
    LOG.info(
        "Source of {}: {}, {} taken over, {} set aside",
        source.code(),
        after.ending().text(),
        after.taken(),
        after.asideInAll());
    return after;
  }

  private Standing after(
      OwnSource source, Standing before, Fetched fetched, Instant now, boolean replace) {
    if (fetched instanceof Fetched.Same) {
      return before.same(now, before.validators());
    }
    if (fetched instanceof Fetched.Failed failed) {
      return before.failed(now, failed.ending(), failed.detail());
    }
    Fetched.Document document = (Fetched.Document) fetched;
    String hash = sha256(document.content());
    if (hash.equals(before.hash()) && before.isSettled() && !replace) {
      return before.same(now, document.validators());
    }
    RecordFiles.Sorted sorted;
    try {
      sorted =
          RecordFiles.sorted(
              source.address().toString(), document.lang(), document.content(), contexts);
    } catch (RecordFileException e) {
      boolean empty = e.rule() == RecordFileException.Rule.NOT_EMPTY;
      return before.failed(
          now, empty ? Ending.EMPTY : Ending.UNREADABLE, empty ? "" : Aside.plain(e.getMessage()));
    }
    if (sorted.records().size() > MOST_RECORDS) {
      return before.failed(now, Ending.TOO_MANY, String.valueOf(MOST_RECORDS));
    }
    TakeOver.Result result = new TakeOver(catalogue, source, before.agreed(), replace).of(sorted);
    List<Aside> asides = result.asides();
    return new Standing(
        before.address(),
        now,
        now,
        result.commit().isPresent() ? Ending.TAKEN : Ending.NOTHING_NEW,
        "",
        result.commit().map(commit -> commit.revisions().size()).orElse(0),
        result.commit().map(commit -> commit.number()).orElse(before.commit()),
        hash,
        document.validators(),
        asides.subList(0, Math.min(asides.size(), MOST_ASIDE)),
        asides.size(),
        result.agreed());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives up what is being fetched, and waits for what is being taken over. */
  @Override
  public void close() {
    fetcher.close();
    one.shutdown();
    try {
      if (!one.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("A source is still being visited; the next start begins it again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
