package nl.standaardencatalogus.server.cooperation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Asked;
import nl.standaardencatalogus.server.page.Facet;
import nl.standaardencatalogus.server.page.Frame;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * All cooperations, those of most municipalities first.
 *
 * @param words that stand in the name
 * @param all how many there are of any kind and name
 */
public record CooperationsPage(
    Frame frame, String words, List<Facet.Option> kinds, List<Line> lines, int all) {
  private static final String KIND = "soort";

  /** One cooperation; how many members is told where no list of members is known at all. */
  public record Line(Link cooperation, String kind, int members) {}

  static CooperationsPage of(View view, Asked asked) {
    List<Row> rows =
        view.ask("cooperation/list", Map.of("day", NodeFactory.createLiteralString(view.day())));
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Node> kinds = new HashMap<>();
    rows.forEach(
        row -> {
          counts.merge(slug(row), 1, Integer::sum);
          kinds.put(slug(row), row.get("kind"));
        });
    String kind = asked.one(KIND);
    if (!kind.isEmpty()) {
      asked.check(KIND, kind, counts.keySet());
    }
    String words = asked.one("q");
    List<Line> lines = new ArrayList<>();
    for (Row row : rows) {
      String name = view.name(row.get("cooperation"));
      if ((kind.isEmpty() || slug(row).equals(kind))
          && name.toLowerCase().contains(words.toLowerCase())) {
        lines.add(
            new Line(
                view.link(row.get("cooperation")),
                view.concept(row.get("kind")),
                Integer.parseInt(row.text("members"))));
      }
    }
    lines.sort(
        Comparator.comparing((Line it) -> -it.members())
            .thenComparing(it -> it.cooperation().label().toLowerCase()));
    String title = view.t("list.samenwerkingen");
    return new CooperationsPage(
        view.frame(title, "", view.crumbs(Link.text(title)), kind.isEmpty() && words.isEmpty()),
        words,
        counts.keySet().stream()
            .map(
                it ->
                    new Facet.Option(
                        KIND + "-" + it,
                        it,
                        view.concept(kinds.get(it)),
                        counts.get(it),
                        it.equals(kind)))
            .sorted(Comparator.comparing(it -> it.label().toLowerCase()))
            .toList(),
        lines,
        rows.size());
  }

  private static String slug(Row row) {
    return row.has("kind") ? Iris.lastSegment(row.get("kind")) : "onbekend";
  }
}
