package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.gap.Duty;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * One decision: who took it, on what, and which standards it binds on the day shown, or on the
 * first day that it does.
 *
 * @param madeUp whether it is made up for demonstration
 * @param begins from when on it binds, in words, where that is later; else null
 * @param covers the standards that it is about, or the projects that it gives money
 */
public record DecisionPage(
    Frame frame,
    String name,
    boolean madeUp,
    List<Badge> badges,
    List<Link> supersededBy,
    List<Link> covers,
    String begins,
    List<Effect> reach,
    List<Link> lifting,
    List<String> scope,
    List<String> conditions,
    List<String> minority,
    List<Fact> facts,
    List<Link> downloads,
    List<Earlier> revisions,
    List<String> sources,
    String weakness) {

  /** A standard that it binds, and how far municipalities are with it. */
  public record Effect(Link standard, String slug, Tally tally) {}

  static DecisionPage of(View view, Node decision) {
    Map<String, List<Row>> facts = view.facts("decision/facts", "decision", decision);
    String name = view.name(decision);
    List<Badge> badges = new ArrayList<>();
    for (String property : List.of("force", "kind")) {
      facts
          .getOrDefault(property, List.of())
          .forEach(
              row ->
                  badges.add(
                      property.equals("force")
                          ? view.badge(row.get("value"))
                          : new Badge(view.name(row.get("value")), "")));
    }
    String later =
        StandardPage.texts(facts.get("from")).stream()
            .filter(it -> PartialDate.isAfter(it, view.day()))
            .findFirst()
            .orElse(null);
    return new DecisionPage(
        view.frame(
            name,
            "besluiten",
            view.crumbs(view.section("decisions", "/besluiten"), Link.text(name)),
            true,
            decision),
        name,
        view.isMadeUp(decision),
        badges,
        StandardPage.links(view, facts.get("supersededBy")),
        Stream.of("covers", "project")
            .flatMap(it -> StandardPage.links(view, facts.get(it)).stream())
            .toList(),
        later == null ? null : view.date(later),
        reach(view, decision, later == null ? view.day() : PartialDate.start(later).toString()),
        lifting(view, facts, decision),
        StandardPage.texts(facts.get("scope")),
        StandardPage.texts(facts.get("condition")),
        StandardPage.texts(facts.get("minority")),
        keyFacts(view, facts, decision),
        View.data(decision),
        view.revisions(decision),
        StandardPage.texts(facts.get("source")),
        facts.containsKey("confidence")
            ? view.weakness(facts.get("confidence").get(0).get("value"))
            : null);
  }

  private static List<Effect> reach(View view, Node decision, String day) {
    Set<Node> bound =
        view.ask("decision/in-force", "day", NodeFactory.createLiteralString(day)).stream()
            .filter(row -> row.get("decision").equals(decision))
            .map(row -> row.get("standard"))
            .collect(Collectors.toSet());
    return view.overview().standards().stream()
        .filter(it -> bound.contains(it.node()))
        .map(it -> new Effect(view.link(it.node()), it.slug(), it.tally()))
        .toList();
  }

  /** Where it is told what follows when it ends, for each standard that it obliges to. */
  private static List<Link> lifting(View view, Map<String, List<Row>> facts, Node decision) {
    boolean binds =
        facts.getOrDefault("force", List.of()).stream()
            .anyMatch(row -> Duty.binds(row.get("value")));
    return !binds
        ? List.of()
        : reach(view, decision, view.day()).stream()
            .map(
                it ->
                    new Link(
                        it.standard().label(),
                        view.href(
                            "/wat-als?standaard="
                                + it.slug()
                                + "&wat=vervalt&besluit="
                                + Slugs.of(decision))))
            .toList();
  }

  private static List<Fact> keyFacts(View view, Map<String, List<Row>> facts, Node decision) {
    List<Fact> key = new ArrayList<>();
    key.add(new Fact(view.t("decision.body"), StandardPage.links(view, facts.get("body"))));
    key.add(new Fact(view.t("decision.kind"), StandardPage.links(view, facts.get("kind"))));
    key.add(new Fact(view.t("decision.force"), StandardPage.links(view, facts.get("force"))));
    key.add(new Fact(view.t("decision.decided"), VersionPage.dates(view, facts.get("decided"))));
    key.add(new Fact(view.t("decision.from"), VersionPage.dates(view, facts.get("from"))));
    if (facts.containsKey("until")) {
      key.add(new Fact(view.t("decision.until"), VersionPage.dates(view, facts.get("until"))));
    }
    if (facts.containsKey("amount")) {
      key.add(
          new Fact(
              view.t("advice.amount"),
              facts.get("amount").stream()
                  .map(row -> Money.text(view, row.text("value"), row.text("currency")))
                  .map(Link::text)
                  .toList()));
    }
    known(view, facts, "outcome", "advice.outcome").ifPresent(key::add);
    known(view, facts, "meeting", "meeting").ifPresent(key::add);
    known(view, facts, "advice", "decision.advice").ifPresent(key::add);
    known(view, facts, "procedure", "procedure").ifPresent(key::add);
    known(view, facts, "supersedes", "decision.supersedes").ifPresent(key::add);
    key.add(new Fact(view.t("decision.document"), document(view, facts)));
    key.add(view.uri(decision));
    return key.stream().map(f -> f.orElse(view.t("unknown"))).toList();
  }

  private static Optional<Fact> known(
      View view, Map<String, List<Row>> facts, String property, String label) {
    return Optional.ofNullable(facts.get(property))
        .map(rows -> new Fact(view.t(label), StandardPage.links(view, rows)));
  }

  /** The document under its title, where both are known. */
  private static List<Link> document(View view, Map<String, List<Row>> facts) {
    List<String> titles = StandardPage.texts(facts.get("document"));
    List<Link> pages = StandardPage.webs(view, facts.get("page"));
    if (titles.size() == 1 && pages.size() == 1) {
      return List.of(new Link(titles.get(0), pages.get(0).href()));
    }
    List<Link> all = new ArrayList<>(titles.stream().map(Link::text).toList());
    all.addAll(pages);
    return all;
  }
}
