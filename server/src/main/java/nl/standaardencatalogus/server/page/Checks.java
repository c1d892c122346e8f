package nl.standaardencatalogus.server.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.shapes.Finding;

/**
 * What the rules find in each state, worked out once and out of the reader's way: a whole check
 * takes seconds. One state at a time, and only a few may wait, so that asking for many past days
 * cannot keep the machine busy.
 */
final class Checks {
  private static final int WAITING = 3;

  private final States states;
  private final Executor one =
      new ThreadPoolExecutor(
          0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Checks::thread);
  private final Cache<String, CompletableFuture<List<Finding>>> kept =
      Caffeine.newBuilder().maximumSize(8).build();
  private volatile Checked newest;

  /** The findings in one state. */
  record Checked(long sequence, List<Finding> findings) {}

  Checks(States states) {
    this.states = states;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "checks");
    thread.setDaemon(true);
    return thread;
  }

  /** The findings in this state; empty while they are being worked out. */
  Optional<Checked> of(Snapshot snapshot) {
    try {
      CompletableFuture<List<Finding>> findings =
          kept.get(
              snapshot.hash(), hash -> CompletableFuture.supplyAsync(() -> check(snapshot), one));
      if (findings.isCompletedExceptionally()) {
        kept.invalidate(snapshot.hash());
      }
      return findings.isDone()
          ? Optional.of(new Checked(snapshot.sequence(), findings.join()))
          : Optional.empty();
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
  }

  /** The newest findings there are of a state that was that of now; never of a past day. */
  Optional<Checked> newest() {
    return Optional.ofNullable(newest);
  }

  private List<Finding> check(Snapshot snapshot) {
    List<Finding> findings = List.copyOf(states.check(snapshot.graph()).findings());
    boolean wasNow = snapshot.sequence() == states.now().sequence();
    if (wasNow && (newest == null || newest.sequence() <= snapshot.sequence())) {
      newest = new Checked(snapshot.sequence(), findings);
    }
    return findings;
  }
}
