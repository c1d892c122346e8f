package nl.standaardencatalogus.server.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.StandardSummary;
import nl.standaardencatalogus.server.page.Tally;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * What comes out of a project.
 *
 * @param standard what it is, or is a version of; null for a part of the architecture
 * @param version whether it is one version, while the tally is of all
 * @param tally how many municipalities use the standard; null where that is not counted
 */
public record Yield(Link thing, Node standard, boolean version, Tally tally) {

  /** What each project yields, by name. */
  static Map<Node, List<Yield>> all(View view) {
    Map<Node, List<Yield>> all = new HashMap<>();
    for (Row row : view.questions().select("project/yields", view.snapshot().graph())) {
      Node standard = row.get("standard");
      StandardSummary summary =
          standard == null ? null : view.overview().byStandard().get(standard);
      all.computeIfAbsent(row.get("project"), none -> new ArrayList<>())
          .add(
              new Yield(
                  view.link(row.get("thing")),
                  standard,
                  standard != null && !standard.equals(row.get("thing")),
                  summary == null ? null : summary.tally()));
    }
    all.values().forEach(list -> list.sort(Comparator.comparing(it -> it.thing().label())));
    return all;
  }
}
