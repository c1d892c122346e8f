package nl.standaardencatalogus.server.gap;

import java.util.List;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The question "do we have to use …?", to be asked about a standard.
 *
 * @param words what was typed
 * @param found the standards that it finds, each leading to its answer
 */
public record AskPage(Frame frame, String words, List<Link> found) {
  private static final int MOST = 20;

  static AskPage of(View view, Asked asked) {
    String words = asked.one("q");
    List<Node> found = words.isEmpty() ? List.of() : view.standards(words);
    return new AskPage(
        view.frame(
            view.t("ask.title"), "", view.crumbs(Link.text(view.t("ask.title"))), words.isEmpty()),
        words,
        found.stream()
            .limit(MOST)
            .map(
                it ->
                    new Link(
                        view.name(it),
                        view.href("/moeten-wij/" + view.overview().byStandard().get(it).slug())))
            .toList());
  }
}
