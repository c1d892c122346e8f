package nl.standaardencatalogus.server.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.standaardencatalogus.server.compare.Comparison.Cell;
import nl.standaardencatalogus.server.compare.Comparison.Group;
import nl.standaardencatalogus.server.compare.Comparison.Row;
import nl.standaardencatalogus.server.page.Badge;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Stage;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/** Standards side by side: what each is, what every authority says of it, and who uses it. */
final class Standards {
  private final View view;
  private final List<StandardSummary> all;

  private Standards(View view, List<StandardSummary> all) {
    this.view = view;
    this.all = all;
  }

  static Comparison of(View view, List<StandardSummary> all) {
    return new Standards(view, all).comparison();
  }

  private Comparison comparison() {
    List<Link> columns = all.stream().map(it -> view.link(it.node())).toList();
    return new Comparison(
        columns,
        List.of(
            new Group(view.t("status"), statuses()),
            new Group(view.t("compare.about"), about()),
            new Group(view.t("adoption"), uptake())));
  }

  private List<Row> statuses() {
    return List.of(
        badges(
            "axis.vng",
            it ->
                it.bound().map(bound -> List.of(view.badge(bound.forceNode()))).orElse(List.of())),
        badges("axis.forum", it -> stated(it, "forum-status")),
        badges("axis.phase", it -> stated(it, "levensfase")),
        texts("axis.newest", it -> it.newest() == null ? view.t("unknown") : it.newest().label()),
        texts(
            "compare.issued",
            it -> it.newest() == null ? view.t("unknown") : view.date(it.newest().issued())));
  }

  private List<Badge> stated(StandardSummary standard, String axis) {
    return standard.on(axis).stream().map(it -> view.badge(it.value())).distinct().toList();
  }

  private List<Row> about() {
    return List.of(
        texts("column.kind", it -> name(it.kind())),
        texts("compare.layer", it -> name(it.layer())),
        texts("compare.themes", it -> names(it.themes())),
        texts("maintainer", it -> names(it.maintainers())));
  }

  private String name(Node thing) {
    return thing == null ? view.t("unknown") : view.name(thing);
  }

  private String names(List<Node> things) {
    return things.isEmpty()
        ? view.t("unknown")
        : String.join(", ", things.stream().map(view::name).sorted().toList());
  }

  private List<Row> uptake() {
    List<Row> rows = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      rows.add(row(stage.key(), true, it -> view.texts().number(it.tally().of(stage))));
    }
    return rows;
  }

  private Row texts(String key, Function<StandardSummary, String> text) {
    return row(key, false, text);
  }

  private Row row(String key, boolean declared, Function<StandardSummary, String> text) {
    return new Row(
        Link.text(view.t(key)), declared, all.stream().map(it -> Cell.of(text.apply(it))).toList());
  }

  private Row badges(String key, Function<StandardSummary, List<Badge>> badges) {
    return new Row(
        Link.text(view.t(key)),
        false,
        all.stream().map(it -> Cell.of(badges.apply(it), view.t("unknown"))).toList());
  }
}
