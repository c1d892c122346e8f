package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.List;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.catalogue.revision.Commit;
import nl.standaardencatalogus.catalogue.revision.Revision;

/** A change to a record: when, what happened, and to what. */
public record Change(String date, String what, Link record) {
  static List<Change> of(View view, List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                new Change(
                    view.date(row.text("time")),
                    view.t("change." + Slugs.of(row.get("kind"))),
                    view.link(row.get("record"))))
        .toList();
  }

  /** The last changes to anything, from the newest commits. */
  static List<Change> latest(View view, int most) {
    List<Change> changes = new ArrayList<>();
    long oldest = Math.max(1, view.snapshot().sequence() - most + 1);
    for (long number = view.snapshot().sequence(); number >= oldest; number--) {
      view.states()
          .commit(number)
          .ifPresent(
              commit -> commit.revisions().forEach(r -> add(view, changes, commit, r, most)));
    }
    return changes;
  }

  private static void add(
      View view, List<Change> changes, Commit commit, Revision revision, int most) {
    if (changes.size() < most) {
      changes.add(
          new Change(
              view.date(commit.recorded().atZone(View.ZONE).toLocalDate().toString()),
              view.t("revision." + revision.kind().name()),
              view.link(revision.record())));
    }
  }
}
