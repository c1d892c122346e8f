package nl.standaardencatalogus.server.project;

import java.util.List;
import nl.standaardencatalogus.server.page.RecordPage;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * One goal: the projects that contribute to it, what these yield and who uses that.
 *
 * @param record all that is recorded of it
 * @param sample whether what municipalities declare may be made up
 */
public record GoalPage(RecordPage record, List<Project> projects, boolean sample) {

  static GoalPage of(View view, Node goal) {
    return new GoalPage(
        RecordPage.of(view, goal, view.section("list.doelen", Projects.GOALS)),
        Project.all(view).stream().filter(it -> it.goals().contains(goal)).toList(),
        view.overview().sample());
  }
}
