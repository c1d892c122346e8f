package nl.standaardencatalogus.server.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Language;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * What was found of a standard or a version when it was assessed for a procedure.
 *
 * @param id where it stands on the page
 * @param day the day, month or year in which it was assessed
 * @param documents what it is described in
 */
public record Assessment(
    String id, Link subject, String day, List<Link> by, List<Link> documents, List<Line> outcomes) {

  /**
   * What was found on one criterion.
   *
   * @param meaning what the criterion asks; null where the code list does not say
   * @param group what the criterion is about; null where the code list does not say
   * @param motivation in the language of the page, else in Dutch; null where there is none
   * @param dutch whether it is in Dutch alone
   */
  public record Line(
      String criterion,
      String meaning,
      String group,
      String verdict,
      String motivation,
      boolean dutch,
      List<String> sources) {}

  /** All of a procedure, the oldest first. */
  static List<Assessment> of(View view, Node procedure) {
    Map<Node, List<Row>> byAssessment = new LinkedHashMap<>();
    for (Row row : view.ask("procedure/assessments", "procedure", procedure)) {
      byAssessment.computeIfAbsent(row.get("assessment"), none -> new ArrayList<>()).add(row);
    }
    return byAssessment.values().stream().map(rows -> of(view, rows)).toList();
  }

  private static Assessment of(View view, List<Row> rows) {
    Row first = rows.get(0);
    Set<Link> by = new LinkedHashSet<>();
    Set<Link> documents = new LinkedHashSet<>();
    Map<Node, Line> outcomes = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.has("by")) {
        by.add(view.link(row.get("by")));
      }
      if (row.has("page") || row.has("document")) {
        documents.add(document(view, row));
      }
      Line line = outcomes.computeIfAbsent(row.get("outcome"), none -> line(view, row));
      if (row.has("source") && !line.sources().contains(row.text("source"))) {
        line.sources().add(row.text("source"));
      }
    }
    return new Assessment(
        Iris.lastSegment(first.get("assessment")),
        view.link(first.get("subject")),
        view.date(first.text("day")),
        List.copyOf(by),
        List.copyOf(documents),
        List.copyOf(outcomes.values()));
  }

  private static Link document(View view, Row row) {
    if (!row.has("page")) {
      return Link.text(row.text("document"));
    }
    Link page = view.web(row.text("page"));
    return row.has("document") ? new Link(row.text("document"), page.href()) : page;
  }

  private static Line line(View view, Row row) {
    boolean translated = view.language() == Language.EN && row.has("english");
    return new Line(
        view.concept(row.get("criterion")),
        view.meaning(row.get("criterion")),
        row.has("group") ? view.concept(row.get("group")) : null,
        view.concept(row.get("verdict")),
        translated ? row.text("english") : row.text("motivation"),
        !translated,
        new ArrayList<>());
  }
}
