package nl.standaardencatalogus.server.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/**
 * What happened with one municipality on which day, and what is to come: what it declared and
 * explained, with whom it worked, and how it was reorganised.
 *
 * @param drawing null where no day is known of anything
 * @param legend what the bars and strips in the drawing stand for
 * @param coming what is still to come or is overdue, the first first
 * @param moments all, the last first
 */
public record MunicipalityTimeline(
    String drawing, List<Sign> legend, List<Moment> coming, List<Moment> moments) {

  /** A colour in the drawing, and what it stands for. */
  public record Sign(String css, String label) {}

  /**
   * A day on which something happened or is to happen.
   *
   * @param ahead whether it is still to come
   * @param overdue whether it should have been done by now
   * @param declaration where it is declared; null where it is not
   */
  public record Moment(
      LocalDate day,
      String date,
      boolean ahead,
      boolean overdue,
      String what,
      Link about,
      Link declaration) {}

  static MunicipalityTimeline of(View view, Node municipality, String from, String until) {
    return new Making(view, municipality, until).of(from);
  }

  /** The making of it. */
  private static final class Making {
    private static final String MUNICIPALITY = "newest";
    private static final String PERIOD = "line";

    private final View view;
    private final Node municipality;
    private final String end;
    private final List<Moment> moments = new ArrayList<>();
    private final List<MunicipalityTimelineDrawing.Track> tracks = new ArrayList<>();

    private Making(View view, Node municipality, String until) {
      this.view = view;
      this.municipality = municipality;
      this.end = until != null && until.compareTo(view.day()) < 0 ? until : null;
    }

    private MunicipalityTimeline of(String from) {
      reorganisations(from);
      cooperations();
      mandates();
      declarations();
      moments.sort(
          Comparator.comparing(Moment::day)
              .reversed()
              .thenComparing(it -> it.about().label().toLowerCase(Language.NL.locale())));
      List<Moment> coming =
          moments.stream()
              .filter(it -> it.ahead() || it.overdue())
              .sorted(Comparator.comparing(Moment::day))
              .toList();
      return new MunicipalityTimeline(
          MunicipalityTimelineDrawing.of(view, municipality, tracks, end),
          legend(),
          coming,
          moments);
    }

    private List<Sign> legend() {
      List<Sign> signs = new ArrayList<>();
      signs.add(new Sign(MUNICIPALITY, view.t("course.municipality")));
      signs.add(new Sign(PERIOD, view.t("course.period")));
      for (Stage stage : Stage.values()) {
        String key = stage == Stage.DEVIATE ? "course.explanation" : stage.key();
        signs.add(new Sign(stage.css(), view.t(key)));
      }
      Set<String> drawn = MunicipalityTimelineDrawing.colours(tracks);
      signs.removeIf(it -> !drawn.contains(it.css()));
      return signs;
    }

    /** Nothing is to come for a municipality that is no more. */
    private boolean tells(String date) {
      return date != null && (end == null || !PartialDate.isAfter(date, end));
    }

    private boolean isAhead(String date) {
      return PartialDate.isAfter(date, view.day());
    }

    private void add(String date, String what, Link about) {
      if (tells(date)) {
        moments.add(
            new Moment(
                PartialDate.start(date), view.date(date), isAhead(date), false, what, about, null));
      }
    }

    private void reorganisations(String from) {
      Map<Node, Row> events = new LinkedHashMap<>();
      for (Row row : view.ask("municipality/history", "municipality", municipality)) {
        if (row.has("date") && (view.op() == null || !isAhead(row.text("date")))) {
          events.putIfAbsent(row.get("event"), row);
        }
      }
      var track = new MunicipalityTimelineDrawing.Track(view.t("course.municipality"));
      events.forEach(
          (event, row) -> {
            String what = view.concept(row.get("kind"));
            add(row.text("date"), what, view.link(event));
            track.point(
                row.text("date"), false, view.name(event) + ", " + view.date(row.text("date")));
          });
      if (from != null || end != null || !events.isEmpty()) {
        track.span(from, end, MUNICIPALITY, view.name(municipality));
        tracks.add(track);
      }
    }

    private void cooperations() {
      for (Row row : view.ask("municipality/cooperations", "municipality", municipality)) {
        period(row, view.link(row.get("cooperation")), "course.member.from", "course.member.until");
      }
    }

    private void mandates() {
      for (Row row : view.ask("attention/mandates", "municipality", municipality)) {
        period(
            row, view.link(row.get("organisation")), "course.mandate.from", "course.mandate.until");
      }
    }

    private void period(Row row, Link about, String begins, String ends) {
      if (!row.has("from") && !row.has("until")) {
        return;
      }
      add(row.text("from"), view.t(begins), about);
      add(row.text("until"), view.t(ends), about);
      var track = new MunicipalityTimelineDrawing.Track(about.label());
      String until = row.has("until") && tells(row.text("until")) ? row.text("until") : end;
      track.span(row.text("from"), until, PERIOD, about.label());
      tracks.add(track);
    }

    private void declarations() {
      Map<Node, List<Row>> declarations = new LinkedHashMap<>();
      for (Row row : view.ask("municipality/course", "municipality", municipality)) {
        declarations.computeIfAbsent(row.get("declaration"), none -> new ArrayList<>()).add(row);
      }
      List<MunicipalityTimelineDrawing.Track> own = new ArrayList<>();
      declarations.forEach((declaration, rows) -> own.add(declaration(declaration, rows)));
      own.sort(
          Comparator.comparing(MunicipalityTimelineDrawing.Track::last)
              .reversed()
              .thenComparing(it -> it.label().toLowerCase(Language.NL.locale())));
      own.stream().filter(it -> !it.isEmpty()).forEach(tracks::add);
    }

    private MunicipalityTimelineDrawing.Track declaration(Node declaration, List<Row> rows) {
      Link standard = view.link(rows.get(0).get("standard"));
      Link declared = view.link(declaration);
      var track = new MunicipalityTimelineDrawing.Track(standard.label());
      List<Row> phases =
          rows.stream()
              .filter(it -> it.text("kind").equals("phase") && tells(it.text("from")))
              .sorted(Comparator.comparing(it -> it.text("from")))
              .toList();
      String now = null;
      for (int i = 0; i < phases.size(); i++) {
        Row row = phases.get(i);
        String from = row.text("from");
        String next = i + 1 < phases.size() ? phases.get(i + 1).text("from") : null;
        String until = next != null ? next : row.has("until") ? row.text("until") : end;
        String phase = Slugs.of(row.get("value"));
        Stage stage = Stage.of(phase, false);
        String name = view.name(row.get("value"));
        if (!isAhead(from)) {
          now = until != null && PartialDate.isOver(until, view.day()) ? null : phase;
        }
        track.span(
            from, until, stage.css(), standard.label() + ": " + name + ", " + view.date(from));
        moments.add(
            new Moment(
                PartialDate.start(from),
                view.date(from),
                isAhead(from),
                false,
                name,
                standard,
                declared));
      }
      for (Row row : rows) {
        other(row, now == null ? "" : now, standard, declared, track);
      }
      return track;
    }

    private void other(
        Row row,
        String phase,
        Link standard,
        Link declared,
        MunicipalityTimelineDrawing.Track track) {
      boolean used = phase.equals("in-productie");
      switch (row.text("kind")) {
        case "explanation" -> {
          String ground = view.t("course.explained", view.concept(row.get("value")).toLowerCase());
          if (tells(row.text("from"))) {
            point(row.text("from"), false, ground, standard, declared, null);
            track.strip(row.text("from"), row.text("until"), standard.label() + ": " + ground);
          }
          point(row.text("until"), true, view.t("course.review"), standard, declared, track);
        }
        case "plan" -> {
          if (!used && !phase.equals("uitgefaseerd")) {
            point(row.text("from"), true, view.t("course.plan"), standard, declared, track);
          }
        }
        case "end" -> {
          if (used) {
            String what = view.t("course.end", view.name(row.get("value")));
            point(row.text("from"), true, what, standard, declared, track);
          }
        }
        default -> {}
      }
    }

    /** A day; drawn where there is a track, and overdue once over where something is to be done. */
    private void point(
        String date,
        boolean due,
        String what,
        Link standard,
        Link declared,
        MunicipalityTimelineDrawing.Track track) {
      if (!tells(date)) {
        return;
      }
      boolean ahead = isAhead(date);
      boolean overdue = due && end == null && PartialDate.isOver(date, view.day());
      moments.add(
          new Moment(
              PartialDate.start(date), view.date(date), ahead, overdue, what, standard, declared));
      if (track != null) {
        track.point(date, overdue, standard.label() + ": " + what + ", " + view.date(date));
      }
    }
  }
}
