package nl.standaardencatalogus.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client says it can read, as RFC 9110 §12.5.1 means it: the most specific range that a type
 * falls in says how welcome it is, and a quality of 0 that it is not. Jena's {@code AcceptList}
 * takes the most welcome range instead, so that {@code *}{@code /*} would undo what was ruled out.
 */
public final class Accept {
  private static final String TOKEN = "[-!#$%&'*+.^_`|~0-9A-Za-z]+";
  private static final Pattern RANGE = Pattern.compile("(" + TOKEN + ")/(" + TOKEN + ")");
  private static final Pattern QUALITY = Pattern.compile("[qQ]\\s*=\\s*([01](?:\\.[0-9]{0,3})?)");

  private Accept() {}

  /** All that a request says of it; some clients send a header for each type. Null for nothing. */
  public static String of(HttpServletRequest request) {
    List<String> lines = Collections.list(request.getHeaders("Accept"));
    return lines.isEmpty() ? null : String.join(",", lines);
  }

  /**
   * The media type that suits the client best; the first one offered when it does not mind, empty
   * when none will do.
   */
  public static Optional<String> best(String header, List<String> offered) {
    List<Range> ranges = ranges(header);
    if (ranges.isEmpty()) {
      return Optional.of(offered.get(0));
    }
    String best = null;
    Range liked = null;
    for (String type : offered) {
      Range range = ranges.stream().filter(r -> r.has(type)).max(Range.MOST_SPECIFIC).orElse(null);
      if (range != null && range.quality > 0 && (liked == null || range.goesBefore(liked))) {
        best = type;
        liked = range;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether a page suits the client better than anything for programs. */
  public static boolean page(String header) {
    return best(header, List.of("application/json", "text/html"))
        .filter("text/html"::equals)
        .isPresent();
  }

  /** What cannot be understood is left out: it says nothing about what the client can read. */
  private static List<Range> ranges(String header) {
    List<Range> ranges = new ArrayList<>();
    if (header != null) {
      split(header, ',').forEach(range -> Range.of(range).ifPresent(ranges::add));
    }
    return ranges;
  }

  /** The parts between the separators, but not those within quotes. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i).trim());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).trim());
    return parts;
  }

  private record Range(String type, String subtype, double quality) {
    static final Comparator<Range> MOST_SPECIFIC =
        Comparator.comparingInt(Range::specificity).thenComparingDouble(Range::quality);

    /** Parameters but the quality are left out: none of what is offered here has any. */
    static Optional<Range> of(String text) {
      List<String> parts = split(text, ';');
      Matcher range = RANGE.matcher(parts.get(0));
      if (!range.matches()) {
        return Optional.empty();
      }
      double quality = 1;
      for (String parameter : parts.subList(1, parts.size())) {
        Matcher given = QUALITY.matcher(parameter);
        if (given.matches()) {
          quality = Math.min(1, Double.parseDouble(given.group(1)));
        } else if (parameter.toLowerCase(Locale.ROOT).matches("q\\s*=.*")) {
          return Optional.empty();
        }
      }
      return Optional.of(
          new Range(
              range.group(1).toLowerCase(Locale.ROOT),
              range.group(2).toLowerCase(Locale.ROOT),
              quality));
    }

    boolean has(String mediaType) {
      int slash = mediaType.indexOf('/');
      return type.equals("*") && subtype.equals("*")
          || type.equals(mediaType.substring(0, slash))
              && (subtype.equals("*") || subtype.equals(mediaType.substring(slash + 1)));
    }

    int specificity() {
      return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
    }

    /** Of two that are as welcome, the one that was named. */
    boolean goesBefore(Range other) {
      return quality > other.quality
          || quality == other.quality && specificity() > other.specificity();
    }
  }
}
