package nl.standaardencatalogus.server.roadmap;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Facet;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The road map: which versions come and end, and which decisions take effect, by theme.
 *
 * @param coming whether only what is still to come is asked for
 * @param drawing null where there is nothing to draw
 * @param query what the files have to be asked for
 */
public record RoadmapPage(
    Frame frame,
    List<Facet.Option> themes,
    List<Facet.Option> maintainers,
    List<Facet.Option> from,
    List<Facet.Option> until,
    String first,
    String last,
    boolean coming,
    String drawing,
    List<Line> lines,
    String query) {

  /** A day on which something happens; who decided is told of a decision, else who maintains. */
  public record Line(
      String date,
      boolean coming,
      String what,
      Link thing,
      List<Link> standards,
      List<Link> themes,
      List<Link> by,
      String weakness) {}

  static RoadmapPage of(View view, Asked asked) {
    Plan plan = Plan.of(view, asked);
    List<Milestone> chosen = plan.chosen(view);
    String title = view.t("roadmap.title");
    String address = asked.with("p", "");
    boolean whole = !address.contains("?");
    return new RoadmapPage(
        view.frame(title, "", view.crumbs(Link.text(title)), whole),
        options(view, plan, Plan.THEME, plan.theme(), Milestone::themes),
        options(view, plan, Plan.MAINTAINER, plan.maintainer(), Milestone::maintainers),
        plan.years(view, asked, Plan.FROM),
        plan.years(view, asked, Plan.UNTIL),
        String.valueOf(plan.first()),
        String.valueOf(plan.last()),
        plan.coming(),
        RoadmapDrawing.of(view, plan, chosen),
        chosen.stream().map(it -> line(view, it)).toList(),
        whole ? "" : address.substring(address.indexOf('?')));
  }

  private static List<Facet.Option> options(
      View view, Plan plan, String key, String chosen, Function<Milestone, List<Node>> things) {
    return plan.all().stream()
        .map(things)
        .flatMap(Collection::stream)
        .distinct()
        .map(
            it ->
                new Facet.Option(
                    key + "-" + Slugs.of(it),
                    Slugs.of(it),
                    view.name(it),
                    0,
                    Slugs.of(it).equals(chosen)))
        .sorted(Comparator.comparing(it -> it.label().toLowerCase()))
        .toList();
  }

  private static Line line(View view, Milestone it) {
    List<Node> by =
        it.kind().isOfVersion() ? it.maintainers() : it.by() == null ? List.of() : List.of(it.by());
    return new Line(
        view.date(it.date()),
        it.isAfter(view.day()),
        view.t(it.kind().key()),
        new Link(
            it.kind().isOfVersion() ? view.name(it.thing()) : it.label(),
            view.link(it.thing()).href()),
        it.standards().stream().map(StandardSummary::node).map(view::link).toList(),
        it.themes().stream()
            .map(
                theme ->
                    new Link(view.name(theme), view.href("/standaarden?thema=" + Slugs.of(theme))))
            .toList(),
        by.stream().map(view::link).toList(),
        view.weakness(it.confidence()));
  }
}
