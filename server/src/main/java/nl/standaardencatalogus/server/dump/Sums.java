package nl.standaardencatalogus.server.dump;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hashes with what they are of, a line each, as {@code sha256sum} writes and checks them. */
final class Sums {
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](\\S+)");

  private Sums() {}

  static String write(Map<String, String> hashes) {
    StringBuilder lines = new StringBuilder(hashes.size() * 160);
    hashes.forEach((name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
    return lines.toString();
  }

  /** The hashes by name, in their order; refuses a line that is none. */
  static Map<String, String> read(String text) {
    Map<String, String> hashes = new LinkedHashMap<>();
    text.lines()
        .forEach(
            line -> {
              Matcher parts = LINE.matcher(line);
              if (!parts.matches()) {
                throw new IllegalArgumentException("\"" + line + "\" is no hash with a name");
              }
              hashes.put(parts.group(2), parts.group(1));
            });
    return hashes;
  }
}
