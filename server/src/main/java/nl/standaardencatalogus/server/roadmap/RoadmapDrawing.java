package nl.standaardencatalogus.server.roadmap;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.Svg;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The road map as swim lanes: for each theme its decisions, and below those a lane for each
 * standard. No part of it is a stop for the keyboard; the table below it has the links.
 */
final class RoadmapDrawing {
  private static final double LEFT = 270;
  private static final double RIGHT = 866;
  private static final int LANE = 24;
  private static final int HEAD = 30;
  private static final int TOP = 38;
  private static final int LONGEST = 34;
  private static final double LETTER = 7.2;
  private static final double BESIDE = 10;

  private final View view;
  private final Plan plan;
  private final LocalDate from;
  private final LocalDate until;
  private final Svg lanes = new Svg();
  private double y = TOP;

  private RoadmapDrawing(View view, Plan plan) {
    this.view = view;
    this.plan = plan;
    this.from = LocalDate.of(plan.first(), 1, 1);
    this.until = LocalDate.of(plan.last() + 1, 1, 1);
  }

  /** The drawing; null where there is nothing to draw. */
  static String of(View view, Plan plan, List<Milestone> chosen) {
    return chosen.isEmpty() ? null : new RoadmapDrawing(view, plan).draw(chosen);
  }

  private String draw(List<Milestone> chosen) {
    themes(chosen).forEach(this::theme);
    double bottom = y + 4;
    Svg svg =
        new Svg()
            .open(
                "svg",
                "viewBox",
                "0 0 880 " + (int) (bottom + 26),
                "role",
                "img",
                "aria-labelledby",
                "rm-t")
            .text(
                "title",
                view.t("roadmap.drawing", from.getYear() + "", plan.last() + ""),
                "id",
                "rm-t");
    years(svg, bottom);
    LocalDate today = view.overview().day();
    if (isDrawn(today)) {
      double x = x(today);
      boolean end = x > 700;
      svg.empty("line", "x1", x, "x2", x, "y1", 20, "y2", bottom, "class", "mark");
      svg.text(
          "text",
          view.t(view.op() == null ? "timeline.today" : "timeline.day"),
          "x",
          end ? x - 5 : x + 5,
          "y",
          30,
          "class",
          end ? "marked end" : "marked");
    }
    svg.add(lanes);
    return svg.close("svg").toString();
  }

  private void years(Svg svg, double bottom) {
    int step = Math.max(1, (plan.last() - plan.first()) / 12 + 1);
    for (int year = plan.first(); year <= plan.last(); year += step) {
      double x = x(LocalDate.of(year, 1, 1));
      double middle = step == 1 ? x(LocalDate.of(year, 7, 1)) : x;
      svg.empty("line", "x1", x, "x2", x, "y1", 18, "y2", bottom, "class", "rule");
      svg.text("text", String.valueOf(year), "x", middle, "y", 12, "class", "year");
      svg.text("text", String.valueOf(year), "x", middle, "y", bottom + 18, "class", "year");
    }
  }

  /** By theme, in the order of their names; those without one last. */
  private Map<String, List<Milestone>> themes(List<Milestone> chosen) {
    Map<String, List<Milestone>> themes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<Milestone> others = new ArrayList<>();
    for (Milestone milestone : chosen) {
      Node theme = plan.lane(milestone);
      (theme == null ? others : themes.computeIfAbsent(view.name(theme), none -> new ArrayList<>()))
          .add(milestone);
    }
    Map<String, List<Milestone>> ordered = new LinkedHashMap<>(themes);
    if (!others.isEmpty()) {
      ordered.put(view.t("roadmap.theme.none"), others);
    }
    return ordered;
  }

  private void theme(String name, List<Milestone> milestones) {
    lanes.empty("line", "x1", 0, "x2", RIGHT, "y1", y, "y2", y, "class", "rule");
    lanes.text("text", name, "x", 0, "y", y + 20, "class", "lane");
    y += HEAD;
    Map<String, List<Milestone>> standards = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<Milestone> decisions = new ArrayList<>();
    for (Milestone milestone : milestones) {
      if (milestone.kind().isOfVersion()) {
        standards
            .computeIfAbsent(
                view.name(milestone.standards().get(0).node()), none -> new ArrayList<>())
            .add(milestone);
      } else {
        decisions.add(milestone);
      }
    }
    if (!decisions.isEmpty()) {
      lane(view.t("decisions"), decisions);
    }
    standards.forEach(this::lane);
    y += 6;
  }

  private void lane(String name, List<Milestone> milestones) {
    double middle = y + LANE / 2.0;
    lanes.text(
        "text",
        Svg.shortened(name, LONGEST),
        "x",
        LEFT - 12,
        "y",
        middle + 4.5,
        "class",
        "note end");
    lanes.empty("line", "x1", LEFT, "x2", RIGHT, "y1", middle, "y2", middle, "class", "rule");
    List<Milestone> ordered =
        milestones.stream().sorted(Comparator.comparing(Milestone::day)).toList();
    ordered.forEach(it -> bar(it, middle));
    double before = LEFT;
    for (int i = 0; i < ordered.size(); i++) {
      Milestone it = ordered.get(i);
      double next = i + 1 < ordered.size() ? x(ordered.get(i + 1).day()) - 8 : RIGHT + 12;
      point(it, middle);
      if (it.kind() == Milestone.Kind.VERSION) {
        before = label(it.label(), x(it.day()), middle, before, next);
      } else {
        before = x(it.day()) + BESIDE;
      }
    }
    y += LANE;
  }

  /** From when what ends had begun until it ends. */
  private void bar(Milestone milestone, double middle) {
    if (milestone.began() == null) {
      return;
    }
    double start = Math.max(LEFT, x(PartialDate.start(milestone.began())));
    lanes.empty(
        "rect",
        "x",
        start,
        "y",
        middle - 4,
        "width",
        Math.max(2, x(milestone.day()) - start),
        "height",
        8,
        "rx",
        4,
        "class",
        "line");
  }

  private void point(Milestone it, double middle) {
    double x = x(it.day());
    lanes.open("g").text("title", said(it));
    switch (it.kind()) {
      case VERSION -> lanes.empty("circle", "class", "dot", "cx", x, "cy", middle, "r", 6);
      case DECISION, DECIDED, ADVICE ->
          lanes.empty(
              "path",
              "class",
              "dot",
              "d",
              "M" + (int) x + " " + (int) (middle - 8) + "l8 8-8 8-8-8z");
      case END, EXPIRY ->
          lanes.empty(
              "path",
              "class",
              "gone",
              "d",
              "M" + (int) (x - 5) + " " + (int) (middle - 5) + "l10 10m0-10l-10 10");
    }
    lanes.close("g");
  }

  /**
   * A label beside its point where there is room: to the right, else to the left, and never across
   * the line of the day.
   *
   * @return up to where the lane is taken
   */
  private double label(String label, double x, double middle, double before, double next) {
    double wide = label.length() * LETTER;
    double today = isDrawn(view.overview().day()) ? x(view.overview().day()) : RIGHT + 12;
    double right = x <= today ? Math.min(next, today) : next;
    double left = x > today ? Math.max(before, today) : before;
    if (x + BESIDE + wide <= right) {
      lanes.text("text", label, "x", x + BESIDE, "y", middle + 4.5, "class", "note");
      return x + BESIDE + wide;
    }
    if (x - BESIDE - wide >= left) {
      lanes.text("text", label, "x", x - BESIDE, "y", middle + 4.5, "class", "note end");
    }
    return x + BESIDE;
  }

  private boolean isDrawn(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  private String said(Milestone it) {
    String name = it.kind().isOfVersion() ? view.name(it.thing()) : it.label();
    return name + ": " + view.t(it.kind().key()).toLowerCase() + ", " + view.date(it.date());
  }

  private double x(LocalDate day) {
    double whole = ChronoUnit.DAYS.between(from, until);
    return LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(from, day) / whole;
  }
}
