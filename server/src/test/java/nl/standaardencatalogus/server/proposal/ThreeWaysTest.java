package nl.standaardencatalogus.server.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class ThreeWaysTest {
  private static Graph graph(String said) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            "@prefix : <https://example.org/> . " + (said.isEmpty() ? "" : ":it " + said + " ."),
            Lang.TURTLE)
        .parse(graph);
    return graph;
  }

  private static ThreeWays ways(String base, String current, String proposed) {
    return new ThreeWays(graph(base), graph(current), graph(proposed));
  }

  @Test
  void what_each_changed_apart_is_put_together() {
    ThreeWays ways = ways(":a 1 ; :b 1 ; :c 1", ":a 2 ; :b 1 ; :c 1", ":a 1 ; :c 1 ; :d 4");
    Graph merged = ways.merged().orElseThrow();
    assertTrue(merged.isIsomorphicWith(graph(":a 2 ; :c 1 ; :d 4")), merged::toString);
    assertEquals(3, ways.lines().size());
  }

  @Test
  void what_both_changed_is_not() {
    ThreeWays ways = ways(":a 1 ; :b 1", ":a 2 ; :b 1", ":a 3 ; :b 1");
    assertTrue(ways.merged().isEmpty());
    assertTrue(ways.lines().get(0).clashes());
  }

  @Test
  void what_both_changed_alike_is_no_clash() {
    Graph merged = ways(":a 1", ":a 2 ; :b 1", ":a 2").merged().orElseThrow();
    assertTrue(merged.isIsomorphicWith(graph(":a 2 ; :b 1")), merged::toString);
  }

  @Test
  void what_one_ends_is_looked_at_again() {
    assertTrue(ways(":a 1", ":a 2", "").merged().isEmpty());
    assertTrue(ways(":a 1", "", ":a 2").merged().isEmpty());
  }

  @Test
  void what_is_everywhere_the_same_is_not_shown() {
    assertEquals(List.of(), ways(":a 1", ":a 1", ":a 1").lines());
  }
}
