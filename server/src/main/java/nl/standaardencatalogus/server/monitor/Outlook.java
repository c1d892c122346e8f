package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
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
    Map<Node, List<Plan>> plans,
    Map<Node, Forecast> forecasts,
    Delays delays,
    Optional<Double> width,
    BackTest test) {
  /** What a municipality that does not use a standard yet means to do. */
  record Plan(int municipality, LocalDate by) {}

  LocalDate day() {
    return days.get(days.size() - 1);
  }

  /** How many municipalities use a standard on each of the days. */
  int[] using(Node standard) {
    return using.getOrDefault(standard, new int[days.size()]);
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
