package nl.standaardencatalogus.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Style sheets, scripts and drawings, each under an address with the hash of its content. */
public final class Assets {
  private static final String EDITOR = "/META-INF/resources/webjars/zazuko__yasgui/4.5.0/build/";

  private static final String VIEWER = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

  private static final String PARTS = "/META-INF/resources/webjars/htmx.org/2.0.8/dist/";

  /** The folder of each file. */
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("theme.css", "/static/"),
          Map.entry("catalogue.css", "/static/"),
          Map.entry("workbench.css", "/static/"),
          Map.entry("workbench.js", "/static/"),
          Map.entry("api.css", "/static/"),
          Map.entry("api.js", "/static/"),
          Map.entry("chevron.svg", "/static/"),
          Map.entry("icon.svg", "/static/"),
          Map.entry("htmx.min.js", PARTS),
          Map.entry("mine.js", "/static/"),
          Map.entry("ticks.js", "/static/"),
          Map.entry("yasgui.min.css", EDITOR),
          Map.entry("yasgui.min.js", EDITOR),
          Map.entry("swagger-ui.css", VIEWER),
          Map.entry("swagger-ui-bundle.js", VIEWER));

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Asset> assets = new HashMap<>();

  /** A file as it is sent. */
  record Asset(String type, byte[] content) {}

  Assets() {
    for (String file : FILES.keySet()) {
      byte[] content = read(FILES.get(file) + file);
      int dot = file.lastIndexOf('.');
      String type = TYPES.get(file.substring(dot + 1));
      String named = file.substring(0, dot) + "." + hash(content) + file.substring(dot);
      addresses.put(file, "/static/" + named);
      assets.put(named, new Asset(type, content));
      assets.put(file, new Asset(type, content));
    }
  }

  /** Where a file is. */
  public String href(String file) {
    return addresses.get(file);
  }

  Optional<Asset> at(String name) {
    return Optional.ofNullable(assets.get(name));
  }

  private static byte[] read(String file) {
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("Missing from the program: " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
