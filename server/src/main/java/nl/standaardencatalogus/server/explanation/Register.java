package nl.standaardencatalogus.server.explanation;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.http.Reads;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.table.Table;
import nl.standaardencatalogus.server.table.TableFile;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The addresses of the register of explanations. */
public final class Register {
  private static final String PATH = "/leg-uit";
  private static final List<String> COLUMNS =
      List.of("municipality", "standard", "ground", "text", "from", "review", "declaration");

  private final Pages pages;

  public Register(Pages pages) {
    this.pages = pages;
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    for (Language language : Language.values()) {
      String path = language.prefix() + PATH;
      Reads.add(
          config,
          path,
          context ->
              pages.answer(
                  context,
                  "register",
                  (view, asking) -> Optional.of(RegisterPage.of(view, Asked.of(asking)))));
      Reads.add(config, path + ".{form}", this::file);
    }
  }

  private void file(Context context) {
    String suffix = context.pathParam("form");
    TableFile form =
        TableFile.ofSuffix(suffix)
            .orElseThrow(() -> new ProblemException(404, "It is there as .csv and .ods."));
    View view = pages.view(context);
    List<List<Node>> rows = new ArrayList<>();
    for (Explained it : RegisterPage.chosen(view, Explained.of(view), Asked.of(context))) {
      rows.add(
          List.of(
              text(it.municipality().name()),
              text(view.name(it.standard().node())),
              text(view.name(it.ground())),
              text(it.text()),
              text(it.from()),
              text(it.review()),
              it.declaration()));
    }
    List<String> headings =
        COLUMNS.stream().map(column -> view.t("register.column." + column)).toList();
    context
        .contentType(form.type())
        .header("Cache-Control", "no-cache")
        .header("Content-Disposition", "attachment; filename=\"leg-uit." + suffix + "\"")
        .result(form.write(new Table("leg-uit", headings, rows)));
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(Objects.requireNonNullElse(text, ""));
  }
}
