package nl.standaardencatalogus.server.page;

import io.javalin.config.JavalinConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.standaardencatalogus.server.table.Table;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/** The standards that a list shows, all pages of it, as a file: a row or a record for each. */
final class StandardsFile {
  private static final List<String> COLUMNS =
      List.of(
          "standard",
          "uri",
          "vng",
          "since",
          "forum",
          "phase",
          "kind",
          "themes",
          "maintainer",
          "newest",
          "issued",
          "use",
          "municipalities");

  private StandardsFile() {}

  /** Adds its addresses to the routes. */
  static void routes(JavalinConfig config, Pages pages) {
    new PageFile(
            pages,
            (view, context) -> table(view, StandardsPage.chosen(view, Asked.of(context))),
            (view, context) -> graph(view, StandardsPage.chosen(view, Asked.of(context))))
        .add(config, "/standaarden");
  }

  /** What is recorded of each: the records as they are, without what follows from others. */
  private static Graph graph(View view, List<StandardSummary> standards) {
    Graph all = GraphFactory.createDefaultGraph();
    standards.forEach(it -> GraphUtil.addInto(all, view.snapshot().record(it.node())));
    return all;
  }

  private static Table table(View view, List<StandardSummary> standards) {
    List<String> headings = new ArrayList<>();
    COLUMNS.forEach(it -> headings.add(view.t("standards.column." + it)));
    headings.add(Invented.heading(view));
    List<List<Node>> rows = new ArrayList<>();
    standards.forEach(it -> rows.add(row(view, it)));
    return new Table("standaarden", headings, rows);
  }

  private static List<Node> row(View view, StandardSummary standard) {
    StandardSummary.Newest newest = standard.newest();
    return List.of(
        text(view.name(standard.node())),
        standard.node(),
        text(standard.bound().map(it -> view.name(it.forceNode())).orElse("")),
        text(standard.bound().map(Bound::from).orElse("")),
        text(stated(view, standard, "forum-status")),
        text(stated(view, standard, "levensfase")),
        text(standard.kind() == null ? "" : view.name(standard.kind())),
        text(names(view, standard.themes().stream())),
        text(names(view, standard.maintainers().stream())),
        text(newest == null ? "" : newest.label()),
        text(newest == null ? "" : newest.issued()),
        number(standard.tally().use()),
        number(standard.tally().total()),
        Invented.counted(view));
  }

  private static String stated(View view, StandardSummary standard, String axis) {
    return names(view, standard.on(axis).stream().map(Stated::value).distinct());
  }

  private static String names(View view, Stream<Node> things) {
    return things.map(view::name).sorted().collect(Collectors.joining(", "));
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(Objects.requireNonNullElse(text, ""));
  }

  private static Node number(int number) {
    return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
  }
}
