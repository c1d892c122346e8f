package nl.standaardencatalogus.server.roadmap;

import io.javalin.config.JavalinConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.PageFile;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.table.Table;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The address of the road map of all standards. */
public final class Roadmap {
  static final String PATH = "/tijdlijn";
  private static final List<String> COLUMNS =
      List.of("date", "state", "what", "thing", "uri", "standard", "theme", "maintainer", "by");

  private final Pages pages;

  public Roadmap(Pages pages) {
    this.pages = pages;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    pages.add(
        config,
        PATH,
        "roadmap",
        (view, context) -> Optional.of(RoadmapPage.of(view, Asked.of(context))));
    new PageFile(pages, (view, context) -> table(view, Asked.of(context)), null).add(config, PATH);
  }

  private static Table table(View view, Asked asked) {
    List<List<Node>> rows = new ArrayList<>();
    for (Milestone it : Plan.of(view, asked).chosen(view)) {
      rows.add(
          List.of(
              text(it.date()),
              text(view.t(it.isAfter(view.day()) ? "roadmap.coming" : "roadmap.past")),
              text(view.t(it.kind().key())),
              text(view.name(it.thing())),
              it.thing(),
              names(view, it.standards().stream().map(StandardSummary::node).toList()),
              names(view, it.themes()),
              names(view, it.maintainers()),
              text(it.by() == null ? null : view.name(it.by()))));
    }
    List<String> headings =
        COLUMNS.stream().map(column -> view.t("roadmap.column." + column)).toList();
    return new Table("tijdlijn", headings, rows);
  }

  private static Node names(View view, Collection<Node> things) {
    return text(things.stream().map(view::name).collect(Collectors.joining(", ")));
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(Objects.requireNonNullElse(text, ""));
  }
}
