package nl.standaardencatalogus.server.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Facet;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Held;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.Pager;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.Tally;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The explanations that hold, those whose day of review is over first, and how many municipalities
 * neither use a standard that binds them nor explain why.
 *
 * @param total how many explanations hold
 * @param overdue how many of those are to be looked at again
 * @param found how many are asked for
 * @param own what a municipality leaves unexplained; null where none is asked for
 * @param query of what is asked for, with its question mark; empty for all
 */
public record RegisterPage(
    Frame frame,
    int total,
    int overdue,
    int found,
    List<Facet.Option> municipalities,
    List<Facet.Option> standards,
    List<Facet.Option> grounds,
    List<Facet.Option> provinces,
    String state,
    List<Line> lines,
    Pager pager,
    String query,
    List<Silent> silent,
    Own own,
    boolean sample) {
  private static final String MUNICIPALITY = "gemeente";
  private static final String STANDARD = "standaard";
  private static final String GROUND = "grond";
  private static final String PROVINCE = "provincie";
  private static final String STATE = "toon";
  private static final List<String> STATES = List.of("alles", "geldig", "verlopen");
  private static final int SIZE = 100;

  /** One explanation. */
  public record Line(
      Link municipality,
      Link standard,
      String ground,
      String text,
      String from,
      String review,
      boolean overdue,
      Link declaration) {}

  /**
   * A standard that binds municipalities.
   *
   * @param explained how many explain why not
   * @param overdue how many do so, and were to look at that again
   * @param said how many say that they do not use it, without saying why; who says that it does not
   *     apply is not one of them
   * @param silent how many say nothing
   */
  public record Silent(
      Link standard, Count explained, Count overdue, Count said, Count silent, int all) {}

  /** How many municipalities, and where those are named. */
  public record Count(int number, String href) {}

  /** The standards that bind a municipality, that it does not use and does not explain. */
  public record Own(String municipality, String report, List<Unexplained> lines) {}

  /** A standard, and what is said of it, in words. */
  public record Unexplained(Link standard, String what) {}

  /** Of all that hold those that an address asks for. */
  static List<Explained> chosen(View view, List<Explained> all, Asked asked) {
    String municipality = asked.one(MUNICIPALITY);
    if (!municipality.isEmpty()) {
      asked.check(
          MUNICIPALITY,
          municipality,
          view.overview().municipalities().stream().map(Municipality::code).toList());
    }
    String standard = one(asked, STANDARD, all, it -> it.standard().slug());
    String ground = one(asked, GROUND, all, it -> Slugs.of(it.ground()));
    String province = one(asked, PROVINCE, all, it -> Slugs.of(it.municipality().province()));
    String state = asked.choice(STATE, STATES);
    return all.stream()
        .filter(it -> municipality.isEmpty() || it.municipality().code().equals(municipality))
        .filter(it -> standard.isEmpty() || it.standard().slug().equals(standard))
        .filter(it -> ground.isEmpty() || Slugs.of(it.ground()).equals(ground))
        .filter(it -> province.isEmpty() || Slugs.of(it.municipality().province()).equals(province))
        .filter(it -> state.equals(STATES.get(0)) || it.overdue() == state.equals("verlopen"))
        .toList();
  }

  private static String one(
      Asked asked, String key, List<Explained> all, Function<Explained, String> slug) {
    String value = asked.one(key);
    if (!value.isEmpty()) {
      asked.check(key, value, all.stream().map(slug).distinct().toList());
    }
    return value;
  }

  static RegisterPage of(View view, Asked asked) {
    List<Explained> all = Explained.of(view);
    List<Explained> chosen = chosen(view, all, asked);
    Pager pager = Pager.of(view, asked, chosen.size(), SIZE);
    String title = view.t("register.title");
    String address = asked.with("p", "");
    return new RegisterPage(
        view.frame(title, "", view.crumbs(Link.text(title)), !address.contains("?")),
        all.size(),
        (int) chosen.stream().filter(Explained::overdue).count(),
        chosen.size(),
        municipalities(view, asked),
        options(view, asked, STANDARD, all, it -> it.standard().node()),
        options(view, asked, GROUND, all, Explained::ground),
        options(view, asked, PROVINCE, all, it -> it.municipality().province()),
        asked.one(STATE),
        chosen.subList(pager.from(), pager.to()).stream().map(it -> line(view, it)).toList(),
        pager,
        address.contains("?") ? address.substring(address.indexOf('?')) : "",
        asked.one(MUNICIPALITY).isEmpty() ? silent(view, all) : List.of(),
        own(view, asked, all),
        view.overview().sample());
  }

  private static List<Facet.Option> options(
      View view, Asked asked, String key, List<Explained> all, Function<Explained, Node> thing) {
    return all.stream()
        .map(thing)
        .filter(it -> it != null)
        .distinct()
        .map(
            it ->
                new Facet.Option(
                    key + "-" + Slugs.of(it),
                    Slugs.of(it),
                    view.name(it),
                    0,
                    Slugs.of(it).equals(asked.one(key))))
        .sorted(Comparator.comparing(option -> option.label().toLowerCase()))
        .toList();
  }

  private static List<Facet.Option> municipalities(View view, Asked asked) {
    return view.overview().municipalities().stream()
        .map(
            it ->
                new Facet.Option(
                    MUNICIPALITY + "-" + it.code(),
                    it.code(),
                    it.name(),
                    0,
                    it.code().equals(asked.one(MUNICIPALITY))))
        .toList();
  }

  private static Own own(View view, Asked asked, List<Explained> all) {
    return view.overview().municipalities().stream()
        .filter(it -> it.code().equals(asked.one(MUNICIPALITY)))
        .findFirst()
        .map(
            it ->
                new Own(
                    it.name(),
                    view.href("/gemeenten/" + it.code() + "/geldt?toon=open"),
                    binding(view)
                        .flatMap(standard -> unexplained(view, standard, it, all))
                        .toList()))
        .orElse(null);
  }

  private static Stream<Unexplained> unexplained(
      View view, StandardSummary standard, Municipality municipality, List<Explained> all) {
    Held held = standard.held().get(municipality.node());
    Stage stage = held == null ? Stage.NONE : held.stage();
    Stream<String> keys =
        switch (stage) {
          case NONE -> Stream.of("register.silent.nothing");
          case NOT ->
              Stream.of(held.unexplained() ? "register.silent.said" : "verdict.not-applicable");
          case DEVIATE ->
              all.stream()
                  .filter(it -> it.overdue() && it.standard().node().equals(standard.node()))
                  .filter(it -> it.municipality().node().equals(municipality.node()))
                  .map(it -> "verdict.expired")
                  .distinct();
          default -> Stream.empty();
        };
    return keys.map(key -> new Unexplained(view.link(standard.node()), view.t(key)));
  }

  private static Stream<StandardSummary> binding(View view) {
    return view.overview().standards().stream().filter(it -> it.binds());
  }

  private static Line line(View view, Explained explained) {
    return new Line(
        new Link(
            explained.municipality().name(),
            view.href("/gemeenten/" + explained.municipality().code())),
        view.link(explained.standard().node()),
        view.name(explained.ground()),
        explained.text(),
        view.date(explained.from()),
        view.date(explained.review()),
        explained.overdue(),
        view.link(explained.declaration()));
  }

  private static int unexplained(View view, StandardSummary standard) {
    return (int)
        view.overview().municipalities().stream()
            .map(it -> standard.held().get(it.node()))
            .filter(held -> held != null && held.unexplained())
            .count();
  }

  private static List<Silent> silent(View view, List<Explained> all) {
    return binding(view)
        .map(it -> silent(view, it, all))
        .sorted(
            Comparator.comparing(
                (Silent it) -> -it.said().number() - it.overdue().number() - it.silent().number()))
        .toList();
  }

  private static Silent silent(View view, StandardSummary standard, List<Explained> all) {
    int overdue =
        (int)
            all.stream()
                .filter(it -> it.overdue() && it.standard().node().equals(standard.node()))
                .map(it -> it.municipality().node())
                .distinct()
                .count();
    Tally tally = standard.tally();
    String uptake = "/standaarden/" + standard.slug() + "/invoering?fase=";
    String register = "/leg-uit?" + STANDARD + "=" + standard.slug();
    return new Silent(
        view.link(standard.node()),
        new Count(tally.deviating() - overdue, view.href(register + "&" + STATE + "=geldig")),
        new Count(overdue, view.href(register + "&" + STATE + "=verlopen")),
        new Count(unexplained(view, standard), view.href(uptake + "unexplained")),
        new Count(tally.of(Stage.NONE), view.href(uptake + "none")),
        tally.total());
  }
}
