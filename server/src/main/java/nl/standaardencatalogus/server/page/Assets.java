package nl.standaardencatalogus.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Style sheets and drawings, each under an address with the hash of its content. */
public final class Assets {
  private static final List<String> FILES = List.of("theme.css", "catalogue.css", "chevron.svg");

  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Asset> assets = new HashMap<>();

  /** A file as it is sent. */
  record Asset(String type, byte[] content) {}

  Assets() {
    for (String file : FILES) {
      byte[] content = read(file);
      String type = file.endsWith(".css") ? "text/css; charset=utf-8" : "image/svg+xml";
      int dot = file.lastIndexOf('.');
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
    try (InputStream in = Assets.class.getResourceAsStream("/static/" + file)) {
      if (in == null) {
        throw new IllegalStateException("Missing from the program: static/" + file);
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
