package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/**
 * Every decision, the newest first.
 *
 * @param drawing on which day each body decided; null where no day is known
 * @param undated how many have no day, and so are not in the drawing
 */
public record DecisionsPage(
    Frame frame,
    List<Facet.Option> kinds,
    List<Facet.Option> bodies,
    List<Line> decisions,
    String drawing,
    int undated) {
  private static final String KIND = "soort";
  private static final String BODY = "orgaan";

  /**
   * A decision in a list.
   *
   * @param date when it was taken; where it holds from another day, or only that is known, which
   *     day that is, in words
   * @param madeUp whether it is made up for demonstration
   */
  public record Line(
      Link decision,
      String date,
      Link body,
      String kind,
      Badge force,
      String weakness,
      boolean madeUp) {}

  static DecisionsPage of(View view, Asked asked) {
    List<Row> rows = view.questions().select("decision/list", view.snapshot().graph());
    List<Facet.Option> kinds = options(view, asked, KIND, rows, "kind");
    List<Facet.Option> bodies = options(view, asked, BODY, rows, "body");
    List<Row> chosen =
        rows.stream()
            .filter(row -> isChosen(asked.one(KIND), row.get("kind")))
            .filter(row -> isChosen(asked.one(BODY), row.get("body")))
            .toList();
    return new DecisionsPage(
        view.frame(
            view.t("decisions"),
            "besluiten",
            view.crumbs(Link.text(view.t("decisions"))),
            asked.one(KIND).isEmpty() && asked.one(BODY).isEmpty()),
        kinds,
        bodies,
        chosen.stream().map(row -> line(view, row)).toList(),
        DecisionsDrawing.of(view, chosen),
        DecisionsDrawing.undated(chosen));
  }

  private static List<Facet.Option> options(
      View view, Asked asked, String key, List<Row> rows, String variable) {
    List<Facet.Option> options =
        Choices.of(view, key, rows.stream().map(r -> r.get(variable)).toList(), asked.one(key));
    Choices.check(asked, key, options);
    return options;
  }

  private static boolean isChosen(String slug, Node thing) {
    return slug.isEmpty() || thing != null && Slugs.of(thing).equals(slug);
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

  /** The day from which it holds, which it is said to be where it is not that of the decision. */
  private static String date(View view, Row row) {
    if (!row.has("from")) {
      return view.date(row.text("decided"));
    }
    String from = view.date(row.text("from"));
    return row.text("from").equals(row.text("decided")) ? from : view.t("decision.since", from);
  }

  private static Line line(View view, Row row) {
    return new Line(
        new Link(row.text("title"), view.link(row.get("decision")).href()),
        date(view, row),
        row.has("body") ? view.link(row.get("body")) : Link.text(view.t("unknown")),
        view.concept(row.get("kind")),
        row.has("force") ? view.badge(row.get("force")) : null,
        view.weakness(row.get("confidence")),
        view.isMadeUp(row.get("decision")));
  }
}
