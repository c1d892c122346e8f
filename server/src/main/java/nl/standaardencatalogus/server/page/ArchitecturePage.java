package nl.standaardencatalogus.server.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.search.Entry;
import org.apache.jena.graph.Node;

/**
 * The architecture elements, searched and filtered, as a tree or as a list.
 *
 * @param trees the layers; empty for the list
 * @param lines one page of the list; empty for the tree
 * @param forms the tree and the list; the one that is shown leads nowhere
 * @param alone how many elements are not known to be a part of another
 */
public record ArchitecturePage(
    Frame frame,
    String words,
    List<Facet.Option> kinds,
    List<Facet.Option> types,
    List<Facet.Option> layers,
    List<ArchitectureTree.Branch> trees,
    List<Line> lines,
    String form,
    List<Link> forms,
    long alone,
    List<Link> near,
    int total,
    Pager pager) {
  private static final int SIZE = 50;
  private static final String FORM = "vorm";
  private static final List<String> NARROWING = List.of("q", "soort", "type", "laag");
  private static final List<String> FORMS = List.of("boom", "lijst");

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
    String form = asked.choice(FORM, FORMS);
    boolean list = form.equals("lijst");
    ArchitectureTree tree = view.overview().tree();
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
        list
            ? List.of()
            : tree.layers(
                view,
                kept.stream().map(Element::node).collect(Collectors.toSet()),
                NARROWING.stream().anyMatch(key -> !asked.one(key).isEmpty())),
        !list
            ? List.of()
            : kept.subList(pager.from(), pager.to()).stream().map(e -> line(view, e)).toList(),
        form,
        FORMS.stream()
            .map(
                it ->
                    new Link(
                        view.t("architecture.form." + it),
                        it.equals(form) ? null : view.href(asked.with(FORM, it))))
            .toList(),
        tree.alone(),
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
