package nl.standaardencatalogus.server.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.iri.ThingKind;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Kind;
import nl.standaardencatalogus.catalogue.revision.Revision;
import org.apache.jena.graph.Node;

/**
 * A change to a record, or a run of them: when, what happened, and to what.
 *
 * @param record what changed; the municipality when it declared more than one standard
 * @param standards leading to what that one declared on each; empty for a single change
 * @param more how many standards there are besides
 */
public record Change(String date, String what, Link record, List<Link> standards, int more) {
  /** So far back that an ordinary run does not fill the list. */
  private static final int COMMITS = 100;

  private static final int MOST_STANDARDS = 5;

  static List<Change> of(View view, List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                single(
                    view.date(row.text("time")),
                    view.t("change." + Slugs.of(row.get("kind"))),
                    view.link(row.get("record"))))
        .toList();
  }

  private static Change single(String date, String what, Link record) {
    return new Change(date, what, record, List.of(), 0);
  }

  /**
   * The last changes to anything; what a municipality declares on one day is one change, so the
   * last day that is looked at is looked at whole.
   */
  static List<Change> latest(View view, int most) {
    Map<String, Run> runs = new LinkedHashMap<>();
    long oldest = Math.max(1, view.snapshot().sequence() - COMMITS + 1);
    String last = null;
    for (long number = view.snapshot().sequence(); number >= oldest; number--) {
      Commit commit = view.states().commit(number).orElse(null);
      if (commit == null) {
        continue;
      }
      String day = view.date(commit.recorded().atZone(View.ZONE).toLocalDate().toString());
      if (runs.size() >= most && !day.equals(last)) {
        break;
      }
      commit.revisions().forEach(revision -> add(runs, day, revision, most));
      last = day;
    }
    return runs.values().stream().map(run -> run.change(view)).toList();
  }

  /** Begins no more runs than are told, and lets those that are there grow. */
  private static void add(Map<String, Run> runs, String day, Revision revision, int most) {
    Node record = revision.record();
    boolean declares =
        Iris.kindOf(record).filter(ThingKind.DECLARATION::equals).isPresent()
            && revision.kind() != Kind.DELETE;
    String key = declares ? day + " " + segments(record)[2] : day + " " + record + revision.kind();
    if (runs.size() >= most && !runs.containsKey(key)) {
      return;
    }
    Run run = runs.computeIfAbsent(key, none -> new Run(day, revision, new LinkedHashMap<>()));
    if (declares) {
      run.declarations().putIfAbsent(Iris.standard(segments(record)[3]), record);
    }
  }

  /** After {@code verklaring} come the municipality and the standard. */
  private static String[] segments(Node declaration) {
    return declaration.getURI().substring(Iris.BASE.length()).split("/");
  }

  /**
   * Changes that are told as one.
   *
   * @param declarations one for each standard, the newest first; empty for another record
   */
  private record Run(String day, Revision first, Map<Node, Node> declarations) {
    Change change(View view) {
      int standards = declarations.size();
      if (standards < 2) {
        return single(day, view.t("revision." + first.kind().name()), view.link(first.record()));
      }
      return new Change(
          day,
          view.texts().counted("change.declared", standards),
          view.link(Iris.municipality(segments(first.record())[2])),
          declarations.entrySet().stream()
              .limit(MOST_STANDARDS)
              .map(it -> new Link(view.name(it.getKey()), view.link(it.getValue()).href()))
              .toList(),
          Math.max(0, standards - MOST_STANDARDS));
    }
  }
}
