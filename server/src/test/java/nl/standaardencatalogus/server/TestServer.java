package nl.standaardencatalogus.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.access.Role;
import nl.standaardencatalogus.server.account.Keys;
import org.apache.jena.graph.Node;
import org.apache.jena.sys.JenaSystem;

/** A server of one test's own, on a free port and a folder that the test has filled. */
public final class TestServer implements AutoCloseable {
  static {
    JenaSystem.init();
  }

  private final Serve.Running running;
  private final Keys keys;

  private TestServer(Serve.Running running, Path folder) {
    this.running = running;
    this.keys = new Keys(folder.resolve("keys"));
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
        Serve.Running.start(Settings.of(environment), new Bar(System.err), Duration.ZERO), folder);
  }

  public Catalogue catalogue() {
    return running.catalogue();
  }

  /**
   * Lets somebody log in for an hour.
   *
   * @param login what is typed to log in
   * @param name the role or program of the organisation, under which things are recorded
   * @return the password
   */
  public String password(String login, String name, Node organisation, Role role) {
    Instant now = Instant.now();
    return keys.makeForPeople(
            login, name, organisation.getURI(), Set.of(role), now, now.plusSeconds(3600))
        .text();
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
