package nl.standaardencatalogus.server.page;

import java.util.List;
import org.apache.jena.graph.Node;

/** A municipality as lists and maps need it; province and population may be unknown. */
public record Municipality(
    Node node, String code, String name, String sort, Node province, Integer population) {
  /** Up to how many inhabitants a class goes; the last has no end. */
  private static final List<Integer> SIZES =
      List.of(20_000, 50_000, 100_000, 250_000, Integer.MAX_VALUE);

  /** How many classes of size there are. */
  public static final int CLASSES = SIZES.size();

  /** Its class by its inhabitants, the smallest first; -1 when their number is not known. */
  public int size() {
    if (population == null) {
      return -1;
    }
    int size = 0;
    while (population >= SIZES.get(size)) {
      size++;
    }
    return size;
  }
}
