package nl.standaardencatalogus.server.mine;

import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;

/**
 * A last look before a declaration is withdrawn.
 *
 * @param there what it says now
 */
public record WithdrawPage(Frame frame, DeclarePage there) {
  static WithdrawPage of(View view, OwnDeclaration about, DeclarePage there) {
    String title = view.t("withdraw.title", there.standard().label());
    return new WithdrawPage(
        view.frame(
            title,
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"),
                new Link(there.municipality(), there.mine()),
                new Link(view.t("declare.crumb"), view.href(about.path())),
                new Link(view.t("declare.withdraw"), null)),
            false),
        there);
  }
}
