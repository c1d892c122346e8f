package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/** One municipality: what binds it, what it declared and explained, with whom, and its past. */
public record MunicipalityPage(
    Frame frame,
    String name,
    String former,
    List<Link> successors,
    Link province,
    String outline,
    List<Fact> facts,
    Tally tally,
    List<Line> applies,
    int overdue,
    String gap,
    List<Line> declared,
    List<Explained> explanations,
    List<Membership> cooperations,
    List<Event> history,
    MunicipalityTimeline course,
    boolean sample,
    List<Link> downloads,
    List<Earlier> revisions,
    List<String> sources,
    String weakness) {

  /**
   * A standard, and where the municipality stands with it.
   *
   * @param overdue whether the explanation of why it deviates was to be looked at again before now
   */
  public record Line(
      Link standard,
      Badge force,
      Stage stage,
      boolean overdue,
      String phase,
      String since,
      Link version,
      String planned,
      String confirmed,
      Link declarer,
      String product,
      Link declaration,
      boolean real) {}

  /** Why a standard is not used. */
  public record Explained(
      Link standard, String ground, String text, String review, boolean overdue) {}

  /** A cooperation that the municipality is a member of. */
  public record Membership(Link cooperation, String kind, Link by, String period) {}

  /** A reorganisation. */
  public record Event(Link event, String date, String kind, List<Link> from, List<Link> into) {}

  /** The page about a municipality in a state. */
  public static MunicipalityPage of(View view, Node municipality) {
    Map<String, List<Row>> facts = view.facts("municipality/facts", "municipality", municipality);
    String name = view.name(municipality);
    String until = first(facts, "until");
    boolean over = until != null && until.compareTo(view.day()) < 0;
    Municipality known = view.overview().byMunicipality().get(municipality);
    List<Event> history = history(view, municipality);
    Map<Node, Line> lines = lines(view, municipality);
    List<Line> applies = over ? List.of() : applies(view, lines);
    Tally tally = new Tally();
    applies.forEach(line -> tally.add(line.stage()));
    return new MunicipalityPage(
        view.frame(
            name,
            "gemeenten",
            view.crumbs(view.section("municipalities", "/gemeenten"), Link.text(name)),
            true,
            municipality),
        name,
        over ? view.date(until) : null,
        over ? successors(view, municipality) : List.of(),
        known == null || known.province() == null
            ? null
            : new Link(
                view.name(known.province()),
                view.href("/gemeenten?provincie=" + Slugs.of(known.province()))),
        Outline.draw(view, municipality),
        keyFacts(view, facts, municipality),
        tally,
        applies,
        (int) applies.stream().filter(Line::overdue).count(),
        view.href("/gemeenten/" + Slugs.of(municipality) + "/geldt"),
        lines.values().stream()
            .sorted(
                Comparator.comparing((Line l) -> l.stage()).thenComparing(MunicipalityPage::sort))
            .toList(),
        explanations(view, municipality),
        cooperations(view, municipality),
        history,
        MunicipalityTimeline.of(view, municipality, first(facts, "from"), until),
        view.overview().sample(),
        View.data(municipality),
        view.revisions(municipality),
        StandardPage.texts(facts.get("source")),
        facts.containsKey("confidence")
            ? view.weakness(facts.get("confidence").get(0).get("value"))
            : null);
  }

  private static String sort(Line line) {
    return line.standard().label().toLowerCase(Language.NL.locale());
  }

  private static String first(Map<String, List<Row>> facts, String property) {
    return StandardPage.texts(facts.get(property)).stream().findFirst().orElse(null);
  }

  private static List<Fact> keyFacts(View view, Map<String, List<Row>> facts, Node municipality) {
    List<Fact> key = new ArrayList<>();
    add(view, key, "municipality.official", first(facts, "official"));
    key.add(new Fact(view.t("province"), StandardPage.links(view, facts.get("province"))));
    String population = first(facts, "population");
    String date = first(facts, "populationDate");
    if (population != null) {
      String number = view.texts().number(Long.valueOf(population));
      add(
          view,
          key,
          "municipality.population",
          date == null ? number : view.t("municipality.populationDate", number, view.date(date)));
    }
    String area = first(facts, "area");
    if (area != null) {
      String number = view.texts().number(new java.math.BigDecimal(area));
      add(view, key, "municipality.area", view.t("municipality.km2", number));
    }
    add(view, key, "municipality.cbs", first(facts, "cbs"));
    add(view, key, "municipality.oin", first(facts, "oin"));
    add(view, key, "municipality.kvk", first(facts, "kvk"));
    String from = first(facts, "from");
    if (from != null) {
      add(view, key, "municipality.valid", view.date(from));
    }
    key.add(
        new Fact(view.t("municipality.website"), StandardPage.webs(view, facts.get("homepage"))));
    key.add(view.uri(municipality));
    return key.stream().map(f -> f.orElse(view.t("unknown"))).toList();
  }

  private static void add(View view, List<Fact> facts, String key, String value) {
    facts.add(new Fact(view.t(key), value == null ? List.of() : List.of(Link.text(value))));
  }

  /** What the municipality declared, by standard; the furthest where it declared more than one. */
  private static Map<Node, Line> lines(View view, Node municipality) {
    Map<Node, Row> declared = new HashMap<>();
    for (Row row : view.ask("municipality/declarations", "municipality", municipality)) {
      declared.put(row.get("declaration"), row);
    }
    Set<Node> overdue = overdue(view, municipality);
    Map<Node, Line> lines = new LinkedHashMap<>();
    for (StandardSummary standard : view.overview().standards()) {
      Held held = standard.held().get(municipality);
      if (held != null) {
        boolean late = held.stage() == Stage.DEVIATE && overdue.contains(held.declaration());
        lines.put(standard.node(), line(view, municipality, standard, held, late, declared));
      }
    }
    return lines;
  }

  /** The declarations of which every explanation was to be looked at again before now. */
  private static Set<Node> overdue(View view, Node municipality) {
    Map<Node, Boolean> overdue = new HashMap<>();
    view.ask("municipality/explanations", "municipality", municipality).stream()
        .filter(r -> !r.has("from") || r.text("from").compareTo(view.day()) <= 0)
        .forEach(r -> overdue.merge(r.get("declaration"), isOverdue(view, r), Boolean::logicalAnd));
    overdue.values().removeIf(late -> !late);
    return overdue.keySet();
  }

  private static boolean isOverdue(View view, Row explanation) {
    return explanation.has("review") && explanation.text("review").compareTo(view.day()) < 0;
  }

  private static Line line(
      View view,
      Node municipality,
      StandardSummary standard,
      Held held,
      boolean overdue,
      Map<Node, Row> declared) {
    Row row = declared.get(held.declaration());
    boolean other = row != null && row.has("declarer") && !row.get("declarer").equals(municipality);
    return new Line(
        view.link(standard.node()),
        standard.bound().map(b -> view.badge(b.forceNode())).orElse(null),
        held.stage(),
        overdue,
        view.name(held.phase()),
        view.date(held.since()),
        row != null && row.has("version")
            ? new Link(row.text("label"), view.link(row.get("version")).href())
            : null,
        row != null && row.has("planned") ? view.date(row.text("planned")) : null,
        row != null && row.has("confirmed") ? view.date(row.text("confirmed")) : null,
        other ? view.link(row.get("declarer")) : null,
        row == null ? null : product(row),
        view.link(held.declaration()),
        view.isReal(held.declaration()));
  }

  private static String product(Row row) {
    return row.has("product")
        ? row.text("product") + (row.has("supplier") ? " (" + row.text("supplier") + ")" : "")
        : null;
  }

  private static List<Line> applies(View view, Map<Node, Line> lines) {
    return view.overview().standards().stream()
        .filter(StandardSummary::binds)
        .sorted(Comparator.comparing(s -> -s.bound().get().weight()))
        .map(s -> lines.getOrDefault(s.node(), silent(view, s)))
        .toList();
  }

  private static Line silent(View view, StandardSummary standard) {
    return new Line(
        view.link(standard.node()),
        view.badge(standard.bound().orElseThrow().forceNode()),
        Stage.NONE,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false);
  }

  private static List<Explained> explanations(View view, Node municipality) {
    return view.ask("municipality/explanations", "municipality", municipality).stream()
        .filter(r -> !r.has("from") || r.text("from").compareTo(view.day()) <= 0)
        .map(
            r ->
                new Explained(
                    view.link(r.get("standard")),
                    view.concept(r.get("ground")),
                    r.text("description"),
                    view.date(r.text("review")),
                    isOverdue(view, r)))
        .toList();
  }

  private static List<Membership> cooperations(View view, Node municipality) {
    return view.ask("municipality/cooperations", "municipality", municipality).stream()
        .map(
            r ->
                new Membership(
                    new Link(r.text("name"), view.link(r.get("cooperation")).href()),
                    view.concept(r.get("kind")),
                    r.has("by") ? view.link(r.get("by")) : null,
                    period(view, r.text("from"), r.text("until"))))
        .toList();
  }

  private static String period(View view, String from, String until) {
    String start = from == null ? view.t("since.unknown") : view.t("since", view.date(from));
    return until == null ? start : start + ", " + view.t("until", view.date(until));
  }

  private static List<Event> history(View view, Node municipality) {
    Map<Node, List<Row>> events = new LinkedHashMap<>();
    for (Row row : view.ask("municipality/history", "municipality", municipality)) {
      if (!row.has("date") || row.text("date").compareTo(view.day()) <= 0) {
        events.computeIfAbsent(row.get("event"), e -> new ArrayList<>()).add(row);
      }
    }
    List<Event> history = new ArrayList<>();
    events.forEach(
        (event, rows) ->
            history.add(
                new Event(
                    view.link(event),
                    view.date(rows.get(0).text("date")),
                    view.concept(rows.get(0).get("kind")),
                    links(view, rows, "original"),
                    links(view, rows, "resulting"))));
    return history;
  }

  private static List<Link> links(View view, List<Row> rows, String variable) {
    return rows.stream().map(r -> r.get(variable)).distinct().map(view::link).toList();
  }

  private static List<Link> successors(View view, Node municipality) {
    return view.ask("municipality/history", "municipality", municipality).stream()
        .filter(r -> r.get("original").equals(municipality))
        .map(r -> r.get("resulting"))
        .filter(n -> !n.equals(municipality))
        .distinct()
        .map(view::link)
        .toList();
  }
}
