package nl.standaardencatalogus.server.project;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.RecordPage;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * One project: which goals it serves, what it yields and who uses that, who takes part and what
 * pays for it.
 *
 * @param record all that is recorded of it
 * @param phaseMeaning what its phase means; null where the code list does not say
 * @param stages the phases that it was in, with their dates
 * @param amounts by year and fund, a table for each currency
 * @param sample whether what municipalities declare may be made up
 */
public record ProjectPage(
    RecordPage record,
    Project project,
    String phaseMeaning,
    List<Link> goals,
    List<Phase> stages,
    List<Link> participants,
    List<Amounts> amounts,
    List<Advice> advices,
    List<FundingDecision> decisions,
    boolean sample) {

  /** A phase that the project is or was in, and when. */
  public record Phase(String name, String period) {}

  static Optional<ProjectPage> of(View view, Node node) {
    return Project.all(view).stream()
        .filter(it -> it.node().equals(node))
        .findFirst()
        .map(it -> of(view, it));
  }

  private static ProjectPage of(View view, Project project) {
    Node node = project.node();
    return new ProjectPage(
        RecordPage.of(view, node, view.section("list.projecten", Projects.PROJECTS)),
        project,
        project.phase() == null ? null : view.meaning(project.phase()),
        project.goals().stream().map(view::link).toList(),
        view.ask("project/stages", "project", node).stream()
            .map(
                row ->
                    new Phase(
                        view.concept(row.get("phase")),
                        Project.period(view, row.text("from"), row.text("until"))))
            .toList(),
        view.ask("project/participants", "project", node).stream()
            .map(row -> view.link(row.get("participant")))
            .sorted(Comparator.comparing(it -> it.label().toLowerCase()))
            .toList(),
        Amounts.of(
            view.texts(),
            BudgetLine.all(view).stream().filter(it -> it.project().equals(node)).toList(),
            it -> Link.text(it.year()),
            it -> it.fundName(view)),
        Advice.all(view).stream().filter(it -> it.nodes().contains(node)).toList(),
        FundingDecision.all(view).stream().filter(it -> it.nodes().contains(node)).toList(),
        view.overview().sample());
  }
}
