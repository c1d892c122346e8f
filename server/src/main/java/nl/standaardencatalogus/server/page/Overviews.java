package nl.standaardencatalogus.server.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.search.Search;
import nl.standaardencatalogus.catalogue.search.Searches;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import org.apache.jena.graph.Node;

/**
 * The overviews of the snapshots that pages were asked of, a few kept. What seldom changes, the
 * search index and the outlines, is taken over from the one before when it would come out the same.
 */
final class Overviews {
  private final Questions questions;
  private final Searches searches;
  private final Cache<Key, Overview> kept = Caffeine.newBuilder().maximumSize(8).build();
  private volatile Answers answers = Answers.NONE;
  private volatile Uptake uptake = Uptake.NONE;
  private volatile Map<Node, String> shapes = Map.of();
  private volatile Outlines outlines = new Outlines(Map.of(), 0);

  private record Key(long sequence, String hash, LocalDate day) {}

  Overviews(Questions questions, Searches searches) {
    this.questions = questions;
    this.searches = searches;
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
    Search search = searches.of(known.to(Searches.ENTRIES), known.to(Searches.ENDED));
    return Overview.of(known, day, read, search, outlines(known));
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
}
