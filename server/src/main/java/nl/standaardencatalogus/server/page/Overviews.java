package nl.standaardencatalogus.server.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.search.Entry;
import nl.standaardencatalogus.catalogue.search.Search;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Node;

/**
 * The overviews of the snapshots that pages were asked of, a few kept. What seldom changes, the
 * search index and the outlines, is taken over from the one before when it would come out the same.
 */
final class Overviews {
  private final Questions questions;
  private final Cache<Key, Overview> kept = Caffeine.newBuilder().maximumSize(8).build();
  private volatile Answers answers = Answers.NONE;
  private volatile Uptake uptake = Uptake.NONE;
  private volatile Search search = Search.over(List.of());
  private volatile Map<Node, String> shapes = Map.of();
  private volatile Outlines outlines = new Outlines(Map.of(), 0);

  private record Key(long sequence, String hash, LocalDate day) {}

  Overviews(Questions questions) {
    this.questions = questions;
  }

  Overview of(Snapshot snapshot, LocalDate day) {
    return kept.get(
        new Key(snapshot.sequence(), snapshot.hash(), day), key -> build(snapshot, day));
  }

  private Overview build(Snapshot snapshot, LocalDate day) {
    Answers known = answers.near(snapshot, questions);
    Uptake read = uptake.of(snapshot, questions);
    answers = known;
    uptake = read;
    return Overview.of(known, day, read, search(known), outlines(known));
  }

  private Search search(Answers answers) {
    List<Entry> entries = entries(answers);
    Search known = search;
    if (!known.entries().equals(entries)) {
      known = Search.over(entries);
      search = known;
    }
    return known;
  }

  private Outlines outlines(Answers answers) {
    Map<Node, String> wkt = new HashMap<>();
    for (Row row : answers.to("municipality/outlines")) {
      wkt.put(row.get("municipality"), row.text("wkt"));
    }
    if (!wkt.equals(shapes)) {
      outlines = Outlines.of(wkt);
      shapes = wkt;
    }
    return outlines;
  }

  private List<Entry> entries(Answers answers) {
    Set<Node> ended = new HashSet<>();
    answers.to("search/ended").forEach(row -> ended.add(row.get("thing")));
    Map<Node, Found> found = new LinkedHashMap<>();
    for (Row row : answers.to("search/entries")) {
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
    private final Set<String> descriptions = new TreeSet<>();
    private String kind = "";

    void add(Row row) {
      kind = Slugs.of(row.get("class"));
      if (row.get("name").getLiteralLanguage().equals("en")) {
        addTo(alternatives, row, "name");
      } else {
        addTo(names, row, "name");
      }
      addTo(alternatives, row, "alternative");
      addTo(identifiers, row, "identifier");
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
        names.add(Slugs.of(thing));
      }
      return new Entry(
          thing,
          kind,
          List.copyOf(names),
          List.copyOf(identifiers),
          String.join(" ", descriptions),
          ended);
    }
  }
}
