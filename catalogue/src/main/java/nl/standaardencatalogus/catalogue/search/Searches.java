package nl.standaardencatalogus.catalogue.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * Makes the search index of a state, or gives the one before when it would come out the same. Safe
 * for use by several threads.
 */
public final class Searches {
  /** The question that tells what can be found. */
  public static final String ENTRIES = "search/entries";

  /** The question that tells what of it is over. */
  public static final String ENDED = "search/ended";

  private volatile Made last = new Made(List.of(), List.of(), Search.over(List.of()));

  /** An index, and the answers that it was made of: states that differ little share these. */
  private record Made(List<Row> entries, List<Row> ended, Search search) {}

  /** The index of a state. */
  public Search of(Graph state, Questions questions) {
    return of(questions.select(ENTRIES, state), questions.select(ENDED, state));
  }

  /** The index of a state by its answers to the two questions. */
  public Search of(List<Row> entries, List<Row> ended) {
    Made known = last;
    if (known.entries() == entries && known.ended() == ended) {
      return known.search();
    }
    List<Entry> wanted = entries(entries, ended);
    Search search = known.search().entries().equals(wanted) ? known.search() : Search.over(wanted);
    last = new Made(entries, ended, search);
    return search;
  }

  private static List<Entry> entries(List<Row> rows, List<Row> over) {
    Set<Node> ended = new HashSet<>();
    over.forEach(row -> ended.add(row.get("thing")));
    Map<Node, Found> found = new LinkedHashMap<>();
    for (Row row : rows) {
      found.computeIfAbsent(row.get("thing"), node -> new Found()).add(row);
    }
    List<Entry> entries = new ArrayList<>();
    found.forEach((thing, words) -> entries.add(words.entry(thing, ended.contains(thing))));
    entries.sort(Comparator.comparing(entry -> entry.thing().getURI()));
    return entries;
  }

  /** The words of one thing, gathered from its rows. */
  private static final class Found {
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> alternatives = new TreeSet<>();
    private final Set<String> identifiers = new TreeSet<>();
    private final Set<String> families = new TreeSet<>();
    private final Set<String> descriptions = new TreeSet<>();
    private String kind = "";

    void add(Row row) {
      kind = Iris.lastSegment(row.get("class"));
      if (row.get("name").getLiteralLanguage().equals("en")) {
        addTo(alternatives, row, "name");
      } else {
        addTo(names, row, "name");
      }
      addTo(alternatives, row, "alternative");
      addTo(identifiers, row, "identifier");
      addTo(families, row, "family");
      addTo(descriptions, row, "description");
    }

    private static void addTo(Set<String> words, Row row, String variable) {
      if (row.has(variable)) {
        words.add(row.text(variable));
      }
    }

    Entry entry(Node thing, boolean ended) {
      names.addAll(alternatives);
      if (names.isEmpty()) {
        names.add(Iris.lastSegment(thing));
      }
      return new Entry(
          thing,
          kind,
          List.copyOf(names),
          List.copyOf(identifiers),
          List.copyOf(families),
          String.join(" ", descriptions),
          ended);
    }
  }
}
