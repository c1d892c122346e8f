package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * All that the monitor tells of one state on one day.
 *
 * @param days the ends of quarters that are over, the oldest first, and the day itself
 * @param all how many municipalities there were on each of those days
 * @param using by standard how many used it then, as is known now
 * @param year what changed in the year until the day, as is known now
 * @param plans by standard the plans of who does not use it yet
 * @param forecasts by standard, where enough is known
 * @param delays how late plans turn out
 * @param width how many times the spread the bands are; empty where no test says
 * @param test of the forecasts of a year before
 */
record Outlook(
    List<LocalDate> days,
    int[] all,
    Map<Node, int[]> using,
    Year year,
    Map<Node, List<Plan>> plans,
    Map<Node, Forecast> forecasts,
    Delays delays,
    Optional<Double> width,
    BackTest test) {
  /** What a municipality that does not use a standard yet means to do. */
  record Plan(int municipality, LocalDate by) {}

  /**
   * The year until the day.
   *
   * @param using by standard how many used it at its start
   * @param stopped how often a municipality that was there all the year stopped using a standard
   */
  record Year(LocalDate from, Map<Node, Integer> using, int stopped) {
    static Year of(Standing then, BitSet thereThen, Standing now, BitSet there) {
      Map<Node, Integer> using = new HashMap<>();
      int stopped = 0;
      for (Node standard : then.using().keySet()) {
        BitSet users = then.using(standard, thereThen);
        using.put(standard, users.cardinality());
        users.and(there);
        users.andNot(now.using(standard, there));
        stopped += users.cardinality();
      }
      return new Year(then.day(), using, stopped);
    }
  }

  LocalDate day() {
    return days.get(days.size() - 1);
  }

  /** The end of the last quarter that is over, from which is reckoned ahead. */
  LocalDate quarter() {
    return days.get(days.size() - 2);
  }

  /** How many municipalities use a standard on each of the days. */
  int[] using(Node standard) {
    return using.getOrDefault(standard, new int[days.size()]);
  }

  /** How many more municipalities use a standard than a year before. */
  int more(Node standard) {
    int[] own = using(standard);
    return own[own.length - 1] - year.using().getOrDefault(standard, 0);
  }

  /** How many municipalities there are now. */
  int municipalities() {
    return all[all.length - 1];
  }

  List<Plan> plans(Node standard) {
    return plans.getOrDefault(standard, List.of());
  }

  /** What to expect, with a band; empty where too little is known for either. */
  Optional<Forecast> forecast(Node standard) {
    return width.isEmpty() ? Optional.empty() : Optional.ofNullable(forecasts.get(standard));
  }
}
