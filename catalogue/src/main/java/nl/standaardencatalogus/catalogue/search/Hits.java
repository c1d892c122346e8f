package nl.standaardencatalogus.catalogue.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param found what holds the words, best first
 * @param near what looks like it, only when little was found: "did you mean"
 */
public record Hits(List<Entry> found, List<Entry> near) {
  public Hits {
    found = List.copyOf(found);
    near = List.copyOf(near);
  }
}
