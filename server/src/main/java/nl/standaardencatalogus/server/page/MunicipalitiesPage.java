package nl.standaardencatalogus.server.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.standaardencatalogus.catalogue.search.Entry;
import org.apache.jena.graph.Node;

/**
 * The municipalities, with how much each declared.
 *
 * @param map how much of what holds each uses; null where no outlines are known
 * @param unmapped how many of the day are not on the map, as only outlines of today are known
 */
public record MunicipalitiesPage(
    Frame frame,
    String words,
    List<Facet.Option> provinces,
    List<Facet.Option> sizes,
    List<Facet.Option> orders,
    List<Line> lines,
    List<Link> former,
    List<Link> near,
    int total,
    String map,
    int unmapped,
    List<Share> legend,
    boolean sample) {
  private static final String SIZE = "grootte";
  private static final String ORDER = "sorteer";
  private static final List<String> ORDERS = List.of("naam", "inwoners", "gebruik");

  /** The colours of the map, from which part of what holds a municipality uses. */
  private static final List<Stage> SHADES =
      List.of(Stage.NONE, Stage.EXPLORE, Stage.PLAN, Stage.DOING, Stage.USE);

  /** A colour of the map, and what it stands for. */
  public record Share(String css, String label) {}

  /** One municipality. */
  public record Line(
      Link municipality,
      String code,
      String province,
      String population,
      int inhabitants,
      int used,
      Tally tally) {}

  static MunicipalitiesPage of(View view, Asked asked) {
    String words = asked.one("q");
    String province = asked.one("provincie");
    List<Facet.Option> provinces = Choices.provinces(view, province);
    Choices.check(asked, "provincie", provinces);
    String size = asked.one(SIZE);
    List<Facet.Option> sizes =
        Choices.of(
            SIZE,
            IntStream.range(0, Municipality.CLASSES).mapToObj(String::valueOf).toList(),
            size,
            it -> view.t("peers.size." + it));
    Choices.check(asked, SIZE, sizes);
    var hits =
        view.overview()
            .search()
            .find(words, Integer.MAX_VALUE, Set.of("Municipality", "FormerMunicipality"));
    Set<Node> found = hits.found().stream().map(Entry::thing).collect(Collectors.toSet());
    List<StandardSummary> bound =
        view.overview().standards().stream().filter(StandardSummary::binds).toList();
    Map<Node, Integer> used = used(view);
    String order = asked.choice(ORDER, ORDERS);
    List<Line> lines =
        view.overview().municipalities().stream()
            .filter(m -> words.isEmpty() || found.contains(m.node()))
            .filter(m -> province.isEmpty() || in(m, province))
            .filter(m -> size.isEmpty() || String.valueOf(m.size()).equals(size))
            .map(m -> line(view, m, bound, used.getOrDefault(m.node(), 0)))
            .sorted(by(order))
            .toList();
    Map<String, Line> shown =
        lines.stream().collect(Collectors.toMap(Line::code, Function.identity()));
    return new MunicipalitiesPage(
        view.frame(
            view.t("municipalities"),
            "gemeenten",
            view.crumbs(Link.text(view.t("municipalities"))),
            asked.with("op", "").indexOf('?') < 0),
        words,
        provinces,
        sizes,
        Choices.of(ORDER, ORDERS, order, it -> view.t("municipalities.order." + it)),
        lines,
        hits.found().stream()
            .filter(e -> e.kind().equals("FormerMunicipality"))
            .filter(e -> !view.overview().byMunicipality().containsKey(e.thing()))
            .map(e -> view.link(e.thing()))
            .toList(),
        hits.near().stream().map(e -> view.link(e.thing())).toList(),
        view.overview().municipalities().size(),
        map(view, shown),
        Choropleth.unmapped(view),
        legend(view),
        view.overview().sample());
  }

  private static Comparator<Line> by(String order) {
    return switch (order) {
      case "inwoners" -> Comparator.comparing(it -> -it.inhabitants());
      case "gebruik" -> Comparator.comparing(it -> -it.tally().use());
      // As they come.
      default -> (one, other) -> 0;
    };
  }

  private static String map(View view, Map<String, Line> shown) {
    return Choropleth.draw(
        view,
        "kaart",
        view.t("municipalities.map"),
        view.t("municipalities.map.text"),
        municipality -> {
          Line line = shown.get(municipality.code());
          return line == null
              ? new Choropleth.Area(Stage.NONE.css(), view.t("municipalities.left"))
              : new Choropleth.Area(
                  shade(line.tally()).css(),
                  view.t("of", line.tally().use(), line.tally().total()));
        });
  }

  /** None, up to a quarter, to a half, to three quarters, and more. */
  private static Stage shade(Tally tally) {
    if (tally.use() == 0) {
      return SHADES.get(0);
    }
    return SHADES.get(Math.min(4, 1 + 4 * tally.use() / Math.max(1, tally.total())));
  }

  private static List<Share> legend(View view) {
    return IntStream.range(0, SHADES.size())
        .mapToObj(i -> new Share(SHADES.get(i).css(), view.t("municipalities.share." + i)))
        .toList();
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
        m.population() == null ? 0 : m.population(),
        used,
        tally);
  }
}
