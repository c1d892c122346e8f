package nl.standaardencatalogus.server.page;

import java.util.List;
import nl.standaardencatalogus.catalogue.question.Row;

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
}
