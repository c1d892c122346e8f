package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BarTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();
  private final Bar bar =
      new Bar(new PrintStream(shown, true, StandardCharsets.UTF_8), false, clock::get);

  private void after(double seconds) {
    clock.addAndGet((long) (seconds * 1e9));
  }

  private String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_task_of_less_than_a_second_is_not_shown() {
    bar.at("Reading", 0, 10);
    after(0.5);
    bar.at("Reading", 10, 10);
    assertEquals("", shown());
  }

  @Test
  void a_longer_task_shows_once_for_every_tenth() {
    for (int i = 0; i <= 100; i++) {
      bar.at("Reading", i, 100);
      after(0.1);
    }
    assertEquals(10, shown().lines().count(), this::shown);
  }
}
