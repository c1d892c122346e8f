package nl.standaardencatalogus.server.impact;

import java.util.List;
import nl.standaardencatalogus.server.explanation.Explained;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * One thing that a supposition touches.
 *
 * @param node null for what only has a name
 * @param standing how it stands, in words; may be empty
 * @param note more about it; may be empty
 * @param path the steps that lead from it to what is supposed; empty where there is nothing between
 * @param population null for what has no inhabitants, or when their number is not known
 * @param named by how many municipalities it is named; null for what they do not name
 * @param madeUp whether a declaration behind it is made up for demonstration
 */
record Finding(
    Node node,
    Link thing,
    String standing,
    String note,
    List<Step> path,
    Integer population,
    Integer named,
    boolean madeUp) {
  /** One claim on the way from a thing to another. */
  record Step(Node from, Node relation, Node to) {}

  static Finding of(View view, Node thing, String standing, String note, List<Step> path) {
    return new Finding(thing, view.link(thing), standing, note, path, null, null, false);
  }

  static Finding of(
      View view, Municipality municipality, String standing, String note, boolean madeUp) {
    return new Finding(
        municipality.node(),
        new Link(municipality.name(), view.href("/gemeenten/" + municipality.code())),
        standing,
        note,
        List.of(),
        municipality.population(),
        null,
        madeUp);
  }

  /** An explanation, by who gives it. */
  static Finding of(View view, Explained explained) {
    String review =
        explained.review() == null ? "" : view.t("impact.review", view.date(explained.review()));
    return of(
        view,
        explained.municipality(),
        view.name(explained.ground()),
        review,
        view.isMadeUp(explained.declaration()));
  }

  /** A product that so many municipalities name. */
  static Finding of(View view, String product, int named, boolean madeUp) {
    return new Finding(
        null,
        Link.text(product),
        view.texts().counted("impact.named", named),
        "",
        List.of(),
        null,
        named,
        madeUp);
  }
}
