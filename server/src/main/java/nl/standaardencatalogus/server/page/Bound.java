package nl.standaardencatalogus.server.page;

import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/**
 * The decision that binds municipalities to a standard.
 *
 * @param covered what the decision names: the standard, a family it is part of, or a version
 * @param advice the advice that it rests on; null where none is known
 */
public record Bound(
    Node decision,
    String force,
    Node forceNode,
    String from,
    Node covered,
    Node confidence,
    Advice advice) {
  static final String OF_VNG = "/vng-verbindendheid/";
  static final String OF_THE_FORUM = "/forum-status/";

  /**
   * An advice that a decision rests on.
   *
   * @param body who gave it; null when not known
   * @param day of when it is; null when not known
   */
  public record Advice(Node advice, Node body, String day) {
    static Advice of(Row row) {
      return new Advice(
          row.get("advice"), row.get("body"), row.has("day") ? row.text("day") : null);
    }
  }

  /** The advice that it rests on, by whom and of when as far as known; null without one. */
  public Link onAdvice(View view) {
    if (advice == null) {
      return null;
    }
    String body = advice.body() == null ? view.name(advice.advice()) : view.name(advice.body());
    String label =
        advice.day() == null
            ? view.t("on-advice", body)
            : view.t("on-advice.day", body, view.date(advice.day()));
    return new Link(label, view.link(advice.advice()).href());
  }

  /** Whether its force is one that municipalities themselves give. */
  public boolean isOfVng() {
    return forceNode.getURI().contains(OF_VNG);
  }

  /** A heavier force comes before a lighter one. */
  public int weight() {
    return switch (force) {
      case "verplicht" -> 3;
      case "pas-toe-of-leg-uit" -> 2;
      default -> 1;
    };
  }
}
