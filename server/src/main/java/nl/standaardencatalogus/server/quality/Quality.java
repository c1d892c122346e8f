package nl.standaardencatalogus.server.quality;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.standaardencatalogus.server.http.ProblemException;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Invented;
import nl.standaardencatalogus.server.page.PageFile;
import nl.standaardencatalogus.server.page.Pages;
import nl.standaardencatalogus.server.page.States;
import nl.standaardencatalogus.server.page.View;
import nl.standaardencatalogus.server.table.Table;
import nl.standaardencatalogus.shapes.Finding;
import nl.standaardencatalogus.shapes.Rules;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The addresses about what the rules find, and about the rules themselves. */
public final class Quality {
  private static final String PATH = "/kwaliteit";

  private final Rules rules;
  private final Pages pages;
  private final Checks checks;
  private final Trend trend;

  public Quality(States states, Rules rules, Pages pages) {
    this.rules = rules;
    this.pages = pages;
    this.checks = new Checks(states, rules);
    this.trend = new Trend(states, checks);
  }

  /** Adds the addresses to the routes. */
  public void routes(JavalinConfig config) {
    pages.add(config, PATH, "quality", this::findings);
    new PageFile(pages, this::table, null).add(config, PATH);
    pages.add(
        config,
        RulesPage.PATH,
        "rules",
        (view, context) -> Optional.of(RulesPage.of(view, rules.rules().values())));
    pages.add(config, RulesPage.PATH + "/{rule}", "rule", this::rule);
  }

  private Optional<?> findings(View view, Context context) {
    return Optional.of(QualityPage.of(view, checks, trend, rules.rules(), Asked.of(context)));
  }

  private Optional<?> rule(View view, Context context) {
    Node shape = NodeFactory.createURI(Rules.NS + context.pathParam("rule"));
    return Optional.ofNullable(rules.rules().get(shape))
        .map(rule -> RulePage.of(view, rules, rule, checks));
  }

  /** The findings that are asked for, for a spreadsheet. */
  private Table table(View view, Context context) {
    List<Finding> findings =
        checks
            .of(view.snapshot(), view.overview().day())
            .orElseThrow(
                () ->
                    ProblemException.unavailable("The rules are being checked; wait for it.", 60));
    Texts texts = new Texts(view, rules.rules());
    Owners owners = new Owners(view);
    Selection selection = Selection.of(view, texts, owners, findings, Asked.of(context));
    return table(view, texts, owners, selection.findings());
  }

  private static Table table(View view, Texts texts, Owners owners, List<Finding> findings) {
    List<String> headings = new ArrayList<>();
    List.of("rule", "weight", "owner", "record", "name", "finding")
        .forEach(it -> headings.add(view.t("quality.column." + it)));
    headings.add(Invented.heading(view));
    List<List<Node>> rows = new ArrayList<>();
    for (Finding finding : findings) {
      rows.add(
          List.of(
              text(texts.title(finding)),
              text(view.t("quality.weight." + Selection.slug(finding.severity()))),
              text(owners.of(finding).map(view::name).orElse(view.t("quality.editors"))),
              finding.focus(),
              text(view.name(finding.focus())),
              text(texts.message(finding)),
              Invented.of(view, finding.focus())));
    }
    return new Table("kwaliteit", headings, rows);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
