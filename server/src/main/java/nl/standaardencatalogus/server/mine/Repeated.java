package nl.standaardencatalogus.server.mine;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Graph;

/**
 * What was sent twice: who is told that somebody else was first would look for whom, so he is led
 * to what the first time did.
 */
final class Repeated {
  private Repeated() {}

  /** The revision that says already what a change would; empty when none does. */
  static Optional<Long> by(View now, Change change) {
    Graph there = now.snapshot().record(change.record());
    if (!there.isIsomorphicWith(change.graph())) {
      return Optional.empty();
    }
    return there.isEmpty()
        ? deletion(now, change)
        : now.snapshot().current(change.record()).map(Snapshot.Current::revision);
  }

  /** What was never there is not deleted already. */
  private static Optional<Long> deletion(View now, Change change) {
    List<Moment> moments = now.states().moments(change.record());
    return moments.isEmpty()
        ? Optional.empty()
        : now.states()
            .revision(moments.get(moments.size() - 1).revision())
            .filter(it -> it.kind() == Kind.DELETE)
            .map(Revision::number);
  }
}
