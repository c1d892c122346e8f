package nl.standaardencatalogus.server.page;

import java.util.List;

/**
 * Choices about one property, each with how many it would leave.
 *
 * @param several how many have more than one of them, and count at each
 */
public record Facet(String key, String legend, List<Option> options, boolean chosen, int several) {
  /** As many as are shown before the reader asks for more. */
  public static final int FIRST = 6;

  public Facet {
    options = List.copyOf(options);
  }

  /** One choice. */
  public record Option(String id, String value, String label, int count, boolean chosen) {}

  /** The choices that are shown at once. */
  public List<Option> first() {
    return options.size() <= FIRST + 2 ? options : options.subList(0, FIRST);
  }

  /** The choices behind "more". */
  public List<Option> more() {
    return options.subList(first().size(), options.size());
  }
}
