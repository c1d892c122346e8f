package nl.standaardencatalogus.server.tender;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Optional;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.PageFile;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;

/** The addresses of what to ask for in a tender. */
public final class Tenders {
  private static final String PATH = "/aanbesteding";
  private final Pages pages;
  private final String publicUrl;

  public Tenders(Pages pages, String publicUrl) {
    this.pages = pages;
    this.publicUrl = publicUrl;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    pages.add(
        config,
        PATH,
        "tender",
        (view, context) -> Optional.of(TenderPage.of(view, Asked.of(context))));
    new PageFile(
            pages,
            (view, context) -> TenderFile.table(view, tender(view, context)),
            (view, context) -> TenderFile.graph(view, tender(view, context), address(context)))
        .add(config, PATH);
  }

  private static Tender tender(View view, Context context) {
    return Tender.of(view, TenderPage.components(view, Asked.of(context)));
  }

  private String address(Context context) {
    String query = context.queryString();
    return publicUrl + PATH + (query == null ? "" : "?" + query);
  }
}
