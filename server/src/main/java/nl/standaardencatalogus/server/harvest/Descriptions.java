package nl.standaardencatalogus.server.harvest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.document.Form;
import org.apache.jena.graph.Graph;

/**
 * Descriptions of states, made once and kept: the graph of the newest state, and the bytes of every
 * form that was asked for, compressed and not. What is kept of an older state is never asked for
 * again and goes first.
 */
public final class Descriptions {
  private static final long ROOM = 64L << 20;

  private final DcatCatalogue catalogue;
  private final Cache<State, Graph> graphs = Caffeine.newBuilder().maximumSize(1).build();
  private final Cache<Key, Representation> representations =
      Caffeine.newBuilder()
          .maximumWeight(ROOM)
          .weigher((Key key, Representation kept) -> kept.size())
          .build();

  public Descriptions(Questions questions, Holder holder) {
    this.catalogue = new DcatCatalogue(questions, holder);
  }

  /** A state: a commit as it looks on a day. */
  private record State(long sequence, LocalDate day) {
    static State of(Snapshot snapshot) {
      return new State(snapshot.sequence(), snapshot.day());
    }
  }

  private record Key(State state, Form form, Instant since) {}

  /** The whole description of a state; not to be changed. */
  Graph graph(Snapshot snapshot) {
    return graphs.get(State.of(snapshot), state -> catalogue.of(snapshot));
  }

  /** A description in a form: the whole when {@code since} is null. */
  Representation representation(Snapshot snapshot, Form form, Instant since) {
    return representations.get(
        new Key(State.of(snapshot), form, since),
        key -> {
          Graph whole = graph(snapshot);
          Graph told = since == null ? whole : Excerpt.of(whole, snapshot, since);
          return Representation.of(told, form, snapshot.sequence());
        });
  }
}
