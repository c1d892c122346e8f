package nl.standaardencatalogus.server.project;

import java.util.List;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/**
 * The fund for what municipalities carry out together: what it pays, and what was advised and
 * decided.
 *
 * @param amounts from this fund, by project and year, a table for each currency
 * @param madeUp whether there are made-up projects among them
 * @param allFunds from every fund, by project and fund; none where there is no other
 */
public record FundPage(
    Frame frame,
    Link source,
    List<Amounts> amounts,
    List<Amounts> allFunds,
    List<Advice> advices,
    List<FundingDecision> decisions,
    boolean madeUp) {
  private static final String SOURCE = "https://vng.nl/samen-organiseren/fonds-ggu";

  static FundPage of(View view) {
    List<BudgetLine> lines = BudgetLine.all(view);
    List<BudgetLine> joint = lines.stream().filter(BudgetLine::joint).toList();
    String title = view.t("fund.title");
    return new FundPage(
        view.frame(title, "", view.crumbs(Link.text(title)), true),
        new Link(view.t("fund.source"), SOURCE),
        Amounts.of(view.texts(), joint, it -> view.link(it.project()), BudgetLine::year),
        joint.size() == lines.size()
            ? List.of()
            : Amounts.of(
                view.texts(), lines, it -> view.link(it.project()), it -> it.fundName(view)),
        Advice.all(view),
        FundingDecision.all(view),
        lines.stream().anyMatch(it -> view.isMadeUp(it.project())));
  }
}
