package nl.standaardencatalogus.server.tender;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.table.TableFile;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;

/** The addresses of what to ask for in a tender. */
public final class Tenders {
  private static final String PATH = "/aanbesteding";
  private static final Map<String, Lang> SYNTAXES =
      Map.of("ttl", Lang.TURTLE, "jsonld", Lang.JSONLD);

  private final Pages pages;
  private final String publicUrl;

  public Tenders(Pages pages, String publicUrl) {
    this.pages = pages;
    this.publicUrl = publicUrl;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      String path = language.prefix() + PATH;
      Reads.add(
          config,
          path,
          context ->
              pages.answer(
                  context,
                  "tender",
                  (view, asking) -> Optional.of(TenderPage.of(view, Asked.of(asking)))));
      Reads.add(config, path + ".{form}", this::file);
    }
  }

  private void file(Context context) {
    View view = pages.view(context);
    Tender tender = Tender.of(view, TenderPage.components(view, Asked.of(context)));
    String suffix = context.pathParam("form");
    context.header("Cache-Control", "no-cache");
    Lang syntax = SYNTAXES.get(suffix);
    if (syntax != null) {
      String query = context.queryString();
      String address = publicUrl + PATH + (query == null ? "" : "?" + query);
      context
          .contentType(syntax.getHeaderString() + ";charset=utf-8")
          .result(
              RDFWriter.source(TenderFile.graph(view, tender, address)).lang(syntax).asString());
      return;
    }
    TableFile form =
        TableFile.ofSuffix(suffix)
            .orElseThrow(
                () -> new ProblemException(404, "It is there as .csv, .ods, .ttl and .jsonld."));
    context
        .contentType(form.type())
        .header("Content-Disposition", "attachment; filename=\"aanbesteding." + suffix + "\"")
        .result(form.write(TenderFile.table(view, tender)));
  }
}
