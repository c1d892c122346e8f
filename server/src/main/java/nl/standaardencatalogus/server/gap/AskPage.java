package nl.standaardencatalogus.server.gap;

import java.util.Comparator;
import java.util.List;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;

/**
 * The question "do we have to use …?", to be asked about a standard.
 *
 * @param words what was typed
 * @param found the standards that it finds: what binds first, what is over last
 */
public record AskPage(Frame frame, String words, List<Found> found) {
  /** A standard, leading to its answer. */
  public record Found(Link standard, String answer) {}

  private static final int MOST = 20;

  static AskPage of(View view, Asked asked) {
    String words = asked.one("q");
    List<StandardSummary> found =
        words.isEmpty()
            ? List.of()
            : view.standards(words).stream()
                .map(view.overview().byStandard()::get)
                .limit(MOST)
                .sorted(Comparator.comparing(it -> AnswerPage.answer(view, it).rank()))
                .toList();
    return new AskPage(
        view.frame(
            view.t("ask.title"), "", view.crumbs(Link.text(view.t("ask.title"))), words.isEmpty()),
        words,
        found.stream()
            .map(
                it ->
                    new Found(
                        new Link(view.name(it.node()), view.href("/moeten-wij/" + it.slug())),
                        AnswerPage.say(view, it, AnswerPage.answer(view, it))))
            .toList());
  }
}
