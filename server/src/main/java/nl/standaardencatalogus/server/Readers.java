package nl.standaardencatalogus.server;

import io.javalin.http.Context;
import java.util.Optional;
import nl.standaardencatalogus.catalogue.revision.Moment;
import nl.standaardencatalogus.catalogue.revision.Revision;
import nl.standaardencatalogus.server.document.Documents;
import nl.standaardencatalogus.server.page.PagePaths;
import nl.standaardencatalogus.server.page.Pages;
import org.apache.jena.graph.Node;

/** Where documents send the people who ask for them. */
record Readers(Pages pages) implements Documents.Pages {
  @Override
  public Optional<String> of(Node thing) {
    return PagePaths.of(thing);
  }

  @Override
  public String of(Revision revision, Moment from, Optional<Moment> next) {
    return pages.past(revision, from, next);
  }

  @Override
  public void gone(Context context, Node record) {
    pages.gone(context, record);
  }
}
