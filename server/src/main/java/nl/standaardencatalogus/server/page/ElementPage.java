package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;

/** One architecture element: the standards it has to carry, and what it goes with. */
public record ElementPage(
    Frame frame,
    String name,
    List<Badge> kinds,
    List<Standard> mandatory,
    List<Standard> recommended,
    List<Standard> others,
    Link tender,
    String graph,
    List<Relations.Group> relations,
    List<Fact> facts,
    List<Link> downloads,
    List<Earlier> revisions,
    List<String> sources,
    String weakness) {

  /** A standard that the element carries, with its own status. */
  public record Standard(Link standard, List<Badge> badges, String weakness) {}

  static ElementPage of(View view, Element element) {
    Map<String, List<Row>> facts = view.facts("architecture/facts", "element", element.node());
    Relations relations = Relations.of(view, element.node());
    Relations applied = relations.only("appliesTo");
    Relations related = relations.without("appliesTo");
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
        standards(view, applied.qualified("verplicht")),
        standards(view, applied.qualified("aanbevolen")),
        standards(view, applied.unqualified()),
        tender(view, element),
        graph(view, element, name, applied, related),
        related.groups(),
        keyFacts(view, facts, element),
        View.data(element.node()),
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

  private static List<Standard> standards(View view, Relations applied) {
    return applied.lines().stream()
        .map(
            line -> {
              StandardSummary standard = view.overview().byStandard().get(line.node());
              return new Standard(
                  line.other(),
                  standard == null ? List.of() : StandardsPage.badges(view, standard),
                  line.weakness());
            })
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
