package nl.standaardencatalogus.server.page;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the query of an address asks for; every other choice is an address made from it. */
public record Asked(String path, Map<String, List<String>> values) {
  static final int MOST_PAGES = 10_000;

  /** What a request asks for. */
  public static Asked of(Context context) {
    return new Asked(Language.strip(context.path()), context.queryParamMap());
  }

  /** The only value of a key; empty when it has none. */
  public String one(String key) {
    return values.getOrDefault(key, List.of()).stream().findFirst().orElse("").trim();
  }

  /** The values of a key, the empty ones left out. */
  public List<String> all(String key) {
    return values.getOrDefault(key, List.of()).stream()
        .filter(v -> !v.isBlank())
        .distinct()
        .toList();
  }

  /** The only value of a key, which must be one of these; the first of them when it has none. */
  public String choice(String key, List<String> known) {
    String value = one(key);
    if (value.isEmpty()) {
      return known.get(0);
    }
    check(key, value, known);
    return value;
  }

  public void check(String key, String value, Collection<String> known) {
    if (!known.contains(value)) {
      throw new UnknownValue(key, value, known.stream().sorted().toList());
    }
  }

  /** The number of the page of a list. */
  int page() {
    String value = one("p");
    if (value.isEmpty()) {
      return 1;
    }
    if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > MOST_PAGES) {
      throw new UnknownValue("p", value, List.of("1", "2", "3"));
    }
    return Integer.parseInt(value);
  }

  /** The same list with one value less, from its first page on. */
  public String without(String key, String value) {
    Map<String, List<String>> fewer = new LinkedHashMap<>(values);
    List<String> kept = new ArrayList<>(all(key));
    kept.remove(value);
    fewer.put(key, kept);
    fewer.remove("p");
    return address(fewer);
  }

  /** The same list with another value for one key. */
  public String with(String key, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(values);
    more.put(key, List.of(value));
    return address(more);
  }

  private String address(Map<String, List<String>> all) {
    List<String> pairs = new ArrayList<>();
    all.forEach(
        (key, list) -> {
          if (!key.equals("op")) {
            list.stream()
                .filter(v -> !v.isBlank())
                .forEach(v -> pairs.add(encode(key) + "=" + encode(v)));
          }
        });
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
