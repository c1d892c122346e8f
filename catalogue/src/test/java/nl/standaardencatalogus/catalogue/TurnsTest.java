package nl.standaardencatalogus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
  private static final int WORK = 40;

  private final Turns turns = new Turns();
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> line = new ArrayList<>();

  /** Begins something in a thread of its own, and comes back when that stands in line. */
  private Thread waiting(Runnable work) {
    Thread thread =
        new Thread(
            () ->
                turns.take(
                    () -> {
                      work.run();
                      return null;
                    }));
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    line.add(thread);
    return thread;
  }

  private void end() throws InterruptedException {
    for (Thread each : line) {
      each.join();
    }
  }

  private static void work() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WORK);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void who_came_first_goes_first() throws InterruptedException {
    turns.take(
        () -> {
          for (String name : List.of("a", "b", "c", "d")) {
            waiting(() -> done.add(name));
          }
          return null;
        });
    end();
    assertEquals(List.of("a", "b", "c", "d"), done);
  }

  @Test
  void who_stood_in_line_leaves_the_processor_to_others_first() throws InterruptedException {
    long[] began = new long[1];
    turns.take(
        () -> {
          waiting(() -> began[0] = System.nanoTime());
          work();
          return null;
        });
    long ended = System.nanoTime();
    end();
    assertTrue(began[0] - ended >= TimeUnit.MILLISECONDS.toNanos(4 * WORK - WORK));
  }

  @Test
  void who_comes_alone_does_not_wait() {
    long start = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      turns.take(
          () -> {
            work();
            return null;
          });
    }
    assertTrue(System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(10 * 4 * WORK));
  }

  @Test
  void work_that_fails_gives_the_turn_on() {
    try {
      turns.take(
          () -> {
            throw new IllegalStateException("on purpose");
          });
    } catch (IllegalStateException e) {
      done.add(e.getMessage());
    }
    assertEquals("next", turns.take(() -> "next"));
    assertEquals(List.of("on purpose"), done);
  }

  @Test
  void an_interrupt_is_not_lost_and_does_not_end_the_wait() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    Thread[] second = new Thread[1];
    turns.take(
        () -> {
          second[0] =
              waiting(
                  () -> {
                    done.add(Thread.currentThread().isInterrupted() ? "interrupted" : "not");
                    told.countDown();
                  });
          second[0].interrupt();
          work();
          return null;
        });
    told.await();
    end();
    assertEquals(List.of("interrupted"), done);
  }
}
