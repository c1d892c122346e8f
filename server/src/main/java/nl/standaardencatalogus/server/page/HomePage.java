package nl.standaardencatalogus.server.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/**
 * The first page: what there is, what was decided, what changed and what ends soon.
 *
 * @param applied how many times a municipality has a standard in production that was established
 * @param established how many were, so that every municipality has to apply them or explain
 */
public record HomePage(
    Frame frame,
    int standards,
    int bound,
    String boundHref,
    int inForce,
    int municipalities,
    int declared,
    int applied,
    int established,
    String date,
    List<DecisionsPage.Line> decisions,
    List<Change> changes,
    List<Ending> ending,
    List<StandardsPage.Result> mostUsed,
    List<Goal> goals,
    boolean sample) {

  /** A goal that municipalities have together. */
  public record Goal(Node node, Link goal, String description) {}

  static HomePage of(View view) {
    Overview overview = view.overview();
    long declared =
        overview.municipalities().stream()
            .map(Municipality::node)
            .filter(m -> declares(overview, m))
            .count();
    return new HomePage(
        view.frame(view.t("home.title"), "", List.of(Link.text(view.t("home"))), true),
        overview.standards().size(),
        (int) established(overview).count(),
        view.href(bound(overview)),
        (int)
            overview.standards().stream()
                .filter(
                    s ->
                        s.on("levensfase").stream()
                            .anyMatch(p -> Slugs.of(p.value()).equals("in-gebruik")))
                .count(),
        overview.municipalities().size(),
        (int) declared,
        established(overview).mapToInt(s -> s.tally().use()).sum(),
        (int) established(overview).count(),
        view.date(
            view.op() == null
                ? view.snapshot().recorded().atZone(View.ZONE).toLocalDate().toString()
                : view.day()),
        DecisionsPage.lines(view).stream().limit(5).toList(),
        Change.latest(view, 8),
        Ending.soon(view),
        overview.standards().stream()
            .filter(s -> s.tally().use() > 0)
            .sorted((a, b) -> b.tally().use() - a.tally().use())
            .limit(5)
            .map(s -> StandardsPage.result(view, s))
            .toList(),
        goals(view),
        overview.sample());
  }

  private static Stream<StandardSummary> established(Overview overview) {
    return overview.standards().stream().filter(s -> s.binds());
  }

  /** The goals in their order, in the page's language where they have it. */
  public static List<Goal> goals(View view) {
    Map<Node, Goal> goals = new LinkedHashMap<>();
    for (Row row : view.questions().select("goal/list", view.snapshot().graph())) {
      Node goal = row.get("goal");
      Goal read = new Goal(goal, view.link(goal), row.text("description"));
      if (row.get("title").getLiteralLanguage().equals(view.language().tag())) {
        goals.put(goal, read);
      } else {
        goals.putIfAbsent(goal, read);
      }
    }
    return List.copyOf(goals.values());
  }

  private static String bound(Overview overview) {
    return established(overview)
        .flatMap(s -> s.bound().stream())
        .map(b -> "vng=" + b.force())
        .distinct()
        .sorted()
        .collect(Collectors.joining("&", "/standaarden?", ""));
  }

  private static boolean declares(Overview overview, Node municipality) {
    return overview.standards().stream().anyMatch(s -> s.held().containsKey(municipality));
  }
}
