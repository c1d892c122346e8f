package nl.standaardencatalogus.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.Catalogue;
import org.apache.jena.graph.Graph;
import org.apache.jena.sys.JenaSystem;

/** The whole curated catalogue on a free port, started once for all tests that ask it over HTTP. */
public final class CuratedServer {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Serve.Running RUNNING = start();

  private CuratedServer() {}

  private static Serve.Running start() {
    JenaSystem.init();
    try {
      Path folder = Files.createTempDirectory("curated");
      Settings settings =
          Settings.of(
              Map.of(
                  "CATALOGUE_PORT", "0",
                  "CATALOGUE_DATA", folder.toString(),
                  "CATALOGUE_SAMPLE", "false",
                  "CATALOGUE_QUERY_SECONDS", "2",
                  "CATALOGUE_QUERY_CLIENT_SECONDS", "86400",
                  "CATALOGUE_QUERY_ROWS", "500000",
                  "CATALOGUE_QUERY_MEGABYTES", "16",
                  "CATALOGUE_REQUEST_KILOBYTES", "256"));
      Serve.Running running = Serve.Running.start(settings, new Bar(System.err), Duration.ZERO);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    running.close();
                    delete(folder);
                  }));
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Catalogue catalogue() {
    return RUNNING.catalogue();
  }

  /** The current state of it. */
  public static Graph graph() {
    return catalogue().snapshot().graph();
  }

  /** The number of its last commit. */
  public static long sequence() {
    return catalogue().snapshot().sequence();
  }

  /** The address of a path; spaces and the like must be encoded already. */
  public static URI at(String path) {
    return URI.create(RUNNING.address() + path);
  }

  /** Asks for a path, with names and values of headers by turns. */
  public static HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** A request to a path, with names and values of headers by turns. */
  public static HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(at(path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  /** Sends a request and reads the answer as text. */
  public static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
