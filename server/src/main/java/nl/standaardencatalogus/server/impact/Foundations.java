package nl.standaardencatalogus.server.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.standaardencatalogus.server.impact.Finding.Step;
import nl.standaardencatalogus.server.page.View;
import org.apache.jena.graph.Node;

/** What rests on what: every claim that one standard is based on, requires or profiles another. */
record Foundations(List<Step> steps) {
  static Foundations of(View view) {
    return new Foundations(
        view.ask("impact/steps", Map.of()).stream()
            .map(row -> new Step(row.get("from"), row.get("relation"), row.get("to")))
            .toList());
  }

  /** Everything that rests on some things, each with a shortest way from it to one of them. */
  Map<Node, List<Step>> above(Collection<Node> things) {
    return paths(things, true);
  }

  /** Everything that a thing rests on, each with a shortest way from the thing to it. */
  Map<Node, List<Step>> below(Collection<Node> things) {
    return paths(things, false);
  }

  private Map<Node, List<Step>> paths(Collection<Node> things, boolean above) {
    Map<Node, List<Step>> paths = new LinkedHashMap<>();
    things.forEach(it -> paths.put(it, List.of()));
    Deque<Node> open = new ArrayDeque<>(things);
    while (!open.isEmpty()) {
      Node reached = open.remove();
      for (Step step : steps) {
        Node next = above ? step.from() : step.to();
        if ((above ? step.to() : step.from()).equals(reached) && !paths.containsKey(next)) {
          List<Step> path = new ArrayList<>(paths.get(reached));
          path.add(above ? 0 : path.size(), step);
          paths.put(next, path);
          open.add(next);
        }
      }
    }
    things.forEach(paths::remove);
    return paths;
  }
}
