package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class WarmUpTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;

  private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private Serve.Running start(Duration warmUp) {
    return Serve.Running.start(
        Settings.of(
            Map.of(
                "CATALOGUE_PORT", "0",
                "CATALOGUE_DATA", folder.toString(),
                "CATALOGUE_SAMPLE", "false")),
        new Bar(System.err),
        warmUp);
  }

  @Test
  void it_asks_and_gets_answers() throws Exception {
    try (Serve.Running running = start(Duration.ZERO)) {
      new WarmUp(running.address(), "somebody else", Duration.ofSeconds(1))
          .run(running.catalogue().snapshot());
      String counted = get(running.address() + "/metrics").body();
      assertFalse(counted.contains("{status=\"2xx\"} 0\n"), counted);
      assertTrue(counted.contains("{status=\"5xx\"} 0\n"), counted);
    }
  }

  @Test
  void what_a_server_asks_itself_is_not_counted() throws Exception {
    try (Serve.Running running = start(Duration.ofSeconds(1))) {
      Thread.sleep(1500);
      assertTrue(get(running.address() + "/metrics").body().contains("{status=\"2xx\"} 0\n"));
      assertTrue(get(running.address() + "/metrics").body().contains("{status=\"2xx\"} 1\n"));
    }
  }

  @Test
  @Timeout(120)
  void neither_start_nor_end_waits_for_it() {
    start(Duration.ofHours(1)).close();
  }
}
