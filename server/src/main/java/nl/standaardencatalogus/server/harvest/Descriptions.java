package nl.standaardencatalogus.server.harvest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.document.Form;
import nl.standaardencatalogus.server.dump.Releases;
import org.apache.jena.graph.Graph;

/**
 * Descriptions of states, made once and kept: the graph of the newest state, and the bytes of every
 * form that was asked for, compressed and not. What is kept of an older state is never asked for
 * again and goes first.
 */
public final class Descriptions {
  private static final long ROOM = 64L << 20;

  private final DcatCatalogue catalogue;
  private final Supplier<Releases.Newest> release;
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
   */
  public Descriptions(Questions questions, Holder holder, Supplier<Releases.Newest> release) {
    this.release = release;
    this.catalogue = new DcatCatalogue(questions, holder);
  }

  /** A state: a commit as it looks on a day, with the dump that was the newest then. */
  private record State(long sequence, LocalDate day, Releases.Newest release) {}

  private State state(Snapshot snapshot) {
    return new State(snapshot.sequence(), snapshot.day(), release.get());
  }

  private record Key(State state, Form form, Instant since) {}

  /** The whole description of a state; not to be changed. */
  Graph graph(Snapshot snapshot) {
    return graphs.get(state(snapshot), state -> catalogue.of(snapshot, state.release().said()));
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
