package nl.standaardencatalogus.server.page;

import java.util.List;
import nl.standaardencatalogus.catalogue.iri.Iris;
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
                    subject(view, row)))
        .toList();
  }

  /** Declarations have no page of their own: they are told as who says something about what. */
  private static Link subject(View view, Row row) {
    String iri = row.text("record");
    int at = iri.indexOf("/id/verklaring/");
    if (at < 0) {
      return view.link(row.get("record"));
    }
    String[] parts = iri.substring(at + "/id/verklaring/".length()).split("/");
    var municipality = Iris.municipality(parts[0]);
    var standard = Iris.standard(parts[1]);
    return new Link(
        view.t("change.declaration", view.name(municipality), view.name(standard)),
        Addresses.document(row.get("record")).orElse(null));
  }
}
