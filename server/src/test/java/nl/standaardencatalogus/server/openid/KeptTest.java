package nl.standaardencatalogus.server.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import nl.standaardencatalogus.server.openid.Kept.Ages;
import org.junit.jupiter.api.Test;

/** What several threads get that want the same at once. */
class KeptTest {
  private static final Ages ALWAYS_ASKED =
      new Ages(Duration.ZERO, Duration.ofHours(1), Duration.ZERO);
  private static final Duration SOON = Duration.ofSeconds(10);

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch answered = new CountDownLatch(1);
  private final CountDownLatch asking = new CountDownLatch(1);

  private Kept<String> kept(Ages ages, Kept.Source<String> source) {
    return new Kept<>("It", source, ages, Clock.systemUTC());
  }

  @Test
  void all_who_want_it_first_wait_for_one_who_asks() {
    Kept<String> kept =
        kept(
            new Ages(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)),
            () -> {
              asked.incrementAndGet();
              Thread.sleep(200);
              return "told";
            });
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(CompletableFuture.supplyAsync(kept::value));
    }
    all.forEach(each -> assertEquals("told", each.join()));
    assertEquals(1, asked.get());
  }

  @Test
  void who_can_go_on_with_what_is_known_does_not_wait() throws Exception {
    Kept<String> kept =
        kept(
            ALWAYS_ASKED,
            () -> {
              if (asked.incrementAndGet() > 1) {
                asking.countDown();
                answered.await();
              }
              return "told " + asked.get();
            });
    assertEquals("told 1", kept.value());
    Thread.sleep(5);
    CompletableFuture<String> slow = CompletableFuture.supplyAsync(kept::value);
    asking.await();
    assertEquals("told 1", assertTimeoutPreemptively(SOON, kept::value));
    answered.countDown();
    assertEquals("told 2", slow.join());
  }

  @Test
  void nobody_waits_for_who_gave_no_answer_the_last_time() throws Exception {
    Kept<String> kept =
        kept(
            ALWAYS_ASKED,
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new IOException("down");
              }
              asking.countDown();
              answered.await();
              return "told";
            });
    assertThrows(ProviderUnavailable.class, kept::value);
    Thread.sleep(5);
    CompletableFuture<String> slow = CompletableFuture.supplyAsync(kept::value);
    asking.await();
    assertThrows(
        ProviderUnavailable.class, () -> assertTimeoutPreemptively(SOON, () -> kept.value()));
    answered.countDown();
    assertEquals("told", slow.join());
  }
}
