package nl.standaardencatalogus.server.mine;

import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/** Who acts for a municipality at a request, and what he looks at. */
record Actor(View view, Session session, Node municipality) {
  /** What his own things are kept under. */
  String owner() {
    return session.owner();
  }

  /** The code of the municipality. */
  String code() {
    return Mine.code(municipality);
  }
}
