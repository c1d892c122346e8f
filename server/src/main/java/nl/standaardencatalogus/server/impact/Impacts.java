package nl.standaardencatalogus.server.impact;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Optional;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.PageFile;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Graph;

/** The addresses of what would follow from a supposition. */
public final class Impacts {
  static final String PATH = "/wat-als";
  private final Pages pages;
  private final String publicUrl;

  public Impacts(Pages pages, String publicUrl) {
    this.pages = pages;
    this.publicUrl = publicUrl;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    pages.add(
        config,
        PATH,
        "impact",
        (view, context) -> Optional.of(ImpactPage.of(view, Asked.of(context))));
    new PageFile(
            pages,
            (view, context) -> ImpactFile.table(view, impact(view, context)),
            (view, context) -> graph(view, impact(view, context)))
        .add(config, PATH);
  }

  private Graph graph(View view, Impact impact) {
    return ImpactFile.graph(view, impact, publicUrl + PATH + impact.supposed().query(view));
  }

  private static Impact impact(View view, Context context) {
    return Supposition.of(view, Asked.of(context))
        .map(it -> Impact.of(view, it))
        .orElseThrow(
            () ->
                new ProblemException(
                    400, "Name what ends: " + PATH + ".csv?versie=stuf-bg/3.10&dag=2028-01-01."));
  }
}
