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
 * @param beyond whether there are others, about which who looks may not declare
 */
public record ChoosePage(
    Frame frame, Me me, String path, String words, List<Link> standards, boolean beyond) {
  static ChoosePage of(
      View view,
      Session session,
      Node municipality,
      String words,
      Predicate<OwnDeclaration> offered) {
    String code = Mine.code(municipality);
    String title = view.t("declare.choose");
    List<Node> found = view.standards(words);
    List<Node> own =
        found.stream()
            .filter(it -> offered.test(new OwnDeclaration(code, Mine.code(it), null)))
            .toList();
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
        own.stream()
            .map(
                standard ->
                    new Link(
                        view.name(standard),
                        view.href("/mijn/" + code + "/opgaven/" + Mine.code(standard))))
            .toList(),
        own.size() < found.size());
  }
}
