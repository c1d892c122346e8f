package nl.standaardencatalogus.server.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;

/**
 * Two to five municipalities or standards side by side, which the reader names.
 *
 * @param key of what is compared, in the address
 * @param fields what is filled in, and empty ones for more
 * @param known what can be filled in
 * @param comparison null as long as fewer than two are known
 * @param onlyDifferent whether only what they differ in is asked for
 * @param toggle where the rest is, or only that
 */
public record ComparePage(
    Frame frame,
    String key,
    String title,
    List<Field> fields,
    List<String> known,
    Link other,
    Comparison comparison,
    boolean onlyDifferent,
    String toggle,
    String query,
    boolean sample) {
  static final String MUNICIPALITY = "gemeente";
  static final String STANDARD = "standaard";
  private static final String SHOW = "toon";
  private static final int MOST = 5;

  /** A thing that is filled in; not known when there is none that is called so. */
  public record Field(String text, boolean unknown) {}

  /** What is asked for: what is filled in, and what of that there is. */
  private record Chosen<T>(List<Field> fields, List<T> all) {}

  static ComparePage of(View view, Asked asked) {
    boolean standards = !asked.all(STANDARD).isEmpty() || asked.one("wat").equals(STANDARD);
    return standards ? ofStandards(view, asked) : ofMunicipalities(view, asked);
  }

  private static ComparePage ofMunicipalities(View view, Asked asked) {
    Chosen<Municipality> chosen =
        chosen(asked, MUNICIPALITY, text -> municipality(view, text), Municipality::name);
    return page(
        view,
        asked,
        MUNICIPALITY,
        chosen.fields(),
        view.overview().municipalities().stream().map(Municipality::name).toList(),
        chosen.all().size() < 2 ? null : Municipalities.of(view, chosen.all()));
  }

  private static ComparePage ofStandards(View view, Asked asked) {
    Chosen<StandardSummary> chosen =
        chosen(asked, STANDARD, text -> standard(view, text), it -> view.name(it.node()));
    return page(
        view,
        asked,
        STANDARD,
        chosen.fields(),
        view.overview().standards().stream()
            .map(it -> view.name(it.node()))
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .distinct()
            .toList(),
        chosen.all().size() < 2 ? null : Standards.of(view, chosen.all()));
  }

  private static <T> Chosen<T> chosen(
      Asked asked, String key, Function<String, Optional<T>> find, Function<T, String> name) {
    List<Field> fields = new ArrayList<>();
    List<T> all = new ArrayList<>();
    asked.all(key).stream()
        .limit(MOST)
        .forEach(
            text -> {
              Optional<T> found = find.apply(text.strip());
              fields.add(new Field(found.map(name).orElse(text), found.isEmpty()));
              found.filter(it -> !all.contains(it)).ifPresent(all::add);
            });
    int empty = fields.size() < 2 ? 2 - fields.size() : fields.size() < MOST ? 1 : 0;
    for (int i = 0; i < empty; i++) {
      fields.add(new Field("", false));
    }
    return new Chosen<>(fields, all);
  }

  private static Optional<Municipality> municipality(View view, String text) {
    return view.overview().municipalities().stream()
        .filter(it -> it.code().equals(text) || Iris.slugOf(it.name()).equals(Iris.slugOf(text)))
        .findFirst();
  }

  private static Optional<StandardSummary> standard(View view, String text) {
    return view.overview().standards().stream()
        .filter(it -> it.slug().equals(text) || view.name(it.node()).strip().equalsIgnoreCase(text))
        .findFirst();
  }

  private static ComparePage page(
      View view,
      Asked asked,
      String key,
      List<Field> fields,
      List<String> known,
      Comparison comparison) {
    boolean different = asked.choice(SHOW, List.of("alles", "verschillen")).equals("verschillen");
    String title = comparison == null ? view.t("compare.title") : title(view, comparison);
    String other = key.equals(STANDARD) ? MUNICIPALITY : STANDARD;
    return new ComparePage(
        view.frame(
            title, "", view.crumbs(Link.text(view.t("compare.title"))), asked.values().isEmpty()),
        key,
        title,
        fields,
        known,
        new Link(view.t("compare.other." + other), view.href(Comparisons.PATH + "?wat=" + other)),
        comparison == null || !different ? comparison : comparison.differing(),
        different,
        view.href(asked.with(SHOW, different ? "" : "verschillen")),
        fields.stream()
            .filter(it -> !it.text().isEmpty())
            .map(it -> key + "=" + Asked.encode(it.text()))
            .collect(Collectors.joining("&", "?", "")),
        view.overview().sample());
  }

  private static String title(View view, Comparison comparison) {
    List<String> names = comparison.columns().stream().map(Link::label).toList();
    int last = names.size() - 1;
    return view.t("compare.chosen", String.join(", ", names.subList(0, last)), names.get(last));
  }
}
