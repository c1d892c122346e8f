package nl.standaardencatalogus.server.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import nl.standaardencatalogus.catalogue.Catalogue;
import nl.standaardencatalogus.catalogue.history.History;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.search.Search;
import nl.standaardencatalogus.catalogue.search.Searches;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.http.ProblemException;

/** What the catalogue's two endpoints are asked of. */
public final class Sources {
  private static final int INDEXES_KEPT = 4;

  private Sources() {}

  /** The state of now or of a past moment, whole or as it holds on a day. */
  public static Source states(Catalogue catalogue, Questions questions, Searches searches) {
    Cache<String, Search> indexes =
        Caffeine.newBuilder().maximumSize(INDEXES_KEPT).softValues().build();
    return (asOf, validOn) -> {
      Snapshot known = asOf == null ? catalogue.snapshot() : catalogue.asOf(asOf);
      Snapshot state = validOn == null ? known : catalogue.on(validOn, known);
      String name = state.sequence() + " " + state.hash() + " " + state.day() + " " + validOn;
      return new Data(
          name,
          state.sequence(),
          state.recorded(),
          watched -> new StateDataset(state, watched),
          () -> indexes.get(name, none -> searches.of(state.graph(), questions)).inSparql());
    };
  }

  /** Every revision as a named graph, and what PROV-O says of them in the default graph. */
  public static Source history(Catalogue catalogue) {
    return (asOf, validOn) -> {
      if (asOf != null || validOn != null) {
        throw new ProblemException(
            400, "The history has every state already: ask for one by the times of its revisions.");
      }
      History history = catalogue.history();
      long position = history.position();
      Instant recorded =
          catalogue.commit(position).map(commit -> commit.recorded()).orElse(Instant.EPOCH);
      return new Data(
          "history " + position, position, recorded, watched -> history.dataset(), () -> null);
    };
  }
}
