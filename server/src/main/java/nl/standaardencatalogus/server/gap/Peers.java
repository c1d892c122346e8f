package nl.standaardencatalogus.server.gap;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Facet;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;

/**
 * The municipalities that one is compared with: by size, by province, or all others.
 *
 * @param label which they are, in words
 * @param choices by what they may be chosen
 */
public record Peers(List<Municipality> municipalities, String label, List<Facet.Option> choices) {
  private static final String KEY = "vergelijk";
  private static final List<String> WAYS = List.of("grootte", "provincie", "alle");

  /** Up to how many inhabitants a class goes; the last has no end. */
  private static final List<Integer> SIZES =
      List.of(20_000, 50_000, 100_000, 250_000, Integer.MAX_VALUE);

  /** How many of them use a standard. */
  public record Share(int use, int all) {}

  static Peers of(View view, Municipality own, Asked asked) {
    String way = asked.choice(KEY, WAYS);
    List<Municipality> others =
        view.overview().municipalities().stream()
            .filter(it -> !it.node().equals(own.node()))
            .filter(
                it ->
                    switch (way) {
                      case "grootte" -> size(own) >= 0 && size(it) == size(own);
                      case "provincie" -> Objects.equals(it.province(), own.province());
                      default -> true;
                    })
            .toList();
    List<Facet.Option> choices =
        WAYS.stream()
            .map(
                it -> new Facet.Option(KEY + "-" + it, it, label(view, own, it), 0, it.equals(way)))
            .toList();
    return new Peers(others, label(view, own, way), choices);
  }

  private static String label(View view, Municipality own, String way) {
    return switch (way) {
      case "grootte" ->
          size(own) < 0 ? view.t("peers.size.unknown") : view.t("peers.size." + size(own));
      case "provincie" ->
          own.province() == null
              ? view.t("peers.province.unknown")
              : view.t("peers.province", view.name(own.province()));
      default -> view.t("peers.all");
    };
  }

  /** The class of a municipality by its inhabitants; -1 when their number is not known. */
  private static int size(Municipality municipality) {
    if (municipality.population() == null) {
      return -1;
    }
    int size = 0;
    while (municipality.population() >= SIZES.get(size)) {
      size++;
    }
    return size;
  }

  /** How many of them use a standard. */
  Share share(StandardSummary standard) {
    int use =
        (int)
            municipalities.stream()
                .map(it -> standard.held().get(it.node()))
                .filter(it -> it != null && it.stage() == Stage.USE)
                .count();
    return new Share(use, municipalities.size());
  }

  /** The way that is chosen, as an address has it. */
  String way() {
    return choices.stream()
        .filter(Facet.Option::chosen)
        .map(Facet.Option::value)
        .findFirst()
        .orElseThrow()
        .toLowerCase(Locale.ROOT);
  }
}
