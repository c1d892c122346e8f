package nl.standaardencatalogus.server.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the catalogue is, where its facts come from and how many there are. */
public record AboutPage(Frame frame, List<Link> counts, List<HomePage.Goal> goals, boolean sample) {
  /** The sources, by the key of their texts. */
  public static final List<String> SOURCES =
      List.of("gemma", "vng", "forum", "logius", "tooi", "roo", "cbs");

  static AboutPage of(View view) {
    Map<String, Integer> numbers = new HashMap<>();
    view.questions()
        .select("record/counts", view.snapshot().graph())
        .forEach(r -> numbers.put(Slugs.of(r.get("class")), Integer.valueOf(r.text("records"))));
    return new AboutPage(
        view.frame(
            view.t("about.title"), "over", view.crumbs(Link.text(view.t("about.title"))), true),
        numbers.entrySet().stream()
            .sorted(Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue()))
            .map(e -> new Link(view.t("count." + e.getKey()), view.texts().number(e.getValue())))
            .toList(),
        HomePage.goals(view),
        view.overview().sample());
  }
}
