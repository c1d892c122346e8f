package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/**
 * A version in the table of a standard.
 *
 * @param rolling whether it is renewed without another number
 * @param ends the day on which its support ends; null when not known
 */
public record VersionLine(
    Node node,
    Link version,
    String label,
    boolean rolling,
    String issued,
    List<Badge> statuses,
    String end,
    Link specification,
    VersionLife life,
    String weakness,
    String published,
    String ends) {

  /** All versions of a standard, the newest first. */
  public static List<VersionLine> of(View view, Node standard) {
    return of(view, view.ask("standard/versions", "standard", standard));
  }

  /** The versions that rows tell of, the newest first. */
  static List<VersionLine> of(View view, List<Row> told) {
    Map<Node, List<Row>> rows = new LinkedHashMap<>();
    for (Row row : told) {
      rows.computeIfAbsent(row.get("version"), v -> new ArrayList<>()).add(row);
    }
    List<VersionLine> lines = new ArrayList<>();
    rows.forEach((version, own) -> lines.add(line(view, version, own)));
    lines.sort(newestFirst(lines));
    return lines;
  }

  /**
   * By number where all have one: a repair of an older version may come out later than a newer
   * version. Else by date. What always is the newest stands first, what is no version itself last.
   */
  private static Comparator<VersionLine> newestFirst(List<VersionLine> lines) {
    Comparator<VersionLine> order = Comparator.comparing(VersionLine::label, Versions.BY_LABEL);
    boolean numbered =
        lines.stream().filter(it -> !it.rolling()).allMatch(it -> Versions.isNumbered(it.label()));
    if (!numbered) {
      order =
          Comparator.comparing((VersionLine it) -> it.published() == null ? "" : it.published())
              .thenComparing(order);
    }
    return Comparator.comparing(VersionLine::rolling)
        .thenComparing(it -> !it.isLine())
        .thenComparing(order)
        .reversed();
  }

  private static VersionLine line(View view, Node version, List<Row> rows) {
    Row row = rows.get(0);
    List<Node> values =
        rows.stream()
            .filter(view::holds)
            .map(r -> r.get("value"))
            .filter(v -> v != null)
            .distinct()
            .toList();
    String label = row.text("label");
    return new VersionLine(
        version,
        new Link(
            row.has("rolling")
                ? view.t("rolling", label)
                : Versions.isLine(label) ? view.t("version.line", label) : label,
            view.href(PagePaths.of(version).orElseThrow())),
        label,
        row.has("rolling"),
        view.date(row.text("issued")),
        values.stream().map(view::badge).toList(),
        view.date(row.text("end")),
        row.has("specification") ? view.web(row.text("specification")) : null,
        VersionLife.of(
            values.stream().map(Slugs::of).toList(),
            label,
            row.text("issued"),
            row.text("end"),
            view.day()),
        view.weakness(row.get("confidence")),
        row.text("issued"),
        row.text("end"));
  }

  /** Whether it stands for all versions that begin alike, such as 1.x. */
  public boolean isLine() {
    return Versions.isLine(label);
  }

  /** Whether it was taken back. */
  public boolean gone() {
    return life == VersionLife.WITHDRAWN;
  }
}
