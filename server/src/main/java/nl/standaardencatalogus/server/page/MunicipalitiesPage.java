package nl.standaardencatalogus.server.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.search.Entry;
import org.apache.jena.graph.Node;

/** The municipalities, with how much each declared. */
public record MunicipalitiesPage(
    Frame frame,
    String words,
    List<Facet.Option> provinces,
    List<Line> lines,
    List<Link> former,
    List<Link> near,
    int total,
    boolean sample) {

  /** One municipality. */
  public record Line(
      Link municipality, String code, String province, String population, int used, Tally tally) {}

  static MunicipalitiesPage of(View view, Asked asked) {
    String words = asked.one("q");
    String province = asked.one("provincie");
    List<Facet.Option> provinces = Choices.provinces(view, province);
    Choices.check(asked, "provincie", provinces);
    var hits =
        view.overview()
            .search()
            .find(words, Integer.MAX_VALUE, Set.of("Municipality", "FormerMunicipality"));
    Set<Node> found = hits.found().stream().map(Entry::thing).collect(Collectors.toSet());
    List<StandardSummary> bound =
        view.overview().standards().stream().filter(s -> s.bound().isPresent()).toList();
    Map<Node, Integer> used = used(view);
    return new MunicipalitiesPage(
        view.frame(
            view.t("municipalities"),
            "gemeenten",
            view.crumbs(Link.text(view.t("municipalities"))),
            words.isEmpty() && province.isEmpty()),
        words,
        provinces,
        view.overview().municipalities().stream()
            .filter(m -> words.isEmpty() || found.contains(m.node()))
            .filter(m -> province.isEmpty() || in(m, province))
            .map(m -> line(view, m, bound, used.getOrDefault(m.node(), 0)))
            .toList(),
        hits.found().stream()
            .filter(e -> e.kind().equals("FormerMunicipality"))
            .map(e -> view.link(e.thing()))
            .toList(),
        hits.near().stream().map(e -> view.link(e.thing())).toList(),
        view.overview().municipalities().size(),
        view.overview().sample());
  }

  private static boolean in(Municipality municipality, String province) {
    return municipality.province() != null && Slugs.of(municipality.province()).equals(province);
  }

  /** How many standards each municipality uses. */
  private static Map<Node, Integer> used(View view) {
    Map<Node, Integer> used = new HashMap<>();
    for (StandardSummary standard : view.overview().standards()) {
      standard
          .held()
          .forEach(
              (municipality, held) -> {
                if (held.stage() == Stage.USE) {
                  used.merge(municipality, 1, Integer::sum);
                }
              });
    }
    return used;
  }

  private static Line line(View view, Municipality m, List<StandardSummary> bound, int used) {
    Tally tally = new Tally();
    bound.forEach(s -> tally.add(StandardPage.stage(s, m)));
    return new Line(
        new Link(m.name(), view.href("/gemeenten/" + m.code())),
        m.code(),
        m.province() == null ? view.t("unknown") : view.name(m.province()),
        m.population() == null ? view.t("unknown") : view.texts().number(m.population()),
        used,
        tally);
  }
}
