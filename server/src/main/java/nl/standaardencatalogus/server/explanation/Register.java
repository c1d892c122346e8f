package nl.standaardencatalogus.server.explanation;

import io.javalin.config.JavalinConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Invented;
import nl.standaardencatalogus.server.page.PageFile;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.table.Table;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The addresses of the register of explanations. */
public final class Register {
  private static final String PATH = "/leg-uit";
  private static final List<String> COLUMNS =
      List.of(
          "municipality",
          "code",
          "standard",
          "uri",
          "ground",
          "text",
          "from",
          "review",
          "declaration");

  private final Pages pages;

  public Register(Pages pages) {
    this.pages = pages;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    pages.add(
        config,
        PATH,
        "register",
        (view, context) -> Optional.of(RegisterPage.of(view, Asked.of(context))));
    new PageFile(pages, (view, context) -> table(view, Asked.of(context)), null).add(config, PATH);
  }

  private static Table table(View view, Asked asked) {
    List<List<Node>> rows = new ArrayList<>();
    for (Explained it : RegisterPage.chosen(view, Explained.of(view), asked)) {
      rows.add(
          List.of(
              text(it.municipality().name()),
              text(it.municipality().code()),
              text(view.name(it.standard().node())),
              it.standard().node(),
              text(view.name(it.ground())),
              text(it.text()),
              text(it.from()),
              text(it.review()),
              it.declaration(),
              Invented.of(view, it.declaration())));
    }
    List<String> headings = new ArrayList<>();
    COLUMNS.forEach(column -> headings.add(view.t("register.column." + column)));
    headings.add(Invented.heading(view));
    return new Table("leg-uit", headings, rows);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(Objects.requireNonNullElse(text, ""));
  }
}
