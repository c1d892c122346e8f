package nl.standaardencatalogus.server.harvest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.revision.Between;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.ontology.SC;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.dump.Releases;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

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
  private final AtomicReference<Known> known = new AtomicReference<>();
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

  /**
   * A description that says of all but declarations what there is to say of a state.
   *
   * @param declarations whether there are any
   * @param sample whether anything is made up for demonstration
   */
  private record Known(State state, boolean declarations, boolean sample, Graph graph) {
    static Known of(State state, Snapshot snapshot, Graph graph) {
      return new Known(
          state,
          holds(snapshot, SC.DECLARATION_CLASS),
          holds(snapshot, SC.SAMPLE_DATA_CLASS),
          graph);
    }

    private static boolean holds(Snapshot snapshot, Node type) {
      return snapshot.graph().contains(Node.ANY, RDF.type.asNode(), type);
    }

    boolean isLike(Known other) {
      return state.day().equals(other.state().day())
          && state.release().equals(other.state().release())
          && declarations == other.declarations()
          && sample == other.sample();
    }
  }

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
          known.set(Known.of(state, snapshot, graph));
          return graph;
        });
  }

  /**
   * The description of a state, or of an earlier one when only declarations were changed since,
   * which says another moment for when that was and nothing else. Describing a state anew takes
   * longer than a page may, and most commits are declarations.
   */
  Graph near(Snapshot snapshot) {
    Known before = known.get();
    if (before == null) {
      return graph(snapshot);
    }
    Known now = Known.of(state(snapshot), snapshot, before.graph());
    boolean same =
        now.isLike(before)
            && Between.records(commits, before.state().sequence(), now.state().sequence())
                .filter(records -> records.stream().allMatch(Iris::isDeclaration))
                .isPresent();
    if (!same) {
      return graph(snapshot);
    }
    // Unless somebody described a state anew meanwhile.
    known.compareAndSet(before, now);
    return now.graph();
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
