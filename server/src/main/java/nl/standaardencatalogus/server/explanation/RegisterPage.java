package nl.standaardencatalogus.server.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Facet;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Pager;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The explanations that hold, those whose day of review is over first, and how many municipalities
 * neither use a standard that binds them nor explain why.
 *
 * @param total how many explanations hold
 * @param overdue how many of those are to be looked at again
 * @param found how many are asked for
 * @param query of what is asked for, with its question mark; empty for all
 */
public record RegisterPage(
    Frame frame,
    int total,
    int overdue,
    int found,
    List<Facet.Option> standards,
    List<Facet.Option> grounds,
    List<Facet.Option> provinces,
    boolean onlyOverdue,
    List<Line> lines,
    Pager pager,
    String query,
    List<Silent> silent,
    boolean sample) {
  private static final String STANDARD = "standaard";
  private static final String GROUND = "grond";
  private static final String PROVINCE = "provincie";
  private static final String STATE = "toon";
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
   * @param said how many say that they do not use it, without saying why
   * @param silent how many say nothing
   */
  public record Silent(Link standard, int explained, int overdue, int said, int silent, int all) {}

  /** Of all that hold those that an address asks for. */
  static List<Explained> chosen(View view, List<Explained> all, Asked asked) {
    String standard = one(asked, STANDARD, all, it -> it.standard().slug());
    String ground = one(asked, GROUND, all, it -> Slugs.of(it.ground()));
    String province = one(asked, PROVINCE, all, it -> Slugs.of(it.municipality().province()));
    boolean overdue = asked.choice(STATE, List.of("alles", "verlopen")).equals("verlopen");
    return all.stream()
        .filter(it -> standard.isEmpty() || it.standard().slug().equals(standard))
        .filter(it -> ground.isEmpty() || Slugs.of(it.ground()).equals(ground))
        .filter(it -> province.isEmpty() || Slugs.of(it.municipality().province()).equals(province))
        .filter(it -> !overdue || it.overdue())
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
        (int) all.stream().filter(Explained::overdue).count(),
        chosen.size(),
        options(view, asked, STANDARD, all, it -> it.standard().node()),
        options(view, asked, GROUND, all, Explained::ground),
        options(view, asked, PROVINCE, all, it -> it.municipality().province()),
        asked.one(STATE).equals("verlopen"),
        chosen.subList(pager.from(), pager.to()).stream().map(it -> line(view, it)).toList(),
        pager,
        address.contains("?") ? address.substring(address.indexOf('?')) : "",
        silent(view, all),
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

  private static List<Silent> silent(View view, List<Explained> all) {
    return view.overview().standards().stream()
        .filter(it -> it.bound().filter(bound -> bound.weight() >= 2).isPresent())
        .map(it -> silent(view, it, all))
        .sorted(Comparator.comparing((Silent it) -> -it.said() - it.overdue() - it.silent()))
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
    return new Silent(
        view.link(standard.node()),
        standard.tally().deviating() - overdue,
        overdue,
        standard.tally().of(Stage.NOT),
        standard.tally().of(Stage.NONE),
        standard.tally().total());
  }
}
