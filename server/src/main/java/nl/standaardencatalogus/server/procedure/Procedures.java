package nl.standaardencatalogus.server.procedure;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The addresses of procedures and of the meetings in which they come up. */
public final class Procedures {
  static final String PROCEDURES = "/procedures";
  static final String MEETINGS = "/vergaderingen";

  private final Pages pages;

  public Procedures(Pages pages) {
    this.pages = pages;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    pages.add(
        config, PROCEDURES, "procedures", (view, context) -> Optional.of(ProceduresPage.of(view)));
    pages.add(
        config,
        PROCEDURES + "/{slug}",
        "procedure",
        (view, context) ->
            thing(view, "procedure/", context).flatMap(it -> ProcedurePage.of(view, it)));
    pages.add(config, MEETINGS, "meetings", (view, context) -> Optional.of(MeetingsPage.of(view)));
    pages.add(
        config,
        MEETINGS + "/{slug}",
        "meeting",
        (view, context) ->
            thing(view, "vergadering/", context).map(it -> MeetingPage.of(view, it)));
    pages.add(config, MEETINGS + "/{slug}/{item}", "dossier", Procedures::dossier);
  }

  private static Optional<DossierPage> dossier(View view, Context context) {
    return thing(view, "vergadering/", context)
        .flatMap(
            meeting ->
                Optional.of(NodeFactory.createURI(meeting + "#" + context.pathParam("item")))
                    .flatMap(item -> DossierPage.of(view, meeting, item)));
  }

  private static Optional<Node> thing(View view, String kind, Context context) {
    return Optional.of(Iris.thingAt(kind + context.pathParam("slug"))).filter(view::holds);
  }
}
