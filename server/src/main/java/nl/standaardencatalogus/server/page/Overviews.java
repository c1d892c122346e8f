package nl.standaardencatalogus.server.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
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
  private static final int KEPT = 32;

  private final Questions questions;
  private final Searches searches;
  private final LongFunction<Optional<Commit>> commits;
  private final Cache<Key, Made> kept =
      Caffeine.newBuilder().maximumSize(KEPT).softValues().build();

  /** Of the newest state, which the next commit follows on. */
  private volatile Made newest = new Made(-1, LocalDate.MIN, Answers.NONE, Uptake.NONE, null);

  private volatile Map<Node, String> shapes = Map.of();
  private volatile Outlines outlines = new Outlines(Map.of(), 0);

  private record Key(long sequence, String hash, LocalDate day) {}

  /** An overview and what it was made of. */
  private record Made(
      long sequence, LocalDate day, Answers answers, Uptake uptake, Overview overview) {
    long distance(long to, LocalDate on) {
      return Math.abs(sequence - to) + Math.abs(ChronoUnit.DAYS.between(day, on));
    }
  }

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
    Key key = new Key(snapshot.sequence(), snapshot.hash(), day);
    return kept.get(key, wanted -> build(snapshot, day)).overview();
  }

  /**
   * Of a state that there would be after another. It is not kept, and no other is made of it: its
   * number is given to a commit that may say something else. What can be found is not supposed.
   */
  Overview supposing(Snapshot now, Snapshot after, LocalDate day) {
    Key key = new Key(now.sequence(), now.hash(), day);
    Made before = kept.get(key, wanted -> build(now, day));
    return Overview.of(
        before.answers().near(after, questions),
        day,
        before.uptake().of(after, questions),
        before.overview().search(),
        before.overview().outlines());
  }

  private Made build(Snapshot snapshot, LocalDate day) {
    Made before = nearest(snapshot, day);
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
    Made made = new Made(snapshot.sequence(), day, answers, uptake, overview);
    if (snapshot.sequence() >= newest.sequence()) {
      newest = made;
    }
    return made;
  }

  /** Of what is kept, that with least in between. */
  private Made nearest(Snapshot snapshot, LocalDate day) {
    return Stream.concat(Stream.of(newest), kept.asMap().values().stream())
        .min(Comparator.comparing(made -> made.distance(snapshot.sequence(), day)))
        .orElseThrow();
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
