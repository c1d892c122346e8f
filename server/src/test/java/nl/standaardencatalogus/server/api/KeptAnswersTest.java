package nl.standaardencatalogus.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nl.standaardencatalogus.server.api.KeptAnswers.Answer;
import nl.standaardencatalogus.server.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptAnswersTest {
  private static final Answer DONE = new Answer(201, "/doc/commit/7", "{\"é\":\"\\\"\"}");

  @TempDir private Path folder;
  private final AtomicInteger worked = new AtomicInteger();

  private KeptAnswers at(Duration later) {
    Instant moment = Instant.now().plus(later);
    return new KeptAnswers(folder, Clock.fixed(moment, ZoneOffset.UTC));
  }

  private Answer work() {
    worked.incrementAndGet();
    return DONE;
  }

  private static int status(ProblemException e) {
    return e.problem().status();
  }

  @Test
  void the_second_time_nothing_is_worked_on() {
    assertEquals(DONE, at(Duration.ZERO).answer("a", "k", "f", this::work));
    assertEquals(DONE, at(Duration.ofHours(23)).answer("a", "k", "f", this::work));
    assertEquals(1, worked.get());
  }

  @Test
  void after_a_day_a_key_is_free_again() {
    at(Duration.ZERO).answer("a", "k", "f", this::work);
    at(Duration.ofHours(25)).answer("a", "k", "other", this::work);
    assertEquals(2, worked.get());
  }

  @Test
  void another_request_with_the_key_is_refused() {
    KeptAnswers answers = at(Duration.ZERO);
    answers.answer("a", "k", "f", this::work);
    assertEquals(
        422,
        status(
            assertThrows(
                ProblemException.class, () -> answers.answer("a", "k", "other", this::work))));
    answers.answer("b", "k", "other", this::work);
    assertEquals(2, worked.get());
  }

  @Test
  void while_it_is_worked_on_who_asks_again_is_told_so() throws Exception {
    KeptAnswers answers = at(Duration.ZERO);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Answer> first =
          other.submit(
              () ->
                  answers.answer(
                      "a",
                      "k",
                      "f",
                      () -> {
                        begun.countDown();
                        await(end);
                        return work();
                      }));
      begun.await();
      assertEquals(
          409,
          status(
              assertThrows(
                  ProblemException.class, () -> answers.answer("a", "k", "f", this::work))));
      end.countDown();
      assertEquals(DONE, first.get());
      assertEquals(DONE, answers.answer("a", "k", "f", this::work));
      assertEquals(1, worked.get());
    } finally {
      other.shutdown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_died_on_the_way_is_worked_on_again_but_only_the_same() {
    KeptAnswers dying = at(Duration.ZERO);
    assertThrows(
        StackOverflowError.class,
        () ->
            dying.answer(
                "a",
                "k",
                "f",
                () -> {
                  throw new StackOverflowError();
                }));
    KeptAnswers next = at(Duration.ZERO);
    assertEquals(
        422,
        status(
            assertThrows(
                ProblemException.class, () -> next.answer("a", "k", "other", this::work))));
    assertEquals(DONE, next.answer("a", "k", "f", this::work));
  }
}
