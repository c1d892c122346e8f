package nl.standaardencatalogus.server.mine;

import java.util.List;
import java.util.function.Predicate;
import nl.standaardencatalogus.server.account.Session;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The first of three steps to declare: which standard.
 *
 * @param words what was searched for
 */
public record ChoosePage(Frame frame, Me me, String path, String words, List<Link> standards) {
  static ChoosePage of(
      View view,
      Session session,
      Node municipality,
      String words,
      Predicate<OwnDeclaration> offered) {
    String code = Mine.code(municipality);
    String title = view.t("declare.choose");
    return new ChoosePage(
        view.frame(
            title,
            "mijn",
            view.crumbs(
                view.section("mine.title", "/mijn"),
                new Link(view.name(municipality), view.href("/mijn/" + code)),
                new Link(title, null)),
            false),
        Me.of(view, session),
        view.href("/mijn/" + code + "/kiezen"),
        words,
        view.standards(words).stream()
            .filter(it -> offered.test(new OwnDeclaration(code, Mine.code(it), null)))
            .map(
                standard ->
                    new Link(
                        view.name(standard),
                        view.href("/mijn/" + code + "/opgaven/" + Mine.code(standard))))
            .toList());
  }
}
