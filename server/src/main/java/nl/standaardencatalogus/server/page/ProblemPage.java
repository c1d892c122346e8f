package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.Set;

/** What went wrong, in words for people, and where to go from here. */
public record ProblemPage(
    Frame frame, String heading, String text, List<String> known, List<Link> near, String words) {
  private static final int MOST_KNOWN = 40;

  /** What is there today, and was not on the day that is asked for. */
  static ProblemPage notYet(View view) {
    String name = view.t("past.today");
    return of(
        view,
        "404",
        view.t("problem.404.day", view.date(view.op())),
        List.of(),
        List.of(new Link(name, Frame.address(view.language(), null, view.path()))),
        "");
  }

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
    // Some of many would look like all that there is.
    List<String> known = e.known().size() > MOST_KNOWN ? List.of() : e.known();
    String text =
        e.key().equals("op")
            ? view.t("problem.400.day", e.value())
            : view.t("problem.400.value", e.value(), e.key());
    return of(view, "400", text, known, List.of(), "");
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
