package nl.standaardencatalogus.server.sheet;

import java.util.List;

/** A file that rows cannot be had from, with the key of the text that says why. */
public final class UnreadableSheet extends Exception {
  private final String key;
  private final transient List<Object> values;

  UnreadableSheet(String key, Object... values) {
    super(key + " " + List.of(values));
    this.key = key;
    this.values = List.of(values);
  }

  /** The key of the text. */
  public String key() {
    return key;
  }

  /** What is filled in in it. */
  public Object[] values() {
    return values.toArray();
  }
}
