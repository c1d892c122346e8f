package nl.standaardencatalogus.server.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.search.Entry;
import org.apache.jena.graph.Node;

/** The architecture elements, searched and filtered. */
public record ArchitecturePage(
    Frame frame,
    String words,
    List<Facet.Option> kinds,
    List<Facet.Option> types,
    List<Facet.Option> layers,
    List<Line> lines,
    List<Link> near,
    int total,
    Pager pager) {
  private static final int SIZE = 50;

  /** One element. */
  public record Line(Link element, String kind, String layer, int mandatory, int recommended) {}

  static ArchitecturePage of(View view, Asked asked) {
    String words = asked.one("q");
    List<Element> all = view.overview().elements();
    List<Facet.Option> kinds =
        Choices.of(view, "soort", all.stream().map(Element::gemma).toList(), asked.one("soort"));
    List<Facet.Option> types =
        Choices.of(view, "type", all.stream().map(Element::type).toList(), asked.one("type"));
    List<Facet.Option> layers =
        Choices.of(view, "laag", all.stream().map(Element::layer).toList(), asked.one("laag"));
    Choices.check(asked, "soort", kinds);
    Choices.check(asked, "type", types);
    Choices.check(asked, "laag", layers);
    var hits =
        view.overview().search().find(words, Integer.MAX_VALUE, Set.of("ArchitectureElement"));
    List<Element> kept =
        (words.isEmpty() ? all : found(all, hits.found()))
            .stream()
                .filter(e -> is(asked.one("soort"), e.gemma()))
                .filter(e -> is(asked.one("type"), e.type()))
                .filter(e -> is(asked.one("laag"), e.layer()))
                .toList();
    Pager pager = Pager.of(view, asked, kept.size(), SIZE);
    return new ArchitecturePage(
        view.frame(
            view.t("architecture"),
            "architectuur",
            view.crumbs(Link.text(view.t("architecture"))),
            view.query().isEmpty()),
        words,
        kinds,
        types,
        layers,
        kept.subList(pager.from(), pager.to()).stream().map(e -> line(view, e)).toList(),
        hits.near().stream().map(e -> view.link(e.thing())).toList(),
        all.size(),
        pager);
  }

  private static boolean is(String chosen, Node value) {
    return chosen.isEmpty() || Slugs.of(value).equals(chosen);
  }

  private static List<Element> found(List<Element> all, List<Entry> entries) {
    Map<Node, Element> byNode = new HashMap<>();
    all.forEach(e -> byNode.put(e.node(), e));
    Map<Node, Element> found = new LinkedHashMap<>();
    entries.stream()
        .filter(e -> byNode.containsKey(e.thing()))
        .forEach(e -> found.put(e.thing(), byNode.get(e.thing())));
    return List.copyOf(found.values());
  }

  private static Line line(View view, Element element) {
    Node kind = element.gemma() == null ? element.type() : element.gemma();
    return new Line(
        new Link(element.title(), view.link(element.node()).href()),
        view.concept(kind),
        view.concept(element.layer()),
        element.mandatory(),
        element.recommended());
  }
}
