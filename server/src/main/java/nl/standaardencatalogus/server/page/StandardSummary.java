package nl.standaardencatalogus.server.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * One standard as lists, facets and counts need it.
 *
 * @param obliged the architecture elements that have to carry it
 * @param bound the decision of municipalities themselves
 * @param listed the decision that put it on the list of the Forum
 * @param coming what decisions that were taken bind only later; the first of each list of forces
 */
public record StandardSummary(
    Node node,
    String slug,
    String name,
    String description,
    Node kind,
    Node layer,
    Node confidence,
    List<Node> themes,
    List<Node> maintainers,
    List<Node> families,
    List<Node> obliged,
    List<Stated> statuses,
    Optional<Bound> bound,
    Optional<Bound> listed,
    List<Bound> coming,
    Newest newest,
    Map<Node, Held> held,
    Tally tally) {

  /**
   * The version published last; that with the highest number where no date is known of any.
   *
   * @param issued null when not known
   */
  public record Newest(Node version, String label, String issued) {
    /** The day by which to order; empty when not known. */
    String day() {
      return issued == null ? "" : issued;
    }
  }

  /** The same standard, with what municipalities declare about it now. */
  StandardSummary with(Map<Node, Held> declared, Tally counted) {
    return new StandardSummary(
        node,
        slug,
        name,
        description,
        kind,
        layer,
        confidence,
        themes,
        maintainers,
        families,
        obliged,
        statuses,
        bound,
        listed,
        coming,
        newest,
        declared,
        counted);
  }

  public List<Stated> on(String axis) {
    return statuses.stream().filter(stated -> stated.on(axis)).toList();
  }

  /** Whether it is over, by anybody who says so of its life. */
  public boolean ended() {
    return VersionLife.hasEnded(
        on("levensfase").stream().map(stated -> Slugs.of(stated.value())).toList());
  }

  /** Whether a decision obliges municipalities, be it only to explain why not; advice does not. */
  public boolean binds() {
    return bound.filter(it -> it.weight() >= 2).isPresent();
  }
}
