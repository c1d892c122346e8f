package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/**
 * One version of a standard: when it came, what is said of it, what is other than in the one before
 * it, and who uses exactly this one.
 *
 * @param newer the one that was published last, when that is another one that is still good
 * @param before the one before it; null for the first
 * @param compared what is known of both, line by line; empty without one before it
 * @param ending where to see what would follow if it ended
 */
public record VersionPage(
    Frame frame,
    String name,
    Link standard,
    boolean gone,
    List<Link> successors,
    VersionLine newer,
    VersionLine before,
    List<Compared> compared,
    String uptake,
    String ending,
    List<StatusCell> cells,
    List<Fact> facts,
    Tally tally,
    List<Link> using,
    List<Link> others,
    boolean sample,
    List<Link> downloads,
    List<Earlier> revisions,
    List<String> sources,
    String weakness) {

  /** One thing that is known of this version and of the one before it. */
  public record Compared(String label, String here, String before, boolean differs) {}

  static VersionPage of(View view, StandardSummary standard, Node version) {
    Map<String, List<Row>> facts = view.facts("version/facts", "version", version);
    List<Stated> statuses =
        view.ask("version/statuses", "version", version).stream()
            .map(Stated::of)
            .filter(s -> s.holds(view.day()))
            .toList();
    String standardName = view.name(standard.node());
    String label = StandardPage.texts(facts.get("label")).stream().findFirst().orElse("");
    String title = view.t("version.title", standardName, label);
    Neighbours neighbours = Neighbours.of(VersionLine.of(view, standard.node()), label);
    Map<Node, Stage> stages = stages(view, version);
    Tally tally = new Tally();
    view.overview()
        .municipalities()
        .forEach(m -> tally.add(stages.getOrDefault(m.node(), Stage.NONE)));
    return new VersionPage(
        frame(view, standard, standardName, title, label, version),
        title,
        view.link(standard.node()),
        neighbours.own() != null && neighbours.own().life().ended(),
        StandardPage.links(view, facts.get("successor")),
        neighbours.newer(),
        neighbours.before(),
        compared(view, neighbours, tally),
        view.href("/standaarden/" + standard.slug() + "/invoering"),
        view.href("/wat-als?versie=" + standard.slug() + "/" + Asked.encode(Slugs.of(version))),
        cells(view, statuses),
        keyFacts(view, standard, facts, neighbours, version),
        tally,
        at(view, stages, true),
        at(view, stages, false),
        view.overview().sample() && tally.declared() > 0,
        View.data(version),
        view.revisions(version),
        StandardPage.texts(facts.get("source")),
        facts.getOrDefault("confidence", List.of()).stream()
            .map(r -> view.weakness(r.get("value")))
            .filter(w -> w != null)
            .findFirst()
            .orElse(null));
  }

  private static Frame frame(
      View view, StandardSummary standard, String name, String title, String label, Node version) {
    List<Link> crumbs =
        view.crumbs(
            view.section("standards", "/standaarden"),
            new Link(name, view.href("/standaarden/" + standard.slug())),
            Link.text(label));
    return view.frame(title, "standaarden", crumbs, true, version);
  }

  private static List<StatusCell> cells(View view, List<Stated> statuses) {
    List<StatusCell> cells = new ArrayList<>();
    for (String axis : List.of("levensfase", "publicatiestadium", "forum-status")) {
      List<Stated> own = statuses.stream().filter(s -> s.on(axis)).toList();
      if (!own.isEmpty() || axis.equals("levensfase")) {
        cells.add(new StatusCell(view.t("axis.version." + axis), StandardPage.stated(view, own)));
      }
    }
    return cells;
  }

  /** The versions around one, in the order of their numbers; of those that have a date. */
  private record Neighbours(
      VersionLine own, VersionLine before, VersionLine next, VersionLine newer) {
    static Neighbours of(List<VersionLine> all, String label) {
      List<VersionLine> dated =
          all.stream()
              .filter(it -> it.published() != null || it.label().equals(label))
              .sorted(Comparator.comparing(VersionLine::label, Versions.BY_LABEL))
              .toList();
      int at = dated.stream().map(VersionLine::label).toList().indexOf(label);
      VersionLine own = at < 0 ? null : dated.get(at);
      if (own == null || own.published() == null) {
        return new Neighbours(own, null, null, null);
      }
      VersionLine newer =
          dated.subList(at + 1, dated.size()).stream()
              .filter(it -> !it.life().ended() && it.published().compareTo(own.published()) > 0)
              .reduce((one, later) -> later)
              .orElse(null);
      return new Neighbours(
          own,
          at > 0 ? dated.get(at - 1) : null,
          at + 1 < dated.size() ? dated.get(at + 1) : null,
          newer);
    }
  }

  private static List<Compared> compared(View view, Neighbours neighbours, Tally tally) {
    VersionLine own = neighbours.own();
    VersionLine before = neighbours.before();
    if (before == null) {
      return List.of();
    }
    Tally then = new Tally();
    Map<Node, Stage> stages = stages(view, view.thing(before.version()).orElseThrow());
    view.overview()
        .municipalities()
        .forEach(m -> then.add(stages.getOrDefault(m.node(), Stage.NONE)));
    return List.of(
        compared(view.t("version.issued"), own.issued(), before.issued()),
        compared(view.t("status"), statuses(view, own), statuses(view, before)),
        compared(view.t("version.end"), own.end(), before.end()),
        compared(
            view.t("fact.specification"), specification(view, own), specification(view, before)),
        compared(
            view.t("version.inproduction"),
            view.texts().number(tally.use()),
            view.texts().number(then.use())));
  }

  private static Compared compared(String label, String here, String before) {
    return new Compared(label, here, before, !here.equals(before));
  }

  private static String statuses(View view, VersionLine line) {
    return line.statuses().isEmpty()
        ? view.t("unknown")
        : line.statuses().stream().map(Badge::label).collect(Collectors.joining(", "));
  }

  private static String specification(View view, VersionLine line) {
    return line.specification() == null
        ? view.t("unknown")
        : Objects.requireNonNullElse(line.specification().href(), line.specification().label());
  }

  private static List<Link> orByNumber(View view, List<Link> stated, VersionLine byNumber) {
    return stated.isEmpty() && byNumber != null
        ? List.of(new Link(view.t("version.bynumber", byNumber.label()), byNumber.version().href()))
        : stated;
  }

  private static List<Fact> keyFacts(
      View view,
      StandardSummary standard,
      Map<String, List<Row>> facts,
      Neighbours neighbours,
      Node version) {
    List<Fact> key = new ArrayList<>();
    key.add(new Fact(view.t("version.standard"), StandardPage.links(view, facts.get("standard"))));
    key.add(new Fact(view.t("version.issued"), dates(view, facts.get("issued"))));
    key.add(new Fact(view.t("version.end"), dates(view, facts.get("end"))));
    key.add(
        new Fact(
            view.t("version.previous"),
            orByNumber(
                view, StandardPage.links(view, facts.get("previous")), neighbours.before())));
    key.add(
        new Fact(
            view.t("version.next"),
            orByNumber(view, StandardPage.links(view, facts.get("next")), neighbours.next())));
    key.add(
        new Fact(
            view.t("fact.specification"), StandardPage.webs(view, facts.get("specification"))));
    key.add(
        new Fact(
            view.t("fact.test"),
            StandardPage.tests(
                view, view.facts("standard/facts", "standard", standard.node()).get("test"))));
    if (facts.containsKey("reason")) {
      key.add(
          new Fact(
              view.t("version.reason"),
              StandardPage.texts(facts.get("reason")).stream().map(Link::text).toList()));
    }
    key.add(view.uri(version));
    key.add(
        new Fact(
            view.t("fact.gemma"),
            StandardPage.texts(facts.get("gemma")).stream().map(Link::text).toList()));
    return key.stream().map(f -> f.orElse(view.t("unknown"))).toList();
  }

  static List<Link> dates(View view, List<Row> rows) {
    return StandardPage.texts(rows).stream().map(view::date).map(Link::text).toList();
  }

  /** How far each municipality is with a version, on the day looked at. */
  public static Map<Node, Stage> stages(View view, Node version) {
    Map<Node, String> since = new HashMap<>();
    Map<Node, Stage> stages = new HashMap<>();
    List<Row> rows = view.ask("version/adoption", "version", version);
    // One who explained is told of by a row for each explanation; one that has begun is enough.
    Set<Node> explained =
        rows.stream()
            .filter(row -> row.has("explanation"))
            .filter(
                row -> !row.has("explained") || row.text("explained").compareTo(view.day()) <= 0)
            .map(row -> row.get("municipality"))
            .collect(Collectors.toSet());
    for (Row row : rows) {
      String from = row.text("from");
      boolean over = row.has("until") && row.text("until").compareTo(view.day()) < 0;
      Node municipality = row.get("municipality");
      if (from.compareTo(view.day()) <= 0
          && !over
          && from.compareTo(since.getOrDefault(municipality, "")) >= 0) {
        since.put(municipality, from);
        stages.put(
            municipality, Stage.of(Slugs.of(row.get("phase")), explained.contains(municipality)));
      }
    }
    return stages;
  }

  private static List<Link> at(View view, Map<Node, Stage> stages, boolean use) {
    return view.overview().municipalities().stream()
        .filter(m -> stages.containsKey(m.node()) && (stages.get(m.node()) == Stage.USE) == use)
        .map(
            m ->
                use
                    ? view.link(m.node())
                    : new Link(
                        m.name()
                            + " ("
                            + view.t(stages.get(m.node()).key())
                                .toLowerCase(view.language().locale())
                            + ")",
                        view.link(m.node()).href()))
        .toList();
  }
}
