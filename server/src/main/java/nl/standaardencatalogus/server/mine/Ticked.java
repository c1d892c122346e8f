package nl.standaardencatalogus.server.mine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Change;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What comes of declarations that somebody ticked as still right, as he saw them.
 *
 * @param changes those that say something new: that they still hold today
 * @param already those of which just that has been said
 * @param overtaken those that are no longer what he saw
 */
record Ticked(List<Change> changes, List<Node> already, Set<Node> overtaken) {
  /** Why a commit was made that says so, and nothing else. */
  static final String REASON = "Klopt nog steeds";

  static Ticked of(Acting acting, View view, Session session, List<String> boxes) {
    Ticked ticked = new Ticked(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
    boxes.stream()
        .distinct()
        .flatMap(text -> Confirmation.of(text).stream())
        .forEach(
            box ->
                box.declaration()
                    .filter(about -> view.holds(about.standard()))
                    .ifPresent(about -> ticked.add(acting, view, session, about, box.based())));
    return ticked;
  }

  private void add(Acting acting, View view, Session session, OwnDeclaration about, long based) {
    Node record = about.record();
    Graph now = view.snapshot().record(record);
    Optional<Graph> seen = seen(view, record, based);
    if (seen.isEmpty() || now.isEmpty()) {
      overtaken.add(record);
      return;
    }
    Graph confirmed = acting.confirmed(view, session, about, seen.get());
    if (confirmed.isIsomorphicWith(now)) {
      already.add(record);
    } else if (based == current(view, record)) {
      changes.add(Change.put(record, confirmed).basedOn(based));
    } else {
      overtaken.add(record);
    }
  }

  /** What a revision of a declaration says; empty when it is none of that. */
  static Optional<Graph> seen(View view, Node record, long revision) {
    return view.states()
        .revision(revision)
        .filter(it -> it.record().equals(record) && it.kind() != Kind.DELETE)
        .map(it -> CanonicalGraph.read(it.content()));
  }

  static long current(View view, Node record) {
    return view.snapshot().current(record).map(Snapshot.Current::revision).orElse(0L);
  }

  /** Whether nothing was ticked that there is anything to say of. */
  boolean isEmpty() {
    return changes.isEmpty() && already.isEmpty() && overtaken.isEmpty();
  }
}
