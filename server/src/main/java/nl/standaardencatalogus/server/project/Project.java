package nl.standaardencatalogus.server.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * One project as lists show it.
 *
 * @param goals those it contributes to, in their order
 * @param madeUp whether it is an example, made up for the demonstration
 * @param period from when to when; null where neither is known
 */
public record Project(
    Node node,
    Link project,
    List<Node> goals,
    Node phase,
    String phaseName,
    String period,
    boolean madeUp,
    List<Yield> yields,
    List<Target> targets) {

  /** All projects, by name. */
  static List<Project> all(View view) {
    Map<Node, List<Yield>> yields = Yield.all(view);
    Map<Node, List<Target>> targets = Target.all(view);
    Map<Node, Project> projects = new LinkedHashMap<>();
    for (Row row : view.questions().select("project/list", view.snapshot().graph())) {
      Node node = row.get("project");
      Project project =
          projects.computeIfAbsent(
              node,
              none ->
                  new Project(
                      node,
                      view.link(node),
                      new ArrayList<>(),
                      row.get("phase"),
                      view.concept(row.get("phase")),
                      period(view, row.text("from"), row.text("until")),
                      Boolean.parseBoolean(row.text("sample")),
                      yields.getOrDefault(node, List.of()),
                      targets.getOrDefault(node, List.of())));
      if (row.has("goal") && !project.goals().contains(row.get("goal"))) {
        project.goals().add(row.get("goal"));
      }
    }
    return projects.values().stream()
        .sorted(Comparator.comparing(it -> it.project().label().toLowerCase()))
        .toList();
  }

  /** From when to when; null where neither is known. */
  static String period(View view, String from, String until) {
    if (from != null) {
      return until == null
          ? view.t("projects.from", view.date(from))
          : view.t("projects.between", view.date(from), view.date(until));
    }
    return until == null ? null : view.t("until", view.date(until));
  }
}
