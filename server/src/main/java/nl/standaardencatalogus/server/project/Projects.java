package nl.standaardencatalogus.server.project;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/** The addresses of goals, projects and the fund that pays for what municipalities do together. */
public final class Projects {
  static final String GOALS = "/doelen";
  static final String PROJECTS = "/projecten";
  static final String FUND = "/fonds";
  private static final String ADVICES = "/adviezen";

  private final Pages pages;

  public Projects(Pages pages) {
    this.pages = pages;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    pages.add(config, GOALS, "goals", (view, context) -> Optional.of(GoalsPage.of(view)));
    pages.add(config, GOALS + "/{slug}", "goal", Projects::goal);
    pages.add(
        config,
        PROJECTS,
        "projects",
        (view, context) -> Optional.of(ProjectsPage.of(view, Asked.of(context))));
    pages.add(config, PROJECTS + "/{slug}", "project", Projects::project);
    pages.add(config, FUND, "fund", (view, context) -> Optional.of(FundPage.of(view)));
    pages.add(config, ADVICES, "fund", Projects::advices);
  }

  private static Optional<?> goal(View view, Context context) {
    return thing(view, "doel/", context).map(it -> GoalPage.of(view, it));
  }

  private static Optional<?> project(View view, Context context) {
    return thing(view, "project/", context).flatMap(it -> ProjectPage.of(view, it));
  }

  private static Optional<Node> thing(View view, String kind, Context context) {
    return Optional.of(Iris.thingAt(kind + context.pathParam("slug"))).filter(view::holds);
  }

  /** The list of advice stands on the page of the fund, since every advice is on money. */
  private static Optional<?> advices(View view, Context context) {
    context.redirect(view.href(FUND + "#adviezen"), HttpStatus.MOVED_PERMANENTLY);
    return Optional.empty();
  }
}
