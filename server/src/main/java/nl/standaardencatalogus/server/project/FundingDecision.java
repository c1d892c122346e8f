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
 * A decision on the funding of projects.
 *
 * @param nodes the projects that it is about
 * @param advices those that it rests on
 * @param amount with its currency; null where none is recorded
 * @param conditions under which it holds, in Dutch
 */
public record FundingDecision(
    Link decision,
    Link body,
    String date,
    List<Node> nodes,
    List<Link> projects,
    List<Link> advices,
    String amount,
    List<String> conditions) {

  /** All of them, the newest first. */
  static List<FundingDecision> all(View view) {
    Map<Node, FundingDecision> all = new LinkedHashMap<>();
    for (Row row : view.questions().select("project/decisions", view.snapshot().graph())) {
      FundingDecision decision = all.computeIfAbsent(row.get("decision"), none -> of(view, row));
      put(decision.nodes(), row.get("project"));
      put(decision.projects(), view.link(row.get("project")));
      if (row.has("advice")) {
        put(decision.advices(), view.link(row.get("advice")));
      }
      if (row.has("condition")) {
        put(decision.conditions(), row.text("condition"));
      }
    }
    return List.copyOf(all.values());
  }

  private static FundingDecision of(View view, Row row) {
    return new FundingDecision(
        view.link(row.get("decision")),
        row.has("body") ? view.link(row.get("body")) : Link.text(view.t("unknown")),
        view.date(row.text("day")),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        row.has("amount") ? Money.text(view, row.text("amount"), row.text("currency")) : null,
        new ArrayList<>());
  }

  private static <T> void put(List<T> known, T more) {
    if (!known.contains(more)) {
      known.add(more);
    }
  }
}
