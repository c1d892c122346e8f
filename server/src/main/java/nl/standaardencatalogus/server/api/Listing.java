package nl.standaardencatalogus.server.api;

import io.javalin.http.Context;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A list of the API: where it is, which things are on it and what is told of each.
 *
 * @param path where it is below the API
 * @param item the question that tells of one thing
 * @param narrowing what the address says of which things are wanted
 */
record Listing(String path, String item, Narrowing narrowing) {

  /** The question that finds the things of a list, with the values that it expects. */
  record Found(String question, Map<String, Node> values) {}

  /** Reads which things are wanted; notes with the parameters what is wrong with them. */
  interface Narrowing {
    Found of(Context context, Parameters parameters, Graph state);
  }

  /** A list of all there is of something. */
  static Listing all(String path, String item, String question) {
    return new Listing(path, item, (context, parameters, state) -> new Found(question, Map.of()));
  }
}
