package nl.standaardencatalogus.server.page;

import java.util.Optional;
import nl.standaardencatalogus.server.http.Links;
import org.apache.jena.graph.Node;

/**
 * What the page about a thing tells programs (signposting.org): what to cite, where the data is and
 * under which terms.
 */
final class Signposts {
  private Signposts() {}

  /** The links of the page; empty for a page that is about no one thing. */
  static Optional<Links> of(View view) {
    return PagePaths.things(view.path()).stream()
        .filter(thing -> PagePaths.document(thing).isPresent() && view.holds(thing))
        .findFirst()
        .map(thing -> links(view, thing));
  }

  private static Links links(View view, Node thing) {
    Links links = new Links().add(thing.getURI(), "cite-as");
    View.data(thing)
        .forEach(form -> links.add(form.href(), "describedby alternate", "type", form.label()));
    links.add("https://schema.org/AboutPage", "type");
    links.add("/void", "collection", "type", "text/turtle");
    links.add(view.publicUrl() + "/over#bronnen", "license");
    view.snapshot()
        .current(thing)
        .ifPresent(current -> links.add(current.onBehalfOf().getURI(), "author"));
    String page = view.publicUrl() + view.language().prefix() + view.path();
    links.add(page, view.op() == null ? "canonical" : "original");
    return links;
  }
}
