package nl.standaardencatalogus.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.Catalogue;
import org.apache.jena.sys.JenaSystem;

/** A server of one test's own, on a free port and a folder that the test has filled. */
public final class TestServer implements AutoCloseable {
  static {
    JenaSystem.init();
  }

  private final Serve.Running running;

  private TestServer(Serve.Running running) {
    this.running = running;
  }

  /** Serves what is in a folder, with names and values of settings by turns. */
  public static TestServer on(Path folder, String... settings) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "CATALOGUE_PORT", "0",
                "CATALOGUE_DATA", folder.toString(),
                "CATALOGUE_SAMPLE", "false"));
    for (int i = 0; i < settings.length; i += 2) {
      environment.put("CATALOGUE_" + settings[i], settings[i + 1]);
    }
    return new TestServer(
        Serve.Running.start(Settings.of(environment), new Bar(System.err), Duration.ZERO));
  }

  public Catalogue catalogue() {
    return running.catalogue();
  }

  public String address() {
    return running.address();
  }

  /** Every method and path that a handler answers. */
  public List<String> routes() {
    return running.server().routes();
  }

  @Override
  public void close() {
    running.close();
  }
}
