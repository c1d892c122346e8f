package nl.standaardencatalogus.server.roadmap;

import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Facet;
import nl.standaardencatalogus.server.page.Slugs;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * What of the road map an address asks for: a theme, a maintainer, a period, all or what is still
 * to come.
 *
 * @param all every milestone that is known on the day
 * @param first the year to start from
 * @param last the year to go on until, itself included
 */
record Plan(
    List<Milestone> all, String theme, String maintainer, int first, int last, boolean coming) {
  static final String THEME = "thema";
  static final String MAINTAINER = "beheerder";
  static final String FROM = "van";
  static final String UNTIL = "tot";
  static final String SHOW = "toon";
  static final String COMING = "komend";
  private static final int BACK = 3;
  private static final int AHEAD = 2;
  private static final int EARLIEST = 1980;
  private static final int LATEST = 2060;

  static Plan of(View view, Asked asked) {
    List<Milestone> all = Milestone.of(view);
    int now = view.overview().day().getYear();
    boolean coming = asked.choice(SHOW, List.of("alles", COMING)).equals(COMING);
    int from = year(asked, FROM, coming ? now : now - BACK);
    int until = year(asked, UNTIL, now + AHEAD);
    return new Plan(
        all,
        one(asked, THEME, all, Milestone::themes),
        one(asked, MAINTAINER, all, Milestone::maintainers),
        Math.min(from, until),
        Math.max(from, until),
        coming);
  }

  /** A year of any day: which years there is something to tell of differs from day to day. */
  private static int year(Asked asked, String key, int usual) {
    if (asked.one(key).isEmpty()) {
      return usual;
    }
    List<String> known = IntStream.rangeClosed(EARLIEST, LATEST).mapToObj(String::valueOf).toList();
    asked.check(key, asked.one(key), known);
    return Integer.parseInt(asked.one(key));
  }

  private static String one(
      Asked asked, String key, List<Milestone> all, Function<Milestone, List<Node>> things) {
    String value = asked.one(key);
    if (!value.isEmpty()) {
      asked.check(
          key,
          value,
          all.stream().map(things).flatMap(Collection::stream).map(Slugs::of).distinct().toList());
    }
    return value;
  }

  /** What is asked for, the last first. */
  List<Milestone> chosen(View view) {
    return all.stream()
        .filter(it -> theme.isEmpty() || has(it.themes(), theme))
        .filter(it -> maintainer.isEmpty() || has(it.maintainers(), maintainer))
        .filter(it -> it.day().getYear() >= first && it.day().getYear() <= last)
        .filter(it -> !coming || it.isAfter(view.day()))
        .toList();
  }

  private static boolean has(List<Node> things, String slug) {
    return things.stream().anyMatch(it -> Slugs.of(it).equals(slug));
  }

  /** The theme that a milestone is drawn under: the one asked for, else its first; may be null. */
  Node lane(Milestone milestone) {
    return milestone.themes().stream()
        .filter(it -> theme.isEmpty() || Slugs.of(it).equals(theme))
        .findFirst()
        .orElse(null);
  }

  /** The years to choose from: those there is something to tell of, and those of the period. */
  List<Facet.Option> years(View view, Asked asked, String key) {
    int now = view.overview().day().getYear();
    IntSummaryStatistics told = all.stream().mapToInt(it -> it.day().getYear()).summaryStatistics();
    told.accept(Math.min(first, now - BACK));
    told.accept(Math.max(last, now + AHEAD));
    return IntStream.rangeClosed(Math.max(EARLIEST, told.getMin()), Math.min(LATEST, told.getMax()))
        .mapToObj(String::valueOf)
        .map(it -> new Facet.Option(it, it, it, 0, it.equals(asked.one(key))))
        .toList();
  }
}
