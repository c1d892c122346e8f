package nl.standaardencatalogus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private int port;

  @BeforeEach
  void a_free_port() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private Serve.Running start(Duration warmUp) {
    return Serve.Running.start(
        Settings.of(
            Map.of(
                "CATALOGUE_PORT", Integer.toString(port),
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
      assertTrue(get(running.address() + "/metrics").body().contains("{status=\"2xx\"} 0\n"));
      assertTrue(get(running.address() + "/metrics").body().contains("{status=\"2xx\"} 1\n"));
    }
  }

  @Test
  void a_server_says_when_it_is_ready() throws Exception {
    CompletableFuture<Serve.Running> starting =
        CompletableFuture.supplyAsync(() -> start(Duration.ofSeconds(3)));
    Set<Integer> before = new HashSet<>();
    while (!starting.isDone()) {
      try {
        before.add(get("http://localhost:" + port + "/health/ready").statusCode());
      } catch (ConnectException e) {
        // It does not listen yet.
        Thread.sleep(20);
      }
    }
    try (Serve.Running running = starting.get()) {
      assertTrue(before.contains(503), before.toString());
      assertEquals(200, get(running.address() + "/health/ready").statusCode());
    }
  }
}
