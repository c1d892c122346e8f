package nl.standaardencatalogus.server.compare;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Invented;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.PageFile;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.table.Table;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The address at which things are compared. */
public final class Comparisons {
  static final String PATH = "/vergelijken";

  private final Pages pages;

  public Comparisons(Pages pages) {
    this.pages = pages;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    pages.add(
        config,
        PATH,
        "compare",
        (view, context) -> Optional.of(ComparePage.of(view, Asked.of(context))));
    new PageFile(pages, Comparisons::table, null).add(config, PATH);
  }

  private static Table table(View view, Context context) {
    Comparison comparison = ComparePage.of(view, Asked.of(context)).comparison();
    if (comparison == null) {
      throw new ProblemException(
          400,
          "Name two to five: "
              + PATH
              + ".csv?gemeente=gm0363&gemeente=gm0344, or standaard=… twice or more.");
    }
    List<String> headings = new ArrayList<>();
    headings.add(view.t("compare.column"));
    comparison.columns().stream().map(Link::label).forEach(headings::add);
    headings.add(Invented.heading(view));
    List<List<Node>> rows = new ArrayList<>();
    for (Comparison.Group group : comparison.groups()) {
      for (Comparison.Row row : group.rows()) {
        List<Node> cells = new ArrayList<>();
        cells.add(NodeFactory.createLiteralString(row.label().label()));
        row.cells().forEach(it -> cells.add(NodeFactory.createLiteralString(it.words())));
        cells.add(row.declared() ? Invented.counted(view) : Invented.not(view));
        rows.add(cells);
      }
    }
    return new Table("vergelijking", headings, rows);
  }
}
