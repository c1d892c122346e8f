package nl.standaardencatalogus.server.gap;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Optional;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.PageFile;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;

/** The addresses of the report about one municipality and of the answers about one standard. */
public final class Gaps {
  private static final String REPORT = "/gemeenten/{code}/geldt";
  private static final String ANSWERS = "/moeten-wij";
  private final Pages pages;
  private final String publicUrl;

  public Gaps(Pages pages, String publicUrl) {
    this.pages = pages;
    this.publicUrl = publicUrl;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    pages.add(
        config,
        REPORT,
        "gap",
        (view, context) ->
            municipality(view, context).map(it -> GapPage.of(view, it, Asked.of(context))));
    new PageFile(
            pages,
            (view, context) -> GapFile.table(view, there(view, context)),
            (view, context) -> GapFile.graph(view, there(view, context), publicUrl))
        .add(config, REPORT);
    pages.add(
        config,
        ANSWERS,
        "ask",
        (view, context) -> Optional.of(AskPage.of(view, Asked.of(context))));
    pages.add(
        config,
        ANSWERS + "/{slug}",
        "answer",
        (view, context) ->
            standard(view, context).map(it -> AnswerPage.of(view, it, Asked.of(context))));
  }

  private static Municipality there(View view, Context context) {
    return municipality(view, context)
        .orElseThrow(() -> new ProblemException(404, "There is no such municipality on this day."));
  }

  private static Optional<Municipality> municipality(View view, Context context) {
    String code = context.pathParam("code");
    return view.overview().municipalities().stream()
        .filter(it -> it.code().equals(code))
        .findFirst();
  }

  private static Optional<StandardSummary> standard(View view, Context context) {
    String slug = context.pathParam("slug");
    return view.overview().standards().stream().filter(it -> it.slug().equals(slug)).findFirst();
  }
}
