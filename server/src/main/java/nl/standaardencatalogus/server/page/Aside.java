package nl.standaardencatalogus.server.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;

/**
 * What takes seconds to work out of a state on a day: it is worked out once, and out of the
 * reader's way. One at a time, and only a few may wait, so that asking for many past days cannot
 * keep the machine busy. The last few are kept. Safe for use by several threads.
 */
public final class Aside<T> {
  private static final int WAITING = 3;

  private final States states;
  private final BiFunction<Snapshot, LocalDate, T> work;
  private final Executor one;
  private final Cache<String, CompletableFuture<T>> kept;
  private volatile Made<T> newest;

  /** What was worked out, and the number of the last commit in the state that it is of. */
  public record Made<T>(long sequence, T value) {}

  /**
   * Nothing yet.
   *
   * @param name of the thread that works
   * @param most how many are kept
   * @param work is done on that thread
   */
  public Aside(String name, States states, int most, BiFunction<Snapshot, LocalDate, T> work) {
    this.states = states;
    this.work = work;
    this.kept = Caffeine.newBuilder().maximumSize(most).build();
    this.one =
        new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** That of this state on a day; empty while it is being worked out, or waits for others. */
  public Optional<Made<T>> of(Snapshot snapshot, LocalDate day) {
    String key = snapshot.hash() + day;
    try {
      CompletableFuture<T> made =
          kept.get(key, none -> CompletableFuture.supplyAsync(() -> made(snapshot, day), one));
      if (made.isCompletedExceptionally()) {
        kept.invalidate(key);
      }
      return made.isDone()
          ? Optional.of(new Made<>(snapshot.sequence(), made.join()))
          : Optional.empty();
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
  }

  /** The newest there is of a state that was that of now; never of a past day. */
  public Optional<Made<T>> newest() {
    return Optional.ofNullable(newest);
  }

  private T made(Snapshot snapshot, LocalDate day) {
    T value = work.apply(snapshot, day);
    boolean wasNow = snapshot.sequence() == states.now().sequence();
    if (wasNow && (newest == null || newest.sequence() <= snapshot.sequence())) {
      newest = new Made<>(snapshot.sequence(), value);
    }
    return value;
  }

  /** Has something else done in turn; false when there is too much to do. */
  public boolean later(Runnable task) {
    try {
      one.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }
}
