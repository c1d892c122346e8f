package nl.standaardencatalogus.catalogue.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.Goals;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.revision.CanonicalGraph;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Commits that follow on each other, made without a catalogue. For one thread. */
public final class Commits {
  private static final Instant FIRST = Instant.parse("2025-06-30T08:15:00.120Z");

  private final List<Commit> made = new ArrayList<>();
  private final Map<Node, Revision> last = new HashMap<>();
  private final List<Revision> next = new ArrayList<>();
  private long revisions;

  /** Commits that each change one goal, with signs that need care in the reason. */
  public static List<Commit> chain(int count) {
    Commits commits = new Commits();
    for (int i = 1; i <= count; i++) {
      commits.put("a", "Titel " + i).commit("keer " + i + "\n\"één\" \\ 😀");
    }
    return commits.made();
  }

  /** Puts a goal in the next commit. */
  public Commits put(String slug, String title) {
    return put(Goals.goal(slug), Goals.graph(slug, title));
  }

  /** Puts a record in the next commit. */
  public Commits put(Node record, Graph graph) {
    Revision before = last.get(record);
    boolean isThere = before != null && before.kind() != Kind.DELETE;
    return add(record, isThere ? Kind.UPDATE : Kind.CREATE, CanonicalGraph.write(record, graph));
  }

  /** Deletes a goal in the next commit. */
  public Commits delete(String slug) {
    return add(Goals.goal(slug), Kind.DELETE, "");
  }

  private Commits add(Node record, Kind kind, String content) {
    revisions++;
    Optional<Long> before = Optional.ofNullable(last.get(record)).map(Revision::number);
    Revision revision =
        new Revision(revisions, record, kind, before, content, CanonicalGraph.sha256(content));
    last.put(record, revision);
    next.add(revision);
    return this;
  }

  /** Ends the next commit. */
  public Commits commit(String reason) {
    int before = made.size();
    made.add(
        CommitText.sealed(
            before + 1L,
            FIRST.plusSeconds(before),
            "redactie",
            Iris.organisation("vng"),
            Optional.empty(),
            reason,
            next,
            before == 0 ? Chain.BEFORE_FIRST : made.get(before - 1).hash()));
    next.clear();
    return this;
  }

  /** All commits that were ended. */
  public List<Commit> made() {
    return List.copyOf(made);
  }
}
