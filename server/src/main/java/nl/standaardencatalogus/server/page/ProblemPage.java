package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.Set;

/** What went wrong, in words for people, and where to go from here. */
public record ProblemPage(
    Frame frame, String heading, String text, List<String> known, List<Link> near, String words) {
  static ProblemPage notFound(View view) {
    String words =
        View.decode(view.path().substring(view.path().lastIndexOf('/') + 1)).replace('-', ' ');
    List<Link> near =
        view.overview().search().find(words, 5, Set.of()).found().stream()
            .map(e -> view.link(e.thing()))
            .filter(link -> link.href() != null)
            .toList();
    return of(view, "404", view.t("problem.404.text"), List.of(), near, words);
  }

  static ProblemPage unknown(View view, UnknownValue e) {
    List<String> known = e.known().size() > 40 ? e.known().subList(0, 40) : e.known();
    return of(view, "400", view.t("problem.400.value", e.value(), e.key()), known, List.of(), "");
  }

  static ProblemPage of(View view, String status, String text) {
    return of(view, status, text, List.of(), List.of(), "");
  }

  private static ProblemPage of(
      View view, String status, String text, List<String> known, List<Link> near, String words) {
    String heading = view.t("problem." + status);
    Frame frame = view.frame(heading, "", view.crumbs(Link.text(heading)), false);
    return new ProblemPage(frame, heading, text, known, near, words);
  }
}
