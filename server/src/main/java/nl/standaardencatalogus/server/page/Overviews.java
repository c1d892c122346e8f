package nl.standaardencatalogus.server.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.revision.Between;
import nl.standaardencatalogus.catalogue.revision.Commit;
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
  private final LongFunction<Optional<Commit>> commits;
  private final Cache<Key, Overview> kept =
      Caffeine.newBuilder().maximumSize(16).softValues().build();
  private volatile Made last = new Made(-1, Answers.NONE, Uptake.NONE, null);
  private volatile Map<Node, String> shapes = Map.of();
  private volatile Outlines outlines = new Outlines(Map.of(), 0);

  private record Key(long sequence, String hash, LocalDate day) {}

  /** An overview and what it was made of. */
  private record Made(long sequence, Answers answers, Uptake uptake, Overview overview) {}

  /**
   * No overviews yet.
   *
   * @param commits a commit by its number
   */
  Overviews(Questions questions, Searches searches, LongFunction<Optional<Commit>> commits) {
    this.questions = questions;
    this.searches = searches;
    this.commits = commits;
  }

  Overview of(Snapshot snapshot, LocalDate day) {
    return kept.get(
        new Key(snapshot.sequence(), snapshot.hash(), day), key -> build(snapshot, day));
  }

  private Overview build(Snapshot snapshot, LocalDate day) {
    Made before = last;
    Optional<Set<Node>> changed = Between.records(commits, before.sequence(), snapshot.sequence());
    Answers answers =
        changed
            .map(records -> before.answers().after(records, snapshot, questions))
            .orElseGet(() -> before.answers().near(snapshot, questions));
    Uptake uptake =
        changed
            .map(records -> before.uptake().after(records, snapshot, questions))
            .orElseGet(() -> before.uptake().of(snapshot, questions));
    boolean follows =
        answers.shares(before.answers())
            && before.overview() != null
            && before.overview().day().equals(day);
    Overview overview =
        follows ? before.overview().following(answers, uptake) : whole(answers, day, uptake);
    if (snapshot.sequence() >= before.sequence()) {
      // A look at the past must not have the present made from nothing again.
      last = new Made(snapshot.sequence(), answers, uptake, overview);
    }
    return overview;
  }

  private Overview whole(Answers answers, LocalDate day, Uptake uptake) {
    Search search = searches.of(answers.to(Searches.ENTRIES), answers.to(Searches.ENDED));
    return Overview.of(answers, day, uptake, search, outlines(answers));
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
