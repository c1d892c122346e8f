package nl.standaardencatalogus.server.dump;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.revision.RevisionIndex;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.catalogue.validity.Validity;
import org.apache.jena.graph.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a release of every day with commits, when the day is over: in a thread of its own, one
 * after another, and never because somebody asks for one. What became due while nothing ran is made
 * at the next start. Without any release the last such day is the first: what was recorded before
 * it is in it, and its days are in the event stream.
 */
public final class ReleaseMaker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseMaker.class);

  /** How soon after midnight a release begins, at the latest; looking costs nothing. */
  private static final Duration LOOK = Duration.ofSeconds(20);

  /** After a failure, such as a full disk. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final Catalogue catalogue;
  private final Releases releases;
  private final ReleaseWriter writer;
  private final Clock clock;
  private final Runnable made;
  private final ScheduledThreadPoolExecutor one =
      new ScheduledThreadPoolExecutor(1, ReleaseMaker::thread);
  private volatile boolean closed;
  private LocalDate seen;
  private Instant notBefore = Instant.MIN;

  /**
   * For a catalogue; nothing is made until {@link #start}.
   *
   * @param publisher who publishes the catalogue
   * @param made is run after each release
   */
  public ReleaseMaker(
      Catalogue catalogue,
      Releases releases,
      SigningKey key,
      Node publisher,
      Clock clock,
      Runnable made) {
    this.catalogue = catalogue;
    this.releases = releases;
    this.writer = new ReleaseWriter(releases.folder(), key, publisher);
    this.clock = clock;
    this.made = made;
    one.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "releases");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to look after the days. */
  public void start() {
    one.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Validity.ZONE);
    if (today.equals(seen) || clock.instant().isBefore(notBefore)) {
      return;
    }
    try {
      makeDue();
      seen = today;
    } catch (CancellationException e) {
      LOG.info("The release that was being made is left for the next start");
    } catch (Throwable e) {
      // Also an Error: what is thrown on would end the thread, and with it all releases to come.
      notBefore = clock.instant().plus(AGAIN);
      LOG.error("No release can be made; it is tried again in {} minutes", AGAIN.toMinutes(), e);
    }
  }

  /**
   * Makes all that is due, here and now; one caller at a time.
   *
   * @throws IOException when the disk does not take one; those before it are kept
   */
  synchronized void makeDue() throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Validity.ZONE);
    // No commit of a day that is over can come in any more once this has been given.
    Snapshot now = catalogue.settled();
    for (LocalDate day : due(catalogue.index(), now.sequence(), today)) {
      requireWhole();
      long start = System.nanoTime();
      Optional<Release.Previous> previous = releases.latest().map(Release::asPrevious);
      Release release = writer.write(day, atEnd(day, now), previous, this::ask);
      releases.add(release);
      LOG.info(
          "Release of {}: {} triples in {} ms",
          day,
          release.said().triples(),
          (System.nanoTime() - start) / 1_000_000);
      tell();
    }
  }

  private void tell() {
    try {
      made.run();
    } catch (RuntimeException e) {
      LOG.error("The release was made, but who follows releases failed on it", e);
    }
  }

  private void ask() {
    if (closed) {
      throw new CancellationException();
    }
  }

  private void requireWhole() {
    Optional<LocalDate> damaged = releases.damaged();
    LocalDate newest = releases.latest().map(Release::day).orElse(LocalDate.MIN);
    if (damaged.filter(day -> day.isAfter(newest)).isPresent()) {
      throw new IllegalStateException(
          "The newest release, of "
              + damaged.get()
              + ", is damaged, and the next one must name its hash. Put its folder back from a copy"
              + " and start again; without a copy take it away, and it is made anew.");
    }
  }

  private List<LocalDate> due(RevisionIndex index, long last, LocalDate today) {
    Optional<Release> newest = releases.latest();
    TreeSet<LocalDate> days = new TreeSet<>();
    for (long commit = last; commit > newest.map(r -> r.said().sequence()).orElse(0L); commit--) {
      LocalDate day = LocalDate.ofInstant(index.recordedAt(commit), Validity.ZONE);
      if (day.isBefore(today) && newest.filter(r -> !day.isAfter(r.day())).isEmpty()) {
        days.add(day);
      }
    }
    return newest.isPresent() || days.isEmpty() ? List.copyOf(days) : List.of(days.last());
  }

  /** The state at the end of a day; what follows from dates is not in a release. */
  private Snapshot atEnd(LocalDate day, Snapshot now) {
    Instant end = day.plusDays(1).atStartOfDay(Validity.ZONE).toInstant().minusMillis(1);
    return catalogue.index().commitAt(end) >= now.sequence() ? now : catalogue.asOf(end);
  }

  @Override
  public void close() {
    closed = true;
    one.shutdown();
    try {
      if (!one.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("A release is still being made; the next start begins it again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
