package nl.standaardencatalogus.server.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.Money;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * Advice on paying for projects.
 *
 * @param nodes the projects that it is about
 * @param amount with its currency; null where none is recorded
 * @param asked what the project asked for, with its currency; null where none is recorded
 */
public record Advice(
    Link advice,
    Link body,
    String date,
    String outcome,
    List<Node> nodes,
    List<Link> projects,
    String amount,
    String asked) {

  /** All advice, the newest first. */
  static List<Advice> all(View view) {
    Map<Node, Advice> all = new LinkedHashMap<>();
    for (Row row : view.questions().select("project/advices", view.snapshot().graph())) {
      Advice advice = all.computeIfAbsent(row.get("advice"), none -> of(view, row));
      if (!advice.nodes().contains(row.get("project"))) {
        advice.nodes().add(row.get("project"));
        advice.projects().add(view.link(row.get("project")));
      }
    }
    return List.copyOf(all.values());
  }

  private static Advice of(View view, Row row) {
    return new Advice(
        view.link(row.get("advice")),
        row.has("body") ? view.link(row.get("body")) : Link.text(view.t("unknown")),
        view.date(row.has("day") ? row.text("day") : null),
        view.concept(row.get("outcome")),
        new ArrayList<>(),
        new ArrayList<>(),
        row.has("amount") ? Money.text(view, row.text("amount"), row.text("currency")) : null,
        row.has("asked") && row.has("currency")
            ? Money.text(view, row.text("asked"), row.text("currency"))
            : null);
  }
}
