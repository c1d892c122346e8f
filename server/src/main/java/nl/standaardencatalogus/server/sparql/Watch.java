package nl.standaardencatalogus.server.sparql;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.standaardencatalogus.server.http.Problem;
import org.apache.jena.query.QueryCancelledException;

/**
 * Watches over one running query: stops it at its deadline, also where ARQ's own timeout does not
 * look, and makes it wait for its turn once it has run long, so that many long queries leave room
 * for short ones. Asked at every few steps of the query, on the query's own thread.
 */
final class Watch implements AutoCloseable {
  private static final long LONG = TimeUnit.SECONDS.toNanos(1);

  private final Semaphore turns;
  private final Duration time;
  private final long start = System.nanoTime();
  private long deadline;
  private final Thread runner = Thread.currentThread();
  private volatile boolean stopped;
  private boolean hasTurn;
  private boolean waitedInVain;
  private long waited;

  /**
   * A query that begins now.
   *
   * @param turns one for each long query that may run at the same time
   */
  Watch(Duration time, Semaphore turns) {
    this.turns = turns;
    this.time = time;
    this.deadline = start + time.toNanos();
  }

  /** Goes on, waits, or throws {@link QueryCancelledException} when time is up. */
  void check() {
    long now = System.nanoTime();
    if (stopped || now > deadline) {
      throw new QueryCancelledException();
    }
    if (!hasTurn && now - start - waited > LONG && Thread.currentThread() == runner) {
      await(now);
    }
  }

  private void await(long now) {
    try {
      hasTurn = turns.tryAcquire(deadline - now, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    waited += System.nanoTime() - now;
    if (!hasTurn) {
      waitedInVain = true;
      throw new QueryCancelledException();
    }
  }

  /** Does work for the query that many queries share, and that is not held against this one. */
  <T> T apart(Supplier<T> work) {
    long before = System.nanoTime();
    T made = work.get();
    long took = System.nanoTime() - before;
    deadline += took;
    waited += took;
    return made;
  }

  /** Stops it at its next step, from any thread. */
  void stop() {
    stopped = true;
  }

  /** What who asked is told when it was stopped. */
  Problem why() {
    if (stopped) {
      return Problem.of(
              503,
              "The query was stopped because it needed memory that there is not now. Ask for less"
                  + " at a time.")
          .with("limit", "memory");
    }
    double seconds = time.toMillis() / 1000.0;
    String told = time.toMillis() % 1000 == 0 ? String.valueOf(time.toSeconds()) : "" + seconds;
    String why =
        waitedInVain
            ? "The query was stopped: it had run for "
                + TimeUnit.NANOSECONDS.toSeconds(LONG)
                + " s and waited for other long queries until its "
                + told
                + " s were over. Ask again later, or"
            : "The query was stopped: it took more than " + told + " s. Either";
    return Problem.of(
            503,
            why
                + " begin with the pattern that has the fewest answers, avoid patterns that share no"
                + " variable, or ask a question of the library.")
        .with("limit", waitedInVain ? "long queries at once" : "time")
        .with("seconds", seconds);
  }

  /** Whether it was stopped before its deadline. */
  boolean stopped() {
    return stopped;
  }

  /** How long it has run, without the time that it waited. */
  Duration took() {
    return Duration.ofNanos(System.nanoTime() - start - waited);
  }

  /** How far it is past its deadline; negative before that. */
  Duration overdue() {
    return Duration.ofNanos(System.nanoTime() - deadline);
  }

  /** The thread that runs the query. */
  Thread runner() {
    return runner;
  }

  @Override
  public void close() {
    if (hasTurn) {
      hasTurn = false;
      turns.release();
    }
  }
}
