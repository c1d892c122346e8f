package nl.standaardencatalogus.server.mine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What the versions of a standard are called where one is chosen: the number first, then in which
 * way it is over where it is.
 */
final class VersionNames {
  private final View view;
  private final Map<Node, String> over = new HashMap<>();

  VersionNames(View view, Node standard) {
    this.view = view;
    Node day = NodeFactory.createLiteralString(view.day());
    view.ask("form/over", Map.of("standard", standard, "day", day))
        .forEach(row -> over.putIfAbsent(row.get("version"), how(row)));
  }

  private String how(Row row) {
    return row.has("phase")
        ? view.name(row.get("phase")).toLowerCase(Locale.ROOT)
        : view.t("version.over", view.date(row.text("end")));
  }

  /** What a version is called that has a number. */
  String of(Node version, String number) {
    String how = over.get(version);
    return how == null ? number : view.t("version.marked", number, how);
  }
}
