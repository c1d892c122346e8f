package nl.standaardencatalogus.server.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.iri.Iris;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.RecordPage;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/**
 * One meeting: what was on its agenda and what came of it.
 *
 * @param record all that is recorded of it
 */
public record MeetingPage(RecordPage record, List<Item> items, List<Taken> taken) {

  /**
   * An item on the agenda.
   *
   * @param id where it stands on the page
   * @param title with where its papers are, if it is about anything that is here
   * @param outcome what it came to, in Dutch; null where that is not recorded
   */
  public record Item(String id, String order, Link title, List<Link> subjects, String outcome) {}

  static MeetingPage of(View view, Node meeting) {
    Map<Node, Item> items = new LinkedHashMap<>();
    for (Row row : view.ask("meeting/agenda", "meeting", meeting)) {
      Item item =
          items.computeIfAbsent(
              row.get("item"),
              none ->
                  new Item(
                      Iris.lastSegment(row.get("item")),
                      row.text("order"),
                      new Link(
                          row.text("title"),
                          row.has("subject") ? dossier(view, meeting, row.get("item")) : null),
                      new ArrayList<>(),
                      row.text("outcome")));
      if (row.has("subject")) {
        item.subjects().add(view.link(row.get("subject")));
      }
    }
    return new MeetingPage(
        RecordPage.of(view, meeting, view.section("meetings.title", Procedures.MEETINGS)),
        List.copyOf(items.values()),
        view.ask("meeting/decisions", "meeting", meeting).stream()
            .map(row -> Taken.of(view, row.get("decision")))
            .toList());
  }

  /** The papers of an item. */
  private static String dossier(View view, Node meeting, Node item) {
    return view.link(meeting).href().replaceFirst("([?].*)?$", "/" + Iris.lastSegment(item) + "$1");
  }
}
