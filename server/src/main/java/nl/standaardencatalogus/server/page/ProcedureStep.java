package nl.standaardencatalogus.server.page;

import java.util.ArrayList;
import java.util.List;
import nl.standaardencatalogus.catalogue.question.Row;
import org.apache.jena.graph.Node;

/**
 * A step of a procedure.
 *
 * @param begin the day, month or year in which it begins
 * @param end the last one; null where none is known
 * @param outcome what it came to, in Dutch; null where that is not recorded
 * @param documents what it is described in
 * @param decisions the advice or decisions that it came to
 * @param forces what these give
 */
public record ProcedureStep(
    Node node,
    Node kind,
    String begin,
    String end,
    String outcome,
    List<Link> documents,
    List<Node> decisions,
    List<Node> forces) {

  static ProcedureStep of(Row row) {
    return new ProcedureStep(
        row.get("step"),
        row.get("stepKind"),
        row.text("begin"),
        row.text("end"),
        row.text("outcome"),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  void add(View view, Row row) {
    String page = row.text("page");
    Link document =
        page == null
            ? row.has("document") ? Link.text(row.text("document")) : null
            : row.has("document") && PagePaths.web(page)
                ? new Link(row.text("document"), page)
                : view.web(page);
    put(documents, document);
    put(decisions, row.get("decision"));
    put(forces, row.get("force"));
  }

  static <T> void put(List<T> known, T more) {
    if (more != null && !known.contains(more)) {
      known.add(more);
    }
  }

  /** Whether it is of a kind, by the slug of that. */
  public boolean is(String slug) {
    return Slugs.of(kind).equals(slug);
  }

  /** Whether it is of the kind of another, and not that one. */
  boolean isAgain(ProcedureStep other) {
    return kind.equals(other.kind) && !node.equals(other.node);
  }

  /**
   * Whether it began surely later than another; never when one began within what the other says.
   */
  boolean follows(ProcedureStep other) {
    return PartialDate.isAfter(begin, other.begin) && !begin.startsWith(other.begin);
  }

  /** Whether it has begun on a day. */
  public boolean begun(String day) {
    return !PartialDate.isAfter(begin, day);
  }

  /** Whether its last day is over. */
  public boolean over(String day) {
    return end != null && PartialDate.isOver(end, day);
  }
}
