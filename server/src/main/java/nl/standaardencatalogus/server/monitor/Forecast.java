package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How many municipalities are expected to use a standard at the ends of coming quarters.
 *
 * @param using how many do when this is worked out
 * @param all how many municipalities there are then
 * @param points one for each quarter, the first a quarter later
 */
record Forecast(LocalDate day, int using, int all, List<Point> points) {
  /**
   * The end of a quarter.
   *
   * @param mean how many are expected
   * @param spread the standard deviation of that, when every municipality decides for itself
   */
  record Point(LocalDate day, double mean, double spread) {}

  /** How many there are at least, in a band that is so many times the spread. */
  int low(Point point, double width) {
    return (int) Math.round(Math.max(using, point.mean() - width * point.spread()));
  }

  /** How many there are at most, in a band that is so many times the spread. */
  int high(Point point, double width) {
    return (int) Math.round(Math.min(all, point.mean() + width * point.spread()));
  }

  /** The first quarter at whose end this part of all is expected to use it. */
  Optional<LocalDate> reaches(double part) {
    return first(part, 0);
  }

  /** The same at the earliest, when the most that the band allows for comes true. */
  Optional<LocalDate> reachesAtTheEarliest(double part, double width) {
    return first(part, width);
  }

  /** The same at the latest. */
  Optional<LocalDate> reachesAtTheLatest(double part, double width) {
    return first(part, -width);
  }

  private Optional<LocalDate> first(double part, double width) {
    return points.stream()
        .filter(point -> point.mean() + width * point.spread() >= part * all)
        .map(Point::day)
        .findFirst();
  }
}
