package nl.standaardencatalogus.server.page;

import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/** What one authority states about one subject, on one axis. */
public record Stated(
    Node axis,
    Node value,
    Node authority,
    String from,
    String until,
    String source,
    Node confidence,
    String note) {
  /** What a row of a question about statuses says. */
  public static Stated of(Row row) {
    return new Stated(
        row.get("axis"),
        row.get("value"),
        row.get("authority"),
        row.text("from"),
        row.text("until"),
        row.text("source"),
        row.get("confidence"),
        row.text("note"));
  }

  /** Whether it speaks of an axis. */
  public boolean on(String axisSlug) {
    return Slugs.of(axis).equals(axisSlug);
  }

  /** Whether it holds on a day. */
  public boolean holds(String day) {
    return !(from != null && PartialDate.isAfter(from, day))
        && !(until != null && PartialDate.isOver(until, day));
  }
}
