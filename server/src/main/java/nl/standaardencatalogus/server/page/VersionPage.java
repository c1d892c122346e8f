package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/** One version of a standard: when it came, what is said of it, and who uses exactly this one. */
public record VersionPage(
    Frame frame,
    String name,
    Link standard,
    boolean gone,
    List<Link> successors,
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
    Map<Node, Stage> stages = stages(view, version);
    Tally tally = new Tally();
    view.overview()
        .municipalities()
        .forEach(m -> tally.add(stages.getOrDefault(m.node(), Stage.NONE)));
    return new VersionPage(
        frame(view, standard, standardName, title, label, version),
        title,
        view.link(standard.node()),
        statuses.stream().anyMatch(s -> Tones.ENDED.contains(Slugs.of(s.value()))),
        StandardPage.links(view, facts.get("successor")),
        cells(view, statuses),
        keyFacts(view, facts, version),
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

  private static List<Fact> keyFacts(View view, Map<String, List<Row>> facts, Node version) {
    List<Fact> key = new ArrayList<>();
    key.add(new Fact(view.t("version.standard"), StandardPage.links(view, facts.get("standard"))));
    key.add(new Fact(view.t("version.issued"), dates(view, facts.get("issued"))));
    key.add(new Fact(view.t("version.end"), dates(view, facts.get("end"))));
    key.add(new Fact(view.t("version.previous"), StandardPage.links(view, facts.get("previous"))));
    key.add(new Fact(view.t("version.next"), StandardPage.links(view, facts.get("next"))));
    key.add(
        new Fact(
            view.t("fact.specification"), StandardPage.webs(view, facts.get("specification"))));
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

  private static Map<Node, Stage> stages(View view, Node version) {
    Map<Node, String> since = new HashMap<>();
    Map<Node, Stage> stages = new HashMap<>();
    for (Row row : view.ask("version/adoption", "version", version)) {
      String from = row.text("from");
      boolean over = row.has("until") && row.text("until").compareTo(view.day()) < 0;
      Node municipality = row.get("municipality");
      if (from.compareTo(view.day()) <= 0
          && !over
          && from.compareTo(since.getOrDefault(municipality, "")) >= 0) {
        since.put(municipality, from);
        stages.put(municipality, Stage.of(Slugs.of(row.get("phase")), false));
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
