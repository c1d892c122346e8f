package nl.standaardencatalogus.server.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.HomePage;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The goals in their order, each with the projects that contribute to it and what these yield.
 *
 * @param madeUp whether there are made-up projects among them
 * @param sample whether what municipalities declare may be made up
 */
public record GoalsPage(
    Frame frame, List<Line> goals, boolean none, boolean madeUp, boolean sample) {

  /**
   * One goal.
   *
   * @param number its place in the order
   * @param standards how many standards its projects yield
   * @param uses how many times a municipality uses one of these
   */
  public record Line(
      int number, HomePage.Goal goal, List<Project> projects, int standards, int uses) {}

  static GoalsPage of(View view) {
    List<Project> projects = Project.all(view);
    String title = view.t("list.doelen");
    return new GoalsPage(
        view.frame(title, "", view.crumbs(Link.text(title)), true),
        lines(HomePage.goals(view), projects),
        projects.isEmpty(),
        projects.stream().anyMatch(Project::madeUp),
        view.overview().sample());
  }

  private static List<Line> lines(List<HomePage.Goal> goals, List<Project> projects) {
    return IntStream.range(0, goals.size())
        .mapToObj(at -> line(at + 1, goals.get(at), projects))
        .toList();
  }

  private static Line line(int number, HomePage.Goal goal, List<Project> all) {
    List<Project> projects = all.stream().filter(it -> it.goals().contains(goal.node())).toList();
    // Two projects may yield the same standard, or versions of one: it is used once.
    Map<Node, Yield> standards = new HashMap<>();
    projects.stream()
        .flatMap(it -> it.yields().stream())
        .filter(it -> it.standard() != null)
        .forEach(it -> standards.putIfAbsent(it.standard(), it));
    return new Line(
        number,
        goal,
        projects,
        standards.size(),
        standards.values().stream()
            .map(Yield::tally)
            .filter(Objects::nonNull)
            .mapToInt(tally -> tally.use())
            .sum());
  }
}
