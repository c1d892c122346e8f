package nl.standaardencatalogus.server.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import nl.standaardencatalogus.server.compare.Comparison.Cell;
import nl.standaardencatalogus.server.compare.Comparison.Group;
import nl.standaardencatalogus.server.compare.Comparison.Row;
import nl.standaardencatalogus.server.page.Held;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;

/** Municipalities side by side: who they are, and where each stands with every standard. */
final class Municipalities {
  private static final String USES = "compare.uses";

  private final View view;
  private final List<Municipality> all;

  private Municipalities(View view, List<Municipality> all) {
    this.view = view;
    this.all = all;
  }

  static Comparison of(View view, List<Municipality> all) {
    return new Municipalities(view, all).comparison();
  }

  private Comparison comparison() {
    List<Link> columns =
        all.stream().map(it -> new Link(it.name(), view.href("/gemeenten/" + it.code()))).toList();
    List<Group> groups = new ArrayList<>();
    groups.add(new Group(view.t("compare.profile"), profile()));
    groups.add(new Group(view.t("compare.bound"), standards(true)));
    groups.add(new Group(view.t("compare.others"), standards(false)));
    return new Comparison(columns, groups.stream().filter(it -> !it.rows().isEmpty()).toList());
  }

  private List<Row> profile() {
    return List.of(
        row("province", it -> it.province() == null ? view.t("unknown") : view.name(it.province())),
        row(
            "column.population",
            it ->
                it.population() == null ? view.t("unknown") : view.texts().number(it.population())),
        row(USES, it -> view.texts().number(uses(it))),
        row(
            "cooperations",
            it ->
                String.join(
                    ", ",
                    view.ask("municipality/cooperations", "municipality", it.node()).stream()
                        .map(each -> view.name(each.get("cooperation")))
                        .distinct()
                        .sorted()
                        .toList())));
  }

  private long uses(Municipality municipality) {
    return view.overview().standards().stream()
        .filter(it -> it.binds() && stage(it, municipality) == Stage.USE)
        .count();
  }

  private Row row(String key, Function<Municipality, String> text) {
    return new Row(
        Link.text(view.t(key)),
        key.equals(USES),
        all.stream().map(it -> Cell.of(text.apply(it))).toList());
  }

  private static Stage stage(StandardSummary standard, Municipality municipality) {
    Held held = standard.held().get(municipality.node());
    return held == null ? Stage.NONE : held.stage();
  }

  /** Those that were established, or those of which one at least says something. */
  private List<Row> standards(boolean bound) {
    return view.overview().standards().stream()
        .filter(it -> it.binds() == bound)
        .filter(it -> bound || all.stream().anyMatch(m -> it.held().containsKey(m.node())))
        .sorted(Comparator.comparing(it -> view.name(it.node()).toLowerCase()))
        .map(it -> new Row(view.link(it.node()), true, all.stream().map(m -> cell(it, m)).toList()))
        .toList();
  }

  private Cell cell(StandardSummary standard, Municipality municipality) {
    Held held = standard.held().get(municipality.node());
    return held == null
        ? new Cell(view.t(Stage.NONE.key()), Stage.NONE, List.of(), null)
        : new Cell(view.name(held.phase()), held.stage(), List.of(), view.date(held.since()));
  }
}
