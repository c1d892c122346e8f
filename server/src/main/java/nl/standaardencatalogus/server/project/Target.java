package nl.standaardencatalogus.server.project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.catalogue.question.Row;
import nl.standaardencatalogus.server.page.Link;
import nl.standaardencatalogus.server.page.PartialDate;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * How many municipalities a project wants to use something by a day, beside how many declare to.
 *
 * @param aim the number or the share that it wants, in words
 * @param due by when
 * @param uses how many municipalities have it in production on the day of the page
 * @param needed how many that should be
 * @param over whether the day has passed
 */
public record Target(Link subject, String aim, String due, int uses, int needed, boolean over) {
  /** Those of each project, the first due first. */
  static Map<Node, List<Target>> all(View view) {
    Map<Node, List<Target>> all = new HashMap<>();
    for (Row row :
        view.ask("project/targets", "day", NodeFactory.createLiteralString(view.day()))) {
      all.computeIfAbsent(row.get("project"), none -> new ArrayList<>()).add(of(view, row));
    }
    return all;
  }

  private static Target of(View view, Row row) {
    int needed = Integer.parseInt(row.text("needed"));
    String aim;
    if (row.has("number")) {
      aim = view.texts().counted("target.number", needed);
    } else {
      BigDecimal share = new BigDecimal(row.text("share")).stripTrailingZeros();
      aim =
          view.t(
              "target.share",
              view.texts().number(share, Math.max(0, share.scale())),
              view.texts().number(needed));
    }
    return new Target(
        view.link(row.get("subject")),
        aim,
        view.date(row.text("due")),
        Integer.parseInt(row.text("uses")),
        needed,
        PartialDate.isOver(row.text("due"), view.day()));
  }

  /** Whether as many municipalities use it as it wants. */
  public boolean reached() {
    return uses >= needed;
  }

  /** The key of the text that says how it stands. */
  public String state() {
    return reached() ? "target.reached" : over ? "target.missed" : "target.open";
  }
}
