package nl.standaardencatalogus.server.cooperation;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/** The addresses of cooperations. */
public final class Cooperations {
  static final String PATH = "/samenwerkingen";

  private final Pages pages;

  public Cooperations(Pages pages) {
    this.pages = pages;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    pages.add(
        config,
        PATH,
        "cooperations",
        (view, context) -> Optional.of(CooperationsPage.of(view, Asked.of(context))));
    pages.add(config, PATH + "/{slug}", "cooperation", Cooperations::one);
  }

  private static Optional<?> one(View view, Context context) {
    Node cooperation = Iris.thingAt("samenwerking/" + context.pathParam("slug"));
    return Optional.of(cooperation).filter(view::holds).map(it -> CooperationPage.of(view, it));
  }
}
