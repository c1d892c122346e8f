package nl.standaardencatalogus.server.harvest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Between;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.dump.Releases;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * Descriptions of states, made once and kept: the graph of the newest state, and the bytes of every
 * form that was asked for, compressed and not. What is kept of an older state is never asked for
 * again and goes first.
 */
public final class Descriptions {
  private static final long ROOM = 64L << 20;

  private final DcatCatalogue catalogue;
  private final Supplier<Releases.Newest> release;
  private final LongFunction<Optional<Commit>> commits;
  private volatile Known known;
  private final Cache<State, Graph> graphs = Caffeine.newBuilder().maximumSize(1).build();
  private final Cache<Key, Representation> representations =
      Caffeine.newBuilder()
          .maximumWeight(ROOM)
          .weigher((Key key, Representation kept) -> kept.size())
          .build();

  /**
   * Descriptions that have been made of no state yet.
   *
   * @param release what the newest dump says of itself, the same graph until there is a newer one;
   *     empty when there is none
   * @param commits a commit by its number
   */
  public Descriptions(
      Questions questions,
      Holder holder,
      Supplier<Releases.Newest> release,
      LongFunction<Optional<Commit>> commits) {
    this.release = release;
    this.commits = commits;
    this.catalogue = new DcatCatalogue(questions, holder);
  }

  /** A state: a commit as it looks on a day, with the dump that was the newest then. */
  private record State(long sequence, LocalDate day, Releases.Newest release) {}

  /** A description that says of all but declarations what there is to say of a state. */
  private record Known(State state, Graph graph) {}

  private State state(Snapshot snapshot) {
    return new State(snapshot.sequence(), snapshot.day(), release.get());
  }

  private record Key(State state, Form form, Instant since) {}

  /** The whole description of a state; not to be changed. */
  Graph graph(Snapshot snapshot) {
    return graphs.get(
        state(snapshot),
        state -> {
          Graph graph = catalogue.of(snapshot, state.release().said());
          known = new Known(state, graph);
          return graph;
        });
  }

  /**
   * The description of a state, or of an earlier one when only declarations were changed since: it
   * differs in nothing but when that was. Describing a state anew takes longer than a page may, and
   * most commits are declarations.
   */
  Graph near(Snapshot snapshot) {
    Known before = known;
    State state = state(snapshot);
    if (before == null
        || !before.state().day().equals(state.day())
        || !before.state().release().equals(state.release())) {
      return graph(snapshot);
    }
    boolean same =
        Between.records(commits, before.state().sequence(), state.sequence())
            .filter(records -> records.stream().allMatch(Descriptions::isDeclaration))
            .isPresent();
    if (!same) {
      return graph(snapshot);
    }
    known = new Known(state, before.graph());
    return before.graph();
  }

  private static boolean isDeclaration(Node record) {
    return Iris.standardOf(record).isPresent();
  }

  /** A description in a form: the whole when {@code since} is null. */
  Representation representation(Snapshot snapshot, Form form, Instant since) {
    return representations.get(
        new Key(state(snapshot), form, since),
        key -> {
          Graph whole = graph(snapshot);
          Graph told = since == null ? whole : Excerpt.of(whole, snapshot, released(), since);
          return Representation.of(told, form, snapshot.sequence());
        });
  }

  /** Since when the newest dump has been there; long ago where there is none. */
  Instant released() {
    return release.get().visible();
  }
}
