package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/** A version in the table of a standard. */
public record VersionLine(
    Link version,
    String label,
    String issued,
    List<Badge> statuses,
    String end,
    Link specification,
    boolean gone,
    String weakness,
    String published) {

  static List<VersionLine> of(View view, Node standard) {
    Map<Node, List<Row>> rows = new LinkedHashMap<>();
    for (Row row : view.ask("standard/versions", "standard", standard)) {
      rows.computeIfAbsent(row.get("version"), v -> new ArrayList<>()).add(row);
    }
    List<VersionLine> lines = new ArrayList<>();
    rows.forEach((version, own) -> lines.add(line(view, version, own)));
    lines.sort(
        Comparator.comparing((VersionLine v) -> v.published() == null ? "" : v.published())
            .thenComparing(VersionLine::label, Versions.BY_LABEL)
            .reversed());
    return lines;
  }

  private static VersionLine line(View view, Node version, List<Row> rows) {
    Row row = rows.get(0);
    List<Node> values =
        rows.stream().map(r -> r.get("value")).filter(v -> v != null).distinct().toList();
    String label = row.text("label");
    return new VersionLine(
        new Link(
            row.has("rolling") ? view.t("rolling", label) : label,
            view.href(PagePaths.of(version).orElseThrow())),
        label,
        view.date(row.text("issued")),
        values.stream().map(view::badge).toList(),
        view.date(row.text("end")),
        row.has("specification") ? view.web(row.text("specification")) : null,
        values.stream()
            .anyMatch(v -> Slugs.of(v).matches("teruggetrokken|tg|niet-meer-in-gebruik")),
        view.weakness(row.get("confidence")),
        row.text("issued"));
  }
}
