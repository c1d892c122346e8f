package nl.standaardencatalogus.server.project;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Facet;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.HomePage;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The projects, by name, those of one goal or in one phase if the reader asks so.
 *
 * @param all how many there are of any goal and phase
 * @param madeUp whether there are made-up projects among them
 * @param sample whether what municipalities declare may be made up
 */
public record ProjectsPage(
    Frame frame,
    List<Facet.Option> goals,
    List<Facet.Option> phases,
    List<Project> projects,
    int all,
    boolean madeUp,
    boolean sample) {
  private static final String GOAL = "doel";
  private static final String PHASE = "fase";

  static ProjectsPage of(View view, Asked asked) {
    List<Project> all = Project.all(view);
    List<Facet.Option> goals =
        options(view, asked, GOAL, HomePage.goals(view).stream().map(HomePage.Goal::node));
    List<Facet.Option> phases =
        options(
            view,
            asked,
            PHASE,
            all.stream()
                .filter(it -> it.phase() != null)
                .sorted(Comparator.comparing(Project::phaseName))
                .map(Project::phase)
                .distinct());
    String title = view.t("list.projecten");
    boolean whole = asked.one(GOAL).isEmpty() && asked.one(PHASE).isEmpty();
    return new ProjectsPage(
        view.frame(title, "", view.crumbs(Link.text(title)), whole),
        goals,
        phases,
        all.stream()
            .filter(it -> asks(asked, GOAL, it.goals()))
            .filter(it -> asks(asked, PHASE, Stream.ofNullable(it.phase()).toList()))
            .toList(),
        all.size(),
        all.stream().anyMatch(Project::madeUp),
        view.overview().sample());
  }

  private static boolean asks(Asked asked, String key, List<Node> values) {
    String value = asked.one(key);
    return value.isEmpty() || values.stream().anyMatch(it -> Iris.lastSegment(it).equals(value));
  }

  private static List<Facet.Option> options(
      View view, Asked asked, String key, Stream<Node> values) {
    String chosen = asked.one(key);
    List<Facet.Option> options =
        values
            .map(
                it -> {
                  String slug = Iris.lastSegment(it);
                  return new Facet.Option(
                      key + "-" + slug, slug, view.name(it), 0, slug.equals(chosen));
                })
            .toList();
    if (!chosen.isEmpty()) {
      asked.check(key, chosen, options.stream().map(Facet.Option::value).toList());
    }
    return options;
  }
}
