package nl.standaardencatalogus.server.impact;

import java.util.Arrays;
import java.util.List;

/** What is supposed to happen to a standard. */
public enum Happening {
  /** It ends, or a version of it does. */
  ENDS("eindigt"),
  /** It becomes binding. */
  BINDS("verplicht"),
  /** What makes it binding ends. */
  LIFTED("vervalt");

  static final List<String> WORDS = Arrays.stream(values()).map(Happening::word).toList();

  private final String word;

  Happening(String word) {
    this.word = word;
  }

  /** What it is called in addresses. */
  String word() {
    return word;
  }

  static Happening of(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst().orElseThrow();
  }
}
