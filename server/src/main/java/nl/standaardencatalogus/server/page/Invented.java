package nl.standaardencatalogus.server.page;

import nl.standaardencatalogus.catalogue.iri.Iris;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Whether something was made up for demonstration, as the last column of every table that tells of
 * declarations: a file goes on without the banner of the page that it came from.
 */
public final class Invented {
  private Invented() {}

  /** The head of the column. */
  public static String heading(View view) {
    return view.t("column.invented");
  }

  /** Of one record, or what is part of it. */
  public static Node of(View view, Node thing) {
    Node record = thing.isURI() ? Iris.recordOf(thing) : thing;
    return text(view, view.isMadeUp(record) ? "yes" : "no");
  }

  /** Of what is counted over declarations. */
  public static Node counted(View view) {
    if (!view.overview().sample()) {
      return text(view, "no");
    }
    return text(view, view.overview().real() == 0 ? "yes" : "partly");
  }

  /** Of what no declaration says. */
  public static Node not(View view) {
    return text(view, "no");
  }

  private static Node text(View view, String key) {
    return NodeFactory.createLiteralString(view.t(key));
  }
}
