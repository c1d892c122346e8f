package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;

/**
 * A version that loses its support, or a decision that ends.
 *
 * @param users how many municipalities have the version in production; 0 for a decision
 */
public record Ending(Link thing, String day, int users) {
  private static final int MONTHS = 18;
  private static final int MOST = 6;

  /** What ends in the coming year and a half, the first first. */
  static List<Ending> soon(View view) {
    String until = view.overview().day().plusMonths(MONTHS).toString();
    return view
        .ask(
            "version/ending",
            Map.of(
                "after",
                NodeFactory.createLiteralString(view.day()),
                "before",
                NodeFactory.createLiteralString(until)))
        .stream()
        .limit(MOST)
        .map(
            row ->
                new Ending(
                    view.link(row.get("thing")),
                    view.date(row.text("end")),
                    Integer.parseInt(row.text("users"))))
        .toList();
  }
}
