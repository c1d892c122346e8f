package nl.standaardencatalogus.server.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A language that pages come in; it shows in the path, never in identifiers. */
public enum Language {
  NL("nl", ""),
  EN("en", "/en");

  private final String tag;
  private final String prefix;

  Language(String tag, String prefix) {
    this.tag = tag;
    this.prefix = prefix;
  }

  /** The language tag. */
  public String tag() {
    return tag;
  }

  /** What the paths of its pages start with. */
  public String prefix() {
    return prefix;
  }

  /** The language a reader can change to. */
  public Language other() {
    return this == NL ? EN : NL;
  }

  /** The language of the page at a path. */
  public static Language of(String path) {
    return path.equals("/en") || path.startsWith("/en/") ? EN : NL;
  }

  /**
   * The language that a reader prefers, for what has no language in its path; Dutch when he does
   * not mind.
   */
  public static Language preferred(String acceptLanguage) {
    try {
      List<Locale.LanguageRange> ranges =
          Locale.LanguageRange.parse(acceptLanguage == null ? "*" : acceptLanguage);
      String best = Locale.lookupTag(ranges, Arrays.stream(values()).map(Language::tag).toList());
      return best != null && best.equals(EN.tag) ? EN : NL;
    } catch (IllegalArgumentException e) {
      return NL;
    }
  }

  /** A path without its language. */
  public static String strip(String path) {
    return of(path) == NL ? path : path.length() == 3 ? "/" : path.substring(3);
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }
}
