package nl.standaardencatalogus.server.quality;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.page.States;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Rules;

/**
 * What the rules find in each state on a day, worked out once and out of the reader's way: a whole
 * check takes seconds. One state at a time, and only a few may wait, so that asking for many past
 * days cannot keep the machine busy.
 */
final class Checks {
  private static final int WAITING = 3;

  private final States states;
  private final Rules rules;
  private final Executor one =
      new ThreadPoolExecutor(
          0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Checks::thread);
  private final Cache<String, CompletableFuture<List<Finding>>> kept =
      Caffeine.newBuilder().maximumSize(8).build();
  private volatile Checked newest;

  /** The findings in one state. */
  record Checked(long sequence, List<Finding> findings) {}

  Checks(States states, Rules rules) {
    this.states = states;
    this.rules = rules;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "checks");
    thread.setDaemon(true);
    return thread;
  }

  /** The findings in this state; empty while they are being worked out. */
  Optional<Checked> of(Snapshot snapshot, LocalDate day) {
    String key = snapshot.hash() + day;
    try {
      CompletableFuture<List<Finding>> findings =
          kept.get(
              key, none -> CompletableFuture.supplyAsync(() -> checkForNow(snapshot, day), one));
      if (findings.isCompletedExceptionally()) {
        kept.invalidate(key);
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

  private List<Finding> checkForNow(Snapshot snapshot, LocalDate day) {
    List<Finding> findings = check(snapshot, day);
    boolean wasNow = snapshot.sequence() == states.now().sequence();
    if (wasNow && (newest == null || newest.sequence() <= snapshot.sequence())) {
      newest = new Checked(snapshot.sequence(), findings);
    }
    return findings;
  }

  /** The findings in this state, when nobody waits for others. */
  List<Finding> check(Snapshot snapshot, LocalDate day) {
    return List.copyOf(rules.validate(snapshot.graph(), day).findings());
  }

  /** Has something else done in turn; false when there is too much to do. */
  boolean later(Runnable task) {
    try {
      one.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }
}
