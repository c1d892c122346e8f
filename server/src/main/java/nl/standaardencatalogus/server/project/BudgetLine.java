package nl.standaardencatalogus.server.project;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * An amount that is recorded for a project.
 *
 * @param fund as it is recorded; null where it is not
 * @param currency its code of three letters
 */
record BudgetLine(Node project, String year, String fund, BigDecimal amount, String currency) {
  /** The fund is a text that people write, in short or in full. */
  private static final Pattern GGU =
      Pattern.compile("\\bGGU\\b|gezamenlijke gemeentelijke uitvoering", Pattern.CASE_INSENSITIVE);

  /** All that are recorded, of every project. */
  static List<BudgetLine> all(View view) {
    return view.questions().select("project/budget", view.snapshot().graph()).stream()
        .map(BudgetLine::of)
        .toList();
  }

  private static BudgetLine of(Row row) {
    return new BudgetLine(
        row.get("project"),
        row.text("year"),
        row.has("fund") ? row.text("fund") : null,
        new BigDecimal(row.text("amount")),
        row.text("currency"));
  }

  /** Whether it comes from the fund for what municipalities carry out together. */
  boolean joint() {
    return fund != null && GGU.matcher(fund).find();
  }

  /** What the fund is called on a page; that of municipalities together always the same. */
  String fundName(View view) {
    if (joint()) {
      return view.t("fund.title");
    }
    return fund == null ? view.t("fund.unknown") : fund;
  }
}
