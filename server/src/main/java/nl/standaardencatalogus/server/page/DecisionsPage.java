package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/** Every decision, the newest first. */
public record DecisionsPage(Frame frame, List<Facet.Option> kinds, List<Line> decisions) {
  /** A decision in a list. */
  public record Line(
      Link decision, String date, Link body, String kind, Badge force, String weakness) {}

  static DecisionsPage of(View view, Asked asked) {
    List<Row> rows = view.questions().select("decision/list", view.snapshot().graph());
    String chosen = asked.one("soort");
    List<Facet.Option> kinds =
        Choices.of(view, "soort", rows.stream().map(r -> r.get("kind")).toList(), chosen);
    Choices.check(asked, "soort", kinds);
    return new DecisionsPage(
        view.frame(
            view.t("decisions"),
            "besluiten",
            view.crumbs(Link.text(view.t("decisions"))),
            chosen.isEmpty()),
        kinds,
        rows.stream()
            .filter(r -> chosen.isEmpty() || Slugs.of(r.get("kind")).equals(chosen))
            .map(r -> line(view, r))
            .toList());
  }

  static List<Line> lines(View view) {
    return view.questions().select("decision/list", view.snapshot().graph()).stream()
        .map(row -> line(view, row))
        .toList();
  }

  /** The decisions on one standard, its family or a version of it, the newest first. */
  static List<Line> on(View view, Node standard) {
    Set<Node> own =
        view.ask("decision/of-standard", "standard", standard).stream()
            .map(r -> r.get("decision"))
            .collect(Collectors.toSet());
    return view.questions().select("decision/list", view.snapshot().graph()).stream()
        .filter(r -> own.contains(r.get("decision")))
        .map(r -> line(view, r))
        .toList();
  }

  private static Line line(View view, Row row) {
    return new Line(
        new Link(row.text("title"), view.link(row.get("decision")).href()),
        view.date(row.has("from") ? row.text("from") : row.text("decided")),
        row.has("body") ? view.link(row.get("body")) : Link.text(view.t("unknown")),
        view.concept(row.get("kind")),
        row.has("force") ? view.badge(row.get("force")) : null,
        view.weakness(row.get("confidence")));
  }
}
