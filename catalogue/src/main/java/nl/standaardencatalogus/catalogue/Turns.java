package nl.standaardencatalogus.catalogue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Has those who change the catalogue go one after the other, in the order in which they came. While
 * they stand in line each waits for a multiple of the time that the one before took, so that many
 * who write leave the processors to the many more who read; who comes alone waits for nothing.
 */
final class Turns {
  /** Of five parts of a processor, writing takes one. */
  private static final int REST = 4;

  /** Nobody rests longer, however long a large commit took. */
  private static final long MOST_REST = TimeUnit.SECONDS.toNanos(1);

  private final Semaphore turn = new Semaphore(1, true);

  /** On the clock of {@link System#nanoTime}; only for who has the turn. */
  private long next = System.nanoTime();

  /** Does the work when its turn has come. An interrupt does not end the wait. */
  <T> T take(Supplier<T> work) {
    turn.acquireUninterruptibly();
    try {
      rest();
      long start = System.nanoTime();
      try {
        return work.get();
      } finally {
        long end = System.nanoTime();
        next = turn.hasQueuedThreads() ? end + Math.min(MOST_REST, REST * (end - start)) : end;
      }
    } finally {
      turn.release();
    }
  }

  private void rest() {
    boolean interrupted = false;
    for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
      try {
        TimeUnit.NANOSECONDS.sleep(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
