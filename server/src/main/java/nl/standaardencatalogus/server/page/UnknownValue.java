package nl.standaardencatalogus.server.page;

import java.util.Collection;
import java.util.List;

/** A filter, order or page number that does not exist: answered with 400 and what does. */
final class UnknownValue extends RuntimeException {
  private final String key;
  private final String value;
  private final List<String> known;

  UnknownValue(String key, String value, Collection<String> known) {
    super("Unknown value for " + key + ": " + value);
    this.key = key;
    this.value = value;
    this.known = List.copyOf(known);
  }

  String key() {
    return key;
  }

  String value() {
    return value;
  }

  List<String> known() {
    return known;
  }
}
