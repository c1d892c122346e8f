package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * How late plans turn out, in quarters, by what was known at the end of one: the product-limit
 * estimate of Kaplan and Meier. A plan that is overdue counts for as long as it is so and no
 * longer, as nobody knows yet how late it will be; what was carried out early is as good as in
 * time.
 */
final class Delays {
  private final double[] done;
  private final int plans;
  private final int carriedOut;

  /** A plan whose day has come: how many quarters ago, or how late it was carried out. */
  private record Plan(int quarters, boolean carriedOut) {}

  private Delays(List<Plan> all) {
    int most = all.stream().mapToInt(Plan::quarters).max().orElse(0);
    this.done = new double[most + 1];
    double left = 1;
    for (int late = 0; late <= most; late++) {
      int at = late;
      long open = all.stream().filter(plan -> plan.quarters() >= at).count();
      long now = all.stream().filter(plan -> plan.carriedOut() && plan.quarters() == at).count();
      left *= open == 0 ? 1 : 1 - (double) now / open;
      done[late] = 1 - left;
    }
    this.plans = all.size();
    this.carriedOut = (int) all.stream().filter(Plan::carriedOut).count();
  }

  /**
   * What became of the plans that stood at the ends of quarters.
   *
   * @param quarters the oldest first; the last is when this is worked out
   */
  static Delays of(List<Standing> quarters) {
    List<Plan> all = new ArrayList<>();
    int last = quarters.size() - 1;
    Set<List<Object>> seen = new HashSet<>();
    for (int i = 0; i < last; i++) {
      Standing then = quarters.get(i);
      for (Map.Entry<Node, Map<Integer, LocalDate>> plans : then.plans().entrySet()) {
        Node standard = plans.getKey();
        for (Map.Entry<Integer, LocalDate> plan : plans.getValue().entrySet()) {
          int municipality = plan.getKey();
          int due = quarterOf(plan.getValue(), quarters);
          boolean open = !then.uses(standard, municipality) && due <= last;
          if (open && seen.add(List.of(standard, municipality, plan.getValue()))) {
            all.add(outcome(standard, municipality, i, due, quarters));
          }
        }
      }
    }
    return new Delays(all);
  }

  private static Plan outcome(
      Node standard, int municipality, int from, int due, List<Standing> quarters) {
    for (int k = from + 1; k < quarters.size(); k++) {
      if (quarters.get(k).uses(standard, municipality)) {
        return new Plan(Math.max(0, k - due), true);
      }
    }
    return new Plan(Math.max(0, quarters.size() - 1 - due), false);
  }

  /** The first quarter at whose end a day has come; one more than there are for a later day. */
  private static int quarterOf(LocalDate day, List<Standing> quarters) {
    for (int i = 0; i < quarters.size(); i++) {
      if (!quarters.get(i).day().isBefore(day)) {
        return i;
      }
    }
    return quarters.size();
  }

  /** Which part of all plans has been carried out when they are so many quarters late. */
  double doneWithin(int quarters) {
    return quarters < 0 ? 0 : done[Math.min(quarters, done.length - 1)];
  }

  /** How many plans this is known of. */
  int plans() {
    return plans;
  }

  int carriedOut() {
    return carriedOut;
  }
}
