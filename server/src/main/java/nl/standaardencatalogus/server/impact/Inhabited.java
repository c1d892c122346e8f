package nl.standaardencatalogus.server.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Municipality;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * The municipalities that there are on a day, by what is known now.
 *
 * @param there those, by name
 * @param gone those of today that are no longer there then
 */
record Inhabited(List<Municipality> there, List<Municipality> gone) {
  static Inhabited on(View view, String asked) {
    String day = asked.compareTo(view.day()) < 0 ? view.day() : asked;
    List<Municipality> there = new ArrayList<>();
    for (Row row : view.ask("municipality/list", Map.of())) {
      boolean begun = !row.has("from") || !PartialDate.isAfter(row.text("from"), day);
      if (begun && !(row.has("until") && PartialDate.isOver(row.text("until"), day))) {
        Municipality today = view.overview().byMunicipality().get(row.get("municipality"));
        there.add(today == null ? later(row) : today);
      }
    }
    Set<Node> nodes = there.stream().map(Municipality::node).collect(Collectors.toSet());
    return new Inhabited(
        there.stream().distinct().sorted(Comparator.comparing(Municipality::sort)).toList(),
        view.overview().municipalities().stream()
            .filter(it -> !nodes.contains(it.node()))
            .toList());
  }

  /** One that is not there yet today. */
  private static Municipality later(Row row) {
    return new Municipality(
        row.get("municipality"),
        row.text("code"),
        row.text("name"),
        row.has("sort") ? row.text("sort") : row.text("name").toLowerCase(),
        row.get("province"),
        row.has("population") ? Integer.valueOf(row.text("population")) : null);
  }
}
