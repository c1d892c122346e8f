package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.standaardencatalogus.catalogue.question.Questions;
import nl.standaardencatalogus.catalogue.snapshot.Snapshot;
import nl.standaardencatalogus.server.page.Aside;
import nl.standaardencatalogus.server.page.States;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * Works out what the monitor tells, out of the reader's way: the first time it reads the states of
 * four years, which takes half a minute. What was known at the end of a quarter does not change and
 * is kept.
 */
final class Outlooks {
  private static final int KEPT = 4;

  /** How far back a curve goes. */
  private static final int SHOWN = 20;

  /** Two years to learn from, before the forecast of two years ago that sets the bands. */
  private static final int READ = 17;

  private static final int YEAR = 4;

  private final States states;
  private final Questions questions;
  private final Map<LocalDate, Standing> standings = new ConcurrentHashMap<>();
  private final Aside<Outlook> aside;

  Outlooks(States states, Questions questions) {
    this.states = states;
    this.questions = questions;
    this.aside = new Aside<>("monitor", states, KEPT, this::work);
  }

  /** That of this state on a day; empty while it is being worked out. */
  Optional<Outlook> of(Snapshot snapshot, LocalDate day) {
    return aside.of(snapshot, day).map(Aside.Made::value);
  }

  /** The newest there is of a state that was that of now; never of a past day. */
  Optional<Outlook> newest() {
    return aside.newest().map(Aside.Made::value);
  }

  private Outlook work(Snapshot snapshot, LocalDate day) {
    Graph state = snapshot.graph();
    Lives lives = Lives.in(state, questions);
    Said said = Said.in(state, questions);
    List<LocalDate> ends = ends(day);
    List<LocalDate> days = new ArrayList<>(ends.subList(ends.size() - SHOWN, ends.size()));
    days.add(day);
    List<Standing> quarters = quarters(ends);
    Standing now = said.on(day);
    Set<Node> standards = new HashSet<>(now.using().keySet());
    standards.addAll(now.plans().keySet());
    Standing before = said.on(day.minusYears(1));
    int[] all = days.stream().mapToInt(it -> lives.on(it).cardinality()).toArray();
    if (quarters.isEmpty()) {
      quarters = List.of(now);
    }
    BackTest earlier = BackTest.of(before(quarters), lives, standards, 0);
    BackTest test = BackTest.of(quarters, lives, standards, earlier.widthToHold().orElse(0.0));
    Forecaster forecaster = new Forecaster(quarters, lives);
    Map<Node, Forecast> forecasts = new HashMap<>();
    standards.forEach(it -> forecaster.of(it).ifPresent(known -> forecasts.put(it, known)));
    return new Outlook(
        days,
        all,
        curves(said, lives, days),
        Outlook.Year.of(before, lives.on(before.day()), now, lives.on(day)),
        plans(now, lives.on(day)),
        forecasts,
        forecaster.delays(),
        test.widthToHold(),
        test);
  }

  /** All but the last year. */
  private static List<Standing> before(List<Standing> quarters) {
    return quarters.subList(0, Math.max(1, quarters.size() - YEAR));
  }

  /** The ends of the quarters that are over on a day, the oldest first. */
  private static List<LocalDate> ends(LocalDate day) {
    LocalDate quarter = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
    List<LocalDate> ends = new ArrayList<>();
    for (int i = SHOWN - 1; i >= 0; i--) {
      ends.add(quarter.minusMonths(3L * i).minusDays(1));
    }
    return ends;
  }

  /** What was known at the ends of quarters, without those before anything was. */
  private List<Standing> quarters(List<LocalDate> ends) {
    List<LocalDate> read = ends.subList(ends.size() - READ, ends.size());
    // The newest first: each state is made from the one after it.
    for (int i = read.size() - 1; i >= 0; i--) {
      standings.computeIfAbsent(read.get(i), this::standing);
    }
    return read.stream().map(standings::get).dropWhile(it -> !it.isKnown()).toList();
  }

  private Standing standing(LocalDate end) {
    Snapshot then = states.asOf(View.end(end));
    return Said.in(then.graph(), questions).on(end);
  }

  private static Map<Node, int[]> curves(Said said, Lives lives, List<LocalDate> days) {
    Map<Node, int[]> curves = new HashMap<>();
    for (int i = 0; i < days.size(); i++) {
      int at = i;
      BitSet there = lives.on(days.get(i));
      Standing then = said.on(days.get(i));
      then.using()
          .keySet()
          .forEach(
              standard ->
                  curves.computeIfAbsent(standard, none -> new int[days.size()])[at] =
                      then.using(standard, there).cardinality());
    }
    return curves;
  }

  private static Map<Node, List<Outlook.Plan>> plans(Standing now, BitSet there) {
    Map<Node, List<Outlook.Plan>> plans = new HashMap<>();
    now.plans()
        .forEach(
            (standard, own) ->
                plans.put(
                    standard,
                    own.entrySet().stream()
                        .filter(it -> there.get(it.getKey()) && !now.uses(standard, it.getKey()))
                        .map(it -> new Outlook.Plan(it.getKey(), it.getValue()))
                        .sorted(
                            Comparator.comparing(Outlook.Plan::by)
                                .thenComparing(Outlook.Plan::municipality))
                        .toList()));
    return plans;
  }
}
