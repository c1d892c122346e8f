package nl.standaardencatalogus.server.gap;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.table.TableFile;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;

/** The addresses of the report about one municipality and of the answers about one standard. */
public final class Gaps {
  private static final String REPORT = "/gemeenten/{code}/geldt";
  private static final String ANSWERS = "/moeten-wij";
  private static final Map<String, Lang> SYNTAXES =
      Map.of("ttl", Lang.TURTLE, "jsonld", Lang.JSONLD);

  private final Pages pages;
  private final String publicUrl;

  public Gaps(Pages pages, String publicUrl) {
    this.pages = pages;
    this.publicUrl = publicUrl;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      get(
          config,
          language.prefix() + REPORT,
          "gap",
          (view, context) ->
              municipality(view, context).map(it -> GapPage.of(view, it, Asked.of(context))));
      Reads.add(config, language.prefix() + REPORT + ".{form}", this::file);
      get(
          config,
          language.prefix() + ANSWERS,
          "ask",
          (view, context) -> Optional.of(AskPage.of(view, Asked.of(context))));
      get(
          config,
          language.prefix() + ANSWERS + "/{slug}",
          "answer",
          (view, context) ->
              standard(view, context).map(it -> AnswerPage.of(view, it, Asked.of(context))));
    }
  }

  private void get(JavalinConfig config, String path, String template, Pages.Maker maker) {
    Reads.add(config, path, context -> pages.answer(context, template, maker));
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

  private void file(Context context) {
    View view = pages.view(context);
    Municipality municipality =
        municipality(view, context)
            .orElseThrow(
                () -> new ProblemException(404, "There is no such municipality on this day."));
    String suffix = context.pathParam("form");
    String name = "geldt-" + municipality.code() + "." + suffix;
    context.header("Cache-Control", "no-cache");
    Lang syntax = SYNTAXES.get(suffix);
    if (syntax != null) {
      String address = publicUrl + "/gemeenten/" + municipality.code() + "/geldt";
      context
          .contentType(syntax.getHeaderString() + ";charset=utf-8")
          .result(
              RDFWriter.source(GapFile.graph(view, municipality, address)).lang(syntax).asString());
      return;
    }
    TableFile form =
        TableFile.ofSuffix(suffix)
            .orElseThrow(
                () -> new ProblemException(404, "It is there as .csv, .ods, .ttl and .jsonld."));
    context
        .contentType(form.type())
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .result(form.write(GapFile.table(view, municipality)));
  }
}
