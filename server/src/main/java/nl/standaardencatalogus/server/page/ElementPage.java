package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/**
 * One architecture element: the standards it has to carry, and what it goes with.
 *
 * @param until the last day on which it was in the architecture; null while it is
 * @param ways from the layer down to what it is a part of; more than one where it is a part of more
 * @param served what it serves and realises, and what serves and realises it
 * @param work whether a process or a function is among that
 * @param sharing the elements that have to carry most of the same standards
 */
public record ElementPage(
    Frame frame,
    String name,
    List<Badge> kinds,
    String until,
    List<Standard> mandatory,
    List<Standard> recommended,
    List<Standard> others,
    Link tender,
    List<List<Link>> ways,
    List<Relations.Group> served,
    boolean work,
    List<Sharing> sharing,
    String graph,
    List<Relations.Group> relations,
    List<Fact> facts,
    List<Link> downloads,
    List<Earlier> revisions,
    List<String> sources,
    String weakness) {

  private static final int MOST_VERSIONS = 6;
  private static final int MOST_SHARING = 12;
  private static final Set<String> WORK = Set.of("business-process", "business-function");

  /**
   * A standard that the element carries, with its own status.
   *
   * @param versions those that have not ended, the newest first
   * @param older how many there are besides
   */
  public record Standard(
      Link standard, List<Badge> badges, String weakness, List<Version> versions, int older) {}

  /**
   * A version that has not ended.
   *
   * @param end the day on which its support ends; null when not known
   */
  public record Version(Link version, String end, boolean coming) {}

  /** Another element, and how many standards both have to carry. */
  public record Sharing(Link element, int standards) {}

  static ElementPage of(View view, Element element) {
    Map<String, List<Row>> facts = view.facts("architecture/facts", "element", element.node());
    Relations relations = Relations.of(view, element.node());
    Relations applied = relations.only("appliesTo");
    Relations related = relations.without("appliesTo");
    Relations served = relations.only("serves").and(relations.only("realises"));
    Map<Node, List<Row>> versions = versions(view, element.node());
    String name = view.name(element.node());
    List<Badge> kinds = new ArrayList<>();
    if (element.gemma() != null) {
      kinds.add(new Badge(view.name(element.gemma()), ""));
    }
    if (element.type() != null) {
      kinds.add(new Badge(view.name(element.type()), ""));
    }
    return new ElementPage(
        view.frame(
            name,
            "architectuur",
            view.crumbs(view.section("architecture", "/architectuur"), Link.text(name)),
            true,
            element.node()),
        name,
        kinds,
        element.until() == null ? null : view.date(element.until()),
        standards(view, applied.qualified("verplicht"), versions),
        standards(view, applied.qualified("aanbevolen"), versions),
        standards(view, applied.unqualified(), versions),
        tender(view, element),
        view.overview().tree().ways(view, element),
        served.groups(),
        served.out(true).lines().stream()
            .map(it -> view.overview().byElement().get(it.node()))
            .anyMatch(it -> it != null && WORK.contains(Slugs.of(it.type()))),
        sharing(view, element.node()),
        graph(view, element, name, applied, related),
        related.without("serves").without("realises").groups(),
        keyFacts(view, facts, element),
        view.downloads(element.node()),
        view.revisions(element.node()),
        StandardPage.texts(facts.get("source")),
        facts.containsKey("confidence")
            ? view.weakness(facts.get("confidence").get(0).get("value"))
            : null);
  }

  private static Link tender(View view, Element element) {
    return element.mandatory() + element.recommended() == 0
        ? null
        : new Link(
            view.t("tender.title"),
            view.href("/aanbesteding?component=" + Slugs.of(element.node())));
  }

  private static Map<Node, List<Row>> versions(View view, Node element) {
    Map<Node, List<Row>> versions = new HashMap<>();
    for (Row row : view.ask("architecture/versions", "element", element)) {
      versions.computeIfAbsent(row.get("standard"), none -> new ArrayList<>()).add(row);
    }
    return versions;
  }

  private static List<Standard> standards(
      View view, Relations applied, Map<Node, List<Row>> known) {
    return applied.lines().stream()
        .map(
            line -> {
              StandardSummary standard = view.overview().byStandard().get(line.node());
              List<Version> versions = versions(view, known.getOrDefault(line.node(), List.of()));
              return new Standard(
                  line.other(),
                  standard == null ? List.of() : StandardsPage.badges(view, standard),
                  line.weakness(),
                  versions.stream().limit(MOST_VERSIONS).toList(),
                  Math.max(0, versions.size() - MOST_VERSIONS));
            })
        .toList();
  }

  private static List<Version> versions(View view, List<Row> rows) {
    return VersionLine.of(view, rows).stream()
        .filter(it -> !it.life().ended())
        .map(
            it ->
                new Version(
                    it.version(),
                    it.ends() == null ? null : it.end(),
                    it.life() == VersionLife.COMING))
        .toList();
  }

  private static List<Sharing> sharing(View view, Node element) {
    Map<Node, Integer> shared = new HashMap<>();
    view.overview().standards().stream()
        .map(StandardSummary::obliged)
        .filter(it -> it.contains(element))
        .forEach(it -> it.forEach(other -> shared.merge(other, 1, Integer::sum)));
    shared.remove(element);
    return shared.entrySet().stream()
        .map(it -> new Sharing(view.link(it.getKey()), it.getValue()))
        .sorted(
            Comparator.comparing((Sharing it) -> -it.standards())
                .thenComparing(it -> it.element().label().toLowerCase()))
        .limit(MOST_SHARING)
        .toList();
  }

  private static String graph(
      View view, Element element, String name, Relations applied, Relations related) {
    List<NeighbourGraph.Group> right = new ArrayList<>(related.out(false).drawn());
    Relations mandatory = applied.qualified("verplicht");
    List<NeighbourGraph.Group> left = new ArrayList<>(related.out(true).drawn());
    if (!mandatory.isEmpty()) {
      left.add(mandatory.drawn(view.t("component.mandatory"), NeighbourGraph.Direction.IN));
    }
    String kind =
        view.concept(element.gemma() == null ? element.type() : element.gemma())
            .toLowerCase(view.language().locale());
    return NeighbourGraph.draw(view, name, kind, left, right);
  }

  private static List<Fact> keyFacts(View view, Map<String, List<Row>> facts, Element element) {
    List<Fact> key = new ArrayList<>();
    key.add(
        new Fact(view.t("architecture.type"), StandardPage.links(view, facts.get("gemmaType"))));
    key.add(new Fact(view.t("component.archimate"), StandardPage.links(view, facts.get("type"))));
    key.add(new Fact(view.t("component.layer"), StandardPage.links(view, facts.get("layer"))));
    key.add(new Fact(view.t("component.status"), StandardPage.links(view, facts.get("status"))));
    key.add(
        new Fact(
            view.t("component.bbn"),
            StandardPage.texts(facts.get("bbn")).stream().map(Link::text).toList()));
    key.add(
        new Fact(
            view.t("component.gemma"),
            StandardPage.texts(facts.get("page")).stream().map(view::web).toList()));
    key.add(view.uri(element.node()));
    key.add(
        new Fact(
            view.t("fact.gemma"),
            StandardPage.texts(facts.get("gemma")).stream().map(Link::text).toList()));
    return key.stream().map(f -> f.orElse(view.t("unknown"))).toList();
  }
}
