package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/** One standard: what is said of it by whom, its versions, who uses it, and what it goes with. */
public record StandardPage(
    Frame frame,
    String name,
    String slug,
    String news,
    String description,
    List<Badge> kinds,
    boolean ended,
    List<Link> successors,
    List<StatusCell> cells,
    boolean contradiction,
    String timeline,
    List<VersionLine> versions,
    String versionsCounted,
    Tally tally,
    String map,
    int unmapped,
    List<Province> provinces,
    String uptake,
    String deviating,
    String declare,
    String graph,
    List<Relations.Group> relations,
    List<Relations.Line> mandatory,
    List<Relations.Line> recommended,
    List<Relations.Line> elsewhere,
    List<Relations.Line> gemmaGroups,
    List<Fact> facts,
    List<Link> downloads,
    List<Change> changes,
    List<Earlier> revisions,
    List<DecisionsPage.Line> decisions,
    List<Link> procedures,
    boolean sample,
    List<String> sources,
    String weakness) {

  /** How far the municipalities of a province are. */
  public record Province(Link province, Tally tally) {}

  static StandardPage of(View view, StandardSummary standard) {
    Map<String, List<Row>> facts = view.facts("standard/facts", "standard", standard.node());
    List<VersionLine> versions = VersionLine.of(view, standard.node());
    Relations relations = Relations.of(view, standard.node());
    Relations applied = relations.only("appliesTo");
    Relations related = relations.without("appliesTo").without("inGroup");
    String name = view.name(standard.node());
    List<StatusCell> cells = cells(view, standard, versions);
    return new StandardPage(
        frame(view, standard, name),
        name,
        standard.slug(),
        "/standaarden/" + standard.slug() + "/nieuws.atom",
        standard.description(),
        kinds(view, standard),
        standard.ended(),
        links(view, facts.get("successor")),
        cells,
        // What binds now and what will are no contradiction.
        cells.stream()
            .skip(1)
            .anyMatch(c -> c.lines().stream().map(l -> l.badge().label()).distinct().count() > 1),
        timeline(view, standard, name, versions),
        versions,
        counted(view, versions),
        standard.tally(),
        standard.held().isEmpty() ? null : Choropleth.draw(view, "map", m -> stage(standard, m)),
        Choropleth.unmapped(view),
        provinces(view, standard),
        view.href("/standaarden/" + standard.slug() + "/invoering"),
        view.href("/standaarden/" + standard.slug() + "/invoering?fase=deviate"),
        view.op() == null ? view.href("/mijn?standaard=" + standard.slug()) : null,
        graph(view, standard, name, related, applied.qualified("verplicht")),
        related.groups(),
        applied.qualified("verplicht").lines(),
        applied.qualified("aanbevolen").lines(),
        applied.unqualified().lines(),
        relations.only("inGroup").lines(),
        keyFacts(view, standard, facts, versions),
        view.downloads(standard.node()),
        Change.of(view, view.ask("standard/changes", "standard", standard.node())),
        view.revisions(standard.node()),
        DecisionsPage.on(view, standard.node()),
        Procedure.on(view, standard.node()).stream().map(it -> Procedure.line(view, it)).toList(),
        view.overview().sample(),
        texts(facts.get("source")),
        view.weakness(standard.confidence()));
  }

  private static Frame frame(View view, StandardSummary standard, String name) {
    List<Link> crumbs = view.crumbs(view.section("standards", "/standaarden"), Link.text(name));
    return view.frame(name, "standaarden", crumbs, true, standard.node());
  }

  static Stage stage(StandardSummary standard, Municipality municipality) {
    Held held = standard.held().get(municipality.node());
    return held == null ? Stage.NONE : held.stage();
  }

  private static List<Badge> kinds(View view, StandardSummary standard) {
    List<Badge> kinds = new ArrayList<>();
    if (standard.kind() != null) {
      kinds.add(new Badge(view.name(standard.kind()), ""));
    }
    standard.themes().forEach(theme -> kinds.add(new Badge(view.name(theme), "")));
    return kinds;
  }

  private static List<StatusCell> cells(
      View view, StandardSummary standard, List<VersionLine> versions) {
    return List.of(
        new StatusCell(
            view.t("axis.vng"),
            Stream.concat(
                    standard.bound().stream().map(it -> bound(view, standard, it, "since")),
                    standard.coming().stream()
                        .filter(Bound::isOfVng)
                        .map(it -> bound(view, standard, it, "from.day")))
                .toList()),
        new StatusCell(view.t("axis.forum"), stated(view, standard.on("forum-status"))),
        new StatusCell(view.t("axis.phase"), stated(view, standard.on("levensfase"))),
        new StatusCell(view.t("axis.newest"), newest(view, standard, versions)));
  }

  private static StatusCell.Line bound(
      View view, StandardSummary standard, Bound bound, String key) {
    String since =
        bound.from() == null ? view.t("since.unknown") : view.t(key, view.date(bound.from()));
    boolean through = !bound.covered().equals(standard.node());
    return new StatusCell.Line(
        view.badge(bound.forceNode()),
        through ? view.t("through", view.name(bound.covered())) : null,
        since,
        new Link(view.t("decision"), view.link(bound.decision()).href()),
        bound.onAdvice(view),
        null,
        view.weakness(bound.confidence()));
  }

  static List<StatusCell.Line> stated(View view, List<Stated> statements) {
    return statements.stream()
        .map(
            s ->
                new StatusCell.Line(
                    view.badge(s.value()),
                    s.authority() == null ? null : view.t("according-to", view.name(s.authority())),
                    s.from() == null ? null : view.t("since", view.date(s.from())),
                    null,
                    null,
                    s.source(),
                    view.weakness(s.confidence())))
        .toList();
  }

  private static List<StatusCell.Line> newest(
      View view, StandardSummary standard, List<VersionLine> versions) {
    if (standard.newest() == null) {
      return List.of();
    }
    Link version = new Link(view.t("version.open"), view.link(standard.newest().version()).href());
    String weakness =
        versions.stream()
            .filter(v -> v.label().equals(standard.newest().label()))
            .map(v -> v.weakness() == null ? "" : v.weakness())
            .findFirst()
            .orElse("");
    return List.of(
        new StatusCell.Line(
            new Badge(standard.newest().label(), "pos"),
            null,
            standard.newest().issued() == null
                ? view.t("published.unknown")
                : view.t("published", view.when(standard.newest().issued())),
            version,
            null,
            null,
            weakness.isEmpty() ? null : weakness));
  }

  private static String timeline(
      View view, StandardSummary standard, String name, List<VersionLine> versions) {
    List<Timeline.Point> points =
        versions.stream()
            .filter(v -> v.published() != null)
            .map(v -> new Timeline.Point(v.label(), v.published(), v.gone()))
            .toList();
    List<Timeline.Mark> marks = new ArrayList<>();
    for (Row row : view.ask("decision/of-standard", "standard", standard.node())) {
      if (row.has("from") && row.has("force") && row.text("from").compareTo(view.day()) <= 0) {
        String label = view.name(row.get("force")) + ", " + view.date(row.text("from"));
        marks.add(new Timeline.Mark(row.text("from"), label));
      }
    }
    return Timeline.draw(view, name, points, marks);
  }

  private static List<Province> provinces(View view, StandardSummary standard) {
    if (standard.held().isEmpty()) {
      return List.of();
    }
    Map<Node, Tally> tallies = new LinkedHashMap<>();
    for (Municipality m : view.overview().municipalities()) {
      tallies.computeIfAbsent(m.province(), p -> new Tally()).add(stage(standard, m));
    }
    // Of municipalities of the past it is not recorded.
    Tally elsewhere = tallies.remove(null);
    List<Province> provinces = new ArrayList<>();
    tallies.forEach(
        (node, tally) ->
            provinces.add(
                new Province(
                    new Link(
                        view.name(node),
                        view.href(
                            "/standaarden/"
                                + standard.slug()
                                + "/invoering?provincie="
                                + Slugs.of(node))),
                    tally)));
    provinces.sort(Comparator.comparing(p -> p.province().label()));
    if (elsewhere != null) {
      provinces.add(new Province(Link.text(view.t("unknown")), elsewhere));
    }
    return provinces;
  }

  private static String graph(
      View view, StandardSummary standard, String name, Relations related, Relations mandatory) {
    List<NeighbourGraph.Group> right = new ArrayList<>(related.out(false).drawn());
    if (!mandatory.isEmpty()) {
      right.add(mandatory.drawn(view.t("graph.mandatory"), NeighbourGraph.Direction.OUT));
    }
    String maintainer =
        standard.maintainers().isEmpty() ? "" : ", " + view.name(standard.maintainers().get(0));
    return NeighbourGraph.draw(
        view, name, view.t("graph.standard") + maintainer, related.out(true).drawn(), right);
  }

  private static List<Fact> keyFacts(
      View view,
      StandardSummary standard,
      Map<String, List<Row>> facts,
      List<VersionLine> versions) {
    List<Fact> key = new ArrayList<>();
    add(key, view.t("maintainer"), standard.maintainers().stream().map(view::link).toList());
    add(key, view.t("fact.publisher"), links(view, facts.get("publisher")));
    add(
        key,
        view.t("fact.alternative"),
        texts(facts.get("alternative")).stream().map(Link::text).toList());
    add(key, view.t("fact.family"), links(view, facts.get("family")));
    add(key, view.t("facet.soort.short"), kindAndLayer(view, standard));
    add(key, view.t("fact.specification"), specification(view, facts, versions));
    add(key, view.t("fact.page"), webs(view, facts.get("page")));
    add(key, view.t("fact.test"), tests(view, facts.get("test")));
    key.add(
        new Fact(
            view.t("fact.uri"),
            List.of(
                new Link(
                    standard.node().getURI(), PagePaths.document(standard.node()).orElse(null)))));
    add(key, view.t("fact.gemma"), texts(facts.get("gemma")).stream().map(Link::text).toList());
    return key.stream()
        .map(
            f ->
                f.values().isEmpty()
                    ? new Fact(f.label(), List.of(Link.text(view.t("unknown"))))
                    : f)
        .toList();
  }

  /** That of the standard itself, else that of its newest version that has one and is not over. */
  private static List<Link> specification(
      View view, Map<String, List<Row>> facts, List<VersionLine> versions) {
    List<Link> own = webs(view, facts.get("specification"));
    if (!own.isEmpty()) {
      return own;
    }
    return versions.stream()
        .filter(it -> it.specification() != null && !it.life().ended())
        .filter(it -> it.life() != VersionLife.COMING)
        .limit(1)
        .map(
            it ->
                new Link(
                    view.t("fact.specification.version", it.specification().label(), it.label()),
                    it.specification().href()))
        .toList();
  }

  /** How many versions there are, lines of versions apart. */
  private static String counted(View view, List<VersionLine> versions) {
    String lines =
        versions.stream()
            .filter(VersionLine::isLine)
            .map(it -> it.version().label())
            .collect(Collectors.joining(", "));
    long count = versions.stream().filter(it -> !it.isLine()).count();
    if (lines.isEmpty()) {
      return view.texts().counted("versions.table", count);
    }
    return count == 0
        ? view.t("versions.lines", lines)
        : view.texts().counted("versions.table.lines", count, lines);
  }

  private static List<Link> kindAndLayer(View view, StandardSummary standard) {
    List<Link> both = new ArrayList<>();
    if (standard.kind() != null) {
      both.add(Link.text(view.name(standard.kind())));
    }
    if (standard.layer() != null) {
      both.add(Link.text(view.name(standard.layer())));
    }
    return both;
  }

  private static void add(List<Fact> facts, String label, List<Link> values) {
    facts.add(new Fact(label, values));
  }

  static List<Link> links(View view, List<Row> rows) {
    return rows == null
        ? List.of()
        : rows.stream().map(r -> r.get("value")).distinct().map(view::link).toList();
  }

  static List<Link> webs(View view, List<Row> rows) {
    return texts(rows).stream().map(view::web).toList();
  }

  static List<Link> tests(View view, List<Row> rows) {
    if (rows == null) {
      return List.of();
    }
    return rows.stream()
        .map(
            r -> {
              String label = r.has("label") ? r.text("label") : view.web(r.text("value")).label();
              boolean linked = r.has("value") && PagePaths.web(r.text("value"));
              return new Link(label, linked ? r.text("value") : null);
            })
        .toList();
  }

  static List<String> texts(List<Row> rows) {
    return rows == null ? List.of() : rows.stream().map(r -> r.text("value")).distinct().toList();
  }
}
