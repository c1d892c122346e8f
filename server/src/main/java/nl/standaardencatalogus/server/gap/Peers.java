package nl.standaardencatalogus.server.gap;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Facet;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The municipalities that one is compared with: by size, by province, by what it does together with
 * others, or all others.
 *
 * @param label which they are, in words
 * @param choices by what they may be chosen
 */
public record Peers(List<Municipality> municipalities, String label, List<Facet.Option> choices) {
  private static final String KEY = "vergelijk";
  private static final List<String> WAYS = List.of("grootte", "provincie", "samenwerking", "alle");

  /** How many of them use a standard. */
  public record Share(int use, int all) {}

  static Peers of(View view, Municipality own, Asked asked) {
    String way = asked.choice(KEY, WAYS);
    Set<Node> partners = way.equals("samenwerking") ? partners(view, own) : Set.of();
    List<Municipality> others =
        view.overview().municipalities().stream()
            .filter(it -> !it.node().equals(own.node()))
            .filter(
                it ->
                    switch (way) {
                      case "grootte" -> own.size() >= 0 && it.size() == own.size();
                      case "provincie" ->
                          own.province() != null && own.province().equals(it.province());
                      case "samenwerking" -> partners.contains(it.node());
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
          own.size() < 0 ? view.t("peers.size.unknown") : view.t("peers.size." + own.size());
      case "provincie" ->
          own.province() == null
              ? view.t("peers.province.unknown")
              : view.t("peers.province", view.name(own.province()));
      case "samenwerking" -> view.t("peers.together");
      default -> view.t("peers.all");
    };
  }

  /** Who takes part now in a cooperation that it takes part in. */
  private static Set<Node> partners(View view, Municipality own) {
    return view.ask("municipality/cooperations", "municipality", own.node()).stream()
        .filter(view::holds)
        .map(row -> row.get("cooperation"))
        .distinct()
        .flatMap(it -> view.ask("cooperation/members", "cooperation", it).stream())
        .filter(view::holds)
        .map(row -> row.get("member"))
        .collect(Collectors.toSet());
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
