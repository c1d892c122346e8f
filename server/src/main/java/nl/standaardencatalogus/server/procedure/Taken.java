package nl.standaardencatalogus.server.procedure;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Badge;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * An advice that was given or a decision that was taken, with what follows from it.
 *
 * @param days of when it is, as far as known
 * @param forces what it gives; none for an advice
 * @param from from when it holds
 * @param outcomes whether an advice is positive
 * @param conditions under which it holds, in Dutch
 * @param minority what a minority held, in Dutch
 */
public record Taken(
    Link decision,
    List<Link> bodies,
    List<String> days,
    List<Badge> forces,
    List<String> from,
    List<Link> covers,
    List<String> outcomes,
    List<String> conditions,
    List<String> minority,
    List<Link> meetings) {

  static Taken of(View view, Node decision) {
    Map<String, List<Row>> facts = view.facts("decision/facts", "decision", decision);
    return new Taken(
        view.link(decision),
        all(facts, "body", row -> view.link(row.get("value"))),
        all(facts, "decided", row -> view.date(row.text("value"))),
        all(facts, "force", row -> view.badge(row.get("value"))),
        all(facts, "from", row -> view.date(row.text("value"))),
        all(facts, "covers", row -> view.link(row.get("value"))),
        all(facts, "outcome", row -> view.concept(row.get("value"))),
        all(facts, "condition", row -> row.text("value")),
        all(facts, "minority", row -> row.text("value")),
        all(facts, "meeting", row -> view.link(row.get("value"))));
  }

  private static <T> List<T> all(
      Map<String, List<Row>> facts, String property, Function<Row, T> shown) {
    return facts.getOrDefault(property, List.of()).stream().map(shown).toList();
  }
}
