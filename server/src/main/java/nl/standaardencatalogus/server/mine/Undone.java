package nl.standaardencatalogus.server.mine;

import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;

/** Whether one commit put back what there was before all of some revisions. */
final class Undone {
  private Undone() {}

  /** The commit that did; empty when none did. */
  static Optional<Commit> by(View view, List<Revision> revisions) {
    List<Optional<Commit>> undone =
        revisions.stream().map(revision -> by(view, revision)).distinct().toList();
    return undone.size() == 1 ? undone.get(0) : Optional.empty();
  }

  private static Optional<Commit> by(View view, Revision revision) {
    Graph before =
        revision
            .previous()
            .flatMap(view.states()::revision)
            .map(Deed::substance)
            .orElseGet(GraphFactory::createDefaultGraph);
    if (Deed.substance(revision).isIsomorphicWith(before)) {
      // It only confirmed, and confirming again takes nothing back.
      return Optional.empty();
    }
    return view.states().moments(revision.record()).stream()
        .map(Moment::revision)
        .filter(number -> number > revision.number())
        .findFirst()
        .flatMap(view.states()::revision)
        .filter(next -> Deed.substance(next).isIsomorphicWith(before))
        .flatMap(next -> view.states().commitOf(next.number()));
  }
}
