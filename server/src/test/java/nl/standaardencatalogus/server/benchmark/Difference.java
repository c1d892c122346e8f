package nl.standaardencatalogus.server.benchmark;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * In what two answers differ first: the columns in which a row of one has another value than the
 * row of the other that is most like it. A row that only one has is there with all its columns.
 */
record Difference(Map<String, String> here, Map<String, String> there) {
  static Difference of(Rows here, Rows there) {
    List<Map<String, String>> others = there.without(here);
    Map<String, String> row = here.without(there).stream().findFirst().orElse(Map.of());
    Map<String, String> like =
        others.stream()
            .max(Comparator.comparingInt(other -> shared(row, other).size()))
            .orElse(Map.of());
    Set<Map.Entry<String, String>> same = shared(row, like);
    return new Difference(rest(row, same), rest(like, same));
  }

  private static Set<Map.Entry<String, String>> shared(
      Map<String, String> one, Map<String, String> other) {
    Set<Map.Entry<String, String>> shared = new HashSet<>(one.entrySet());
    shared.retainAll(other.entrySet());
    return shared;
  }

  private static Map<String, String> rest(
      Map<String, String> row, Set<Map.Entry<String, String>> same) {
    Map<String, String> rest = new TreeMap<>(row);
    rest.entrySet().removeAll(same);
    return rest;
  }
}
