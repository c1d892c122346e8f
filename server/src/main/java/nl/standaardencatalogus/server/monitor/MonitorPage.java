package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.Passing;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * How far municipalities are with each standard that they established together, or with every one:
 * over time, by their plans, and by what may be expected of those.
 *
 * @param busy whether it is being worked out for the first time
 * @param older whether it is of a state before this one
 * @param everything whether every standard is asked for
 * @param other where the others are, or those alone that were established
 * @param provinces where plans are overdue
 * @param test what the forecasts of a year ago were worth; null where there is too little to tell
 */
public record MonitorPage(
    Frame frame,
    boolean busy,
    boolean older,
    boolean everything,
    String other,
    int municipalities,
    List<Line> lines,
    List<Province> provinces,
    Test test,
    Days days,
    Method method,
    String query,
    boolean sample)
    implements Passing {
  private static final String WHICH = "welke";
  private static final String ALL = "alle";

  /**
   * One standard.
   *
   * @param part how many of a hundred municipalities use it
   * @param more how many more than a year ago
   * @param spark its curve, in small
   * @param soon how many plan to use it within a year
   * @param overdue how many planned to use it by now
   * @param expected when four fifths are expected to use it; in words
   */
  public record Line(
      Link standard,
      String since,
      int using,
      int all,
      long part,
      int more,
      String spark,
      int soon,
      int overdue,
      String expected) {}

  /** How many plans of municipalities in a province are overdue, of how many. */
  public record Province(String name, int overdue, int plans) {}

  /**
   * What the forecasts of a year ago were worth.
   *
   * @param inside how many came out within the band
   * @param error by how many municipalities half of them were off at most
   */
  public record Test(
      String made, String came, long inside, int all, long error, List<Tried> lines) {}

  /** One forecast of a year ago, and what came of it. */
  public record Tried(
      Link standard, int then, long mean, int low, int high, int came, boolean in) {}

  /**
   * From which days the figures are.
   *
   * @param ago a year before
   * @param ahead a year later
   * @param first where the curves begin
   * @param quarter the end of the last quarter, from which is reckoned ahead
   */
  public record Days(String now, String ago, String ahead, String first, String quarter) {}

  /** What the forecasts rest on; how often a municipality stopped is no part of them. */
  public record Method(
      int plans,
      int carriedOut,
      long inTime,
      long withinYear,
      int leastPlans,
      int leastUsers,
      int stopped) {}

  @Override
  public boolean passing() {
    return busy || older;
  }

  /** The standards that an address asks for: those that bind, or all that somebody uses. */
  static List<StandardSummary> chosen(View view, Outlook outlook, Asked asked) {
    boolean all = everything(asked);
    return view.overview().standards().stream()
        .filter(it -> all ? outlook.using().containsKey(it.node()) : it.binds())
        .sorted(
            Comparator.comparing((StandardSummary it) -> -now(outlook, it))
                .thenComparing(it -> view.name(it.node()).toLowerCase()))
        .toList();
  }

  private static boolean everything(Asked asked) {
    return asked.choice(WHICH, List.of("vastgesteld", ALL)).equals(ALL);
  }

  private static int now(Outlook outlook, StandardSummary standard) {
    int[] using = outlook.using(standard.node());
    return using[using.length - 1];
  }

  static MonitorPage of(View view, Monitor.Known known, Asked asked) {
    boolean everything = everything(asked);
    Optional<Outlook> outlook = known.outlook();
    String title = view.t("monitor.title");
    return new MonitorPage(
        view.frame(title, "monitor", view.crumbs(Link.text(title)), !everything),
        outlook.isEmpty(),
        outlook.isPresent() && known.passing(),
        everything,
        view.href(Monitor.PATH + (everything ? "" : "?" + WHICH + "=" + ALL)),
        outlook.map(Outlook::municipalities).orElse(0),
        outlook
            .map(it -> chosen(view, it, asked).stream().map(s -> line(view, it, s)).toList())
            .orElse(List.of()),
        outlook.map(it -> provinces(view, it)).orElse(List.of()),
        outlook
            .filter(it -> it.test().lines().size() >= BackTest.LEAST && it.test().width() > 0)
            .map(it -> test(view, it))
            .orElse(null),
        outlook.map(it -> days(view, it)).orElse(null),
        outlook.map(MonitorPage::method).orElse(null),
        everything ? "?" + WHICH + "=" + ALL : "",
        view.overview().sample());
  }

  private static Line line(View view, Outlook outlook, StandardSummary standard) {
    int[] using = outlook.using(standard.node());
    int now = using[using.length - 1];
    LocalDate day = outlook.day();
    List<Outlook.Plan> plans = outlook.plans(standard.node());
    return new Line(
        new Link(view.name(standard.node()), view.href(CurvePage.path(standard))),
        standard.bound().map(it -> view.date(it.from())).orElse(null),
        now,
        outlook.municipalities(),
        Math.round(100.0 * now / Math.max(1, outlook.municipalities())),
        outlook.more(standard.node()),
        CurveDrawing.small(outlook, using),
        (int)
            plans.stream()
                .filter(it -> !it.by().isBefore(day) && it.by().isBefore(day.plusYears(1)))
                .count(),
        (int) plans.stream().filter(it -> it.by().isBefore(day)).count(),
        CurvePage.reached(view, outlook, standard, 80));
  }

  private static Days days(View view, Outlook outlook) {
    LocalDate now = outlook.day();
    return new Days(
        view.date(now.toString()),
        view.date(outlook.year().from().toString()),
        view.date(now.plusYears(1).toString()),
        view.date(outlook.days().get(0).toString()),
        view.date(outlook.quarter().toString()));
  }

  private static List<Province> provinces(View view, Outlook outlook) {
    Map<Integer, Node> of = new HashMap<>();
    for (Municipality municipality : view.overview().municipalities()) {
      Said.number(municipality.node()).ifPresent(it -> of.put(it, municipality.province()));
    }
    Map<Node, int[]> counts = new HashMap<>();
    outlook
        .plans()
        .values()
        .forEach(
            plans ->
                plans.stream()
                    .filter(it -> of.get(it.municipality()) != null)
                    .forEach(
                        it -> {
                          int[] own =
                              counts.computeIfAbsent(of.get(it.municipality()), n -> new int[2]);
                          own[0] += it.by().isBefore(outlook.day()) ? 1 : 0;
                          own[1]++;
                        }));
    return counts.entrySet().stream()
        .map(it -> new Province(view.name(it.getKey()), it.getValue()[0], it.getValue()[1]))
        .sorted(
            Comparator.comparing((Province it) -> -(double) it.overdue() / it.plans())
                .thenComparing(Province::name))
        .toList();
  }

  private static Test test(View view, Outlook outlook) {
    BackTest test = outlook.test();
    BackTest.Line first = test.lines().get(0);
    return new Test(
        view.date(first.forecast().day().toString()),
        view.date(first.point().day().toString()),
        test.inside(),
        test.lines().size(),
        Math.round(test.medianError()),
        test.lines().stream()
            .map(it -> tried(view, test, it))
            .sorted(Comparator.comparing(it -> it.standard().label().toLowerCase()))
            .toList());
  }

  private static Tried tried(View view, BackTest test, BackTest.Line line) {
    Forecast forecast = line.forecast();
    return new Tried(
        view.link(line.standard()),
        forecast.using(),
        Math.round(line.point().mean()),
        forecast.low(line.point(), test.width()),
        forecast.high(line.point(), test.width()),
        line.used(),
        test.isInside(line));
  }

  private static Method method(Outlook outlook) {
    Delays delays = outlook.delays();
    return new Method(
        delays.plans(),
        delays.carriedOut(),
        Math.round(100 * delays.doneWithin(0)),
        Math.round(100 * delays.doneWithin(4)),
        Forecaster.LEAST_PLANS,
        Forecaster.LEAST_USERS,
        outlook.year().stopped());
  }
}
