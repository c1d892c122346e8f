package nl.standaardencatalogus.catalogue.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/**
 * How the adoption of one standard runs in the sample.
 *
 * @param standard the slug
 * @param start when the first municipality takes it into production
 * @param years how long it takes from the first to the last of those that will
 * @param ceiling which part of the municipalities will, in the end
 * @param reach which part of the municipalities says anything about it
 * @param together whether a cooperation does it for its members
 * @param successor the slug of the standard whose production ends this one
 * @param product the kind of product that does it, as {@link Product} knows it
 */
record Curve(
    String standard,
    LocalDate start,
    int years,
    double ceiling,
    double reach,
    boolean together,
    Optional<String> successor,
    Optional<String> product) {

  // From the first to the last fiftieth of the adopters passes the length of the curve.
  private static final double STEEPNESS = 2 * StrictMath.log(49);

  /** All curves, in the order of the file. */
  static List<Curve> all() {
    return Table.rows("curves.csv").stream().map(Curve::of).toList();
  }

  private static Curve of(CSVRecord row) {
    return new Curve(
        row.get("standard"),
        LocalDate.parse(row.get("start")),
        Integer.parseInt(row.get("years")),
        Integer.parseInt(row.get("ceiling")) / 100.0,
        Integer.parseInt(row.get("reach")) / 100.0,
        row.get("together").equals("yes"),
        filled(row, "successor"),
        filled(row, "product"));
  }

  private static Optional<String> filled(CSVRecord row, String column) {
    return Optional.of(row.get(column)).filter(text -> !text.isEmpty());
  }

  /**
   * When the municipality at this place in the queue takes the standard into production; empty when
   * it never will.
   *
   * @param place above 0 for the first of all, below 1 for the last
   */
  Optional<LocalDate> production(double place) {
    if (place >= ceiling) {
      return Optional.empty();
    }
    double part = place / ceiling;
    double along = 0.5 + StrictMath.log(part / (1 - part)) / STEEPNESS;
    double inRange = StrictMath.min(StrictMath.max(along, 0.0), 1.3);
    return Optional.of(start.plusDays((long) (inRange * years * 365)));
  }
}
