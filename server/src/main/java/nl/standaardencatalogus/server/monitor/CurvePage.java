package nl.standaardencatalogus.server.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.Passing;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;

/**
 * How many municipalities used one standard over time, what they plan, and what may be expected.
 *
 * @param busy whether it is being worked out for the first time
 * @param older whether it is of a state before this one
 * @param drawing null while it is being worked out
 * @param quarters the newest first
 * @param ahead what is expected; empty where too little is known
 * @param rests what that rests on; null where nothing is expected
 * @param reaches when so many of a hundred are expected to use it
 * @param why why nothing is expected; null where something is
 */
public record CurvePage(
    Frame frame,
    boolean busy,
    boolean older,
    Link standard,
    String drawing,
    int using,
    int all,
    List<Quarter> quarters,
    List<Ahead> ahead,
    Rests rests,
    List<Reach> reaches,
    String why,
    List<Overdue> overdue,
    boolean sample)
    implements Passing {
  private static final List<Integer> PARTS = List.of(80, 95, 100);

  /** How many used it on a day, of how many. */
  public record Quarter(String day, int using, int all, long part) {}

  /**
   * The end of a coming quarter.
   *
   * @param planned how many use it then when every plan is carried out in time
   */
  public record Ahead(String day, int planned, long mean, int low, int high) {}

  /**
   * What is known that the coming quarters are reckoned from.
   *
   * @param now the day on which so many use it and so many plans are overdue
   * @param quarter the day from which is reckoned, on which so many used it by what was known then
   */
  public record Rests(String now, int using, int overdue, String quarter, int then) {}

  /** When a part of all is expected to use it, in words. */
  public record Reach(int part, String when) {}

  /** A municipality that planned to use it by now. */
  public record Overdue(Link municipality, String by) {}

  static String path(StandardSummary standard) {
    return Monitor.PATH + "/" + standard.slug();
  }

  @Override
  public boolean passing() {
    return busy || older;
  }

  static CurvePage of(View view, StandardSummary standard, Monitor.Known known) {
    String name = view.name(standard.node());
    String title = view.t("curve.title", name);
    Frame frame =
        view.frame(
            title,
            "monitor",
            view.crumbs(view.section("monitor.title", Monitor.PATH), Link.text(name)),
            true);
    Optional<Outlook> outlook = known.outlook();
    Link link = view.link(standard.node());
    boolean sample = view.overview().sample();
    if (outlook.isEmpty()) {
      return new CurvePage(
          frame, true, false, link, null, 0, 0, List.of(), List.of(), null, List.of(), null,
          List.of(), sample);
    }
    Outlook all = outlook.get();
    int[] using = all.using(standard.node());
    Optional<Forecast> forecast = forecast(all, standard);
    return new CurvePage(
        frame,
        false,
        known.passing(),
        link,
        CurveDrawing.of(view, name, all, using, forecast),
        using[using.length - 1],
        all.municipalities(),
        quarters(view, all, using),
        forecast.map(it -> ahead(view, all, standard, it)).orElse(List.of()),
        forecast.map(it -> rests(view, all, standard, it)).orElse(null),
        PARTS.stream().map(it -> new Reach(it, reached(view, all, standard, it))).toList(),
        forecast.isPresent() ? null : why(view, all, standard),
        overdue(view, all, standard),
        sample);
  }

  /** Of a standard that has ended nobody expects more. */
  private static Optional<Forecast> forecast(Outlook outlook, StandardSummary standard) {
    return standard.ended() ? Optional.empty() : outlook.forecast(standard.node());
  }

  private static String why(View view, Outlook outlook, StandardSummary standard) {
    if (standard.ended()) {
      return view.t("curve.why.ended");
    }
    return outlook.forecasts().containsKey(standard.node())
        ? view.t("curve.why.untested", BackTest.LEAST)
        : view.t("curve.why.few", Forecaster.LEAST_USERS, Forecaster.LEAST_PLANS);
  }

  private static List<Quarter> quarters(View view, Outlook outlook, int[] using) {
    List<Quarter> quarters = new ArrayList<>();
    for (int i = 0; i < using.length; i++) {
      int all = outlook.all()[i];
      quarters.add(
          new Quarter(
              view.date(outlook.days().get(i).toString()),
              using[i],
              all,
              Math.round(100.0 * using[i] / Math.max(1, all))));
    }
    Collections.reverse(quarters);
    return quarters;
  }

  private static List<Ahead> ahead(
      View view, Outlook outlook, StandardSummary standard, Forecast forecast) {
    double width = outlook.width().orElseThrow();
    int[] using = outlook.using(standard.node());
    int now = using[using.length - 1];
    return forecast.points().stream()
        .map(
            point ->
                new Ahead(
                    view.date(point.day().toString()),
                    now + planned(outlook, standard, point.day()),
                    Math.round(point.mean()),
                    forecast.low(point, width),
                    forecast.high(point, width)))
        .toList();
  }

  private static Rests rests(
      View view, Outlook outlook, StandardSummary standard, Forecast forecast) {
    int[] using = outlook.using(standard.node());
    return new Rests(
        view.date(outlook.day().toString()),
        using[using.length - 1],
        (int)
            outlook.plans(standard.node()).stream()
                .filter(it -> it.by().isBefore(outlook.day()))
                .count(),
        view.date(forecast.day().toString()),
        forecast.using());
  }

  private static int planned(Outlook outlook, StandardSummary standard, LocalDate until) {
    return (int)
        outlook.plans(standard.node()).stream()
            .filter(it -> !it.by().isBefore(outlook.day()) && !it.by().isAfter(until))
            .count();
  }

  /** When a part of all uses it, with how early and late that may be. */
  static String reached(View view, Outlook outlook, StandardSummary standard, int part) {
    int[] using = outlook.using(standard.node());
    if (100 * using[using.length - 1] >= part * outlook.municipalities()) {
      return view.t("reach.is");
    }
    Optional<Forecast> forecast = forecast(outlook, standard);
    if (forecast.isEmpty()) {
      return view.t("reach.unknown");
    }
    double width = outlook.width().orElseThrow();
    Optional<LocalDate> early = forecast.get().reachesAtTheEarliest(part / 100.0, width);
    Optional<LocalDate> middle = forecast.get().reaches(part / 100.0);
    Optional<LocalDate> late = forecast.get().reachesAtTheLatest(part / 100.0, width);
    if (middle.isEmpty()) {
      return early.isEmpty()
          ? view.t("reach.far")
          : view.t("reach.perhaps", quarter(view, early.get()));
    }
    String from = quarter(view, early.orElse(middle.get()));
    return late.isEmpty()
        ? view.t("reach.open", quarter(view, middle.get()), from)
        : view.t("reach.between", quarter(view, middle.get()), from, quarter(view, late.get()));
  }

  private static String quarter(View view, LocalDate end) {
    return view.t("quarter", (end.getMonthValue() + 2) / 3, String.valueOf(end.getYear()));
  }

  private static List<Overdue> overdue(View view, Outlook outlook, StandardSummary standard) {
    Map<Integer, Municipality> all = new HashMap<>();
    for (Municipality municipality : view.overview().municipalities()) {
      Said.number(municipality.node()).ifPresent(it -> all.put(it, municipality));
    }
    return outlook.plans(standard.node()).stream()
        .filter(it -> it.by().isBefore(outlook.day()) && all.containsKey(it.municipality()))
        .map(
            it -> {
              Municipality municipality = all.get(it.municipality());
              return new Overdue(
                  new Link(municipality.name(), view.href("/gemeenten/" + municipality.code())),
                  view.date(it.by().toString()));
            })
        .toList();
  }
}
